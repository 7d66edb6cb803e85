package junk_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/junk"
	"github.com/quoth/quoth/extract/lines"
	"github.com/quoth/quoth/extract/spacing"
)

// clean is what the three stages make of a plain text.
func clean(t *testing.T, text string) string {
	t.Helper()
	d := &extract.Draft{Input: text}
	for _, s := range []extract.Stage{lines.Stage(), junk.Stage(), spacing.Stage()} {
		if err := s.Shape(d); err != nil {
			t.Fatal(err)
		}
	}
	return d.Freeze().Text()
}

// What was cleaned once is clean.
func TestAgainChangesNothing(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		once := clean(t, string(body))
		if again := clean(t, once); again != once {
			t.Errorf("%s: cleaned again\n%s\nonce\n%s", f, again, once)
		}
	}
}

// In the corpora, where they are at hand, nothing changes a second time either.
func TestAgainOverCorpora(t *testing.T) {
	for _, set := range []string{"attribution/polnear-dev", "attribution/polnear-train", "annotation/gum-dev", "annotation/conllpp-dev", "annotation/conllpp-train", "annotation/wikigold", "annotation/uner-dev", "annotation/ewt-dev"} {
		f, err := os.Open("../../../shared/corpora/" + set + ".jsonl.gz")
		if err != nil {
			t.Skip("no corpora here")
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		texts, changed := 0, 0
		for dec := json.NewDecoder(bufio.NewReader(z)); dec.More(); {
			var in struct{ ID, Text string }
			if err := dec.Decode(&in); err != nil {
				t.Fatal(err)
			}
			once := clean(t, in.Text)
			texts++
			if again := clean(t, once); again != once {
				changed++
				t.Errorf("%s: %s", in.ID, difference(once, again))
			}
		}
		t.Logf("%s: %d of %d texts change a second time", set, changed, texts)
	}
}

func difference(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	cut := func(s string) string { return strings.ToValidUTF8(s[max(0, n-30):min(len(s), n+60)], "") }
	return "once " + cut(a) + " / again " + cut(b)
}
