package quote

import "github.com/quoth/quoth/extract"

// Marked is a stretch of text between quotation marks: the outer pair alone,
// what is quoted inside it belongs to it.
type Marked struct {
	extract.Span              // marks included
	In           extract.Span // marks left out
	Block        int32
	Style        Style
	Closed       bool   // by a mark of its own
	Continues    bool   // the stretch before it, from the paragraph before
	NotSaid      string // the rule by which it is no quotation; "" for one
}

// Bounds that keep pairing linear and a stray mark from swallowing a book.
const (
	maxUnclosed    = 2000 // bytes that a mark never closed may hold
	maxCarried     = 6    // paragraphs without a mark that a stretch may run over
	maxSingleReach = 40   // marks looked at for the end of a single pair
)

// Marks appends the marked stretches of the blocks to dst, in order of the
// text. A stretch that runs over several paragraphs is one Marked for each.
func Marks(dst []Marked, text string, blocks []extract.Block) []Marked {
	p := pairer{text: text, blocks: blocks, dst: dst, left: -1}
	for i := range blocks {
		p.block(i)
	}
	return p.dst
}

type pairer struct {
	text   string
	blocks []extract.Block
	dst    []Marked
	marks  []mark // of the block at hand
	left   int    // index in dst of the stretch that the blocks before left open; -1 for none
	kind   byte   // of the mark that opened it
	silent int    // blocks without a double mark since then
}

// block pairs the marks of one block.
func (p *pairer) block(bi int) {
	b := p.blocks[bi].Span
	p.marks = scanMarks(p.marks[:0], p.text, b)
	from, again := b.Start, false
	if p.left >= 0 {
		var waits bool
		if from, again, waits = p.goOn(bi); waits {
			return
		}
		p.left = -1
	}
	first := len(p.dst)
	open := p.doubles(bi, from)
	if again && len(p.dst) > first && p.dst[first].Start == b.Start {
		p.dst[first].Continues = true
	}
	p.dst = p.singles(p.dst, first, bi)
	if open != nil {
		p.left, p.kind, p.silent = len(p.dst)-1, open.kind, 0
	}
}

// goOn says what the block bi is to a stretch left open before it: it opens the
// mark again, or it closes the stretch, and then what is left of it begins at
// from, or it is silent and the stretch waits for the next block. Where it is
// none of that, the stretch ended with its own block.
func (p *pairer) goOn(bi int) (from int32, again, waits bool) {
	b := p.blocks[bi].Span
	o := mark{kind: p.kind}
	for i := range p.marks {
		m := &p.marks[i]
		switch {
		case m.single():
			continue
		case m.Start == b.Start && m.canOpen():
			return b.Start, true, false
		case o.closedBy(m) && !m.opens && m.Start-b.Start <= maxUnclosed:
			p.fill(bi, &o, m)
			return m.End, false, false
		}
		return b.Start, false, false
	}
	p.silent++
	return b.Start, false, p.silent <= maxCarried && p.blocks[bi].Kind != extract.Heading
}

// fill adds the blocks from the one after the stretch left open by o to bi,
// where the mark m closes it.
func (p *pairer) fill(bi int, o, m *mark) {
	for j := int(p.dst[p.left].Block) + 1; j <= bi; j++ {
		b := p.blocks[j].Span
		s := Marked{Span: b, In: b, Block: int32(j), Style: o.style(), Continues: true}
		if j == bi {
			s.Span.End, s.In.End, s.Closed = m.End, m.Start, true
		}
		p.add(s)
	}
}

// add appends a stretch that holds more than blanks.
func (p *pairer) add(s Marked) bool {
	if trimmed(p.text, s.In).Empty() {
		return false
	}
	p.dst = append(p.dst, s)
	return true
}

// stretch is what stands between the marks from and to.
func stretch(bi int, from *mark, to extract.Span, closed bool) Marked {
	return Marked{Span: extract.Span{Start: from.Start, End: to.End}, In: extract.Span{Start: from.End, End: to.Start},
		Block: int32(bi), Closed: closed, Style: from.style()}
}

// doubles pairs the double marks of a block from byte from on. It returns the
// mark of the last stretch where nothing closes it.
func (p *pairer) doubles(bi int, from int32) *mark {
	var open *mark
	end := p.blocks[bi].End
	for i := 0; i < len(p.marks); i++ {
		m := &p.marks[i]
		switch {
		case m.single() || m.Start < from:
		case open == nil:
			if m.canOpen() {
				open = m
			}
		case open.closedBy(m):
			if !p.inches(i) {
				p.add(stretch(bi, open, m.Span, true))
				open = nil
			}
		case m.canOpen():
			if after := p.nested(i, open); after > 0 {
				i = after - 1
				continue
			}
			// The mark before this one was never closed.
			if m.Start-open.End <= maxUnclosed {
				p.add(stretch(bi, open, extract.Span{Start: m.Start, End: m.Start}, false))
			}
			open = m
		}
	}
	if open == nil || end-open.End > maxUnclosed || !p.add(stretch(bi, open, extract.Span{Start: end, End: end}, false)) {
		return nil
	}
	return open
}

// nested says whether mark i opens a pair of the same marks inside o: two
// closing marks follow. It returns the index after the inner closing mark, 0
// for no.
func (p *pairer) nested(i int, o *mark) int {
	if o.kind == straight {
		return p.nestedStraight(i)
	}
	if o.kind == typewriter {
		return 0
	}
	closing := 0
	inner := 0
	for j := i + 1; j < len(p.marks) && j < i+12; j++ {
		m := &p.marks[j]
		switch {
		case m.single():
		case o.closedBy(m):
			if closing++; closing == 1 {
				inner = j + 1
			} else {
				return inner
			}
		default:
			return 0
		}
	}
	return 0
}

// nestedStraight is nested for straight marks: "It goes from "old use" to new." Two
// that can only close follow the one that can only open, and none that opens
// stands between.
func (p *pairer) nestedStraight(i int) int {
	if p.marks[i].closes {
		return 0
	}
	inner := 0
	for j := i + 1; j < len(p.marks) && j < i+12; j++ {
		m := &p.marks[j]
		switch {
		case m.single():
		case m.kind != straight || m.opens || !m.closes:
			return 0
		case inner == 0:
			inner = j + 1
		default:
			return inner
		}
	}
	return 0
}
