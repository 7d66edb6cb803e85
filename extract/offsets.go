package extract

// Offsets turns a document's spans into ranges of another unit, for outputs
// beside [Encoder]. It is not safe for use by several goroutines at once.
type Offsets struct{ at counter }

// Reset makes o count in the text of d.
func (o *Offsets) Reset(d *Document, u Unit) { o.at.reset(d.text, u) }

// Range is a span in the unit.
func (o *Offsets) Range(s Span) (start, end int32) { return o.at.at(s.Start), o.at.at(s.End) }
