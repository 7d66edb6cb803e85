package token

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/train/conllu"
)

// TestTreebanks holds the tokens to the words of treebanks, where they are at
// hand. Words that a treebank parts at hyphens are joined first: see the
// package's comment.
func TestTreebanks(t *testing.T) {
	for name, floor := range map[string]float64{"gum-dev": 0.99, "ewt-dev": 0.98} {
		t.Run(name, func(t *testing.T) {
			docs, err := conllu.ReadFile(filepath.Join("../../../shared/corpora/treebank", name+".conllu.gz"))
			if err != nil {
				t.Skip(err)
			}
			var raw, joined score
			for _, d := range docs {
				var toks []extract.Token
				for _, b := range d.Blocks {
					toks = Tokenize(toks, d.Text, b.Span)
				}
				got := make([]extract.Span, len(toks))
				for i, t := range toks {
					got[i] = t.Span
				}
				words := make([]extract.Span, len(d.Words))
				for i, w := range d.Words {
					words[i] = w.Span
				}
				raw.count(t, d.Text, words, got, false)
				joined.count(t, d.Text, joinHyphens(d.Text, words), got, os.Getenv("SHOW") != "")
			}
			t.Logf("F1 %.4f as published, %.4f with hyphens joined", raw.f1(), joined.f1())
			if joined.f1() < floor {
				t.Errorf("F1 %.4f, want %.4f", joined.f1(), floor)
			}
		})
	}
}

type score struct{ right, gold, found int }

func (s *score) f1() float64 { return 2 * float64(s.right) / float64(s.gold+s.found) }

func (s *score) count(t *testing.T, text string, gold, found []extract.Span, show bool) {
	s.gold += len(gold)
	s.found += len(found)
	for i, j := 0, 0; i < len(gold) && j < len(found); {
		if gold[i] == found[j] {
			s.right++
			i++
			j++
			continue
		}
		var g, f []string
		end := gold[i].Start
		for first := true; first || i < len(gold) && j < len(found) && gold[i].Start != found[j].Start; first = false {
			if end = max(end, gold[i].Start); gold[i].End <= found[j].End {
				g = append(g, gold[i].Of(text))
				if gold[i].End == found[j].End {
					f = append(f, found[j].Of(text))
					j++
				}
				i++
			} else {
				f = append(f, found[j].Of(text))
				j++
			}
		}
		if show {
			t.Logf("want %s | got %s", strings.Join(g, "  "), strings.Join(f, "  "))
		}
	}
}

// joinHyphens joins the words of a treebank around a hyphen without blanks.
func joinHyphens(text string, words []extract.Span) []extract.Span {
	var out []extract.Span
	for i, w := range words {
		if n := len(out); n > 0 && out[n-1].End == w.Start && i+1 <= len(words) {
			before := text[w.Start-1]
			hyphen := w.Of(text) == "-" && i+1 < len(words) && words[i+1].Start == w.End && alnum(text[w.End]) && alnum(before)
			if hyphen || before == '-' && i > 1 && words[i-1].Len() == 1 && words[i-2].End == words[i-1].Start && alnum(text[w.Start]) && out[n-1].Len() > 1 {
				out[n-1].End = w.End
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

func alnum(c byte) bool { return class[c] == letter || class[c] == digit || class[c] == multibyte }
