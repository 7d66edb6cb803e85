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
	case ordinal(w) && (kind == body || toks[end].Of(text) == "Court") && (circuit(toks[start].Of(text)) || start < end && circuit(toks[start+1].Of(text))):
		return start - 1 // 9th U.S. Circuit Court of Appeals
	case w == "of" && kind == body && offices(toks[start-2].Of(text)):
		return start - 2 // Directorate of Criminal Investigations
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

// circuit says whether w is what courts are counted by: the 6th District Court.
func circuit(w string) bool { return w == "Circuit" || w == "District" || w == "Judicial" }

// tenant appends what the model takes into one name with the White House and stands
// before it, from token start to last: whose it is ("the Adair | White House"), a
// body that is named beside it.
func tenant(dst []extract.Mention, text string, toks []extract.Token, start, last int) []extract.Mention {
	w := toks[start].Of(text)
	_, first := lexicon.FirstName(w)
	switch {
	case last > start && toks[last].Of(text) == "and":
		return append(dst, mention(body, extract.Span{Start: toks[start].Start, End: toks[last-1].End}, text))
	case last == start && toks[start].Shape == extract.TitleWord && !people(w) && !lexicon.English(strings.ToLower(w)), last == start+1 && first:
		return append(dst, mention(person, extract.Span{Start: toks[start].Start, End: toks[last].End}, text))
	}
	return dst
}

// offices says whether w begins the names of bodies before "of".
func offices(w string) bool { return w == "Directorate" || w == "Inspectorate" || w == "Secretariat" }

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

// ownName is the first token of a body's name without the word for what it is:
// "journal | Sleep Health".
func ownName(text string, toks []extract.Token, start, end int) int {
	if start+1 < end && toks[start].Of(text) == "Shares" && toks[start+1].Of(text) == "of" {
		return start + 2
	}
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

// seatOfCourt says whether a court's name goes on with where it sits: "District Court |
// for the | Northern District of Norland", "Supreme Court | of the | United States".
func seatOfCourt(before, between, next string) bool {
	if between == " of the " && strings.HasSuffix(before, " Court") {
		kind := lexicon.Place(next)
		return kind == lexicon.Country || kind == lexicon.State || next == "District of Columbia"
	}
	return between == " for the " && (strings.HasSuffix(before, " Court") || strings.HasSuffix(before, " Appeals")) && (strings.Contains(next, "District") || strings.Contains(next, "Circuit"))
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

// police says whether the police of the place that ends with token end is named there: "WA |
// Police", but not "Boston Police Chief".
func police(text string, toks []extract.Token, labels []uint8, end int) bool {
	return end+1 < len(toks) && labels[end+1] == Outside && toks[end+1].Of(text) == "Police" && (end+2 == len(toks) || !toks[end+2].Shape.Capitalised())
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
