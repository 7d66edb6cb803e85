package entity

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// name is one name of the text, with what speaks for its being of a type.
type name struct {
	extract.Span
	typ   extract.EntityType // as the engine has it
	form  int32
	score scores
	who   lexicon.Gender // as the form of address before it tells
	human bool           // what stands beside it is said of persons alone
	trade bool           // what stands beside it is said of firms
	stock bool           // so much so that it is no place: "shares in Vexley"
	named bool           // it is listed among firms: "brands such as Vexley, Corran"
}

// scores is how much speaks for each type.
type scores [6]float32

func (s *scores) add(t scores) {
	for i := range s {
		s[i] += t[i]
	}
}

// best is the type with the highest score, of equal ones the first of the
// order below.
func (s *scores) best() extract.EntityType {
	top := extract.Misc
	for _, t := range [...]extract.EntityType{extract.Person, extract.Org, extract.GPE, extract.Loc, extract.NORP} {
		if s[t] > s[top] {
			top = t
		}
	}
	return top
}

// form is one way to write a name.
type form struct {
	text    string // as it stands where it is first, possessive left out
	key     string // folded
	keyEnd  int
	words   []string
	names   []int32
	count   int // of names
	score   scores
	known   extract.EntityType // what the lexicon has it as
	inLists bool
	acronym bool
	shouted bool
}

func gather(d *extract.Document, names []name, space *scratch) *gathering {
	g := &gathering{doc: d, names: names, scratch: space}
	g.forms, g.owner, g.clusters = space.formsOf[:0], space.owners[:0], space.made[:0]
	g.people.all = space.folk[:0]
	for i := range names {
		g.owner = append(g.owner, -1)
		n := &names[i]
		text := oneLine(d.At(n.Span))
		f, ok := g.byText[text]
		if !ok {
			f = int32(len(g.forms))
			g.byText[text] = f
			g.forms = append(g.forms, form{text: text})
		}
		n.form = f
		g.forms[f].count++
	}
	g.fold()
	if cap(g.room) < len(names) {
		g.room = make([]int32, 0, len(names))
	}
	room := g.room[:0]
	for f := range g.forms {
		n := len(room) + g.forms[f].count
		g.forms[f].names, room = room[len(room):len(room):n], room[:n]
	}
	for i := range names {
		n := &names[i]
		g.forms[n.form].names = append(g.forms[n.form].names, int32(i))
		n.named = g.amongFirms(names, i)
		n.score = g.weigh(n)
		g.forms[n.form].score.add(n.score)
	}
	for i := range g.forms {
		f := &g.forms[i]
		if f.inLists && f.known == extract.Org && f.score.best() == extract.Person {
			if _, given := lexicon.FirstName(f.text); given {
				f.inLists = false // Chelsea, their daughter
			}
		}
	}
	return g
}

// fold sets what the forms' texts tell by themselves. All keys lie in one string.
func (g *gathering) fold() {
	b := g.folded[:0]
	for i := range g.forms {
		f := &g.forms[i]
		from := len(b)
		b = lexicon.AppendFold(b, f.text)
		f.keyEnd = len(b) - from
	}
	g.folded = b
	keys := string(b)
	for i := range g.forms {
		f := &g.forms[i]
		f.key, keys = undotted(keys[:f.keyEnd]), keys[f.keyEnd:]
		f.acronym, f.shouted = isAcronym(f.text), shouted(f.text)
		from := len(g.words)
		g.words = appendWords(g.words, f.key)
		f.words = g.words[from:len(g.words):len(g.words)]
		f.known, f.inLists = listed(f.text)
		if !f.inLists && f.acronym && lexicon.Body(strings.ReplaceAll(f.text, ".", "")) {
			f.known, f.inLists = extract.Org, true // the C.I.A.
		}
	}
}

// oneLine is s with single blanks for all white space.
func oneLine(s string) string {
	blank := false
	for _, r := range s {
		if r != ' ' && unicode.IsSpace(r) || r == ' ' && blank {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = r == ' '
	}
	return strings.Trim(s, " ")
}

// listed is the type of a name that the lexicon knows as a whole.
func listed(s string) (extract.EntityType, bool) {
	if lexicon.Body(s) {
		return extract.Org, true
	}
	switch lexicon.Place(s) {
	case lexicon.Country, lexicon.State, lexicon.City:
		return extract.GPE, true
	case lexicon.Region:
		return extract.Loc, true
	}
	if _, ok := lexicon.People(s); ok {
		return extract.NORP, true
	}
	return extract.Misc, false
}

// firstWord of a text whose blanks are single ones.
func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// isAcronym is for "NTSB" and "F.B.I.".
func isAcronym(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			letters++
		} else if r != '.' && r != '&' && !unicode.IsDigit(r) {
			return false
		}
	}
	return letters >= 2 && letters <= 6
}

// shouted says whether s is all in capitals and no acronym.
func shouted(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 4 || upper > 2 && strings.IndexByte(s, ' ') > 0
}

// weigh sums what speaks for the types of a name where it stands.
func (g *gathering) weigh(n *name) (s scores) {
	f := &g.forms[n.form]
	single := len(f.words) < 2
	s[n.typ] += 2
	if !single {
		s[n.typ]++
	}
	engine := s[extract.Person]
	t := around{g.doc, g.doc.Tokens}
	first, end := t.tokens(n.Span)
	prev, next := t.text(first-1), t.text(end)
	lowPrev := lowered(prev)
	gender, honorific := lexicon.Honorific(prev)
	switch {
	case honorific && upperFirst(prev) && !f.acronym && (!f.inLists || strings.HasSuffix(prev, ".") || prev == "Mr" || prev == "Mrs" || prev == "Ms"):
		s[extract.Person] += 6
		n.who = gender
	case lexicon.Title(prev) && !f.inLists && !f.acronym && prev != "Former" && prev != "General" && prev != "Republican" && prev != "Democrat":
		s[extract.Person] += 4
	case lexicon.Role(lowPrev) && lowPrev == prev && !f.inLists && !f.acronym:
		s[extract.Person] += 2
	case lowPrev == "the" && !nounTag(t.tag(end)):
		s[extract.Person] -= 3
	case lowPrev == "in" && single && !f.inLists:
		s[extract.GPE] += 1.5
	}
	if f.shouted && g.dateline(n, next) {
		s[extract.GPE] += 4
	}
	switch {
	case prev == "," && next == "," && lexicon.Role(t.text(first-2)) && (article(t.text(first-3)) || article(t.text(first-4))) && !single && !f.inLists && !f.acronym && !orgWords(f):
		s[extract.Person] += 4 // a student, Blessing Udo, said
	case prev == "," && next == "," && onePerson(t.text(first-2)) && (t.text(first-4) == "'s" || t.text(first-4) == "’s" || t.text(first-3) == "'s" || t.text(first-3) == "’s") && !single && !f.inLists && !f.acronym && !orgWords(f):
		s[extract.Person] += 4 // the bloc's chief negotiator, Wopke Brand, said
	case next == "," && lexicon.Role(strings.ToLower(t.text(end+2))) && !f.inLists:
		s[extract.Person] += 1.5
	case next == "," && t.tag(end+1) == extract.CD && t.text(end+2) == ",":
		s[extract.Person] += 2
	case (next == "who" || next == "," && t.text(end+1) == "who") && !f.inLists:
		s[extract.Person] += 2
	case t.says(end) && !f.inLists && !f.acronym && lowPrev != "the":
		s[extract.Person] += 1.5
	}
	n.human = s[extract.Person] >= engine+2
	if !f.inLists {
		org := s[extract.Org]
		n.stock = n.named || t.traded(first, end) || single && lowPrev == "at" && employed(t.text(first-2)) && next != "'s" && next != "’s" // a partner at Vexley
		switch {
		case n.stock:
			s[extract.Org] += 2.5
		case next == "'s" || next == "’s":
			if owned(t.text(end+1)) || t.text(end+1) == "chief" && t.text(end+2) == "executive" {
				s[extract.Org] += 2.5
			}
		case single && (t.used(end) || n.typ == extract.Person && staffed(next) || n.typ == extract.Person && next == "," && t.text(end+1) == "which"):
			s[extract.Org] += 2.5
		}
		if next == "," && n.typ != extract.Org && lowPrev != "of" && lowPrev != "in" && lowPrev != "at" && t.isBody(end+1) {
			s[extract.Org] += 5
		}
		if single && lowPrev == "the" && n.typ != extract.Org && newsWord(f.words[0]) && (n.typ != extract.Person || next != "'s" && next != "’s") {
			s[extract.Org] += 5 // told the Observer
		}
		if last := len(f.words) - 1; last > 0 {
			switch w := f.words[last]; {
			case paperWord(w) && (n.typ == extract.GPE || lowPrev == "the"), tradeWord(w) && n.typ == extract.GPE:
				s[extract.Org] += 3.5
			}
		}
		n.trade = s[extract.Org] > org
	}
	return s
}

// onePerson says whether a word is of an office that a person holds and no body.
func onePerson(w string) bool {
	switch w {
	case "negotiator", "lawyer", "attorney", "solicitor", "spokesman", "spokeswoman", "director", "minister", "president", "coach", "captain", "envoy", "ambassador", "commissioner", "secretary", "editor", "chairman", "chairwoman":
		return true
	}
	return false
}

func article(w string) bool { return w == "a" || w == "an" || w == "A" || w == "An" }

// orgWords says whether a word of a name tells of a body.
func orgWords(f *form) bool {
	for w := range strings.SplitSeq(f.text, " ") {
		if lexicon.OrgWord(w) {
			return true
		}
	}
	return false
}

// lowered is a word before a name in small letters, as far as weigh asks for it.
func lowered(w string) string {
	switch w {
	case "The", "THE":
		return "the"
	case "In", "IN":
		return "in"
	case "Of", "OF":
		return "of"
	case "At", "AT":
		return "at"
	}
	return w
}

// dateline says whether a name in capitals opens a block as its dateline:
// "HARWICK — The", "HARWICK, Ohio (AP)".
func (g *gathering) dateline(n *name, next string) bool {
	b := sort.Search(len(g.doc.Blocks), func(i int) bool { return g.doc.Blocks[i].End > n.Start })
	if b == len(g.doc.Blocks) || g.doc.Blocks[b].Start != n.Start {
		return false
	}
	switch next {
	case "—", "–", "-", "--", "(", ",":
		return true
	}
	return false
}

func says(word string) bool {
	switch word {
	case "said", "says", "told", "added", "asked", "wrote", "tweeted", "replied":
		return true
	}
	return false
}

// says says whether token i reports speech, an adverb or auxiliary before it
// passed over: "also said", "has said".
func (a around) says(i int) bool {
	if w := a.text(i); a.tag(i) == extract.RB || w == "has" || w == "had" || w == "later" {
		i++
	}
	return says(a.text(i))
}

func nounTag(t extract.Tag) bool { return t.Noun() }

func upperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// around looks at the tokens beside a span.
type around struct {
	doc  *extract.Document
	toks []extract.Token
}

// tokens is the range of tokens that s lies on.
func (a around) tokens(s extract.Span) (first, end int) {
	first = sort.Search(len(a.toks), func(i int) bool { return a.toks[i].End > s.Start })
	end = first
	for end < len(a.toks) && a.toks[end].Start < s.End {
		end++
	}
	return first, end
}

func (a around) text(i int) string {
	if i < 0 || i >= len(a.toks) {
		return ""
	}
	return a.doc.At(a.toks[i].Span)
}

func (a around) tag(i int) extract.Tag {
	if i < 0 || i >= len(a.toks) {
		return extract.NoTag
	}
	return a.toks[i].Tag
}
