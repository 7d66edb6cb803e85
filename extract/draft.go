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
}

// Freeze turns the draft into a document whose text nothing can change: the
// kept pieces joined by blank lines, or the input itself where it is verbatim.
// White space around a piece's text is no part of its block.
func (d *Draft) Freeze() *Document {
	doc := &Document{ID: d.ID, Source: d.Source, Metadata: d.Metadata, Origins: d.Origins, Warnings: d.Warnings, Extra: d.Extra}
	if d.Verbatim {
		doc.text = d.Input
		doc.Blocks = lineBlocks(d.Input)
		return doc
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
		doc.Decisions = append(doc.Decisions, Decision{Kind: p.Kind, Text: trimmed, Verdict: p.Verdict, Stage: p.Stage, Rule: p.Rule, Why: p.Why, From: p.From})
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
		shift := start - int32(strings.Index(p.Text, trimmed))
		for _, r := range p.Repairs {
			s := Span{r.Start + shift, r.End + shift}
			if s.Start >= start && s.End <= int32(b.Len()) {
				doc.Repairs = append(doc.Repairs, Repair{s, r.Was, r.Rule})
			}
		}
	}
	doc.text = b.String()
	return doc
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
