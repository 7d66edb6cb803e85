// Package spacing mends blanks that were lost or doubled, and characters that
// were decoded wrongly, where nothing else can be meant.
//
// Every change is a repair on its piece. Marks stay as they are, straight or
// curly, and text that was mended is not changed again.
package spacing

import "github.com/quoth/quoth/extract"

// Stage mends spacing.
func Stage() extract.Stage {
	return extract.Stage{Name: "spacing", Doc: "Mends lost and doubled blanks and certain mojibake.", Shape: shape}
}

func shape(d *extract.Draft) error {
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if p.Verdict == extract.Kept && p.Kind != extract.Preformatted && p.Kind != extract.Table {
			Mend(p)
		}
	}
	return nil
}

// Mend repairs the text of one piece. Repairs that it had before move along.
func Mend(p *extract.Piece) {
	for range 3 { // what was decoded wrongly twice over is repaired in two rounds
		edits := characters(p.Text, nil)
		if len(edits) == 0 {
			break
		}
		apply(p, edits)
	}
	// A blank put in or taken out can bring two marks together that a rule
	// knows: "a ,“b”" needs two rounds. Three are never needed twice.
	for range 3 {
		edits := blanks(p.Text, nil)
		if len(edits) == 0 {
			return
		}
		apply(p, edits)
	}
}

// edit puts other characters in the place of text[start:end].
type edit struct {
	start, end int
	with       string
	rule       string
}

// apply makes the changes, which must be in order and apart from each other.
func apply(p *extract.Piece, edits []edit) {
	old := p.Text
	size := len(old)
	for _, e := range edits {
		size += len(e.with) - (e.end - e.start)
	}
	b := make([]byte, 0, size)
	repairs := make([]extract.Repair, 0, len(p.Repairs)+len(edits))
	had := p.Repairs
	at, shift := 0, 0
	move := func(before int) { // repairs of old that end before the next edit
		for len(had) > 0 && int(had[0].Start) < before {
			r := had[0]
			r.Start += int32(shift)
			r.End += int32(shift)
			repairs = append(repairs, r)
			had = had[1:]
		}
	}
	for _, e := range edits {
		move(e.start)
		for len(had) > 0 && int(had[0].Start) < e.end { // overtaken by this edit
			e.rule = had[0].Rule
			had = had[1:]
		}
		b = append(b, old[at:e.start]...)
		start := len(b)
		b = append(b, e.with...)
		repairs = append(repairs, extract.Repair{Span: extract.Span{Start: int32(start), End: int32(len(b))}, Was: old[e.start:e.end], Rule: e.rule})
		at = e.end
		shift = len(b) - at
	}
	move(len(old) + 1)
	p.Text, p.Repairs = string(append(b, old[at:]...)), repairs
	for i := range p.Repairs { // one that reached into an edit behind it
		p.Repairs[i].End = min(p.Repairs[i].End, int32(len(p.Text)))
	}
}
