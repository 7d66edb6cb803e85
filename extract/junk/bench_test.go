package junk_test

import (
	"os"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/junk"
	"github.com/quoth/quoth/extract/lines"
	"github.com/quoth/quoth/extract/spacing"
)

// article is the flattened article of testdata with as much text again, other
// words in it: 800 words, all that junk comes in.
func article(b *testing.B) string {
	body, err := os.ReadFile("../../testdata/articles/reservoir.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(body)
	other := strings.NewReplacer("the ", "this ", " a ", " one ", " of ", " from ", "said", "argued", "Adair", "Morrow", "Brandt", "Osgood", " to ", " and ").Replace(text)
	if n := strings.Index(text, "Legal Disclaimer"); n > 0 {
		text = text[:n]
	}
	return text + other
}

func BenchmarkShaping(b *testing.B) {
	text := article(b)
	words := len(strings.Fields(text))
	stages := []extract.Stage{lines.Stage(), junk.Stage(), spacing.Stage()}
	run := func(b *testing.B, n int) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			d := &extract.Draft{Input: text}
			for i := range n - 1 {
				if err := stages[i].Shape(d); err != nil {
					b.Fatal(err)
				}
			}
			if err := stages[n-1].Shape(d); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1e6*800/float64(b.N*words), "us/800words")
	}
	b.Run("lines", func(b *testing.B) { run(b, 1) })
	b.Run("lines_junk", func(b *testing.B) { run(b, 2) })
	b.Run("lines_junk_spacing", func(b *testing.B) { run(b, 3) })
}
