package bench

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

func exit(code int) { os.Exit(code) }

type article struct {
	id, url string
	body    []byte
	format  extract.Format
}

// pages are the first 100 pages of WCXB's development part where SHARED says
// that it is there, else the pages of testdata.
func pages(b *testing.B) []article {
	return load(b, "corpora/pages/wcxb-article-dev.jsonl.gz", "../testdata/articles/*.html", extract.HTML)
}

// texts are the first 100 articles of PolNeAR's development part, or those of
// testdata.
func texts(b *testing.B) []article {
	return load(b, "corpora/attribution/polnear-dev.jsonl.gz", "../testdata/articles/*.txt", extract.Text)
}

func load(b *testing.B, corpus, files string, format extract.Format) []article {
	b.Helper()
	var list []article
	if f, err := os.Open(filepath.Join(os.Getenv("SHARED"), corpus)); err == nil {
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		sc := bufio.NewScanner(z)
		sc.Buffer(nil, 64<<20)
		for len(list) < 100 && sc.Scan() {
			var l struct{ ID, URL, HTML, Text string }
			if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
				b.Fatal(err)
			}
			list = append(list, article{l.ID, l.URL, []byte(l.HTML + l.Text), format})
		}
		return list
	}
	names, _ := filepath.Glob(files)
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, article{name, "https://example.com/" + filepath.Base(name), body, format})
	}
	if len(list) == 0 {
		b.Fatalf("no articles in %s", files)
	}
	return list
}

func stages(b *testing.B, layers extract.Layer) []extract.Stage {
	b.Helper()
	list, err := pipeline.Stages("", layers)
	if err != nil {
		b.Fatal(err)
	}
	return list
}

func shaping(b *testing.B) (list []extract.Stage) {
	for _, s := range stages(b, 0) {
		if s.Shape != nil {
			list = append(list, s)
		}
	}
	return list
}

// finding are the stages that find the story of a page.
func finding(b *testing.B) (list []extract.Stage) {
	for _, s := range shaping(b) {
		if s.Name == "decode" || s.Name == "page" {
			list = append(list, s)
		}
	}
	return list
}

// annotating are the stages that give layers of a text, 0 for all.
func annotating(b *testing.B, layers extract.Layer) (list []extract.Stage) {
	for _, s := range stages(b, layers) {
		if s.Annotate != nil {
			list = append(list, s)
		}
	}
	return list
}

func draft(a *article) *extract.Draft {
	return &extract.Draft{ID: a.id, Raw: a.body, Format: a.format, Source: extract.Source{URL: a.url, Charset: "utf-8"}}
}

func document(a *article) *extract.Document {
	return extract.NewDocument(a.id, strings.ToValidUTF8(string(a.body), "\ufffd"))
}

func copyDraft(d *extract.Draft) *extract.Draft {
	c := *d
	c.Pieces = slices.Clone(d.Pieces)
	return &c
}

func copyDocument(d *extract.Document) *extract.Document {
	c := *d
	c.Mentions, c.Entities, c.Quotes = slices.Clone(d.Mentions), slices.Clone(d.Entities), slices.Clone(d.Quotes)
	for i := range c.Entities {
		c.Entities[i].Mentions = slices.Clone(c.Entities[i].Mentions)
	}
	return &c
}

func shape(b *testing.B, a *article, stages []extract.Stage) *extract.Draft {
	d := draft(a)
	for _, s := range stages {
		if err := s.Shape(d); err != nil {
			b.Fatal(err)
		}
	}
	return d
}

func annotate(b *testing.B, a *article, stages []extract.Stage) *extract.Document {
	d := document(a)
	for _, s := range stages {
		if err := s.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
	return d
}
