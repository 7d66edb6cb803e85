package speaker

import (
	"slices"
	"sort"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/dateline"
	"github.com/quoth/quoth/internal/lexicon"
)

// reading is one document as the rules read it.
type reading struct {
	doc     *extract.Document
	names   []int32 // mentions of kind name, in order of the text
	quoted  []extract.Span
	genders []lexicon.Gender
	roles   []role
	byHead  map[string][]int32 // roles by head, in order of the text
	best    []int32            // for each entity its role, -1 for none
	facts   []string           // see known
	spokeIt map[int]bool       // sentences in which a body or document without a name spoke
	speaks  map[int]int32      // who was found to speak last in a sentence, nobody for one without a name
	taken   map[string]int32   // persons by the nouns that took them up; nil for none
	first   map[string]int32   // where the text has a noun first; nil until asked for
	added   []extract.Mention
	opening []extract.Span // datelines
}

func newReading(d *extract.Document) *reading {
	r := &reading{doc: d, speaks: map[int]int32{}}
	r.opening = datelines(d)
	for i, m := range d.Mentions {
		if m.Kind == extract.NameMention && !within(m.Start, r.opening) {
			r.names = append(r.names, int32(i))
		}
	}
	slices.SortStableFunc(r.names, func(a, b int32) int { return int(d.Mentions[a].Start - d.Mentions[b].Start) })
	for i := range d.Quotes {
		r.quoted = append(r.quoted, d.Quotes[i].Quoted...)
	}
	slices.SortFunc(r.quoted, func(a, b extract.Span) int { return int(a.Start - b.Start) })
	r.readRoles()
	r.readGenders()
	return r
}

// datelines are what the first blocks open with: place, day and agency. Nobody
// means them by "it".
func datelines(d *extract.Document) (list []extract.Span) {
	const blocks = 4
	for i := range min(len(d.Blocks), blocks) {
		b := d.Blocks[i].Span
		if n := dateline.Read(d.At(b)).Len; n > 0 {
			list = append(list, extract.Span{Start: b.Start, End: b.Start + int32(n)})
		}
	}
	return list
}

// inQuote says whether byte at lies between quotation marks.
func (r *reading) inQuote(at int32) bool {
	k := sort.Search(len(r.quoted), func(i int) bool { return r.quoted[i].Start > at })
	return k > 0 && r.quoted[k-1].End > at
}

// sentenceAt is the index of the sentence that byte at lies in or after; -1 for
// none.
func (r *reading) sentenceAt(at int32) int {
	return sort.Search(len(r.doc.Sentences), func(i int) bool { return r.doc.Sentences[i].Start > at }) - 1
}

// nameAfter is the index in r.names of the first name that ends after byte at.
func (r *reading) nameAfter(at int32) int {
	return sort.Search(len(r.names), func(i int) bool { return r.doc.Mentions[r.names[i]].End > at })
}

// nameOn is the mention that lies on s, -1 for none.
func (r *reading) nameOn(s extract.Span) int32 {
	if k := r.nameAfter(s.Start); k < len(r.names) && r.doc.Mentions[r.names[k]].Start < s.End {
		return r.names[k]
	}
	return -1
}

// tokenAt is the first token that ends after byte at.
func (r *reading) tokenAt(at int32) int {
	return sort.Search(len(r.doc.Tokens), func(i int) bool { return r.doc.Tokens[i].End > at })
}

func (r *reading) word(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.At(r.doc.Tokens[i].Span)
}

func (r *reading) low(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Low(r.doc.Tokens[i].Span)
}

func (r *reading) tag(i int) extract.Tag {
	if i < 0 || i >= len(r.doc.Tokens) {
		return extract.NoTag
	}
	return r.doc.Tokens[i].Tag
}

// name is the mention that token i is part of, -1 for none.
func (r *reading) name(i int) int32 {
	if i < 0 || i >= len(r.doc.Tokens) {
		return -1
	}
	return r.nameOn(r.doc.Tokens[i].Span)
}

func (r *reading) person(m int32) bool {
	return m >= 0 && r.doc.Mentions[m].Type == extract.Person && r.doc.Mentions[m].Entity >= 0
}

// spoke notes that an entity is the speaker at byte at.
func (r *reading) spoke(at, entity int32) {
	if s := r.sentenceAt(at); s >= 0 {
		r.speaks[s] = entity
	}
}

// add notes a mention to be added to its entity.
func (r *reading) add(s extract.Span, kind extract.MentionKind, entity int32) {
	if s.Empty() {
		return
	}
	r.added = append(r.added, extract.Mention{Span: s, Type: r.doc.Entities[entity].Type, Kind: kind, Entity: entity})
}

// addMentions appends the mentions found to the document, and puts them among
// those of their entities.
func (r *reading) addMentions() {
	d := r.doc
	touched := map[int32]bool{}
	for _, m := range r.added {
		d.Entities[m.Entity].Mentions = append(d.Entities[m.Entity].Mentions, int32(len(d.Mentions)))
		d.Mentions = append(d.Mentions, m)
		touched[m.Entity] = true
	}
	for e := range touched {
		slices.SortStableFunc(d.Entities[e].Mentions, func(a, b int32) int { return int(d.Mentions[a].Start - d.Mentions[b].Start) })
	}
}
