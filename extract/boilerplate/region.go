package boilerplate

import "golang.org/x/net/html/atom"

// inherit gives elements and blocks the marks of what is around them. A name
// that says furniture of an element with half of the page's prose in it is
// about something else ("with-sidebar", "ad-free"), and is overruled.
func (t *tree) inherit() {
	for i := range t.blocks {
		if b := &t.blocks[i]; b.prose {
			t.elems[b.elem].prose += b.chars
		}
	}
	for i := len(t.elems) - 1; i > 0; i-- {
		t.elems[t.elems[i].parent].prose += t.elems[i].prose
	}
	total := t.elems[0].prose
	for i := range t.elems {
		e := &t.elems[i]
		if e.prose*2 > total && e.tag != atom.Nav && e.tag != atom.Footer {
			e.own &^= furniture | isHeader
		}
		e.all = e.own
		if i > 0 {
			e.all |= t.elems[e.parent].all
		}
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		b.marks = t.elems[b.elem].all | b.own
	}
}

// What a block adds to the weight of the elements around it.
const (
	labelWeight = -0.15
	linkWeight  = -0.4
	outWeight   = -0.3 // of prose under a mark of furniture, as a share of what it would add
	maxWeighed  = 700  // characters of one block that count
)

func (b *block) weight() float32 {
	if !b.prose {
		if b.linked*2 > b.chars {
			return linkWeight
		}
		return labelWeight
	}
	v := float32(min(b.chars-b.linked, maxWeighed)) / 100
	if b.tag == atom.P {
		v *= 1.2
	}
	if b.marks&(furniture&^(isCaption|isPull|isByline)) != 0 {
		v *= outWeight
	}
	return v
}

// findRegion marks the blocks of the element that holds the story: the one
// whose prose outweighs the furniture in it by most, and the innermost of
// equals.
func (t *tree) findRegion() *elem {
	for i := range t.blocks {
		b := &t.blocks[i]
		t.elems[b.elem].score += b.weight()
	}
	for i := len(t.elems) - 1; i > 0; i-- {
		t.elems[t.elems[i].parent].score += t.elems[i].score
	}
	best := 0
	for i := range t.elems {
		if t.elems[i].score >= t.elems[best].score {
			best = i
		}
	}
	e := &t.elems[best]
	for i := e.first; i < e.last; i++ {
		t.blocks[i].region = true
	}
	return e
}
