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
	if sound(p.Text) {
		return
	}
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
// One that touches what an earlier repair wrote is one repair with it, so that
// what was there at first is known.
func apply(p *extract.Piece, edits []edit) {
	old, had := p.Text, p.Repairs
	size := len(old)
	for _, e := range edits {
		size += len(e.with) - (e.end - e.start)
	}
	b := make([]byte, 0, size)
	repairs := make([]extract.Repair, 0, len(had)+len(edits))
	at := 0 // in old: what stands before it is in b
	for len(had) > 0 || len(edits) > 0 {
		if len(edits) == 0 || len(had) > 0 && int(had[0].Start) < edits[0].start && int(had[0].End) <= edits[0].start {
			r := had[0]
			shift := int32(len(b) - at)
			r.Start += shift
			r.End += shift
			repairs, had = append(repairs, r), had[1:]
			continue
		}
		lo, hi, rule := edits[0].start, edits[0].end, edits[0].rule
		if len(had) > 0 && int(had[0].Start) < lo {
			lo = int(had[0].Start)
		}
		b = append(b, old[at:lo]...)
		start, was, from := len(b), "", lo // was holds old as it was at first up to from
		at = lo
		for {
			switch {
			case len(had) > 0 && int(had[0].Start) < hi:
				was += old[from:had[0].Start] + had[0].Was
				from = int(had[0].End)
				hi, rule, had = max(hi, from), had[0].Rule, had[1:]
				continue
			case len(edits) > 0 && (edits[0].start < hi || edits[0].start == lo && at == lo):
				e := edits[0]
				b = append(append(b, old[at:e.start]...), e.with...)
				at, hi, edits = e.end, max(hi, e.end), edits[1:]
				continue
			}
			break
		}
		b = append(b, old[at:hi]...)
		was += old[from:hi]
		at = hi
		repairs = append(repairs, extract.Repair{Span: extract.Span{Start: int32(start), End: int32(len(b))}, Was: was, Rule: rule})
	}
	p.Text, p.Repairs = string(append(b, old[at:]...)), repairs
}
