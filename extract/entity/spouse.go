package entity

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// spouses gives those who are named beside a person, as his wife or her
// husband, the surname that they share: in "Derek Hartley and his wife Susan"
// she is Mrs Hartley. forms are the names of a single word.
func (g *gathering) spouses(forms []int32) {
	if len(g.people.all) == 0 {
		return
	}
	for _, f := range forms {
		fm := &g.forms[f]
		if fm.inLists || fm.acronym || len(fm.words) != 1 || fm.score.best() != extract.Person || g.byLast[spelling(fm.key)].n > 0 || g.byWord[spelling(fm.key)].n > 0 {
			continue
		}
		n := fm.names[0]
		of, who := g.married(n)
		if of < 0 {
			continue
		}
		last := g.people.all[of].last
		p := int32(len(g.people.all))
		g.people.all = append(g.people.all, person{cluster: g.newCluster(true), first: fm.words[0], last: last, gender: who, at: fm.names, spouse: true})
		index(g.byLast, spelling(last), p)
		index(g.byWord, spelling(fm.words[0]), p)
		g.clusters[g.people.all[p].cluster].called = f + 1
		g.give(f, g.people.all[p].cluster)
	}
}

// married is the person named in full right before name n whose wife or
// husband n is called, -1 for none, and the gender of n.
func (g *gathering) married(n int32) (of int32, who lexicon.Gender) {
	if n == 0 {
		return -1, lexicon.Unknown
	}
	t := around{g.doc, g.doc.Tokens}
	first, _ := t.tokens(g.names[n].Span)
	if t.text(first-1) == "," {
		first--
	}
	switch t.text(first-2) + " " + t.text(first-1) {
	case "his wife", "His wife":
		who = lexicon.Female
	case "her husband", "Her husband":
		who = lexicon.Male
	default:
		return -1, lexicon.Unknown
	}
	c := g.owner[n-1]
	same := g.byLast[spelling(lastOf(g.forms[g.names[n-1].form].words))]
	for _, p := range same.list() {
		if g.people.all[p].cluster == c {
			return p, who
		}
	}
	return -1, lexicon.Unknown
}

func lastOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
