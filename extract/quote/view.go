package quote

import (
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
)

// item is a word of the text outside quotation marks, or a whole marked
// stretch.
type item struct {
	extract.Span
	tag   extract.Tag
	low   string
	mark  int32 // index into view.marked; -1 for a word
	name  int32 // index of the mention it belongs to; -1 for none
	class wordClass
	cue   cue
	isCue bool
	first bool // a sentence begins here
	block int32
}

func (it *item) quoted() bool { return it.mark >= 0 }

func (it *item) is(low string) bool { return it.mark < 0 && it.low == low }

func (it *item) has(c wordClass) bool {
	return it.class&c != 0
}

// finite says whether the item is a verb that a clause can stand on.
func (it *item) finite() bool {
	switch it.tag {
	case extract.VBD, extract.VBZ, extract.VBP, extract.MD:
		return true
	}
	return false
}

// noun says whether a noun phrase can end with the item.
func (it *item) noun() bool {
	if it.quoted() {
		return false
	}
	return it.name >= 0 || it.tag.Noun() || it.tag == extract.PRP || it.tag == extract.CD || it.has(anonymousHead) && it.tag != extract.IN
}

// view is a document as the rules see it: items, cut into frames.
type view struct {
	doc    *extract.Document
	text   string
	marked []Marked
	items  []item
	frames []frame

	surnames map[string]bool // see persons
}

// newView builds the view of a document. Marked stretches that nobody said are
// read as words; the blocks in skip are left out.
func newView(d *extract.Document, marked []Marked, skip []bool) *view {
	v := &view{doc: d, text: d.Text(), marked: marked, items: make([]item, 0, len(d.Tokens))}
	w := walk{view: v, names: namesOf(d), put: -1}
	for i := range d.Tokens {
		w.token(&d.Tokens[i], skip)
	}
	v.retag()
	v.cut()
	return v
}

// namesOf is the indices of d's names, in order of the text. Other stages append
// mentions of other kinds.
func namesOf(d *extract.Document) []int32 {
	names := make([]int32, 0, len(d.Mentions))
	for i := range d.Mentions {
		if d.Mentions[i].Kind == extract.NameMention {
			names = append(names, int32(i))
		}
	}
	byStart := func(a, b int32) int { return int(d.Mentions[a].Start - d.Mentions[b].Start) }
	if !slices.IsSortedFunc(names, byStart) {
		slices.SortStableFunc(names, byStart)
	}
	return names
}

// walk goes through the tokens with a finger in each of the other layers.
type walk struct {
	*view
	names                       []int32
	mark, name, block, sentence int
	put                         int // stretch that became an item last
}

// token appends the item of a token.
func (w *walk) token(t *extract.Token, skip []bool) {
	d := w.doc
	for w.mark < len(w.marked) && w.marked[w.mark].End <= t.Start {
		w.mark++
	}
	for w.block < len(d.Blocks)-1 && d.Blocks[w.block].End <= t.Start {
		w.block++
	}
	for w.name < len(w.names) && d.Mentions[w.names[w.name]].End <= t.Start {
		w.name++
	}
	it := item{Span: t.Span, tag: t.Tag, mark: -1, name: -1, block: int32(w.block)}
	for w.sentence < len(d.Sentences) && d.Sentences[w.sentence].Start <= t.Start {
		it.first = true
		w.sentence++
	}
	if w.block < len(skip) && skip[w.block] {
		return
	}
	if w.mark < len(w.marked) && w.marked[w.mark].Overlaps(t.Span) {
		m := &w.marked[w.mark]
		if m.NotSaid == "" {
			if w.put != w.mark {
				w.put = w.mark
				it.Span, it.tag, it.mark, it.block = m.Span, extract.NoTag, int32(w.mark), m.Block
				w.items = append(w.items, it)
			}
			return
		}
		if !m.In.Overlaps(t.Span) {
			return // the marks themselves
		}
	}
	if w.joins(t, it.first) {
		w.items[len(w.items)-1].End = t.End
		return
	}
	it.low = strings.ToLower(t.Of(w.text))
	if w.name < len(w.names) && d.Mentions[w.names[w.name]].Start < t.End {
		it.name = w.names[w.name]
	}
	it.class = classes()[it.low]
	it.cue, it.isCue = cues()[it.low]
	w.items = append(w.items, it)
}

// joins says whether the token is the full stop of an initial, which some
// engines cut off: "Jill A. Martin".
func (w *walk) joins(t *extract.Token, first bool) bool {
	if first || len(w.items) == 0 || t.Of(w.text) != "." {
		return false
	}
	last := &w.items[len(w.items)-1]
	return last.End == t.Start && last.initial(w.text)
}

// kindOf is the kind of a block; a document may have none.
func (v *view) kindOf(block int32) extract.BlockKind {
	if int(block) >= len(v.doc.Blocks) {
		return extract.Paragraph
	}
	return v.doc.Blocks[block].Kind
}
