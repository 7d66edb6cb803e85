package quote

import (
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
}

// newView builds the view of a document. Marked stretches that keep says no to
// are read as words.
func newView(d *extract.Document, marked []Marked, keep func(int) bool) *view {
	v := &view{doc: d, text: d.Text(), marked: marked}
	v.items = make([]item, 0, len(d.Tokens))
	known, class := cues(), classes()
	m, s, b, n := 0, 0, 0, 0
	put := -1
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for m < len(marked) && marked[m].End <= t.Start {
			m++
		}
		for b < len(d.Blocks)-1 && d.Blocks[b].End <= t.Start {
			b++
		}
		for n < len(d.Mentions) && d.Mentions[n].End <= t.Start {
			n++
		}
		first := false
		for s < len(d.Sentences) && d.Sentences[s].Start <= t.Start {
			first = true
			s++
		}
		it := item{Span: t.Span, tag: t.Tag, mark: -1, name: -1, first: first, block: int32(b)}
		if m < len(marked) && marked[m].Start < t.End && marked[m].End > t.Start {
			if keep(m) {
				if put != m {
					put = m
					it.Span, it.tag, it.mark, it.block = marked[m].Span, extract.NoTag, int32(m), marked[m].Block
					v.items = append(v.items, it)
				}
				continue
			}
			if t.End <= marked[m].In.Start || t.Start >= marked[m].In.End {
				continue // the marks themselves
			}
		}
		if last := len(v.items) - 1; v.text[t.Start] == '.' && t.Len() == 1 && last >= 0 && v.items[last].initial(v.text) && v.items[last].End == t.Start && !first {
			v.items[last].End = t.End // "Jill A. Martin" is one name
			continue
		}
		it.low = strings.ToLower(t.Of(v.text))
		if n < len(d.Mentions) && d.Mentions[n].Start < t.End {
			it.name = int32(n)
		}
		it.class = class[it.low]
		it.cue, it.isCue = known[it.low]
		v.items = append(v.items, it)
	}
	v.retag()
	v.cut()
	return v
}
