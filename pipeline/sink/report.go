package sink

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Report writes results for a person to read: who said what, who is named, and
// what was taken out of the story.
type Report struct{ w *bufio.Writer }

// NewReport makes a report on w.
func NewReport(w io.Writer) *Report { return &Report{bufio.NewWriter(w)} }

// Flush writes out what is in the buffer.
func (p *Report) Flush() error { return p.w.Flush() }

// Write writes a result.
func (p *Report) Write(r pipeline.Result) (pipeline.Result, error) {
	if r.Err != nil {
		p.line("%s", plain(r.Err.Error()))
	} else {
		p.document(r.Doc)
	}
	return r, p.w.Flush()
}

func (p *Report) line(format string, args ...any) { fmt.Fprintf(p.w, format+"\n", args...) }

func (p *Report) document(d *extract.Document) {
	title := d.Metadata.Title
	if title == "" {
		title = d.ID
	}
	p.line("%s", plain(title))
	m := d.Metadata
	about := []string{}
	for _, s := range []string{strings.Join(m.Authors, ", "), m.SiteName, m.Agency, m.Dateline, m.Published} {
		if s != "" {
			about = append(about, plain(s))
		}
	}
	about = append(about, counted(len(d.Blocks), "block"), counted(len(d.Sentences), "sentence"))
	p.line("%s", strings.Join(about, " · "))
	p.said(d)
	p.named(d)
	p.removed(d)
	p.line("")
}

func (p *Report) said(d *extract.Document) {
	if len(d.Quotes) == 0 {
		return
	}
	p.line("\nWho said what")
	last := ""
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if who := speaker(d, q.Speaker); who != last {
			p.line("  %s", who)
			last = who
		}
		var said []string
		for _, s := range q.Parts {
			said = append(said, plain(d.At(s)))
		}
		p.line("    %-8s  %s", q.Kind, strings.Join(said, " … "))
	}
}

// speaker is a name, with the role or the mention that the text has for it.
func speaker(d *extract.Document, s extract.Speaker) string {
	if s.Kind == extract.NoSpeaker {
		return "(the text does not say who)"
	}
	mention := plain(d.At(s.Span))
	switch {
	case s.Name == "":
		return mention
	case s.Role != "":
		return plain(s.Name) + ", " + plain(s.Role)
	}
	return plain(s.Name)
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
				names = append(names, fmt.Sprintf("%s (%d)", plain(e.Name), len(e.Mentions)))
			}
		}
		if len(names) > 0 {
			p.line("  %-6s  %s", t, strings.Join(names, ", "))
		}
	}
}

func (p *Report) removed(d *extract.Document) {
	if len(d.Removed) == 0 {
		return
	}
	p.line("\nTaken out of the story")
	for _, r := range d.Removed {
		p.line("  %-12s  %s", plain(r.Rule), shorten(plain(r.Text), 72))
	}
}

// plain makes text safe and fit for one line of a terminal: white space is one
// blank, control and format characters are left out.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)), " ")
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// shorten cuts s to n code points.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
