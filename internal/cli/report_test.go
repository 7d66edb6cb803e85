package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/quoth/quoth/internal/progress"
	"github.com/quoth/quoth/pipeline"
)

func told(w *strings.Builder, o *watchOptions) *reporter {
	t := newReporter(w, o, false)
	t.drawn = time.Now().Add(-time.Hour)
	return t
}

func TestProgress(t *testing.T) {
	third := func() float64 { return 1.0 / 3 }
	for _, tt := range []struct {
		name   string
		change func(*reporter)
		want   string
	}{
		{"on_a_terminal", func(r *reporter) { r.live = true }, "\r\033[K1 article, 0 failed, 0.0 s"},
		{"on_a_terminal_with_a_bar", func(r *reporter) { r.live, r.share = true, third }, "█████"},
		{"else_a_line_each_minute", func(r *reporter) {}, "1 article, 0 failed, 0.0 s\n"},
		{"with_the_share", func(r *reporter) { r.share = third }, "1 article, 0 failed, 0.0 s, 33%\n"},
		{"quiet", func(r *reporter) { r.quiet = true }, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { // where no time goes by
				var b strings.Builder
				r := told(&b, &watchOptions{})
				tt.change(r)
				r.result(pipeline.Result{ID: "a"})
				first := b.String()
				r.result(pipeline.Result{ID: "b"}) // too soon to be told
				if tt.want == "" && first != "" || !strings.Contains(first, tt.want) || b.String() != first {
					t.Errorf("%q, then %q, want %q", first, b.String()[len(first):], tt.want)
				}
			})
		})
	}
}

func TestTimeLeft(t *testing.T) {
	begun := time.Now()
	for _, tt := range []struct {
		share float64
		took  time.Duration
		want  string
	}{
		{0.5, 10 * time.Second, "10s"}, {0.1, 90 * time.Minute, "13h30m"}, {0.2, 90 * time.Second, "6m"}, {0.9, time.Millisecond, ""}, {0, time.Hour, ""},
	} {
		if got := (&reporter{begun: begun}).left(begun.Add(tt.took), tt.share); got != tt.want {
			t.Errorf("%v after %v: %q, want %q", tt.share, tt.took, got, tt.want)
		}
	}
	// A run that was gone on with counts from where it began.
	if got := (&reporter{begun: begun, from: 0.8}).left(begun.Add(10*time.Second), 0.9); got != "10s" {
		t.Errorf("resumed: %q, want 10s", got)
	}
}

func TestSummaryTellsTheKindsOfFailures(t *testing.T) {
	var b strings.Builder
	r := newReporter(&b, &watchOptions{}, false)
	for i := range 5 {
		e := pipeline.Failed("a", "page", errors.New("odd"))
		if i > 2 {
			e = pipeline.Failed("a", "fetch", errors.New("odd"))
		}
		r.result(pipeline.Result{ID: fmt.Sprint(i), Err: e})
	}
	r.summary()
	if want := "  3  page/failed\n       2  fetch/failed\n"; !strings.HasPrefix(b.String(), "5 articles, 5 failed, ") || !strings.HasSuffix(b.String(), want) {
		t.Errorf("%q, want %q at the end", &b, want)
	}
}

func TestBugsAreReported(t *testing.T) {
	bug := pipeline.Result{ID: "a", Err: &pipeline.Error{ID: "a\033[2J", Stage: "quote", Kind: "panic", Err: errors.New("panic: odd"), Stack: []byte("goroutine 1")}}
	var b strings.Builder
	r := &reporter{w: &b, tally: progress.New("1"), drawn: time.Now()}
	r.result(bug)
	if want := "quoth: a[2J: quote: panic: odd\nThis is a bug in quoth, please report it.\ngoroutine 1\n"; b.String() != want {
		t.Errorf("%q, want %q", &b, want)
	}
	b.Reset()
	r.quiet = true
	r.result(bug)
	if b.Len() > 0 {
		t.Errorf("quiet says %q", &b)
	}
	r.quiet, r.log = false, slog.New(slog.NewJSONHandler(&b, nil))
	r.result(bug)
	var line struct{ Level, Msg, ID, Stage, Kind, Error, Stack string }
	if err := json.Unmarshal([]byte(b.String()), &line); err != nil || line.ID != "a\033[2J" || line.Kind != "panic" || line.Stack != "goroutine 1" || line.Level != "ERROR" {
		t.Errorf("as JSON %q, %v", &b, err)
	}
}
