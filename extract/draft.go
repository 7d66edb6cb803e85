package extract

import "strings"

// Format is what an input's bytes are.
type Format uint8

const (
	Text Format = iota
	HTML
)

// Draft is an article in the making: what shaping stages write.
type Draft struct {
	ID       string
	Source   Source
	Metadata Metadata
	Origins  Origins // where the metadata was found
	Format   Format
	Verbatim bool   // plain text taken as it is
	Anyway   bool   // of a page without a story, give the best guess
	Foreign  bool   // plainly not in English, written by the language stage
	Explain  bool   // fill in Piece.Why, and the rule of furniture far from the story
	Raw      []byte // the input as it came
	Input    string // the input as valid UTF-8, written by the decoding stage
	Pieces   []Piece
	Warnings []string
	Extra    []byte // a JSON object that rides along; nil where there is none
}

// Note writes down where a member of the metadata was found.
func (d *Draft) Note(member, from string) {
	if d.Origins == nil {
		d.Origins = Origins{}
	}
	d.Origins[member] = from
}

// Verdict says what becomes of a piece.
type Verdict uint8

const (
	Kept   Verdict = iota
	Cut            // out of the story's text: listed in Document.Removed
	Chrome         // the page's furniture: listed only when decisions are asked for
)

var verdicts = [...]string{"kept", "cut", "chrome"}

func (v Verdict) String() string { return verdicts[v] }

// Piece is a block of the input in reading order, with what was decided about
// it. A stage that cuts a piece leaves it in place and sets Verdict, Stage and
// Rule; one that splits a piece puts its halves in its place.
type Piece struct {
	Kind    BlockKind
	Level   uint8
	Text    string
	From    Span // bytes of Draft.Input that the piece was read from; zero for pages
	Verdict Verdict
	Stage   string // who decided
	Rule    string // and why, for what is kept too
	Why     *Why   // what a model saw in it; nil where none looked, or Draft.Explain is not set
	Repairs []Repair
}

// Why is how likely a model thought a block to be story, and what told it so.
type Why struct {
	Score   float64 // log odds: above 0 story, below 0 furniture
	Reasons []Reason
}

// Reason is a sign of a block and what it adds to the score, as far as one
// sign can be told from the others.
type Reason struct {
	Name   string
	Weight float64
}

// Cut marks p as removed from the story by a stage's rule.
func (p *Piece) Cut(stage, rule string) { p.Verdict, p.Stage, p.Rule = Cut, stage, rule }

// Repair is a change of characters that shaping made.
type Repair struct {
	Span        // of the new characters, in bytes: of Piece.Text, and after Freeze of the text
	Was  string // the characters that stood there
	Rule string
	From Span // bytes of Draft.Input where they stood, written by Freeze; zero for pages
}

// Freeze turns the draft into a document whose text nothing can change: the
// kept pieces joined by blank lines, or the input itself where it is verbatim.
// White space around a piece's text is no part of its block.
func (d *Draft) Freeze() *Document {
	doc := &Document{ID: d.ID, Source: d.Source, Metadata: d.Metadata, Origins: d.Origins, Foreign: d.Foreign, Warnings: d.Warnings, Extra: d.Extra}
	if d.Verbatim {
		doc.text = d.Input
		doc.Blocks = lineBlocks(d.Input)
		return doc
	}
	if d.Explain && d.Format == Text {
		doc.input = d.Input
	}
	size := 0
	for i := range d.Pieces {
		if d.Pieces[i].Verdict == Kept {
			size += len(d.Pieces[i].Text) + 2
		}
	}
	var b strings.Builder
	b.Grow(size)
	doc.Blocks = make([]Block, 0, len(d.Pieces))
	for i := range d.Pieces {
		p := &d.Pieces[i]
		trimmed := strings.TrimSpace(p.Text)
		lead := int32(strings.Index(p.Text, trimmed))
		repairs, from := p.placed(lead, int32(len(trimmed)))
		doc.Decisions = append(doc.Decisions, Decision{Kind: p.Kind, Text: trimmed, Verdict: p.Verdict, Stage: p.Stage, Rule: p.Rule, Why: p.Why, From: from})
		if p.Verdict != Kept {
			if p.Verdict == Cut && trimmed != "" {
				doc.Removed = append(doc.Removed, Removed{Text: trimmed, Stage: p.Stage, Rule: p.Rule})
			}
			continue
		}
		if trimmed == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := int32(b.Len())
		b.WriteString(trimmed)
		doc.Blocks = append(doc.Blocks, Block{Span{start, int32(b.Len())}, p.Kind, p.Level})
		shift := start - lead
		for _, r := range repairs {
			r.Span = Span{r.Start + shift, r.End + shift}
			doc.Repairs = append(doc.Repairs, r)
		}
	}
	doc.text = b.String()
	return doc
}

// placed gives the repairs of size bytes of p's text from byte lead on, with the
// places in the input where they stood, and the range of the input that those
// bytes were read from. What was mended in the white space around them is one
// repair with it.
func (p *Piece) placed(lead, size int32) ([]Repair, Span) {
	if len(p.Repairs) == 0 {
		if p.From == (Span{}) {
			return nil, Span{}
		}
		return nil, Span{p.From.Start + lead, p.From.Start + lead + size}
	}
	list := append(make([]Repair, 0, len(p.Repairs)), p.Repairs...)
	end := lead + size
	shift := p.From.Start // from a byte of the text to that of the input
	n := 0
	for n < len(list) && list[n].Start < lead {
		n++
	}
	if n > 0 {
		last := max(lead, list[n-1].End)
		list[n-1] = Repair{Span: Span{lead, last}, Was: undone(p.Text[:last], list[:n]), Rule: list[n-1].Rule}
		list = list[n-1:]
		shift -= lead
	}
	n = len(list)
	for n > 0 && list[n-1].End > end {
		n--
	}
	if n < len(list) {
		first := min(end, list[n].Start)
		for i := range list[n:] {
			list[n+i].Span = Span{list[n+i].Start - first, list[n+i].End - first}
		}
		list[n] = Repair{Span: Span{first, end}, Was: undone(p.Text[first:], list[n:]), Rule: list[n].Rule}
		list = list[:n+1]
	}
	if p.From == (Span{}) {
		return list, Span{}
	}
	from := Span{Start: lead + shift}
	for i := range list {
		r := &list[i]
		r.From = Span{r.Start + shift, r.Start + shift + int32(len(r.Was))}
		shift += int32(len(r.Was) - r.Len())
	}
	from.End = end + shift
	return list, from
}

// undone puts back what repairs of s say stood there.
func undone(s string, repairs []Repair) string {
	var b strings.Builder
	at := int32(0)
	for _, r := range repairs {
		b.WriteString(s[at:r.Start])
		b.WriteString(r.Was)
		at = r.End
	}
	b.WriteString(s[at:])
	return b.String()
}

// lineBlocks makes each line of a verbatim text a block: there a line end is
// the only sign of a paragraph (PolNeAR and GUM put a blank line between
// paragraphs, CoNLL a single line end).
func lineBlocks(text string) []Block {
	var blocks []Block
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		line := text[start:end]
		if t := strings.TrimSpace(line); t != "" {
			s := start + strings.Index(line, t)
			blocks = append(blocks, Block{Span: Span{int32(s), int32(s + len(t))}})
		}
		start = end + 1
	}
	return blocks
}
