package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
)

// reporter tells a person on standard error how it goes: a line that counts
// while it runs, where that is a terminal, and a summary at the end.
type reporter struct {
	w            io.Writer
	live         bool // rewrite a line of progress
	quiet        bool
	name         bool // name each failure, since the output does not
	start, drawn time.Time
	done, failed int
}

const redraw = 200 * time.Millisecond

func newReporter(w io.Writer, o *options) *reporter {
	now := time.Now()
	return &reporter{w: w, live: !o.quiet && terminal(w), quiet: o.quiet, name: o.errors.value == "skip" && !o.quiet, start: now, drawn: now}
}

func (t *reporter) result(r pipeline.Result) {
	t.done++
	if r.Err != nil {
		t.failed++
		switch {
		case r.Err.Stack != nil && !t.quiet:
			t.clear()
			fmt.Fprintf(t.w, "quoth: %s\nThis is a bug in quoth, please report it.\n%s\n", sink.Plain(r.Err.Error()), r.Err.Stack)
		case t.name:
			t.clear()
			fmt.Fprintf(t.w, "quoth: %s\n", sink.Plain(r.Err.Error()))
		}
	}
	if now := time.Now(); t.live && now.Sub(t.drawn) >= redraw {
		t.drawn = now
		fmt.Fprintf(t.w, "\r\033[K%s", t.counts(now))
	}
}

// clear takes the line of progress away.
func (t *reporter) clear() {
	if t.live {
		fmt.Fprint(t.w, "\r\033[K")
	}
}

// summary closes a run. A single article that went well needs none.
func (t *reporter) summary() {
	t.clear()
	if t.quiet || t.done == 1 && t.failed == 0 {
		return
	}
	fmt.Fprintln(t.w, t.counts(time.Now()))
}

func (t *reporter) counts(now time.Time) string {
	took := now.Sub(t.start).Seconds()
	articles := "articles"
	if t.done == 1 {
		articles = "article"
	}
	s := fmt.Sprintf("%d %s, %d failed, %.1f s", t.done, articles, t.failed, took)
	if took > 0.05 {
		rate := float64(t.done) / took
		if rate < 10 {
			return fmt.Sprintf("%s, %.1f/s", s, rate)
		}
		return fmt.Sprintf("%s, %.0f/s", s, rate)
	}
	return s
}
