package quote

import (
	"slices"
	"sync"

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
	cue   *cue // noCue for none
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
	room     room
}

// room is what the rest of reading needs space for.
type room struct {
	names   []int32 // indices of the mentions that are names, in order of the text
	skipped []bool  // blocks of turns and of code
	reports []report
	ends    []int
	own     []int
	facts   facts
	choices []choice
}

// views keeps the room of views from article to article.
var views = sync.Pool{New: func() any { return &view{} }}

// manyItems bounds the room that is kept, in items.
const manyItems = 1 << 14

// release gives the room of the view back; nothing may point into it any more.
func (v *view) release() {
	if cap(v.items) > manyItems {
		return
	}
	v.doc, v.text, v.surnames = nil, "", nil
	views.Put(v)
}

// readItems writes the items and cuts them into frames. Marked stretches that
// nobody said are read as words; the blocks of turns are left out.
func (v *view) readItems() {
	v.room.names = appendNames(v.room.names[:0], v.doc)
	v.items, v.frames = slices.Grow(v.items[:0], len(v.doc.Tokens)), v.frames[:0]
	w := walk{view: v, put: -1, vocabulary: vocabulary()}
	for i := range v.doc.Tokens {
		w.token(&v.doc.Tokens[i])
	}
	v.retag()
	v.cut()
}

// appendNames appends the indices of d's names, in order of the text. Other stages
// append mentions of other kinds.
func appendNames(names []int32, d *extract.Document) []int32 {
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
	mark, name, block, sentence int
	put                         int // stretch that became an item last
	vocabulary                  map[string]known
}

// token appends the item of a token.
func (w *walk) token(t *extract.Token) {
	d := w.doc
	for w.mark < len(w.marked) && w.marked[w.mark].End <= t.Start {
		w.mark++
	}
	for w.block < len(d.Blocks)-1 && d.Blocks[w.block].End <= t.Start {
		w.block++
	}
	for w.name < len(w.room.names) && d.Mentions[w.room.names[w.name]].End <= t.Start {
		w.name++
	}
	it := item{Span: t.Span, tag: t.Tag, cue: noCue, mark: -1, name: -1, block: int32(w.block)}
	for w.sentence < len(d.Sentences) && d.Sentences[w.sentence].Start <= t.Start {
		it.first = true
		w.sentence++
	}
	if w.block < len(w.room.skipped) && w.room.skipped[w.block] {
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
	it.low = d.Low(t.Span)
	if w.name < len(w.room.names) && d.Mentions[w.room.names[w.name]].Start < t.End {
		it.name = w.room.names[w.name]
	}
	if k, ok := w.vocabulary[it.low]; ok {
		it.class, it.cue, it.isCue = k.class, k.cue, k.cue != noCue
	}
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
