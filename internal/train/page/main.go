// Command page makes the model that tells story from furniture in pages:
//
//	go run ./internal/train -shared ../shared -out extract/boilerplate/data/model.txt
//
// It reads pages whose text people have written down, and fits the model to
// the blocks of those pages. With -folds it says first how models do on hosts
// that they have not seen: five parts by host, each judged by a model of the
// other four. The same pages give the same model.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoth/quoth/extract/boilerplate"
)

const folds = 5

var sets = []string{"wcxb-article-dev", "naeb-dev", "fundus-dev", "traf-dev"}

func main() {
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("out", "", "file to write the model to")
	cross := flag.Bool("folds", false, "judge by five parts of the hosts")
	dump := flag.String("dump", "", "with -folds, `file` to write the texts to that models keep of hosts they have not seen, as JSON Lines for score.py")
	flag.Parse()
	if err := run(*shared, *out, *cross, *dump); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(shared, out string, cross bool, dump string) error {
	var pages []*page
	for _, set := range sets {
		more, err := readPages(filepath.Join(shared, "corpora", "pages", set+".jsonl.gz"), set)
		if err != nil {
			return err
		}
		pages = append(pages, more...)
	}
	if cross {
		texts, err := judge(pages)
		if err != nil {
			return err
		}
		if dump != "" {
			if err := os.WriteFile(dump, texts, 0o644); err != nil {
				return err
			}
		}
	}
	if out == "" {
		return nil
	}
	m, err := fit(pages)
	if err != nil {
		return err
	}
	return os.WriteFile(out, []byte(head+m.String()), 0o644)
}

const head = `# What the features of a block tell: see Model in model.go. Made by
# make train-page from pages of WCXB (CC BY 4.0), article-extraction-dataset
# (Apache-2.0), Fundus (MIT) and trafilatura's evaluation (Apache-2.0), none of
# whose text is in it.
`

// judge prints for each set how models do on the hosts they have not seen, and
// gives the texts they keep.
func judge(pages []*page) (texts []byte, err error) {
	scores := map[string]*tally{}
	for k := range folds {
		m, err := fit(choose(pages, func(p *page) bool { return p.fold != k }))
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			if p.fold == k {
				s := scores[p.set]
				if s == nil {
					s = &tally{}
					scores[p.set] = s
				}
				text := textOf(p, m)
				s.add(p, text)
				line, _ := json.Marshal(map[string]string{"id": p.id, "text": text})
				texts = append(append(texts, line...), '\n')
			}
		}
	}
	for _, set := range sets {
		fmt.Printf("%-18s %s\n", set, scores[set])
	}
	return texts, nil
}

func choose(pages []*page, keep func(*page) bool) (some []*page) {
	for _, p := range pages {
		if keep(p) {
			some = append(some, p)
		}
	}
	return some
}

// textOf is the story of a page by a model.
func textOf(p *page, m *boilerplate.Model) string {
	var b strings.Builder
	for _, t := range boilerplate.Keep(p.html, p.url, m) {
		b.WriteString(t)
		b.WriteString("\n\n")
	}
	return b.String()
}
