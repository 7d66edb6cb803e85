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
	var p pairer
	p.text = text
	for i := range blocks {
		dst = p.block(dst, blocks, i)
	}
	return dst
}

type pairer struct {
	text  string
	marks []mark
	// carried is the index in dst of a stretch that its paragraph left open, -1
	// for none; kind is the mark that opened it.
	carried int
	kind    byte
	silent  int // paragraphs without a mark since then
	started bool
}

func (p *pairer) block(dst []Marked, blocks []extract.Block, bi int) []Marked {
	if !p.started {
		p.carried, p.started = -1, true
	}
	b := blocks[bi].Span
	p.marks = scanMarks(p.marks[:0], p.text, b)
	first := len(dst)
	open := -1 // index into p.marks
	add := func(from extract.Span, to extract.Span, closed bool, style Style) {
		s := Marked{Span: extract.Span{Start: from.Start, End: to.End}, In: extract.Span{Start: from.End, End: to.Start},
			Block: int32(bi), Closed: closed, Style: style}
		if trimmed(p.text, s.In).Empty() {
			return
		}
		dst = append(dst, s)
	}
	carriedFrom, carriedKind := -1, byte(0)
	if p.carried >= 0 {
		dst, carriedFrom, carriedKind = p.carry(dst, blocks, bi)
		if carriedFrom < 0 && p.carried >= 0 {
			return dst // nothing but silence: wait for the next paragraph
		}
		first = len(dst)
	}
	p.carried = -1
	skip := 0
	for i := range p.marks {
		m := &p.marks[i]
		if i < skip || m.kind == prime || m.kind == leftPrime || m.kind == rightPrime || m.End <= int32(carriedFrom) {
			continue
		}
		if open < 0 {
			if m.canOpen() {
				open = i
			}
			continue
		}
		o := &p.marks[open]
		switch {
		case o.closedBy(m) && p.inches(i):
		case o.closedBy(m):
			add(o.Span, m.Span, true, o.style())
			open = -1
		case m.canOpen():
			if end := p.nested(i, o); end > 0 {
				skip = end
				continue
			}
			// The mark before this one was never closed.
			if m.Start-o.End <= maxUnclosed {
				add(o.Span, extract.Span{Start: m.Start, End: m.Start}, false, o.style())
			}
			open = i
		}
	}
	carriedOn := false
	if open >= 0 {
		o := &p.marks[open]
		if b.End-o.End <= maxUnclosed {
			n := len(dst)
			add(o.Span, extract.Span{Start: b.End, End: b.End}, false, o.style())
			if len(dst) > n {
				p.carried, p.kind, p.silent, carriedOn = n, o.kind, 0, true
			}
		}
	}
	if carriedKind != 0 && len(dst) > first && carriedFrom == 0 && dst[first].Start == b.Start {
		dst[first].Continues = true
	}
	dst = p.singles(dst, first, bi)
	if carriedOn {
		p.carried = len(dst) - 1
	}
	return dst
}

// carry decides what the paragraph bi is to a stretch left open before it. It
// returns from = 0 where the paragraph opens the mark again, from = the end of
// the mark that closes it where it holds that mark alone, and from = -1 where
// the stretch is over (carried < 0) or still waits (carried >= 0).
func (p *pairer) carry(dst []Marked, blocks []extract.Block, bi int) (_ []Marked, from int, kind byte) {
	b, was := blocks[bi].Span, p.carried
	o := mark{kind: p.kind}
	for i := range p.marks {
		m := &p.marks[i]
		if m.kind == prime || m.kind == leftPrime || m.kind == rightPrime {
			continue
		}
		if m.Start == b.Start && m.canOpen() {
			return dst, 0, p.kind
		}
		if o.closedBy(m) && !m.opens && m.Start-b.Start <= maxUnclosed {
			for j := int(dst[was].Block) + 1; j <= bi; j++ {
				s := blocks[j].Span
				add := Marked{Span: s, In: s, Block: int32(j), Style: o.style(), Continues: true}
				if j == bi {
					add.Span.End, add.In.End, add.Closed = m.End, m.Start, true
				}
				if !trimmed(p.text, add.In).Empty() {
					dst = append(dst, add)
				}
			}
			p.carried = -1
			return dst, int(m.End), 0
		}
		p.carried = -1
		return dst, -1, 0
	}
	if p.silent++; p.silent > maxCarried || blocks[bi].Kind == extract.Heading {
		p.carried = -1
	}
	return dst, -1, 0
}

// nested says whether mark i opens a pair of the same marks inside o: two
// closing marks follow. It returns the index after the inner closing mark, 0
// for no.
func (p *pairer) nested(i int, o *mark) int {
	if o.kind == straight || o.kind == typewriter {
		return 0
	}
	closing := 0
	inner := 0
	for j := i + 1; j < len(p.marks) && j < i+12; j++ {
		m := &p.marks[j]
		switch {
		case m.kind == prime || m.kind == leftPrime || m.kind == rightPrime:
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
