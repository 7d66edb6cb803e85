// Package entity gathers the names of an article into one entity for each
// person, body or place.
//
// Equal names make a form. Persons come first: full names that agree make one person, and a
// surname or first name alone joins the person who bears it. What is left is
// gathered by its words, initials and other names. The type of an entity is
// decided over all its mentions and given back to them.
//
// Every name is compared with a bounded number of others, found by their
// words, so that the work is linear in the text.
package entity

import (
	"slices"
	"strings"
	"sync"

	"github.com/quoth/quoth/extract"
)

// Stage gathers mentions into entities.
func Stage() extract.Stage {
	return extract.Stage{Name: "entity", Doc: "Gathers mentions into one entity for each person, body or place.",
		Needs: extract.Tokens | extract.Names, Gives: extract.Entities,
		Annotate: func(d *extract.Document) error {
			Gather(d)
			return nil
		}}
}

// Gather gathers the names among d's mentions, in order of the text, into
// d.Entities. Mentions of other kinds and entities that were there before are
// dropped.
func Gather(d *extract.Document) {
	d.Entities = nil
	s := scratches.Get().(*scratch)
	g := gather(d, s.read(d), s)
	g.persons()
	g.bodies()
	g.governments()
	g.write()
	s.formsOf, s.owners, s.made, s.folk = g.forms, g.owner, g.clusters, g.people.all
	s.clear()
	scratches.Put(s)
}

// gathering is the state of one document's gathering.
type gathering struct {
	doc   *extract.Document
	names []name
	forms []form
	// owner of each name: index into clusters, -1 for none yet
	owner    []int32
	clusters []cluster
	people   personIndex
	*scratch
}

// scratch is space that documents use one after the other. It keeps nothing of
// them.
type scratch struct {
	byText   map[string]int32 // forms
	byKey    map[string]int32 // clusters
	short    map[string]rivals
	alone    map[string]int32
	together map[string]scores
	byLast   map[string]bearersOf
	byWord   map[string]bearersOf
	folk     []person
	firms    map[string]bool
	names    []name
	formsOf  []form
	owners   []int32
	room     []int32
	order    []int32
	made     []cluster
	folded   []byte
	words    []string
	parts    []string
	shorts   []string
}

// manyNames bounds the space that is kept, in names of a document.
const manyNames = 1 << 13

var scratches = sync.Pool{New: func() any { return newScratch() }}

func newScratch() *scratch {
	return &scratch{byText: map[string]int32{}, byKey: map[string]int32{}, short: map[string]rivals{}, alone: map[string]int32{}, together: map[string]scores{},
		byLast: map[string]bearersOf{}, byWord: map[string]bearersOf{}, firms: map[string]bool{}}
}

func (s *scratch) clear() {
	clear(s.byText)
	clear(s.byKey)
	clear(s.short)
	clear(s.alone)
	clear(s.together)
	clear(s.byLast)
	clear(s.byWord)
	clear(s.firms)
	clear(s.folk[:cap(s.folk)])
	s.folk = s.folk[:0]
	clear(s.formsOf[:cap(s.formsOf)])
	s.formsOf = s.formsOf[:0]
	if cap(s.names) > manyNames { // a long document's space is not worth keeping
		*s = *newScratch()
	}
	for _, list := range [...]*[]string{&s.words, &s.parts, &s.shorts} {
		clear((*list)[:cap(*list)])
		*list = (*list)[:0]
	}
}

// appendWords appends the words of a text whose blanks are single ones.
func appendWords(dst []string, s string) []string {
	for s != "" {
		w, rest, _ := strings.Cut(s, " ")
		if w != "" {
			dst = append(dst, w)
		}
		s = rest
	}
	return dst
}

// cluster is an entity in the making.
type cluster struct {
	names  []int32
	person bool
	called int32 // form that names it whatever else does, counted from 1; 0 for none
	score  scores
}

func (g *gathering) newCluster(person bool) int32 {
	if n := len(g.clusters); n < cap(g.clusters) {
		g.clusters = g.clusters[:n+1]
		c := &g.clusters[n]
		*c = cluster{person: person, names: c.names[:0]}
	} else {
		g.clusters = append(g.clusters, cluster{person: person})
	}
	return int32(len(g.clusters) - 1)
}

// give makes all names of form f that nobody owns the cluster's.
func (g *gathering) give(f, c int32) {
	for _, n := range g.forms[f].names {
		if g.owner[n] < 0 {
			g.giveName(n, c)
		}
	}
}

func (g *gathering) giveName(n, c int32) {
	g.owner[n] = c
	g.clusters[c].names = append(g.clusters[c].names, n)
	g.clusters[c].score.add(g.names[n].score)
}

// write makes entities of the clusters, in order of their first mention.
func (g *gathering) write() {
	at := g.order[:0]
	for range g.clusters {
		at = append(at, -1)
	}
	g.order = at
	d := g.doc
	d.Mentions = d.Mentions[:0]
	d.Entities = make([]extract.Entity, 0, len(g.clusters))
	room := make([]int32, 0, len(g.names))
	for n := range g.names {
		c := g.owner[n]
		if at[c] < 0 {
			at[c] = int32(len(d.Entities))
			cl := &g.clusters[c]
			slices.Sort(cl.names)
			n := len(room) + len(cl.names)
			d.Entities = append(d.Entities, extract.Entity{Type: g.typeOf(cl), Name: g.fullest(cl), Mentions: room[len(room):len(room):n]})
			room = room[:n]
		}
		e := at[c]
		d.Entities[e].Mentions = append(d.Entities[e].Mentions, int32(len(d.Mentions)))
		d.Mentions = append(d.Mentions, extract.Mention{Span: g.names[n].Span, Type: d.Entities[e].Type, Entity: e})
	}
}

// fullest is the name of a cluster: the form of the most words, initials not
// counted, that is not all in capitals; of several the most frequent, then the
// longest, then the first.
func (g *gathering) fullest(c *cluster) string {
	best, bestRank := int32(-1), [4]int{}
	for _, n := range c.names {
		f := g.names[n].form
		if f == best {
			continue
		}
		fm := &g.forms[f]
		rank := [4]int{0, written(fm.words), len(fm.names), len(fm.text)}
		if f+1 == c.called {
			rank[1] = 2 // Susan, though Mrs Keller
		}
		if !fm.shouted {
			rank[0] = 1
		}
		if !c.person && fm.acronym {
			rank[1] = 0
		}
		if best < 0 || slices.Compare(rank[:], bestRank[:]) > 0 {
			best, bestRank = f, rank
		}
	}
	return g.forms[best].text
}

// written counts the words of a name that are no initials, "the" before it left
// out.
func written(words []string) int {
	n := 0
	for i, w := range words {
		if len(strings.Trim(w, ".,")) > 1 && (i > 0 || w != "the") {
			n++
		}
	}
	return n
}
