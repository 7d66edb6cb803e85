package sink

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Report writes results for a person to read: who said what, who is named, and
// what was taken out of the story.
type Report struct {
	w      *bufio.Writer
	width  int
	story  bool // print the article, too
	colour bool
}

// NewReport makes a report on w, with lines of at most width columns.
func NewReport(w io.Writer, width int) *Report {
	return &Report{w: bufio.NewWriter(w), width: max(width, 40)}
}

// Flush writes out what is in the buffer.
func (p *Report) Flush() error { return p.w.Flush() }

// Write writes a result.
func (p *Report) Write(r pipeline.Result) (pipeline.Result, error) {
	if r.Err != nil {
		p.line(Plain(r.Err.Error()))
	} else {
		p.document(r.Doc)
	}
	return r, p.w.Flush()
}

func (p *Report) line(s string) { fmt.Fprintln(p.w, s) }

// hang writes text behind head, and as many lines as it takes below its own
// start.
func (p *Report) hang(head, text string) {
	indent := columns(head)
	for i, line := range wrap(text, p.width-indent) {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		p.line(head + line)
	}
}

func (p *Report) document(d *extract.Document) {
	p.hang("", Plain(titleOf(d)))
	m := d.Metadata
	about := []string{}
	for _, s := range []string{strings.Join(m.Authors, ", "), m.SiteName, m.Agency, m.Dateline, m.Published} {
		if s != "" {
			about = append(about, Plain(s))
		}
	}
	if len(about) > 0 {
		p.hang("", strings.Join(about, " · "))
	}
	p.line(strings.Join([]string{counted(len(d.Blocks), "block"), counted(len(d.Sentences), "sentence"), counted(len(d.Quotes), "quote")}, " · "))
	list, of := voices(d)
	if p.story {
		p.line("")
		p.article(d, list, of)
	}
	p.said(d, list, of)
	p.named(d)
	p.removed(d)
	p.line("")
}

func (p *Report) said(d *extract.Document, list []voice, of []int) {
	if len(d.Quotes) == 0 {
		return
	}
	if p.story {
		p.line("Who said what")
	} else {
		p.line("\nWho said what")
	}
	last := ""
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if who := speaker(d, q.Speaker); who != last {
			if shade := p.colourOf(of[i], &list[of[i]]); shade != "" {
				p.line("  " + shade + "■ " + who + plainAgain)
			} else {
				p.hang("  ", who)
			}
			last = who
		}
		var said []string
		for _, s := range q.Parts {
			said = append(said, Plain(d.At(s)))
		}
		p.hang(fmt.Sprintf("    %-8s  ", q.Kind), how(d, q)+strings.Join(said, " … "))
	}
}

// how is in what way something was said, where the words alone would mislead:
// "[denied] ", "[mention, negated] ". It is "" for what was plainly said, claimed or
// written.
func how(d *extract.Document, q *extract.Quote) string {
	plain := q.Kind == extract.Direct
	switch q.CueKind {
	case "", "say", "claim", "write":
		plain = true
	}
	switch {
	case q.Cue.Empty() || plain && q.Modality == extract.Actual:
		return ""
	case q.Modality == extract.Actual:
		return "[" + Plain(d.At(q.Cue)) + "] "
	}
	return fmt.Sprintf("[%s, %s] ", Plain(d.At(q.Cue)), q.Modality)
}

// speaker is a name, with the role or the mention that the text has for it.
func speaker(d *extract.Document, s extract.Speaker) string {
	if s.Kind == extract.NoSpeaker {
		return "(the text does not say who)"
	}
	mention := Plain(d.At(s.Span))
	switch {
	case s.Name == "":
		return mention
	case s.Role != "" && before(d, s):
		return Plain(s.Role) + " " + Plain(s.Name)
	case s.Role != "":
		return Plain(s.Name) + ", " + Plain(s.Role)
	}
	return Plain(s.Name)
}

// before says whether the article sets the role of a speaker before the name,
// as in Sen. Ann Lee.
func before(d *extract.Document, s extract.Speaker) bool {
	if s.Entity < 0 || int(s.Entity) >= len(d.Entities) {
		return false
	}
	e := &d.Entities[s.Entity]
	k := 0
	for _, role := range e.Roles {
		if strings.Join(strings.Fields(d.At(role)), " ") != s.Role {
			continue
		}
		for ; k < len(e.Mentions); k++ {
			if m := &d.Mentions[e.Mentions[k]]; m.Start >= role.End {
				if m.Kind == extract.NameMention && strings.TrimSpace(d.Text()[role.End:m.Start]) == "" {
					return true
				}
				break
			}
		}
	}
	return false
}

func (p *Report) named(d *extract.Document) {
	if len(d.Entities) == 0 {
		return
	}
	p.line("\nNamed")
	for _, t := range []extract.EntityType{extract.Person, extract.Org, extract.GPE, extract.Loc, extract.NORP, extract.Misc} {
		var names []string
		for _, e := range d.Entities {
			if e.Type == t {
				names = append(names, fmt.Sprintf("%s (%d)", Plain(e.Name), len(e.Mentions)))
			}
		}
		if len(names) > 0 {
			p.hang(fmt.Sprintf("  %-6s  ", t), strings.Join(names, ", "))
		}
	}
}

func (p *Report) removed(d *extract.Document) {
	if len(d.Removed) == 0 {
		return
	}
	p.line("\nTaken out of the story")
	for _, r := range d.Removed {
		p.line(shorten(fmt.Sprintf("  %-12s  %s", Plain(r.Rule), Plain(r.Text)), p.width))
	}
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
