package extract

import (
	"math"
	"strconv"
)

// SchemaVersion names the shape of the JSON.
const SchemaVersion = "quoth/1"

// Encoder writes documents as JSON. The zero Encoder counts code points and
// leaves decisions out. It is not safe for use by several goroutines at once.
//
// It appends bytes instead of reflecting over structs; a test holds it to the
// bytes that encoding/json gives for the same document.
type Encoder struct {
	Unit    Unit
	Explain bool  // add "explain": each block's verdict, each repair
	Omit    Layer // layers that were not asked for: their keys are left out

	at counter
	in counter // of the input
}

// Append appends d as one JSON object, without a line end.
func (e *Encoder) Append(b []byte, d *Document) []byte {
	e.at.reset(d.text, e.Unit)
	b = append(b, `{"schema":"`...)
	b = append(b, SchemaVersion...)
	b = append(b, `","id":`...)
	b = appendString(b, d.ID)
	b = append(b, `,"source":`...)
	b = appendSource(b, &d.Source)
	b = append(b, `,"metadata":`...)
	b = appendMetadata(b, &d.Metadata)
	b = append(b, `,"text":`...)
	b = appendString(b, d.text)
	b = append(b, `,"offsets":"`...)
	b = append(b, e.Unit.String()...)
	b = append(b, '"')
	b = e.appendLayers(b, d)
	b = append(b, `,"removed":[`...)
	for i, r := range d.Removed {
		b = comma(b, i)
		b = append(b, `{"text":`...)
		b = appendString(b, r.Text)
		b = append(b, `,"stage":`...)
		b = appendString(b, r.Stage)
		b = append(b, `,"rule":`...)
		b = appendString(b, r.Rule)
		b = append(b, '}')
	}
	b = append(b, `],"warnings":`...)
	b = appendStrings(b, d.Warnings)
	if d.DuplicateOf != "" {
		b = append(b, `,"duplicate_of":`...)
		b = appendString(b, d.DuplicateOf)
	}
	if len(d.Extra) > 0 {
		b = append(b, `,"extra":`...)
		b = append(b, d.Extra...)
	}
	if e.Explain {
		b = e.appendExplain(b, d)
	}
	return append(b, '}')
}

func (e *Encoder) appendLayers(b []byte, d *Document) []byte {
	if e.Omit&Blocks == 0 {
		b = append(b, `,"blocks":[`...)
		for i := range d.Blocks {
			b = e.appendBlock(comma(b, i), &d.Blocks[i])
		}
		b = append(b, ']')
	}
	if e.Omit&Sentences == 0 {
		b = append(b, `,"sentences":`...)
		b = e.appendSpans(b, d.Sentences)
	}
	if e.Omit&Entities == 0 {
		b = append(b, `,"entities":[`...)
		said := e.quotesOf(d)
		for i := range d.Entities {
			b = e.appendEntity(comma(b, i), d, i, said)
		}
		b = append(b, ']')
	}
	if e.Omit&Quotes == 0 {
		b = append(b, `,"quotes":[`...)
		for i := range d.Quotes {
			b = e.appendQuote(comma(b, i), d, i)
		}
		b = append(b, ']')
	}
	return b
}

func (e *Encoder) appendBlock(b []byte, k *Block) []byte {
	b = append(b, `{"kind":"`...)
	b = append(b, k.Kind.String()...)
	b = append(b, '"')
	if k.Level > 0 {
		b = append(b, `,"level":`...)
		b = strconv.AppendUint(b, uint64(k.Level), 10)
	}
	b = append(b, ',')
	b = e.appendRange(b, k.Span)
	return append(b, '}')
}

// quotesOf is, for each entity, the quotes that it speaks; nil where quotes or
// speakers are left out.
func (e *Encoder) quotesOf(d *Document) [][]int32 {
	if e.Omit&(Quotes|Speakers) != 0 {
		return nil
	}
	said := make([][]int32, len(d.Entities))
	for i := range d.Quotes {
		if s := &d.Quotes[i].Speaker; s.Kind != NoSpeaker && s.Entity >= 0 {
			said[s.Entity] = append(said[s.Entity], int32(i))
		}
	}
	return said
}

func (e *Encoder) appendEntity(b []byte, d *Document, i int, said [][]int32) []byte {
	n := &d.Entities[i]
	b = append(b, `{"id":"e`...)
	b = strconv.AppendInt(b, int64(i+1), 10)
	b = append(b, `","type":"`...)
	b = append(b, n.Type.String()...)
	b = append(b, `","name":`...)
	b = appendString(b, n.Name)
	b = append(b, `,"mentions":[`...)
	for j, m := range n.Mentions {
		b = comma(b, j)
		b = append(b, '{')
		b = e.appendText(b, d, d.Mentions[m].Span)
		b = append(b, `,"kind":"`...)
		b = append(b, d.Mentions[m].Kind.String()...)
		b = append(b, `"}`...)
	}
	b = append(b, ']')
	for j, s := range n.Roles {
		if j == 0 {
			b = append(b, `,"roles":[`...)
		}
		b = append(comma(b, j), '{')
		b = e.appendText(b, d, s)
		b = append(b, '}')
		if j == len(n.Roles)-1 {
			b = append(b, ']')
		}
	}
	if said != nil {
		b = append(b, `,"quotes":[`...)
		for j, q := range said[i] {
			b = append(comma(b, j), `"q`...)
			b = strconv.AppendInt(b, int64(q+1), 10)
			b = append(b, '"')
		}
		b = append(b, ']')
	}
	return append(b, '}')
}

func (e *Encoder) appendQuote(b []byte, d *Document, i int) []byte {
	q := &d.Quotes[i]
	b = append(b, `{"id":"q`...)
	b = strconv.AppendInt(b, int64(i+1), 10)
	b = append(b, `","kind":"`...)
	b = append(b, q.Kind.String()...)
	b = append(b, `",`...)
	b = e.appendText(b, d, q.Span)
	b = append(b, `,"parts":`...)
	b = e.appendSpans(b, q.Parts)
	b = append(b, `,"quoted":`...)
	b = e.appendSpans(b, q.Quoted)
	b = append(b, `,"cue":`...)
	if q.Cue.Empty() {
		b = append(b, `null`...)
	} else {
		b = append(b, '{')
		b = e.appendText(b, d, q.Cue)
		b = append(b, `,"kind":`...)
		b = appendString(b, q.CueKind)
		b = append(b, '}')
	}
	b = append(b, `,"modality":`...)
	b = appendStringOrNull(b, q.Modality.String())
	if e.Omit&Speakers == 0 {
		b = append(b, `,"speaker":`...)
		b = e.appendSpeaker(b, d, &q.Speaker)
		b = append(b, `,"via":`...)
		b = e.appendSpeaker(b, d, &q.Via)
	}
	b = append(b, `,"rule":`...)
	b = appendString(b, q.Rule)
	b = append(b, `,"confidence":`...)
	b = strconv.AppendFloat(b, Hundredths(q.Confidence), 'f', -1, 64)
	return append(b, '}')
}

func (e *Encoder) appendSpeaker(b []byte, d *Document, s *Speaker) []byte {
	if s.Kind == NoSpeaker {
		return append(b, `null`...)
	}
	b = append(b, '{')
	b = e.appendText(b, d, s.Span)
	b = append(b, `,"entity":`...)
	if s.Entity < 0 {
		b = append(b, `null`...)
	} else {
		b = append(b, `"e`...)
		b = strconv.AppendInt(b, int64(s.Entity+1), 10)
		b = append(b, '"')
	}
	b = append(b, `,"name":`...)
	b = appendStringOrNull(b, s.Name)
	b = append(b, `,"role":`...)
	b = appendStringOrNull(b, s.Role)
	b = append(b, `,"kind":"`...)
	b = append(b, speakerKinds[s.Kind]...)
	return append(b, `"}`...)
}

func (e *Encoder) appendExplain(b []byte, d *Document) []byte {
	e.in.reset(d.input, e.Unit)
	b = append(b, `,"explain":{"metadata":`...)
	b = appendOrigins(b, d.Origins)
	b = append(b, `,"blocks":[`...)
	for i := range d.Decisions {
		k := &d.Decisions[i]
		b = comma(b, i)
		b = append(b, `{"kind":"`...)
		b = append(b, k.Kind.String()...)
		b = append(b, `","verdict":"`...)
		b = append(b, k.Verdict.String()...)
		b = append(b, `","stage":`...)
		b = appendString(b, k.Stage)
		b = append(b, `,"rule":`...)
		b = appendString(b, k.Rule)
		b = appendWhy(b, k.Why)
		b = append(b, `,"text":`...)
		b = appendString(b, k.Text)
		b = e.appendInput(b, d, k.From)
		if was := d.before(k); was != "" {
			b = append(b, `,"was":`...)
			b = appendString(b, was)
		}
		b = append(b, '}')
	}
	b = append(b, `],"repairs":[`...)
	for i := range d.Repairs {
		r := &d.Repairs[i]
		b = comma(b, i)
		b = append(b, '{')
		b = e.appendText(b, d, r.Span)
		b = append(b, `,"was":`...)
		b = appendString(b, r.Was)
		b = append(b, `,"rule":`...)
		b = appendString(b, r.Rule)
		b = e.appendInput(b, d, r.From)
		b = append(b, '}')
	}
	b = append(b, `],"unsaid":[`...)
	for i := range d.Unsaid {
		b = append(comma(b, i), '{')
		b = e.appendText(b, d, d.Unsaid[i].Span)
		b = append(b, `,"rule":`...)
		b = appendString(b, d.Unsaid[i].Rule)
		b = append(b, '}')
	}
	return append(b, `]}`...)
}

func appendWhy(b []byte, w *Why) []byte {
	if w == nil {
		return b
	}
	b = append(b, `,"score":`...)
	b = strconv.AppendFloat(b, Hundredths(w.Score), 'f', -1, 64)
	b = append(b, `,"reasons":[`...)
	for i, r := range w.Reasons {
		b = comma(b, i)
		b = append(b, `{"name":`...)
		b = appendString(b, r.Name)
		b = append(b, `,"weight":`...)
		b = strconv.AppendFloat(b, Hundredths(r.Weight), 'f', -1, 64)
		b = append(b, '}')
	}
	return append(b, ']')
}

// appendRange appends "start":…,"end":….
func (e *Encoder) appendRange(b []byte, s Span) []byte {
	b = append(b, `"start":`...)
	b = strconv.AppendInt(b, int64(e.at.at(s.Start)), 10)
	b = append(b, `,"end":`...)
	return strconv.AppendInt(b, int64(e.at.at(s.End)), 10)
}

// appendText appends a range with the text that stands there.
func (e *Encoder) appendText(b []byte, d *Document, s Span) []byte {
	b = e.appendRange(b, s)
	b = append(b, `,"text":`...)
	return appendString(b, d.At(s))
}

func (e *Encoder) appendSpans(b []byte, spans []Span) []byte {
	b = append(b, '[')
	for i, s := range spans {
		b = comma(b, i)
		b = append(b, '{')
		b = e.appendRange(b, s)
		b = append(b, '}')
	}
	return append(b, ']')
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return b
}

// Hundredths rounds a confidence: more digits would claim more than is known.
func Hundredths(f float64) float64 { return math.Round(f*100) / 100 }

// appendInput appends a place in the input, where there is one.
func (e *Encoder) appendInput(b []byte, d *Document, s Span) []byte {
	if d.input == "" {
		return b
	}
	b = append(b, `,"input":[`...)
	b = strconv.AppendInt(b, int64(e.in.at(s.Start)), 10)
	b = append(b, ',')
	b = strconv.AppendInt(b, int64(e.in.at(s.End)), 10)
	return append(b, ']')
}

// before is what a block that was left out was before it was mended; "" where
// it was not, and for what is kept, of which repairs tell.
func (d *Document) before(k *Decision) string {
	if d.input == "" || k.Verdict == Kept && k.Text != "" {
		return ""
	}
	if was := d.input[k.From.Start:k.From.End]; was != k.Text {
		return was
	}
	return ""
}
