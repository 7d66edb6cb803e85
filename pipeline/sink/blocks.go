package sink

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Blocks writes for a person to read what became of each block of the input,
// and why.
type Blocks struct {
	w     *bufio.Writer
	width int
}

// NewBlocks makes a list of blocks on w, with lines of at most width columns.
func NewBlocks(w io.Writer, width int) *Blocks {
	return &Blocks{bufio.NewWriter(w), max(width, 40)}
}

// Flush writes out what is in the buffer.
func (p *Blocks) Flush() error { return p.w.Flush() }

// Write writes a result.
func (p *Blocks) Write(r pipeline.Result) (pipeline.Result, error) {
	if r.Err != nil {
		fmt.Fprintln(p.w, Plain(r.Err.Error()))
		return r, p.w.Flush()
	}
	fmt.Fprintln(p.w, shorten(Plain(titleOf(r.Doc)), p.width))
	fmt.Fprintln(p.w, verdictCounts(r.Doc))
	for _, s := range r.Doc.Warnings {
		for _, line := range wrap(Plain(s), p.width) {
			fmt.Fprintln(p.w, line)
		}
	}
	fmt.Fprintln(p.w)
	for i := range r.Doc.Decisions {
		d := &r.Doc.Decisions[i]
		fmt.Fprintln(p.w, shorten(fmt.Sprintf("%-6s  %-10s  %s", d.Verdict, shortKind(d.Kind), Plain(d.Text)), p.width))
		const indent = "        "
		for _, line := range wrap(decidedBy(d), p.width-len(indent)) {
			fmt.Fprintln(p.w, strings.TrimRight(indent+line, " "))
		}
	}
	return r, p.w.Flush()
}

func titleOf(d *extract.Document) string {
	if d.Metadata.Title != "" {
		return d.Metadata.Title
	}
	return d.ID
}

// verdictCounts is "12 blocks: 5 kept, 1 cut, 6 chrome".
func verdictCounts(d *extract.Document) string {
	var n [3]int
	for i := range d.Decisions {
		n[d.Decisions[i].Verdict]++
	}
	return fmt.Sprintf("%s: %d kept, %d cut, %d chrome", counted(len(d.Decisions), "block"), n[extract.Kept], n[extract.Cut], n[extract.Chrome])
}

// decidedBy is "page: next_prose, score +2.31: in_story +0.80, …".
func decidedBy(d *extract.Decision) string {
	s := Plain(d.Rule)
	if d.Stage != "" {
		s = Plain(d.Stage) + ": " + s
	}
	if d.Why == nil {
		return s
	}
	s += fmt.Sprintf(", score %+.2f", d.Why.Score)
	for i, r := range d.Why.Reasons {
		sep := ", "
		if i == 0 {
			sep = ": "
		}
		s += fmt.Sprintf("%s%s %+.2f", sep, Plain(r.Name), r.Weight)
	}
	return s
}

func shortKind(k extract.BlockKind) string {
	if k == extract.Preformatted {
		return "pre"
	}
	return k.String()
}
