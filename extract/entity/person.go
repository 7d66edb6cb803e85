package entity

import (
	"slices"
	"sort"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// person is a full name of the article.
type person struct {
	cluster     int32
	first, last string // folded
	suffix      string
	middle      string // initials
	gender      lexicon.Gender
	at          []int32 // names that have it in full, in order of the text
	spouse      bool    // the surname is the other's
}

// bearers bounds how many persons of one surname are told apart.
const bearers = 16

// personIndex finds persons by a word of their name.
type personIndex struct {
	all []person
}

// persons makes clusters of full names, then gives them the surnames and first
// names that stand alone.
func (g *gathering) persons() {
	var singles, long, behind, styled []int32
	g.findFirms()
	for f := range g.forms {
		fm := &g.forms[f]
		switch {
		case len(fm.words) == 0: // a lone accent
		case len(fm.words) == 1 || len(fm.words) == 2 && fm.words[0] == "the" && plural(fm.words[1]): // the Kellers
			singles = append(singles, int32(f))
		case !fm.inLists && fm.score.best() == extract.Person && !g.firm(fm):
			if len(fm.words) == 2 && (fm.words[0] == "sir" || fm.words[0] == "dame" || fm.words[0] == "pope" || fm.words[1] != "x" && regnal(fm.words[1])) {
				styled = append(styled, int32(f))
				break
			}
			if particle(fm.words[0]) || len(fm.words) == 2 && !givenName(fm.text) {
				behind = append(behind, int32(f))
				break
			}
			g.fullName(int32(f))
		case !fm.inLists && g.toldAlone(fm):
			g.fullName(int32(f))
		case !fm.inLists && !g.firm(fm):
			long = append(long, int32(f))
		}
	}
	g.sortPeople()
	for _, f := range behind {
		if !g.doubleSurname(f) {
			g.fullName(f) // "Al Marsh", or nobody has it in full
		}
	}
	for _, f := range long {
		g.doubleSurname(f)
	}
	for _, f := range styled {
		if !g.styledName(f) {
			g.fullName(f)
		}
	}
	if len(behind)+len(styled) > 0 {
		g.sortPeople()
	}
	g.spouses(singles)
	for _, f := range singles {
		if len(g.forms[f].words) == 1 {
			g.surname(f)
		}
		g.family(f)
	}
	// Surnames that nobody bears in full: "Putin" alone.
	for _, f := range singles { // of all ways to write a word together
		sum := g.together[g.forms[f].key]
		sum.add(g.forms[f].score)
		g.together[g.forms[f].key] = sum
	}
	for _, f := range singles {
		fm := &g.forms[f]
		if g.owner[fm.names[0]] < 0 && g.traded(fm) { // Vexley, whose first name is not told
			stock := slices.ContainsFunc(fm.names, func(n int32) bool { return g.names[n].stock })
			for _, n := range fm.names {
				s := &g.names[n].score
				s[extract.Org] += max(s[extract.Person], 0)
				if stock {
					s[extract.Org] += max(s[extract.GPE], 0)
				}
			}
			continue
		}
		if fm.inLists || fm.acronym || !g.isPerson(fm.key) || g.owner[fm.names[0]] >= 0 || g.firm(fm) {
			continue
		}
		key := spelling(fm.key)
		c, ok := g.alone[key]
		if !ok {
			c = g.newCluster(true)
			g.alone[key] = c
		}
		g.give(f, c)
	}
}

// toldAlone says whether a name that the engine takes for a body's is the person's whom the
// text goes on to call by its first word: "Teo Boon Kiat lied. Mr Teo, 54, said".
func (g *gathering) toldAlone(f *form) bool {
	if len(f.words) != 3 || f.score.best() != extract.Org || orgWords(f) {
		return false
	}
	word := firstWord(f.text)
	alone, ok := g.byText[word]
	if !ok || g.forms[alone].score.best() != extract.Person || g.forms[alone].inLists {
		return false
	}
	if len(g.forms[alone].names) < 2 && !slices.ContainsFunc(g.forms[alone].names, func(n int32) bool { return g.names[n].human }) {
		return false
	}
	for w := range strings.SplitSeq(f.text[len(word)+1:], " ") {
		if strings.ToUpper(w) == w {
			return false // Rosalía LUX Corran
		}
	}
	for _, w := range f.words[1:] {
		if len(w) < 3 || companyWord(w) || tradeWord(w) || lexicon.English(w) {
			return false
		}
	}
	return true
}

func (g *gathering) sortPeople() {
	for i := range g.people.all {
		slices.Sort(g.people.all[i].at)
	}
}

// isPerson says whether the names of a single word, however written, are a
// person's.
func (g *gathering) isPerson(key string) bool {
	sum := g.together[key]
	return sum.best() == extract.Person
}

func (g *gathering) fullName(f int32) {
	fm := &g.forms[f]
	words, suffix := fm.words, ""
	if last := strings.Trim(words[len(words)-1], ".,"); len(words) > 2 {
		switch last {
		case "jr", "sr", "ii", "iii", "iv":
			suffix = last
			words = words[:len(words)-1]
		}
	}
	first, last := words[0], strings.Trim(words[len(words)-1], ",")
	if suffix == "" && len(words) > 2 && chineseGiven(fm.text) && !particle(words[len(words)-2]) {
		last = words[len(words)-2] // Ronny Yip Ka-ho
	}
	key, middle := spelling(last), middleOf(words)
	p := int32(-1)
	same := g.byLast[key]
	for _, i := range same.list() {
		if q := &g.people.all[i]; q.suffix == suffix && sameFirst(q.first, first) && (q.middle == "" || strings.HasPrefix(middle, q.middle) || strings.HasPrefix(q.middle, middle)) {
			p = i
			break
		}
	}
	if p < 0 {
		p = int32(len(g.people.all))
		who, _ := lexicon.FirstName(firstWord(fm.text))
		g.people.all = append(g.people.all, person{cluster: g.newCluster(true), first: first, last: last, suffix: suffix, gender: who})
		index(g.byLast, key, p)
	}
	q := &g.people.all[p]
	if q.middle == "" {
		q.middle = middle
	}
	if len(strings.Trim(q.first, ".")) < 2 {
		q.first = first
	}
	for _, w := range words[:len(words)-1] {
		w = strings.Trim(w, "“”\"'‘’()")
		if len(strings.Trim(w, ".")) > 1 && !particle(w) {
			index(g.byWord, spelling(w), p)
			if long := longForm(w); long != w {
				index(g.byWord, spelling(long), p)
			}
		}
	}
	if q.at == nil {
		q.at = fm.names[:len(fm.names):len(fm.names)]
	} else {
		q.at = append(q.at, fm.names...)
	}
	for _, n := range fm.names {
		if who := g.names[n].who; who == lexicon.Male || who == lexicon.Female {
			q.gender = who
		}
	}
	g.give(f, q.cluster)
}

// middleOf are the initials between a first name and a surname: "hw" of George H.W.
// Bush, who is not George W. Bush. They are "" where a word stands there.
func middleOf(words []string) string {
	if len(words) != 3 {
		return ""
	}
	switch w := words[1]; {
	case len(w) == 1 || len(w) == 2 && w[1] == '.':
		return w[:1]
	case len(w) == 4 && w[1] == '.' && w[3] == '.':
		return w[:1] + w[2:3]
	}
	return ""
}

// chineseGiven says whether a name ends with a given name of two parts as it is
// written in Hong Kong, Taiwan and Korea behind the surname: "Ka-ho".
func chineseGiven(s string) bool {
	one, two, ok := strings.Cut(s[strings.LastIndexByte(s, ' ')+1:], "-")
	return ok && upperFirst(one) && len(one) < 6 && len(two) > 1 && len(two) < 6 && strings.ToLower(two) == two
}

// doubleSurname gives "van der Berg", and "Reif Ehrlich", which the engine took for a
// firm, to the persons whose full names end so; it says whether there are any.
func (g *gathering) doubleSurname(f int32) bool {
	words := g.forms[f].words
	bears := g.byLast[spelling(words[len(words)-1])]
	var who bearersOf
	for _, p := range bears.list() {
		full := g.forms[g.names[g.people.all[p].at[0]].form].words
		if n := len(full) - len(words); n > 0 && slices.Equal(full[n:], words) {
			who.of[who.n] = p
			who.n++
		}
	}
	for _, n := range g.forms[f].names {
		if p := g.bearer(n, who.list()); p >= 0 && g.owner[n] < 0 {
			g.giveName(n, g.people.all[p].cluster)
		}
	}
	return who.n > 0
}

// styledName gives "Sir Rupert" to the only person of that first name, "Pope Leo" to
// the only one with a number behind it, "Charles III" to Prince Charles; it says
// whether there is one.
func (g *gathering) styledName(f int32) bool {
	words := g.forms[f].words
	bears := g.byWord[spelling(words[1])]
	if regnal(words[1]) {
		bears = g.byLast[spelling(words[0])]
	}
	if bears.n != 1 || words[0] == "pope" && !regnal(g.people.all[bears.of[0]].last) {
		return false
	}
	g.give(f, g.people.all[bears.of[0]].cluster)
	return true
}

// regnal says whether w is the number of a pope or king.
func regnal(w string) bool { return w != "" && strings.Trim(w, "ivx") == "" }

// bearersOf are the persons of one word, as indices.
type bearersOf struct {
	of [bearers]int32
	n  int32
}

func (b *bearersOf) list() []int32 { return b.of[:b.n] }

func index(m map[string]bearersOf, key string, p int32) {
	if b := m[key]; b.n < bearers && !slices.Contains(b.list(), p) {
		b.of[b.n] = p
		b.n++
		m[key] = b
	}
}

// givenName says whether a name begins with a word that is known for a first name:
// "Abu Sitta" is a surname of two words as like as not.
func givenName(s string) bool {
	_, first := lexicon.FirstName(firstWord(s))
	return first
}

func particle(w string) bool {
	switch w {
	case "de", "del", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "dos", "of", "the", "and":
		return true
	}
	return false
}

// sameFirst says whether two first names may be one person's: "William", "Bill"
// and "W.".
func sameFirst(a, b string) bool {
	if a == b || spelling(a) == spelling(b) {
		return true
	}
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if len(a) == 1 || len(b) == 1 {
		return a != "" && b != "" && a[0] == b[0]
	}
	return longForm(a) == longForm(b)
}

func longForm(first string) string {
	if first == "" {
		return first
	}
	var b [32]byte
	name := append(b[:0], first[:min(len(first), len(b))]...)
	if 'a' <= name[0] && name[0] <= 'z' {
		name[0] -= 'a' - 'A'
	}
	if long, ok := lexicon.Nickname(string(name)); ok {
		return strings.ToLower(long)
	}
	return first
}

// surname gives the names of a single word to the persons who bear it. A word
// that is a place's or a body's name too is the person's only where the text
// around it says so.
func (g *gathering) surname(f int32) {
	fm := &g.forms[f]
	if fm.acronym && !fm.shouted {
		return
	}
	key := spelling(fm.key)
	found := g.byLast[key]
	if len(fm.names) > 1 && fm.score[extract.Org] > fm.score[extract.Person] && (fm.inLists && (fm.known != extract.GPE || fm.score[extract.Org] > fm.score[extract.GPE]) || g.firm(fm) || !g.toldBefore(fm.names[0], found)) {
		return // the firm that bears its founder's name
	}
	if found.n == 0 {
		found = g.byWord[key]
		if found.n == 0 { // "Tommy" of "Tom Keller"
			found = g.byWord[spelling(longForm(fm.key))]
		}
		if found.n == 0 || fm.inLists {
			return
		}
		// "Green" of "Green Bay Smith" is no one's first name.
		if _, first := lexicon.FirstName(fm.text); !first && fm.score.best() != extract.Person {
			return
		}
	}
	who := found.list()
	town := fm.inLists && g.seldomPlace(fm)
	for _, n := range fm.names {
		if g.owner[n] >= 0 {
			continue // his wife Susan
		}
		if p := g.bearer(n, who); p >= 0 && (!fm.inLists || g.meansPerson(n, p) || town && g.people.all[p].at[0] < n && !g.where(n)) {
			g.giveName(n, g.people.all[p].cluster)
		}
	}
}

// toldBefore says whether one of the persons is named in full before name n.
func (g *gathering) toldBefore(n int32, who bearersOf) bool {
	return slices.ContainsFunc(who.list(), func(p int32) bool { return g.people.all[p].at[0] < n })
}

// family makes an entity of a surname's plural: the Clintons are none of the two.
func (g *gathering) family(f int32) {
	fm := &g.forms[f]
	one, plural := strings.CutSuffix(fm.words[len(fm.words)-1], "s")
	if !plural || fm.inLists || g.owner[fm.names[0]] >= 0 {
		return
	}
	if short, ok := strings.CutSuffix(one, "e"); ok && g.byLast[spelling(one)].n == 0 {
		one = short // the Marshes
	}
	if g.byLast[spelling(one)].n > 0 {
		g.give(f, g.newCluster(true))
	}
}

// bearer is which of the persons a name alone means: of several the one named
// in full at least twice as often as any other, else the one named in full
// last.
func (g *gathering) bearer(n int32, who []int32) int32 {
	if len(who) == 1 {
		return who[0]
	}
	gender := g.names[n].who
	sure := (gender == lexicon.Male || gender == lexicon.Female) && slices.ContainsFunc(who, func(p int32) bool { return g.people.all[p].gender == gender })
	best, most, second := int32(-1), 0, 0
	last, lastAt, next, nextAt := int32(-1), int32(-1), int32(-1), int32(1<<30)
	known := slices.ContainsFunc(who, func(p int32) bool { return g.people.all[p].at[0] < n })
	for _, p := range who {
		q := &g.people.all[p]
		if q.spouse && !sure {
			continue // Hartley is Derek; Susan is Mrs Hartley
		}
		if known && q.at[0] > n {
			continue // a brother whom the text brings in only later
		}
		if sure && q.gender != gender || gender == lexicon.Male && q.gender == lexicon.Female || gender == lexicon.Female && q.gender == lexicon.Male {
			continue
		}
		k := sort.Search(len(q.at), func(i int) bool { return q.at[i] > n })
		if k > 0 && q.at[k-1] > lastAt {
			last, lastAt = p, q.at[k-1]
		}
		if k < len(q.at) && q.at[k] < nextAt {
			next, nextAt = p, q.at[k]
		}
		switch c := len(q.at); {
		case c > most:
			best, most, second = p, c, most
		case c > second:
			second = c
		}
	}
	switch {
	case most >= 2*second:
		return best
	case last >= 0:
		return last
	}
	return next
}

// near is how many names back a person must have been named in full for a word
// that is a place's name too to mean him or her.
const near = 12

// meansPerson decides for a word that is a person's and a place's or body's:
// "Washington", "Jordan", "Ford".
func (g *gathering) meansPerson(n, p int32) bool {
	nm := &g.names[n]
	fm := &g.forms[nm.form]
	if nm.score[extract.Person] >= 4 {
		return true
	}
	t := around{g.doc, g.doc.Tokens}
	first, end := t.tokens(nm.Span)
	switch strings.ToLower(t.text(first - 1)) {
	case "in", "from", "to", "at", "near", "across", "into", "through", "around", "outside", "toward", "towards", "throughout", "of", "the":
		return false
	}
	if fm.known == extract.NORP { // Mark German said, the German said
		return t.says(end) && t.text(first-1) != "the" && !plural(fm.key)
	}
	if t.says(end) && fm.known != extract.Org && lexicon.Place(fm.text) != lexicon.Country {
		return true
	}
	if t.text(end) == "," && t.tag(end+1) == extract.NNP {
		return false
	}
	q := &g.people.all[p]
	k := sort.Search(len(q.at), func(i int) bool { return q.at[i] > n })
	return k > 0 && n-q.at[k-1] <= near
}

func plural(folded string) bool { return strings.HasSuffix(folded, "s") }
