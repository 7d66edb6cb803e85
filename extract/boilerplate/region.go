package boilerplate

import "golang.org/x/net/html/atom"

// inherit gives elements and blocks the marks of what is around them, and
// overrules names that say furniture of what holds the story.
func (t *tree) inherit() {
	for i := range t.blocks {
		b := &t.blocks[i]
		e := &t.elems[b.elem]
		if b.prose {
			e.prose += b.chars
		}
		e.chars += b.chars
		e.linked += b.linked
	}
	for i := len(t.elems) - 1; i > 0; i-- {
		e, above := &t.elems[i], &t.elems[t.elems[i].parent]
		above.prose += e.prose
		above.chars += e.chars
		above.linked += e.linked
	}
	over, strong := t.overruled()
	total := t.elems[0].prose
	for i := range t.elems {
		e := &t.elems[i]
		switch {
		case e.prose*2 > total:
			e.own &^= (furniture | isHeader) &^ strong
		case e.prose*4 > total:
			e.own &^= (furniture | isHeader) &^ (strong | isComment)
		}
		e.own &^= over
		e.all = e.own
		if i > 0 {
			e.all |= t.elems[e.parent].all
		}
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		b.own &^= over
		b.marks = t.elems[b.elem].all | b.own
	}
}

// overruled are the marks that most of the page's prose is under, in however
// many elements: a name that is on every part of a story ("hidden" until it
// is scrolled to, "sidebar-less") says nothing of them.
//
// Comments and consent walls can be longer than a story. Where there is other
// prose, their marks are strong: not even one around most of the page yields.
func (t *tree) overruled() (over, strong mark) {
	total := t.elems[0].prose
	var under [nMarks]int32
	for i := range t.elems {
		e := &t.elems[i]
		e.all = e.own
		if i == 0 {
			continue
		}
		above := t.elems[e.parent].all
		e.all |= above
		for m := e.own &^ above & furniture; m != 0; m &= m - 1 {
			under[markIndex(m)] += e.prose
		}
	}
	strong = isComment | isWall
	var outside int32
	for i := range t.blocks {
		if b := &t.blocks[i]; b.prose && (t.elems[b.elem].all|b.own)&strong == 0 {
			outside += b.chars
		}
	}
	if outside*10 < total {
		strong = 0
	}
	for m := furniture &^ (isComment | strong); m != 0; m &= m - 1 {
		if k := markIndex(m); under[k]*2 > total {
			over |= 1 << k
		}
	}
	return over, strong
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
	if b.marks&boxes != 0 {
		v *= outWeight
	}
	return v
}

// findRegion marks the blocks of the element that holds the story: the one
// whose prose outweighs the furniture in it by most, and the innermost of
// equals.
func (t *tree) findRegion() {
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
	around := -1
	for i := best; i >= 0; i = int(t.elems[i].parent) {
		e := &t.elems[i]
		e.holds = true
		if around < 0 && (e.tag == atom.Article || e.tag == atom.Main) {
			around = i
		}
	}
	if around >= 0 {
		for i := t.elems[around].first; i < t.elems[around].last; i++ {
			t.blocks[i].near = true
		}
	}
	for i := 1; i < len(t.elems); i++ {
		e := &t.elems[i]
		e.foreign = t.elems[e.parent].foreign || e.tag == atom.Article && !e.holds
	}
	e := &t.elems[best]
	for i := e.first; i < e.last; i++ {
		t.blocks[i].region = true
	}
}
