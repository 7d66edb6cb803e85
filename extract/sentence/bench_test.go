package sentence

import (
	"os"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/token"
)

// BenchmarkTokensAndSentences is over an article as long as a book.
func BenchmarkTokensAndSentences(b *testing.B) {
	article, err := os.ReadFile("../../testdata/articles/reservoir.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(article)+"\n", 1+100_000/len(article))
	d := extract.NewDocument("a", text)
	var toks []extract.Token
	var sentences []extract.Span
	run := func() {
		toks = toks[:0]
		for _, k := range d.Blocks {
			toks = token.Tokenize(toks, text, k.Span)
		}
		sentences = Split(sentences[:0], text, d.Blocks, toks)
	}
	run()
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(len(toks))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
