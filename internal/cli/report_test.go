package cli

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/pipeline"
)

func TestProgressIsForTerminalsAlone(t *testing.T) {
	long := time.Now().Add(-time.Hour)
	for _, live := range []bool{true, false} {
		var b strings.Builder
		r := &reporter{w: &b, live: live, start: long, drawn: long}
		r.result(pipeline.Result{ID: "a"})
		r.result(pipeline.Result{ID: "b", Err: pipeline.Failed("b", "page", errors.New("odd"))}) // too soon to be drawn
		if got := b.String(); live != (got == "\r\033[K1 article, 0 failed, 3600.0 s, 0.0/s") || !live && got != "" {
			t.Errorf("terminal %v: %q", live, got)
		}
	}
}

func TestBugsAreReported(t *testing.T) {
	var b strings.Builder
	bug := pipeline.Result{ID: "a", Err: &pipeline.Error{ID: "a\033[2J", Stage: "quote", Kind: "panic", Err: errors.New("panic: odd"), Stack: []byte("goroutine 1")}}
	(&reporter{w: &b}).result(bug)
	if want := "quoth: a[2J: quote: panic: odd\nThis is a bug in quoth, please report it.\ngoroutine 1\n"; b.String() != want {
		t.Errorf("%q, want %q", &b, want)
	}
	b.Reset()
	(&reporter{w: &b, quiet: true}).result(bug)
	if b.Len() > 0 {
		t.Errorf("quiet says %q", &b)
	}
}
