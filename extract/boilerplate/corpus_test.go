package boilerplate

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

// TestCorpora reads every development page, where they are there, and holds
// what must be true of any page: kept blocks stand in the order of the page,
// each is one place of it, and no text is kept twice. All are articles: none
// is to be without a story.
func TestCorpora(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpora/pages/*.jsonl.gz")
	if len(files) == 0 {
		t.Skip("no corpora")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".jsonl.gz"), func(t *testing.T) {
			t.Parallel()
			readCorpus(t, file, func(id, url, page string) {
				d := &extract.Draft{ID: id, Format: extract.HTML, Input: page, Source: extract.Source{URL: url}}
				if err := Stage().Shape(d); err != nil {
					t.Errorf("%s: %v", id, err)
					return
				}
				checkPieces(t, d)
			})
		})
	}
}

func readCorpus(t *testing.T, file string, each func(id, url, page string)) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for dec := json.NewDecoder(z); dec.More(); {
		var p struct{ ID, URL, HTML string }
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		each(p.ID, p.URL, p.HTML)
	}
}

// checkPieces looks for each kept piece in the page's text behind the one
// before it, and for runs of eight words that a kept piece has from another:
// headings from headings, for the text under one may open with its words.
func checkPieces(t *testing.T, d *extract.Draft) {
	walked := walkText(t, d.Input)
	var whole strings.Builder // letters and digits of the page, in order
	for i := range walked.blocks {
		whole.WriteString(fold(walked.blocks[i].text))
	}
	shown := whole.String()
	at := 0
	owner := map[uint64]int{}
	heading := func(i int) bool { return d.Pieces[i].Kind == extract.Heading }
	for i, p := range d.Pieces {
		if p.Verdict != extract.Kept {
			continue
		}
		switch p.Rule {
		case "articleBody", "embedded_data", "noscript", "description_alone":
		default:
			text := fold(p.Text)
			k := strings.Index(shown[at:], text)
			if k < 0 {
				t.Errorf("%s: piece %d is not in the page behind the one before it: %.80q", d.ID, i, p.Text)
				continue
			}
			at += k + len(text)
		}
		words := wordHashes(p.Text, nil)
		const run = 8
		again := 0
		for k := run; k <= len(words); k++ {
			h := uint64(0)
			for _, w := range words[k-run : k] {
				h = pair(h, w) * 1099511628211
			}
			if from, ok := owner[h]; ok && from != i && heading(from) == heading(i) {
				again++
			}
			owner[h] = i
		}
		if n := len(words) - run + 1; n > 0 && again*10 >= n*9 {
			t.Errorf("%s: piece %d is kept twice: %.80q", d.ID, i, p.Text)
		}
	}
}
