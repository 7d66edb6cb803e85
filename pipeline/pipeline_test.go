package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
)

// copying stands in for decoding and shaping: the input is one paragraph.
var copying = extract.Stage{Name: "copy", Doc: "Keeps the input.", Verbatim: true, Shape: func(d *extract.Draft) error {
	d.Input = string(d.Raw)
	d.Pieces = []extract.Piece{{Text: d.Input}}
	return nil
}}

func annotating(name string, run func(*extract.Document) error) extract.Stage {
	return extract.Stage{Name: name, Doc: "For a test.", Annotate: run}
}

func build(t testing.TB, timeout time.Duration, stages ...extract.Stage) *Pipeline {
	t.Helper()
	p, err := newPipeline(append([]extract.Stage{copying}, stages...), timeout)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRunNamesTheStageThatFailed(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	tests := []struct {
		name  string
		input Input
		stage extract.Stage
		want  string
		kind  string
	}{
		{"fault", Input{ID: "a.html"}, annotating("quote", func(*extract.Document) error { return extract.Faultf("no_story", "no text found") }), "a.html: quote: no text found", "no_story"},
		{"plain_error", Input{ID: "a.html"}, annotating("quote", func(*extract.Document) error { return errors.New("odd") }), "a.html: quote: odd", "failed"},
		{"panic", Input{ID: "a.html"}, annotating("quote", func(*extract.Document) error { panic("odd") }), "a.html: quote: panic: odd", "panic"},
		{"timeout", Input{ID: "a.html"}, annotating("quote", func(*extract.Document) error { <-release; return nil }), "a.html: pipeline: not done after 20ms", "timeout"},
		{"unreadable_input", Input{ID: "a.html", Err: extract.Faultf("not_found", "no such file")}, annotating("quote", nil2), "a.html: input: no such file", "not_found"},
		{"failed_load", Input{ID: "u", Load: func(context.Context, *Input) error { return extract.Faultf("http_404", "not found") }}, annotating("quote", nil2), "u: fetch: not found", "http_404"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var timeout time.Duration
			if tt.name == "timeout" {
				timeout = 20 * time.Millisecond
			}
			r := build(t, timeout, tt.stage).Run(context.Background(), tt.input)
			if r.Err == nil || r.Err.Error() != tt.want || r.Err.Kind != tt.kind || r.Doc != nil || r.ID != tt.input.ID {
				t.Errorf("got %v of kind %q, want %s of kind %q", r.Err, r.Err.Kind, tt.want, tt.kind)
			}
			if (tt.kind == "panic") != (len(r.Err.Stack) > 0) {
				t.Errorf("stack of %d bytes", len(r.Err.Stack))
			}
		})
	}
}

func nil2(*extract.Document) error { return nil }

func TestVerbatimSkipsShaping(t *testing.T) {
	shout := extract.Stage{Name: "shout", Doc: "For a test.", Shape: func(d *extract.Draft) error {
		d.Pieces[0].Text = strings.ToUpper(d.Pieces[0].Text)
		return nil
	}}
	p := build(t, 0, shout)
	for _, tt := range []struct {
		in   Input
		want string
	}{
		{Input{Body: []byte(" so \r\n")}, "SO"},
		{Input{Body: []byte(" so \r\n"), Verbatim: true}, " so \r\n"},
		{Input{Body: []byte(" so "), Verbatim: true, Format: extract.HTML}, "SO"}, // --verbatim is about plain text
	} {
		if got := p.Run(context.Background(), tt.in).Doc.Text(); got != tt.want {
			t.Errorf("%q, verbatim %v: %q, want %q", tt.in.Body, tt.in.Verbatim, got, tt.want)
		}
	}
}

func numbered(n int) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for i := range n {
			if !yield(Input{ID: fmt.Sprint(i), Body: []byte(fmt.Sprint("Article ", i, "."))}) {
				return
			}
		}
	}
}

func TestStreamKeepsOrderAndLosesNothing(t *testing.T) {
	// Every third article fails, and early ones take longest.
	slow := annotating("slow", func(d *extract.Document) error {
		n := len(d.ID)
		time.Sleep(time.Duration(3-n) * time.Millisecond)
		if strings.HasSuffix(d.ID, "3") {
			panic(d.ID)
		}
		return nil
	})
	for _, workers := range []int{0, 1, 2, 16} {
		p, want := build(t, 0, slow), 0
		err := p.Stream(context.Background(), workers, numbered(200), func(r Result) error {
			if r.ID != fmt.Sprint(want) || (r.Doc == nil) == (r.Err == nil) {
				t.Fatalf("%d workers: result %s %v %v, want %d", workers, r.ID, r.Doc, r.Err, want)
			}
			want++
			return nil
		})
		if err != nil || want != 200 {
			t.Errorf("%d workers: %d results, error %v", workers, want, err)
		}
	}
}

func TestStreamIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	var outputs [3][]byte
	for i, workers := range []int{1, 3, 16} {
		var e extract.Encoder
		build(t, 0).Stream(context.Background(), workers, numbered(100), func(r Result) error {
			outputs[i] = e.Append(outputs[i], r.Doc)
			return nil
		})
	}
	if !bytes.Equal(outputs[0], outputs[1]) || !bytes.Equal(outputs[0], outputs[2]) {
		t.Error("outputs differ")
	}
}

func TestStreamStops(t *testing.T) {
	full := errors.New("disk full")
	var read atomic.Int64
	endless := func(yield func(Input) bool) {
		for yield(Input{ID: fmt.Sprint(read.Add(1))}) {
		}
	}
	t.Run("when_the_output_fails", func(t *testing.T) {
		n := 0
		err := build(t, 0).Stream(context.Background(), 4, endless, func(Result) error {
			if n++; n == 10 {
				return full
			}
			return nil
		})
		if err != full || n != 10 {
			t.Errorf("error %v after %d results, want %v after 10", err, n, full)
		}
	})
	t.Run("when_the_context_ends", func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(context.Background())
		interrupted := errors.New("interrupted")
		n := 0
		err := build(t, 0).Stream(ctx, 4, endless, func(Result) error {
			if n++; n == 10 {
				cancel(interrupted)
			}
			return nil
		})
		if err != interrupted {
			t.Errorf("error %v, want %v", err, interrupted)
		}
	})
}

func TestStreamReadsNoFurtherAheadThanItMust(t *testing.T) {
	const workers = 2
	var read, written atomic.Int64
	inputs := func(yield func(Input) bool) {
		for i := range 1000 {
			if ahead := read.Add(1) - written.Load(); ahead > 4*workers+workers+3 {
				t.Errorf("%d inputs in hand", ahead)
				return
			}
			if !yield(Input{ID: fmt.Sprint(i)}) {
				return
			}
		}
	}
	build(t, 0).Stream(context.Background(), workers, inputs, func(Result) error {
		written.Add(1)
		return nil
	})
}

func TestOnlyLeavesOutWhatNobodyNeeds(t *testing.T) {
	list := []extract.Stage{
		copying,
		{Name: "sentence", Gives: extract.Sentences, Annotate: nil2},
		{Name: "token", Needs: extract.Sentences, Gives: extract.Tokens, Annotate: nil2},
		{Name: "entity", Needs: extract.Tokens, Gives: extract.Entities, Annotate: nil2},
		{Name: "quote", Needs: extract.Sentences, Gives: extract.Quotes, Annotate: nil2},
	}
	for _, tt := range []struct {
		layers extract.Layer
		want   string
	}{
		{0, "copy sentence token entity quote"},
		{extract.Blocks, "copy"},
		{extract.Quotes, "copy sentence quote"},
		{extract.Entities, "copy sentence token entity"},
	} {
		var names []string
		for _, s := range only(list, tt.layers) {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.layers, got, tt.want)
		}
	}
}

func TestStagesOfEveryEngineFitTogether(t *testing.T) {
	for _, e := range Engines {
		if _, err := New(Options{Engine: e.Name}); err != nil {
			t.Errorf("engine %s: %v", e.Name, err)
		}
	}
	if _, err := New(Options{Engine: "abacus"}); err == nil {
		t.Error("an engine that does not exist was accepted")
	}
}

func BenchmarkStreamOverhead(b *testing.B) {
	p := build(b, 0)
	b.ReportAllocs()
	p.Stream(context.Background(), 2, numbered(b.N), func(Result) error { return nil })
}
