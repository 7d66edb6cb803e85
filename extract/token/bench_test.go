package token

import (
	"os"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

func BenchmarkTokenize(b *testing.B) {
	page, err := os.ReadFile("../../testdata/articles/reservoir.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(page)+"\n", 1+100_000/len(page))
	var toks []extract.Token
	toks = Tokenize(toks[:0], text, whole(text))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		toks = Tokenize(toks[:0], text, whole(text))
	}
	b.ReportMetric(float64(len(toks))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
