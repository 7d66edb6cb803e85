package boilerplate

import "github.com/quoth/quoth/extract"

// A teaser of another story in a box of its own: a linked headline, and a line
// or two under it.
const (
	boxAbove  = 3   // elements that the headline stands deep in the box
	boxBlocks = 5   // in it
	boxChars  = 500 // in it
	sure      = -1  // the score above which the headline may be the story's
)

// dropTeasers takes out what stands beside a linked headline that is no part
// of the story, in a box of its own.
//
// Where a page is made of such boxes, three or more of one template, they are
// its story, a list of goods or places, unless their names say otherwise.
func (t *tree) dropTeasers() {
	var like map[uint64]int
	for i := range t.blocks {
		h := &t.blocks[i]
		if h.kind != extract.Heading || h.verdict == extract.Kept || h.linked*10 < h.chars*9 || h.words < 3 || !h.region || h.score > sure {
			continue
		}
		box := int32(-1)
		for n, j := 0, h.elem; n <= boxAbove && j > 0; n, j = n+1, t.elems[j].parent {
			e := &t.elems[j]
			if e.holds || e.chars > boxChars || e.last-e.first > boxBlocks {
				break
			}
			box = j
		}
		if box < 0 {
			continue
		}
		if like == nil {
			like = t.templates()
		}
		if h.marks&isRelated == 0 && like[t.elems[box].sig] > 2 {
			continue
		}
		t.cutAll(&t.elems[box], "teaser_box")
	}
}

// templates counts the elements of each template.
func (t *tree) templates() map[uint64]int {
	n := map[uint64]int{}
	for i := range t.elems {
		n[t.elems[i].sig]++
	}
	return n
}

const (
	around    = 8 // elements around a headline that are looked at for one that holds its story and has others like it behind it
	headlines = 3 // blocks with the title that are looked at: a hostile page has many
)

// dropOthers takes out what stands in other articles: in elements of the
// template of the one that holds headline and story, behind it, each under a
// headline of its own. That is one in <h1> as the story's, or a link to where
// it is told; headings of sections and of a live report's entries are neither.
func (t *tree) dropOthers(title string) {
	for i, seen := 0, 0; i < len(t.blocks) && seen < headlines; i++ {
		if b := &t.blocks[i]; b.kind == extract.Heading && sameTitle(b.text, title) {
			seen++
			for n, j := 0, b.elem; n < around && j > 0; n, j = n+1, t.elems[j].parent {
				if t.elems[j].prose >= thinStory {
					t.dropLike(j, b, title)
				}
			}
		}
	}
}

func (t *tree) dropLike(own int32, headline *block, title string) {
	e := &t.elems[own]
	for k := own + 1; k < int32(len(t.elems)); k++ {
		o := &t.elems[k]
		if o.parent != e.parent || o.local != e.local {
			continue
		}
		for n := o.first; n < o.last; n++ {
			b := &t.blocks[n]
			if b.kind != extract.Heading {
				continue
			}
			if linked := b.linked*10 >= b.chars*9 && b.words >= 3; (linked || b.level == 1 && headline.level == 1) && !sameTitle(b.text, title) {
				t.cutAll(o, "another_story")
			}
			break
		}
	}
}

func (t *tree) cutAll(e *elem, rule string) {
	for i := e.first; i < e.last; i++ {
		if b := &t.blocks[i]; b.verdict == extract.Kept {
			b.verdict, b.rule = extract.Cut, rule
		}
	}
}
