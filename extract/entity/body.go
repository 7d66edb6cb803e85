package entity

import (
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// rivals are the clusters that one short name may stand for; of is full where
// there were too many to weigh.
type rivals struct {
	of [6]int32
	n  int8
}

// bodies gathers what is no person: by the same words, other names, initials,
// and short forms ("the Gazette" for "Tidewater Gazette").
func (g *gathering) bodies() {
	order := g.order[:0]
	for f := range g.forms {
		if slices.ContainsFunc(g.forms[f].names, func(n int32) bool { return g.owner[n] < 0 }) {
			order = append(order, int32(f))
		}
	}
	g.order = order
	// Long forms first: the short ones join them.
	slices.SortStableFunc(order, func(a, b int32) int { return len(g.forms[b].words) - len(g.forms[a].words) })
	byKey := g.byKey
	for _, f := range order {
		fm := &g.forms[f]
		key := chiefName(fm)
		if g.apart(f, byKey, key) {
			continue
		}
		c, ok := byKey[key]
		if !ok {
			of := g.short[key]
			c, ok = g.longer(fm, of.of[:of.n])
			if ok && fm.inLists && fm.known == extract.GPE && g.typeOf(&g.clusters[c]) == extract.Org {
				ok = false // "Leeds" is no short form of "Leeds Fire Service"
			}
		}
		if !ok {
			c = g.newCluster(false)
		}
		if _, taken := byKey[key]; !taken {
			byKey[key] = c
		}
		g.give(f, c)
		for _, s := range g.shortForms(key) {
			if r := g.short[s]; int(r.n) < len(r.of) && !slices.Contains(r.of[:r.n], c) {
				r.of[r.n] = c
				r.n++
				g.short[s] = r
			}
		}
	}
	g.bracketed()
}

// apart gives the names of a place that the engine takes for a body's to an
// entity of their own, where they are a third of its names or more: "Surrey beat
// Kent", "a match in Surrey". It says whether none is left. Typed F1 on
// conllpp-dev .9231 -> .9268.
func (g *gathering) apart(f int32, byKey map[string]int32, key string) bool {
	fm := &g.forms[f]
	if !fm.inLists || fm.known != extract.GPE {
		return false
	}
	firm, isFirm := g.firmOf(fm)
	free, bodies := 0, 0
	for _, n := range fm.names {
		if g.owner[n] < 0 {
			free++
			if g.names[n].typ == extract.Org {
				bodies++
			}
		}
	}
	if bodies == 0 || bodies*3 < free {
		return false
	}
	key += " (body)"
	c, ok := byKey[key]
	if isFirm {
		c = firm
	} else if !ok {
		c = g.newCluster(false)
		byKey[key] = c
	}
	left := false
	for _, n := range fm.names {
		if g.owner[n] >= 0 {
			continue
		}
		if g.names[n].typ == extract.Org || isFirm && !fm.shouted && !g.where(n) {
			g.giveName(n, c)
		} else {
			left = true
		}
	}
	return !left
}

// firmOf is the firm that goes by a place's name in this text: "Piedmont" for
// "Piedmont Gravel LLC".
func (g *gathering) firmOf(f *form) (cluster int32, ok bool) {
	if !g.firms[f.key] {
		return 0, false
	}
	if c, ok := g.byKey[f.key]; ok && g.typeOf(&g.clusters[c]) == extract.Org {
		return c, true
	}
	of := g.short[f.key]
	if of.n != 1 || g.typeOf(&g.clusters[of.of[0]]) != extract.Org {
		return 0, false
	}
	return of.of[0], true
}

// where says whether a name stands where places do: "in Piedmont", "Piedmont, Ohio".
func (g *gathering) where(n int32) bool {
	t := around{g.doc, g.doc.Tokens}
	first, end := t.tokens(g.names[n].Span)
	switch strings.ToLower(t.text(first - 1)) {
	case "in", "from", "to", "at", "near", "across", "into", "through", "around", "outside", "of", "the":
		return true
	}
	return t.text(end) == "," && t.tag(end+1) == extract.NNP
}

// seldomPlace says whether a word that is a city's name too stands like one in no
// more than a quarter of its places: of Jordan Montgomery "Montgomery" is told.
func (g *gathering) seldomPlace(f *form) bool {
	if f.known != extract.GPE || lexicon.Place(f.text) != lexicon.City || f.key == "washington" {
		return false
	}
	placed := 0
	for _, n := range f.names {
		if g.where(n) {
			placed++
		}
	}
	return placed*4 <= len(f.names)
}

// chiefName is the key under which all names of a thing are found.
func chiefName(f *form) string {
	if chief, ok := lexicon.Alias(f.text); ok {
		return lexicon.Fold(chief)
	}
	key := strings.TrimPrefix(f.key, "the ")
	words := f.words
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	if len(words) > 2 && words[0] == "u.s." { // U.S. Department of Justice
		words, key = words[1:], strings.TrimPrefix(key, "u.s. ")
	}
	// Department of Justice, Justice Department
	for len(words) > 2 && words[1] == "of" && officeWord(words[0]) {
		rest := words[2:]
		if rest[0] == "the" && len(rest) > 1 {
			rest = rest[1:]
		}
		return strings.Join(rest, " ") + " " + words[0]
	}
	if n := len(words); n > 1 && companyWord(words[n-1]) {
		n--
		for n > 1 && companyWord(words[n-1]) { // Vexley Pvt Ltd
			n--
		}
		end := n - 1 // of the words in key, blanks between them
		for _, w := range words[:n] {
			end += len(w)
		}
		return strings.TrimSuffix(key[:end], ",")
	}
	return key
}

func officeWord(w string) bool {
	switch w {
	case "department", "ministry", "office", "bureau", "committee", "board", "agency":
		return true
	}
	return false
}

func companyWord(w string) bool {
	switch strings.Trim(w, ".") {
	case "inc", "corp", "corporation", "co", "company", "ltd", "plc", "llc", "llp", "ag", "sa", "nv", "gmbh", "limited", "pvt", "pte", "pty", "bhd", "spa", "oy", "ab", "asa", "kk":
		return true
	}
	return false
}

// shortForms are the names that may stand for a longer one later.
func (g *gathering) shortForms(key string) []string {
	g.parts = appendWords(g.parts[:0], key)
	words := g.parts
	if len(words) < 2 {
		return nil
	}
	list := g.shorts[:0]
	add := func(s string) {
		if len(s) > 1 && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	all, capital := initialsOf(words)
	add(all)
	add(capital)
	if last := words[len(words)-1]; officeWord(last) {
		all, _ = initialsOf(append([]string{last, "of"}, words[:len(words)-1]...))
		add(all)
	}
	add(words[0])
	add(words[len(words)-1])
	if n := len(words); n == 3 && tradeWord(words[n-1]) {
		add(key[:len(key)-len(words[n-1])-1])
	}
	g.shorts = list
	return list
}

// longer is which one of some clusters a form may stand for the longer names
// of; it is none where another could have the short name too. Of names in the
// lists it is known what they are short for: the House is the House of
// Representatives though the White House ends with the word.
func (g *gathering) longer(f *form, of []int32) (cluster int32, ok bool) {
	for _, c := range of {
		if g.mayBeShort(f, c) {
			if ok {
				return 0, false
			}
			cluster, ok = c, true
		}
	}
	return cluster, ok && (len(of) == 1 || f.inLists && len(of) < len(rivals{}.of))
}

// mayBeShort says whether a form may stand for the longer names of cluster c.
func (g *gathering) mayBeShort(f *form, c int32) bool {
	if len(f.words) == 2 {
		return g.firms[f.key] && !f.inLists
	}
	if len(f.words) != 1 {
		return false
	}
	long := &g.forms[g.names[g.clusters[c].names[0]].form]
	t := g.typeOf(&g.clusters[c])
	if f.acronym {
		return t == extract.Org || t == extract.Misc || t == extract.GPE
	}
	words := long.words
	if f.inLists {
		// The House, the House of Representatives; Congress, the U.S. Congress. The
		// Senate is not Senate Republicans.
		first := firstWord(long.text)
		_, people := lexicon.People(first)
		return f.known == extract.Org && t == extract.Org &&
			(f.key == words[0] && g.firms[f.key] || f.key == words[0] && len(words) > 2 && words[1] == "of" || f.key == words[len(words)-1] && (people || lexicon.Place(first) == lexicon.Country || team(f.key) && lexicon.Place(first) != lexicon.NoPlace))
	}
	switch f.key {
	case words[0]:
		if words[0] == "the" && len(words) > 1 {
			return false
		}
		_, first := listed(firstWord(long.text))
		if best := f.score.best(); (best == extract.GPE || best == extract.Loc) && !g.firms[f.key] {
			return false // Whitby is not the Whitby Gazette
		}
		return t == extract.Org && !first
	case words[len(words)-1]:
		return t == extract.Org || t == extract.Loc || t == extract.Misc
	}
	return false
}

// bracketed joins a name and the acronym that stands in brackets behind it.
func (g *gathering) bracketed() {
	text := g.doc.Text()
	for n := 1; n < len(g.names); n++ {
		at := n - 1
		if t := g.names[at].typ; n > 1 && (t == extract.GPE || t == extract.Loc) && strings.TrimSpace(text[g.names[n-2].End:g.names[at].Start]) == "," {
			at-- // University of Agriculture, Ely (UNAE)
		}
		a, b := &g.names[at], &g.names[n]
		if f := &g.forms[b.form]; !f.acronym && !f.initials(&g.forms[a.form]) || len(g.forms[a.form].words) < 2 || b.Start-g.names[n-1].End > 5 || !beside(text[g.names[n-1].End:b.Start], text[b.End:]) && !(betweenCommas(text[g.names[n-1].End:b.Start], text[b.End:]) && f.initials(&g.forms[a.form])) {
			continue
		}
		into, from := g.owner[at], g.owner[n]
		if into == from || g.clusters[into].person || !shortens(&g.forms[b.form], &g.forms[a.form]) && !g.foreignShort(a, b) || g.forms[b.form].known == extract.GPE && g.forms[b.form].inLists {
			continue
		}
		for _, m := range g.clusters[from].names {
			g.giveName(m, into)
		}
		g.clusters[from] = cluster{}
	}
}

// beside says whether what stands between two names and behind them makes the
// second another name of the first: "Corran Liberation Army (FLC)", "…, or FLC,".
func beside(between, behind string) bool {
	switch strings.TrimSpace(between) {
	case "(":
		return strings.HasPrefix(behind, ")")
	case ", or":
		return strings.HasPrefix(behind, ",")
	}
	return false
}

// betweenCommas says whether the second of two names stands between commas behind the
// first, as Nigerian papers set acronyms: "Nigeria Labour Congress, NLC,".
func betweenCommas(between, behind string) bool {
	return strings.TrimSpace(between) == "," && strings.HasPrefix(behind, ",")
}

// foreignShort says whether an acronym may be a body's own for its name in another
// language: the National Liberation Army (ELN). Clubs and teams have countries there.
func (g *gathering) foreignShort(a, b *name) bool {
	return a.typ == extract.Org && len(g.forms[a.form].words) > 2 && len(g.forms[b.form].key) > 2 && (b.typ == extract.Org || b.typ == extract.Misc) && !lexicon.Org(g.forms[b.form].text) && (!g.forms[b.form].inLists || g.forms[b.form].known == extract.Org)
}

// initials says whether f is one word of the initials of all words of a longer
// name, small ones too: "DfT" for "Department for Transport".
func (f *form) initials(long *form) bool {
	if len(f.words) != 1 || len(f.key) > 6 || len(f.key) < 3 {
		return false
	}
	all, _ := initialsOf(long.words)
	return all == f.key
}

// shortens says whether an acronym that stands in brackets behind a longer name
// may be made of it: by its first letter, or by initials of words further in, as
// "H&T" is of the State Department of Harbors & Tides.
func shortens(acronym, long *form) bool {
	if acronym.key[0] == long.key[0] {
		return true
	}
	letters := strings.Map(func(r rune) rune {
		if r == '&' || r == '.' {
			return -1
		}
		return r
	}, acronym.key)
	all, chief := initialsOf(long.words)
	return strings.Contains(all, letters) || strings.Contains(chief, letters)
}

// typeOf decides what a cluster is.
func (g *gathering) typeOf(c *cluster) extract.EntityType {
	if c.person {
		return extract.Person
	}
	for _, n := range c.names {
		if f := &g.forms[g.names[n].form]; f.inLists {
			if (f.known == extract.GPE || f.known == extract.Loc) && g.mostly(c, extract.Org) {
				return extract.Org
			}
			if f.known == extract.GPE && g.mostly(c, extract.Misc) {
				return extract.Misc
			}
			return f.known
		} else if n := len(f.words); n > 1 && (g.firms[f.words[0]] && (companyWord(f.words[n-1]) || tradeWord(f.words[n-1])) || f.words[n-1] == "university") {
			return extract.Org
		}
	}
	return c.score.best()
}

// mostly says whether the engine takes most names of a cluster for t, though the
// lists know a place of that name: clubs go by their towns ("Surrey beat
// Kent"; typed F1 on conllpp-dev .856 -> .905), tournaments by where they are
// played ("the Wimbledon champion"; conllpp-dev .9395 -> .9406).
func (g *gathering) mostly(c *cluster, t extract.EntityType) bool {
	of := 0
	for _, n := range c.names {
		if g.names[n].typ == t {
			of++
		}
	}
	return of*2 > len(c.names)
}

// team says whether a word may be what a team is called behind its town: the
// Broncos, but not the Times.
func team(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "s") && w != "times" && w != "news" && w != "airlines" && w != "airways"
}
