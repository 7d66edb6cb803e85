// Package bench measures quoth beside its rivals in the same run, over the
// same articles, on one core, and prints the ratios: `make bench`.
//
// The rivals live in this module so that the library's go.mod stays free of
// them. Where a comparison is not fair, the name says so: go-trafilatura and
// go-readability give text and metadata, as quoth's page stage does; prose gives sentences, tokens
// and names without offsets, quoth adds offsets, entities, quotes and speakers.
package bench

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"testing"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/jdkato/prose/v2"
	"github.com/markusmobius/go-trafilatura"
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"golang.org/x/net/html"
)

// each runs an operation over all articles in turn, so that every contestant
// reads the same ones, and reports per article.
func each(b *testing.B, name string, articles []article, op func(*article)) {
	b.Run(name, func(b *testing.B) {
		op(&articles[0]) // models are loaded once a process
		size := 0
		for i := range articles {
			size += len(articles[i].body)
		}
		b.SetBytes(int64(size))
		b.ReportAllocs()
		rounds := 0
		for b.Loop() {
			for i := range articles {
				op(&articles[i])
			}
			rounds++
		}
		n := float64(rounds * len(articles))
		b.ReportMetric(n/b.Elapsed().Seconds(), "articles/s")
		record(b, float64(b.Elapsed())/n)
	})
}

// BenchmarkPage finds the story and the metadata of pages, from bytes on. The
// contestants take turns page by page, so that a busy machine is busy for all.
func BenchmarkPage(b *testing.B) {
	stages := finding(b)
	contestants := []struct {
		name string
		op   func(*article)
	}{
		{"quoth", func(a *article) { shape(b, a, stages) }},
		{"go-trafilatura", func(a *article) {
			u, _ := url.Parse(a.url)
			trafilatura.Extract(bytes.NewReader(a.body), trafilatura.Options{OriginalURL: u, EnableFallback: true})
		}},
		{"go-readability", func(a *article) {
			u, _ := url.Parse(a.url)
			readability.FromReader(bytes.NewReader(a.body), u)
		}},
		{"html.Parse", func(a *article) { html.Parse(bytes.NewReader(a.body)) }},
	}
	articles := pages(b)
	took := make([]time.Duration, len(contestants))
	n := 0
	for b.Loop() {
		for i := range articles {
			for k, c := range contestants {
				start := time.Now()
				c.op(&articles[i])
				took[k] += time.Since(start)
			}
		}
		n += len(articles)
	}
	for k, c := range contestants {
		ns := float64(took[k]) / float64(n)
		b.ReportMetric(1e9/ns, c.name+"/s")
		results["BenchmarkPage/"+c.name] = ns
	}
}

// few are the articles of a round where a contestant needs half a second for
// one.
func few(list []article) []article { return list[:min(len(list), 8)] }

// BenchmarkLanguage reads articles with all that quoth gives, and with what
// prose gives, too: sentences, tokens and names.
func BenchmarkLanguage(b *testing.B) {
	stages := annotating(b, 0)
	each(b, "quoth", few(texts(b)), func(a *article) { annotate(b, a, stages) })
	named := annotating(b, extract.Sentences|extract.Tokens|extract.Entities)
	each(b, "names", few(texts(b)), func(a *article) { annotate(b, a, named) })
	model := prose.ModelFromData("shared")
	each(b, "prose", few(texts(b)), func(a *article) { prose.NewDocument(string(a.body), prose.UsingModel(model)) })
	each(b, "prose_model_not_shared", texts(b)[:1], func(a *article) { prose.NewDocument(string(a.body)) })
}

// BenchmarkStage times each stage alone, on what the stages before it gave.
func BenchmarkStage(b *testing.B) {
	timeShaping(b, "page", pages(b))
	timeShaping(b, "text", texts(b))
	var docs []*extract.Document
	for _, a := range texts(b) {
		docs = append(docs, document(&a))
	}
	for _, s := range annotating(b, 0) {
		timeStage(b, s.Name, 0, docs, copyDocument, s.Annotate)
	}
}

func timeShaping(b *testing.B, what string, articles []article) {
	var drafts []*extract.Draft
	for _, a := range articles {
		drafts = append(drafts, draft(&a))
	}
	for _, s := range shaping(b) {
		if s.Name == "lines" && what == "page" {
			continue // pages have none, and nothing takes forever to time
		}
		words := 0
		for i := range articles {
			words += len(bytes.Fields(articles[i].body))
		}
		if what == "page" {
			words = 0 // most of a page is none
		}
		timeStage(b, what+"_"+s.Name, words, drafts, copyDraft, s.Shape)
	}
}

func BenchmarkWhole(b *testing.B) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var e extract.Encoder
	var line []byte
	run := func(a *article) {
		r := p.Run(context.Background(), pipeline.Input{ID: a.id, URL: a.url, Body: a.body, Format: a.format})
		if r.Err != nil {
			b.Fatal(r.Err)
		}
		line = e.Append(line[:0], r.Doc)
	}
	each(b, "page_to_JSON", few(pages(b)), run)
	each(b, "text_to_JSON", few(texts(b)), run)
}

// timeStage times run on copies of ready, all of them in one round, and then lets
// it change ready itself. words, where it is not 0, is how many ready has.
func timeStage[T any](b *testing.B, name string, words int, ready []*T, clone func(*T) *T, run func(*T) error) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		n := 0
		copies := make([]*T, len(ready))
		for b.Loop() {
			b.StopTimer()
			for i, d := range ready {
				copies[i] = clone(d)
			}
			b.StartTimer()
			for _, d := range copies {
				if err := run(d); err != nil {
					b.Fatal(err)
				}
			}
			n += len(copies)
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
		record(b, float64(b.Elapsed().Nanoseconds())/float64(n))
		if words > 0 {
			b.ReportMetric(b.Elapsed().Seconds()*1e6*800*float64(len(ready))/float64(n*words), "us/800words")
		}
	})
	for _, d := range ready {
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
}

var results = map[string]float64{} // nanoseconds an article, of the last run

func record(b *testing.B, ns float64) { results[b.Name()] = ns }

func TestMain(m *testing.M) {
	code := m.Run()
	for _, r := range [][2]string{
		{"BenchmarkPage/quoth", "BenchmarkPage/html.Parse"},
		{"BenchmarkPage/go-trafilatura", "BenchmarkPage/html.Parse"},
		{"BenchmarkPage/go-readability", "BenchmarkPage/html.Parse"},
		{"BenchmarkLanguage/prose", "BenchmarkLanguage/quoth"},
		{"BenchmarkLanguage/prose", "BenchmarkLanguage/names"},
		{"BenchmarkLanguage/prose_model_not_shared", "BenchmarkLanguage/prose"},
	} {
		if a, b := results[r[0]], results[r[1]]; a > 0 && b > 0 {
			fmt.Printf("ratio  %-42s takes %6.2f times as long as %s\n", r[0], a/b, r[1])
		}
	}
	told, all := 0.0, 0.0
	for _, stage := range []string{"token", "sentence", "tag", "name", "entity", "quote", "speaker"} {
		ns := results["BenchmarkStage/"+stage]
		if all += ns; stage == "quote" || stage == "speaker" {
			told += ns
		}
	}
	if told > 0 {
		fmt.Printf("share  quotes and speakers take %.1f percent of the time of the language stages\n", 100*told/all)
	}
	if code != 0 {
		fmt.Println("bench failed")
	}
	exit(code)
}
