package sink

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

//go:embed data/blockmap.css
var blockMapStyle string

// BlockMap writes one HTML page without scripts that shows the blocks of the
// inputs, coloured by what became of them; who points at one sees why.
//
// Text of the inputs is escaped, and the page's policy lets nothing run or load
// but its own style, should that ever fail.
type BlockMap struct {
	w     *bufio.Writer
	begun bool
}

// NewBlockMap makes a map of blocks on w.
func NewBlockMap(w io.Writer) *BlockMap { return &BlockMap{w: bufio.NewWriter(w)} }

// Write writes a result.
func (p *BlockMap) Write(r pipeline.Result) (pipeline.Result, error) {
	p.begin()
	p.f("<section>\n")
	if r.Err != nil {
		p.f("<p class=\"error\">%s</p>\n", escaped(r.Err.Error()))
	} else {
		p.document(r.Doc)
	}
	p.f("</section>\n")
	return r, p.w.Flush()
}

// Flush ends the page.
func (p *BlockMap) Flush() error {
	p.begin()
	p.f("</body>\n</html>\n")
	return p.w.Flush()
}

func (p *BlockMap) f(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

func (p *BlockMap) begin() {
	if p.begun {
		return
	}
	p.begun = true
	p.f("%s", pageHead(blockMapStyle))
	p.f("<meta name=\"viewport\" content=\"width=device-width\">\n<title>quoth explain</title>\n<style>%s</style>\n</head>\n<body>\n", blockMapStyle)
	p.f("<p class=\"key\"><span class=\"kept\">kept: in the text</span> <span class=\"cut\">cut: out of the story, recorded</span> <span class=\"chrome\">chrome: the page's furniture</span> Point at a block to see why.</p>\n")
}

func (p *BlockMap) document(d *extract.Document) {
	p.f("<h1>%s</h1>\n<p class=\"counts\">%s · %s</p>\n", escaped(titleOf(d)), escaped(d.ID), verdictCounts(d))
	for _, s := range d.Warnings {
		p.f("<p class=\"error\">%s</p>\n", escaped(s))
	}
	for i := range d.Decisions {
		p.block(&d.Decisions[i])
	}
}

// block writes a block. Its classes are names of ours, not of the input.
func (p *BlockMap) block(d *extract.Decision) {
	p.f("<div class=\"block %s %s\" tabindex=\"0\">\n<div class=\"text\">%s</div>\n<div class=\"why\"><b>%s</b> %s", d.Verdict, d.Kind, escaped(d.Text), d.Verdict, d.Kind)
	if d.Rule != "" {
		p.f(" by <b>%s</b>", escaped(strings.TrimPrefix(d.Stage+": "+d.Rule, ": ")))
	}
	if d.Why != nil {
		p.f(", score <b>%s</b>\n<ul>", signed(d.Why.Score))
		for _, r := range d.Why.Reasons {
			sign := "for"
			if r.Weight < 0 {
				sign = "against"
			}
			p.f("<li class=\"%s\">%s %s</li>", sign, signed(r.Weight), escaped(r.Name))
		}
		p.f("</ul>")
	}
	p.f("</div>\n</div>\n")
}

// signed is a number with its sign, a minus as wide as a plus.
func signed(v float64) string { return strings.Replace(fmt.Sprintf("%+.2f", v), "-", "−", 1) }
