package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

var update = flag.Bool("update", false, "write the expected outputs anew")

const articles = "../testdata/articles/"

func readArticle(t testing.TB, file string) Input {
	t.Helper()
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{ID: filepath.Base(file), Body: body}
	if strings.HasSuffix(file, ".html") {
		in.Format = extract.HTML
	}
	return in
}

// TestGolden reads every article of testdata and compares all that quoth says
// of it with what it said before. `make golden` writes that anew: read the diff.
func TestGolden(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(articles + "*.[ht][tx][mt]*")
	if len(files) < 2 {
		t.Fatalf("no articles in %s", articles)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r := p.Run(context.Background(), readArticle(t, file))
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			if err := r.Doc.Validate(); err != nil {
				t.Error(err)
			}
			var got bytes.Buffer
			e := extract.Encoder{Explain: true}
			if err := json.Indent(&got, e.Append(nil, r.Doc), "", " "); err != nil {
				t.Fatal(err)
			}
			got.WriteByte('\n')
			golden := strings.TrimSuffix(file, filepath.Ext(file)) + ".json"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			gotLines, wantLines := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
			for i := range min(len(gotLines), len(wantLines)) {
				if gotLines[i] != wantLines[i] {
					t.Fatalf("%s:%d:\n got %s\nwant %s\n`make golden` writes it anew", golden, i+1, gotLines[i], wantLines[i])
				}
			}
			if len(gotLines) != len(wantLines) {
				t.Errorf("%d lines, want %d", len(gotLines), len(wantLines))
			}
		})
	}
}

// TestCleanTextStaysAsItIs runs the cleaned text through again: nothing more
// may change.
func TestCleanTextStaysAsItIs(t *testing.T) {
	p, err := New(Options{Layers: extract.Blocks})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(articles + "*.txt")
	for _, file := range files {
		once := p.Run(context.Background(), readArticle(t, file))
		if once.Err != nil {
			t.Fatal(once.Err)
		}
		twice := p.Run(context.Background(), Input{ID: file, Body: []byte(once.Doc.Text())})
		if twice.Err != nil {
			t.Fatal(twice.Err)
		}
		if got, want := twice.Doc.Text(), once.Doc.Text(); got != want {
			t.Errorf("%s: cleaned twice:\n%s\ncleaned once:\n%s", file, got, want)
		}
	}
}

// FuzzPipeline holds that any bytes, as page or as text, give a document whose
// offsets are true, or an error, and that the line is valid JSON.
func FuzzPipeline(f *testing.F) {
	files, _ := filepath.Glob(articles + "*.[ht][tx][mt]*")
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body, strings.HasSuffix(file, ".html"), false)
	}
	f.Add([]byte("“Né 👩‍🚒\r\n\r\n“She said.\ufeff”"), false, true)
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), true, false)
	p, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	// Loads the engine: an input that takes ten seconds counts as hung, and
	// must not pay for that.
	p.Run(f.Context(), Input{Body: []byte("It rained.")})
	f.Fuzz(func(t *testing.T, body []byte, html, verbatim bool) {
		in := Input{ID: "fuzz", Body: body, Verbatim: verbatim}
		if html {
			in.Format = extract.HTML
		}
		r := p.Run(context.Background(), in)
		if r.Err != nil {
			if r.Err.Kind == "panic" {
				t.Fatalf("%v\n%s", r.Err, r.Err.Stack)
			}
			return
		}
		if err := r.Doc.Validate(); err != nil {
			t.Fatal(err)
		}
		var e extract.Encoder
		for _, e.Unit = range []extract.Unit{extract.CodePoint, extract.Byte, extract.UTF16} {
			if line := e.Append(nil, r.Doc); !json.Valid(line) || bytes.ContainsRune(line, '\n') {
				t.Fatalf("not one line of valid JSON: %s", line)
			}
		}
	})
}
