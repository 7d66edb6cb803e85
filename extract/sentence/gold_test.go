package sentence

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train/conllu"
)

// TestTreebanks holds the sentences to those of treebanks, where they are at
// hand: F1 of whole sentences.
func TestTreebanks(t *testing.T) {
	for name, floor := range map[string]float64{"gum-dev": 0.955, "ewt-dev": 0.872} {
		t.Run(name, func(t *testing.T) {
			docs, err := conllu.ReadFile(filepath.Join("../../../shared/corpora/treebank", name+".conllu.gz"))
			if err != nil {
				t.Skip(err)
			}
			right, gold, found := 0, 0, 0
			for _, d := range docs {
				var toks []extract.Token
				for _, b := range d.Blocks {
					toks = token.Tokenize(toks, d.Text, b.Span)
				}
				have := map[extract.Span]bool{}
				for _, s := range d.Sentences {
					have[s] = true
				}
				got := Split(nil, d.Text, d.Blocks, toks)
				gold += len(d.Sentences)
				found += len(got)
				was := map[extract.Span]bool{}
				for _, s := range got {
					was[s] = true
					if have[s] {
						right++
					} else if os.Getenv("SHOW") != "" {
						t.Logf("EXTRA %q", s.Of(d.Text))
					}
				}
				for _, s := range d.Sentences {
					if !was[s] && os.Getenv("SHOW") != "" {
						t.Logf("WANT  %q", s.Of(d.Text))
					}
				}
			}
			f1 := 2 * float64(right) / float64(gold+found)
			t.Logf("F1 %.4f (gold %d, found %d, right %d)", f1, gold, found, right)
			if f1 < floor {
				t.Errorf("F1 %.4f, want %.4f", f1, floor)
			}
		})
	}
}

// TestGoldenRules counts the cases of golden-rules-en whose sentences are all
// right.
func TestGoldenRules(t *testing.T) {
	f, err := os.Open("../../../shared/corpora/annotation/golden-rules-en.jsonl.gz")
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	in := json.NewDecoder(z)
	right, all := 0, 0
	for {
		var c struct {
			ID, Text  string
			Sentences [][2]int
		}
		if err := in.Decode(&c); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all++
		runes := []rune(c.Text)
		var want []string
		for _, s := range c.Sentences {
			want = append(want, string(runes[s[0]:s[1]]))
		}
		d := extract.NewDocument(c.ID, c.Text)
		for _, b := range d.Blocks {
			d.Tokens = token.Tokenize(d.Tokens, c.Text, b.Span)
		}
		var got []string
		for _, s := range Split(nil, c.Text, d.Blocks, d.Tokens) {
			got = append(got, s.Of(c.Text))
		}
		if slices.Equal(got, want) {
			right++
		} else if os.Getenv("SHOW") != "" {
			t.Logf("%s\n got %q\nwant %q", c.ID, got, want)
		}
	}
	t.Logf("%d of %d", right, all)
	if right < 47 {
		t.Errorf("%d of %d cases right, want 47", right, all)
	}
}
