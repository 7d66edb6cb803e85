package name

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// Names that go over what the model takes for their edges, since a small word or a
// mark stands within them.

// widened is where a name begins that the model has from token start on: before
// "'s" ("King's College London"), before "and" ("Food and Grocery Council").
func widened(text string, toks []extract.Token, kind, start, end int) int {
	if kind != body && kind != place || start < 2 {
		return start
	}
	w := toks[start-1].Of(text)
	switch {
	case w == "'s" || w == "’s":
		if owner := toks[start-2]; owner.Shape == extract.TitleWord && patron(owner.Of(text)) && (teaches(toks[start].Of(text)) || building(toks[start].Of(text))) {
			return start - 2
		}
	case w == "," && kind == body && toks[end].Of(text) == "Union":
		k := start
		for k > 1 && toks[k-1].Of(text) == "," && common(text, toks[k-2]) {
			k -= 2
		}
		if k < start && k > 0 && strings.EqualFold(toks[k-1].Of(text), "the") {
			return k // the Rail, Tram and Bus Union
		}
	case (w == "and" || w == "&") && kind == body && serves(toks[end].Of(text)):
		k := start - 1
		for k > 0 && k > start-4 && common(text, toks[k-1]) {
			k--
		}
		if k == start-1 || k == 0 {
			break
		}
		for _, n := range [...]int{1, 2} {
			if a := k - n; a > 0 && lexicon.Place(text[toks[a].Start:toks[k-1].End]) != lexicon.NoPlace && strings.EqualFold(toks[a-1].Of(text), "the") {
				return a // The New Zealand Food and Grocery Council
			}
		}
		if strings.EqualFold(toks[k-1].Of(text), "the") {
			return k
		}
	}
	return start
}

// before is dst without what a name from token from on takes in, and shorter where
// that is the end of another: "Clare Adair of | King".
func before(dst []extract.Mention, text string, toks []extract.Token, from int) []extract.Mention {
	at := toks[from].Start
	for len(dst) > 0 && dst[len(dst)-1].Start >= at {
		dst = dst[:len(dst)-1]
	}
	if d := len(dst) - 1; d >= 0 && dst[d].End > at {
		dst[d].End = toks[from-1].End
		if toks[from-1].Of(text) == "of" && from > 1 {
			dst[d].End = toks[from-2].End
		}
	}
	return dst
}

// patron says whether w is whom schools and hospitals are named for before "'s".
func patron(w string) bool {
	switch w {
	case "King", "Queen", "Children", "Women", "Girls", "Boys", "Men", "People", "Trinity":
		return true
	}
	return false
}

// common says whether a token is a common noun with a capital: "Food", but not
// "Senate", which is a body alone.
func common(text string, t extract.Token) bool {
	w := t.Of(text)
	switch w {
	case "Senate", "House", "Congress", "Parliament", "Treasury", "Cabinet", "Court", "Army", "Navy", "State", "The", "And":
		return false
	}
	return t.Shape == extract.TitleWord && lexicon.English(strings.ToLower(w)) && lexicon.Place(w) == lexicon.NoPlace
}

// partAtOf parts what the model takes for one person from the body or place that
// the person is of: "Clare Adair | of | Civic Party". "Catherine of Aragon" and dukes
// are called so; what ends with an office is no person.
func partAtOf(text string, toks []extract.Token, labels []uint8) {
	start := 0
	for i, l := range labels {
		if l == Outside {
			continue
		}
		kind, at := split(int(l))
		if at == begin {
			start = i
		}
		if kind != person || at != last {
			continue
		}
		first := toks[start].Of(text)
		of := start + 2
		if post(first) {
			of-- // President of the Brotherhood of Carters
		}
		for of < i && toks[of].Of(text) != "of" {
			of++
		}
		if of >= i || mayBeName(first) {
			continue
		}
		if own := ownFrom(text, toks[of:i+1]); own > 0 && (lexicon.Title(first) || lexicon.Role(strings.ToLower(first))) {
			relabel(labels, start, of+own, -1) // Minister of State for Works | Ann Adair
			relabel(labels, of+own, i+1, person)
			continue
		}
		if lexicon.Title(first) && !post(first) {
			continue
		}
		if lexicon.Title(toks[of-1].Of(text)) {
			relabel(labels, start, of, -1)
		} else {
			relabel(labels, start, of, person)
		}
		from := of
		for from < i && toks[from].Shape == extract.LowerWord {
			from++
		}
		relabel(labels, of, from, -1)
		relabel(labels, from, i+1, ofKind(text, toks[from:i+1]))
	}
}

// ownFrom is the token that a person's own name begins with among the words behind
// an office: "Secretary of State | Ann Adair". It is -1 for none.
func ownFrom(text string, toks []extract.Token) int {
	for i := len(toks) - 2; i >= 0; i-- {
		if _, ok := lexicon.FirstName(toks[i].Of(text)); ok && toks[i].Shape == extract.TitleWord {
			return i
		}
	}
	return -1
}

// employers makes bodies of what is taken for a person's name where somebody is
// theirs: "Forrester's Ann Adair", "Paul Marsh of Wedbush". First names and the surnames of
// others in the text are left.
func employers(text string, toks []extract.Token, labels []uint8) {
	var surnames map[string]bool
	for i, l := range labels {
		if l != Label(person, 0, 1) {
			continue
		}
		of := i > 2 && toks[i-1].Of(text) == "of" && labels[i-2] == Label(person, 1, 2)
		its := i+3 < len(toks) && (toks[i+1].Of(text) == "'s" || toks[i+1].Of(text) == "’s") && labels[i+2] == Label(person, 0, 2)
		w := toks[i].Of(text)
		if _, first := lexicon.FirstName(w); !of && !its || first || toks[i].Shape != extract.TitleWord {
			continue
		}
		if surnames == nil {
			surnames = map[string]bool{}
			for k, l := range labels {
				if l == Label(person, 1, 2) {
					surnames[toks[k].Of(text)] = true
				}
			}
		}
		if !surnames[w] {
			labels[i] = Label(body, 0, 1)
		}
	}
}

// firstNames makes persons' of first names alone that the model takes for places,
// where the text has who bears them: "asked for Hala", who is Hala Adair.
func firstNames(text string, toks []extract.Token, labels []uint8) {
	var bearers map[string]bool
	for i, l := range labels {
		if l != Label(place, 0, 1) && l != Label(other, 0, 1) || toks[i].Shape != extract.TitleWord {
			continue
		}
		if bearers == nil {
			bearers = map[string]bool{}
			for k, l := range labels {
				if l == Label(person, 0, 2) {
					bearers[toks[k].Of(text)] = true
				}
			}
		}
		if w := toks[i].Of(text); bearers[w] && lexicon.Place(w) == lexicon.NoPlace {
			labels[i] = Label(person, 0, 1)
		}
	}
}

// ofKind is the kind of what a person is of: -1 for no name.
func ofKind(text string, toks []extract.Token) int {
	end := len(toks) - 1
	s := text[toks[0].Start:toks[end].End]
	switch {
	case toks[0].Shape != extract.TitleWord && toks[0].Shape != extract.CapsWord:
		return -1
	case lexicon.Place(s) != lexicon.NoPlace, end == 0 && toks[0].Shape == extract.TitleWord && !lexicon.Org(s):
		return place
	}
	return body
}

// relabel makes one name of tokens from to to, or none where kind is -1.
func relabel(labels []uint8, from, to, kind int) {
	for i := from; i < to; i++ {
		labels[i] = Outside
		if kind >= 0 {
			labels[i] = Label(kind, i-from, to-from)
		}
	}
}

// ownName is the first token of a body's name without the word for what it is:
// "journal | Sleep Health".
func ownName(text string, toks []extract.Token, start, end int) int {
	if start == end || toks[start+1].Shape != extract.TitleWord {
		return start
	}
	switch toks[start].Of(text) {
	case "journal", "magazine", "newspaper", "website", "publisher", "broadcaster", "charity", "network", "label", "studio", "company", "firm":
		return start + 1
	}
	return start
}

// workInMarks says whether the name from token start on stands in marks behind the
// word for a work: the song “Salt Water”.
func workInMarks(text string, toks []extract.Token, start int) bool {
	return start > 1 && opens(toks[start-1].Shape) && (workKind(toks[start-2].Of(text)) || toks[start-2].Of(text) == "hit" || toks[start-2].Of(text) == "episode")
}

// goesOn says whether a body's name goes on, over what stands between, with the
// next: "Association of Boat Owners | and | Water Carriers of Ely", "BBC Radio | Ely".
func goesOn(before, between, next string) bool {
	if between == " " {
		return strings.HasSuffix(before, " Radio") && strings.IndexByte(next, ' ') < 0
	}
	if between != " and " && between != " & " {
		return false
	}
	head, of, ok := strings.Cut(before, " of ")
	if !ok || of == "" || strings.Contains(head, " ") {
		return false
	}
	switch head {
	case "Association", "Federation", "Union", "Society", "Institute", "Confederation", "Chamber", "Ministry", "Department", "Guild", "Board", "Brotherhood", "Academy", "League", "Bureau", "Campaign", "Coalition":
	default:
		return false
	}
	for w := range strings.FieldsSeq(next) {
		if serves(w) || teaches(w) || lexicon.OrgWord(w) {
			return false
		}
	}
	first, _, _ := strings.Cut(next, " ")
	return lexicon.English(strings.ToLower(first)) || strings.HasSuffix(first, "men") // Engineers and Trainmen
}

// officeAlone says whether a name of tokens start to end is an office and what it
// is over: "Inspector General of Police".
func officeAlone(text string, toks []extract.Token, start, end int) bool {
	switch w := toks[start].Of(text); w {
	case "Director", "Attorney", "Solicitor", "Leader", "Comptroller", "Registrar":
	default:
		if !post(w) {
			return false
		}
	}
	k := start + 1
	if k < end && (toks[k].Of(text) == "General" || toks[k].Of(text) == "Justice") {
		k++
	}
	return k <= end && toks[k].Of(text) == "of"
}

// portfolio says whether the word of token i is what a minister or ministry is
// for, and no place: "Commissioner for Health".
func portfolio(text string, toks []extract.Token, i int) bool {
	if i < 2 || toks[i-1].Of(text) != "for" && toks[i-1].Of(text) != "of" || !lexicon.English(strings.ToLower(toks[i].Of(text))) {
		return false
	}
	switch strings.ToLower(toks[i-2].Of(text)) {
	case "minister", "secretary", "commissioner", "ministry", "department", "director", "committee":
		return lexicon.Place(toks[i].Of(text)) == lexicon.NoPlace
	}
	return false
}

// aside says whether the word at token i stands in brackets for what is heard or
// done: "(CROSSTALK)".
func aside(text string, toks []extract.Token, i int) bool {
	if i == 0 || toks[i-1].Of(text) != "(" {
		return false
	}
	switch toks[i].Of(text) {
	case "CROSSTALK", "LAUGHTER", "APPLAUSE", "INAUDIBLE", "CHEERING", "CHEERS", "COMMERCIAL", "MUSIC":
		return true
	}
	return false
}

// council says whether the British form of a council's name follows token end:
// "North Riding | county council". It gives the last token of it.
func council(text string, toks []extract.Token, end int) (last int, ok bool) {
	if end+2 >= len(toks) || toks[end+2].Of(text) != "council" {
		return end, false
	}
	switch toks[end+1].Of(text) {
	case "county", "city", "borough", "district", "parish", "town":
		return end + 2, true
	}
	return end, false
}

// code says whether what stands from before to after a name makes it a ticker with
// its exchange, "(MRDF.N)", or half of a party's seat, "R-S.D.".
func code(text string, s extract.Span) bool {
	if s.Start < 1 || int(s.End)+2 >= len(text) || text[s.End] != '.' {
		return false
	}
	name, rest := s.Of(text), text[s.End+1:]
	switch {
	case text[s.Start-1] == '(' && s.Len() < 8 && strings.ToUpper(name) == name:
		end := strings.IndexByte(rest[:min(len(rest), 4)], ')')
		return end > 0 && strings.ToUpper(rest[:end]) == rest[:end]
	case s.Len() == 3 && name[1] == '-':
		return name[0] == 'R' || name[0] == 'D'
	}
	return false
}

// vocative says whether the name at token i is how a court or an office is addressed:
// "My Lords", "Mr. Mayor".
func vocative(text string, toks []extract.Token, i int) bool {
	if i == 0 {
		return false
	}
	own := toks[i-1].Of(text)
	switch toks[i].Of(text) {
	case "Lord", "Lords", "Lady", "Honor", "Honour", "Lordship", "Ladyship":
	case "Mayor", "Speaker", "President", "Secretary", "Chairman", "Chair", "Governor", "Senator", "Ambassador", "Minister":
		return own == "Mr." || own == "Mr" || own == "Madam" || own == "Madame"
	default:
		return false
	}
	return own == "My" || own == "my" || own == "Your" || own == "your"
}
