package cli

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/quoth/quoth/internal/progress"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/schollz/progressbar/v3"
)

// reporter tells on standard error how a run goes: a bar or a line that counts
// where that is a terminal, else a line each minute; failures that the output
// does not name; a summary at the end. As JSON, each is an object a line.
type reporter struct {
	mu    sync.Mutex
	w     io.Writer
	log   *slog.Logger // nil for text
	live  bool         // rewrite a line of progress
	quiet bool
	name  bool // name each failure, since the output does not
	tally *progress.Tally
	share func() float64 // of the inputs that was read, 0 to 1; below 0 where nobody knows
	width int            // of the terminal
	bar   *progressbar.ProgressBar
	from  float64   // the share when the first input of this run came
	begun time.Time // and when that was
	drawn time.Time // the last line of progress

	skipped map[string]int // what the inputs held beside articles
}

const (
	redraw  = 200 * time.Millisecond
	spoken  = time.Minute      // between lines of progress where there is no terminal
	lengthy = 10 * time.Second // a run from which on the slowest inputs are worth a look
)

func newReporter(w io.Writer, o *watchOptions, name bool) *reporter {
	t := &reporter{w: w, live: !o.quiet && o.log.value != "json" && terminal(w), quiet: o.quiet, name: name && !o.quiet,
		tally: progress.New(shortVersion()), drawn: time.Now(), width: columns(w)}
	if o.log.value == "json" {
		t.log = slog.New(slog.NewJSONHandler(w, nil))
	}
	return t
}

func (t *reporter) result(r pipeline.Result) {
	t.tally.Add(r)
	t.mu.Lock()
	defer t.mu.Unlock()
	if r.Err != nil {
		t.failure(r.Err)
	}
	now := time.Now()
	if t.begun.IsZero() && t.share != nil {
		t.begun, t.from = now, t.share()
	}
	if t.quiet {
		return
	}
	switch since := now.Sub(t.drawn); {
	case t.live && since >= redraw:
		t.drawn = now
		t.draw(now)
	case !t.live && since >= spoken:
		t.drawn = now
		t.minute(now)
	}
}

func (t *reporter) failure(e *pipeline.Error) {
	switch {
	case t.quiet:
	case t.log != nil && (t.name || e.Stack != nil):
		args := []any{"id", e.ID, "stage", e.Stage, "kind", e.Kind, "error", e.Err.Error()}
		if e.Stack != nil {
			args = append(args, "stack", string(e.Stack))
		}
		t.log.Error("input failed", args...)
	case e.Stack != nil:
		t.wipe()
		fmt.Fprintf(t.w, "quoth: %s\nThis is a bug in quoth, please report it.\n%s\n", sink.Plain(e.Error()), e.Stack)
	case t.name && t.log == nil:
		t.wipe()
		fmt.Fprintf(t.w, "quoth: %s\n", sink.Plain(e.Error()))
	}
}

// say tells one thing in words.
func (t *reporter) say(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case t.quiet:
	case t.log != nil:
		t.log.Info(fmt.Sprintf(format, args...))
	default:
		t.wipe()
		fmt.Fprintf(t.w, "quoth: %s\n", sink.Plain(fmt.Sprintf(format, args...)))
	}
}

// draw rewrites the line of progress.
func (t *reporter) draw(now time.Time) {
	s := t.tally.Snapshot()
	share := t.read()
	if share < 0 {
		fmt.Fprintf(t.w, "\r\033[K%s", counts(&s))
		return
	}
	if t.bar == nil {
		t.bar = progressbar.NewOptions(1000, progressbar.OptionSetWriter(t.w), progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false),
			progressbar.OptionSetWidth(min(30, max(t.width-60, 5))), progressbar.OptionUseANSICodes(true), progressbar.OptionShowDescriptionAtLineEnd(),
			progressbar.OptionSetTheme(progressbar.Theme{Saucer: "█", SaucerPadding: "░", BarStart: "", BarEnd: ""}))
	}
	about := counts(&s)
	if left := t.left(now, share); left != "" {
		about += ", " + left + " left"
	}
	t.bar.Describe(about)
	_ = t.bar.Set(int(share * 1000))
}

// read is the share of the inputs that was read, below 0 where nobody knows.
func (t *reporter) read() float64 {
	if t.share == nil {
		return -1
	}
	return t.share()
}

// left is how long the rest will take if it goes on as it went.
func (t *reporter) left(now time.Time, share float64) string {
	if t.begun.IsZero() || share <= t.from || now.Sub(t.begun) < time.Second {
		return ""
	}
	left := time.Duration(float64(now.Sub(t.begun)) * (1 - share) / (share - t.from))
	if left > time.Minute {
		return strings.TrimSuffix(left.Round(time.Minute).String(), "0s")
	}
	return left.Round(time.Second).String()
}

func (t *reporter) minute(now time.Time) {
	s := t.tally.Snapshot()
	share := t.read()
	if t.log != nil {
		t.log.Info("progress", "done", s.Done, "failed", s.Failed, "resumed", s.Resumed, "copies", s.Copies, "seconds", s.Seconds, "per_second", s.Rate)
		return
	}
	line := counts(&s)
	if share >= 0 {
		line += fmt.Sprintf(", %.0f%%", share*100)
		if left := t.left(now, share); left != "" {
			line += ", " + left + " left"
		}
	}
	fmt.Fprintln(t.w, line)
}

// clear takes the line of progress away.
func (t *reporter) clear() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wipe()
}

func (t *reporter) wipe() {
	if t.live {
		fmt.Fprint(t.w, "\r\033[K")
	}
}

// summary closes a run. A single article that went well needs none.
func (t *reporter) summary() {
	t.clear()
	s := t.tally.Snapshot()
	if t.quiet || s.Done == 1 && s.Failed == 0 && s.Resumed == 0 && len(t.skipped) == 0 {
		return
	}
	kinds := slices.SortedFunc(maps.Keys(s.Failures), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.Failures[b], s.Failures[a]), cmp.Compare(a, b))
	})
	if t.log != nil {
		t.log.Info("summary", "done", s.Done, "failed", s.Failed, "resumed", s.Resumed, "copies", s.Copies, "seconds", s.Seconds, "per_second", s.Rate,
			"failures", s.Failures, "slowest", s.Slowest, "left_out", t.skipped)
		return
	}
	fmt.Fprintln(t.w, counts(&s))
	for _, k := range kinds {
		fmt.Fprintf(t.w, "  %6d  %s\n", s.Failures[k], k)
	}
	tellSkipped(t.w, t.skipped)
	if s.Seconds >= lengthy.Seconds() && s.Done > 1 {
		fmt.Fprintln(t.w, "slowest:")
		for _, e := range s.Slowest {
			fmt.Fprintf(t.w, "  %6.2f s  %s\n", e.Seconds, sink.Plain(e.ID))
		}
	}
}

// counts is a tally in a line.
func counts(s *progress.Snapshot) string {
	line := fmt.Sprintf("%d %s, %d failed", s.Done, one(s.Done, "article", "articles"), s.Failed)
	if s.Copies > 0 {
		line += fmt.Sprintf(", %d %s", s.Copies, one(s.Copies, "copy", "copies"))
	}
	if s.Resumed > 0 {
		line += fmt.Sprintf(", %d done before", s.Resumed)
	}
	line += fmt.Sprintf(", %.1f s", s.Seconds)
	switch {
	case s.Seconds <= 0.05 || s.Done == 0:
		return line
	case s.Rate < 10:
		return fmt.Sprintf("%s, %.1f/s", line, s.Rate)
	}
	return fmt.Sprintf("%s, %.0f/s", line, s.Rate)
}

func one(n int64, word, more string) string {
	if n == 1 {
		return word
	}
	return more
}
