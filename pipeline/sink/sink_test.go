package sink

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

func document(id string) pipeline.Result {
	return pipeline.Result{ID: id, Doc: extract.NewDocument(id, "It rained.")}
}

func failure(id string) pipeline.Result {
	return pipeline.Result{ID: id, Err: pipeline.Failed(id, "page", extract.Faultf("empty", "no text found"))}
}

const failedLine = `{"id":"b","error":{"stage":"page","kind":"empty","message":"no text found"}}` + "\n"

func TestLines(t *testing.T) {
	var e extract.Encoder
	a := string(e.Append(nil, document("a").Doc)) + "\n"
	var indented bytes.Buffer
	json.Indent(&indented, []byte(a), "", "  ")
	for _, tt := range []struct {
		name    string
		rows    JSON
		options Options
		want    string
	}{
		{"one_line_each", JSON{}, Options{}, a + failedLine},
		{"errors_left_out", JSON{SkipErrors: true}, Options{}, a},
		{"indented", JSON{SkipErrors: true}, Options{Pretty: func() bool { return true }}, indented.String()},
		{"not_indented", JSON{}, Options{Pretty: func() bool { return false }}, a + failedLine},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			l := New(&b, &tt.rows, tt.options)
			for _, r := range []pipeline.Result{document("a"), failure("b")} {
				if _, err := l.Write(r); err != nil {
					t.Fatal(err)
				}
			}
			if err := l.Flush(); err != nil || b.String() != tt.want {
				t.Errorf("got\n%swant\n%s%v", &b, tt.want, err)
			}
		})
	}
}

// A span outside the text is a bug of a stage: the article's error, and the
// next one follows.
func TestLinesSurviveADocumentThatCannotBeEncoded(t *testing.T) {
	bad := document("bad")
	bad.Doc.Mentions = []extract.Mention{{Span: extract.Span{Start: 5, End: 500}}}
	bad.Doc.Entities = []extract.Entity{{Name: "Rain", Mentions: []int32{0}}}
	var b strings.Builder
	l := New(&b, &JSON{}, Options{})
	r, err := l.Write(bad)
	if err != nil || r.Doc != nil || r.Err == nil || r.Err.Kind != "panic" || r.Err.Stage != "encode" || len(r.Err.Stack) == 0 {
		t.Errorf("became %+v, error %v", r, err)
	}
	l.Write(document("good"))
	l.Flush()
	lines := strings.Split(b.String(), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], `{"id":"bad","error":{"stage":"encode","kind":"panic"`) || !strings.HasPrefix(lines[1], `{"schema":"quoth/1","id":"good"`) {
		t.Errorf("printed\n%s", &b)
	}
}

// Who reads a slow stream sees a result without waiting for the next one.
func TestLinesDoNotWaitForTheNextOne(t *testing.T) {
	r, w := io.Pipe()
	l := New(w, &JSON{}, Options{})
	l.Write(failure("b"))
	got := make([]byte, len(failedLine))
	if _, err := io.ReadFull(r, got); err != nil || string(got) != failedLine {
		t.Errorf("read %q: %v", got, err)
	}
	l.Write(failure("b"))
	if _, err := io.ReadFull(r, got); err != nil || string(got) != failedLine {
		t.Errorf("then read %q: %v", got, err)
	}
}

// full is a disk that takes a number of bytes.
type full struct {
	mu   sync.Mutex
	left int
}

var errFull = errors.New("no space left on device")

func (f *full) Write(p []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := min(f.left, len(p))
	if f.left -= n; n < len(p) {
		return n, errFull
	}
	return n, nil
}

func TestLinesTellWhenWritingFails(t *testing.T) {
	for _, skip := range []bool{false, true} {
		l := New(&full{left: 100_000}, &JSON{SkipErrors: skip}, Options{})
		var err error
		for n := 0; err == nil; n++ {
			if n == 10_000 {
				t.Fatal("10,000 lines fit in 100,000 bytes")
			}
			_, err = l.Write(document("a"))
		}
		if !errors.Is(err, errFull) {
			t.Errorf("error %v, want %v", err, errFull)
		}
		if _, err := l.Write(failure("b")); !errors.Is(err, errFull) {
			t.Errorf("after it: %v, want %v", err, errFull)
		}
		if err := l.Flush(); !errors.Is(err, errFull) {
			t.Errorf("flushed: %v, want %v", err, errFull)
		}
	}
}
