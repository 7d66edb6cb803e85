package pipeline

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/entity"
)

// What nothing asked for needs does not run, and so loads no model.
func TestStagesLeftOut(t *testing.T) {
	for _, tt := range []struct {
		layers extract.Layer
		want   string
	}{
		{extract.Blocks, ""},
		{extract.Sentences, "token sentence"},
		{extract.Tokens, "token sentence tag"},
		{extract.Names, "token sentence tag name"},
		{extract.Entities, "token sentence tag name entity"},
		{0, "token sentence tag name entity quote speaker"},
	} {
		t.Run(tt.layers.String(), func(t *testing.T) {
			list, err := Stages("", tt.layers)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, s := range list {
				if s.Annotate != nil {
					names = append(names, s.Name)
				}
			}
			if got := strings.Join(names, " "); got != tt.want {
				t.Errorf("%s: %s, want %s", tt.layers, got, tt.want)
			}
		})
	}
}

// annotator gives sentences, tokens, parts of speech, names and entities.
func annotator(tb testing.TB, text string) (d *extract.Document, run func()) {
	stages := append(native(), entity.Stage())
	d = extract.NewDocument("a", text)
	return d, func() {
		d.Tokens, d.Sentences, d.Mentions, d.Entities = nil, nil, nil, nil
		for _, s := range stages {
			if err := s.Annotate(d); err != nil {
				tb.Fatal(err)
			}
		}
	}
}

// Scratch space is kept from article to article. Of several runs the least
// counts: now and then the collector empties the pools.
func TestLanguageAllocatesLittle(t *testing.T) {
	const most = 50
	article, err := os.ReadFile("../testdata/articles/reservoir.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, run := annotator(t, string(article))
	var counts []uint64
	for range 40 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		run()
		runtime.ReadMemStats(&after)
		counts = append(counts, after.Mallocs-before.Mallocs)
	}
	if n := slices.Min(counts); n >= most {
		t.Errorf("%d allocations for an article, want below %d", n, most)
	}
}

// BenchmarkLanguage is over one article.
func BenchmarkLanguage(b *testing.B) {
	article, err := os.ReadFile("../testdata/articles/reservoir.txt")
	if err != nil {
		b.Fatal(err)
	}
	d, run := annotator(b, string(article))
	run()
	b.ReportAllocs()
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
