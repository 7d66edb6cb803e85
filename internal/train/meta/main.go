// Command meta makes the weights by which titles, authors and dates are
// chosen among those that a page offers:
//
//	go run ./internal/train/meta -shared ../shared -out extract/boilerplate/meta/data/weights.txt
//
// It reads pages whose title, authors and date people have written down. It
// says first how weights do on hosts that they have not seen: five parts by
// host, each judged by weights of the other four. The same pages give the
// same weights.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract/boilerplate/meta"
)

const folds = 5

var (
	sets    = []string{"wcxb-article-dev", "naeb-dev", "fundus-dev", "traf-dev"}
	members = []string{"title", "authors", "published"}
)

// nobody marks the pages that credit no author.
const nobody = " none"

func main() {
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("out", "", "file to write the weights to")
	misses := flag.Bool("misses", false, "print what goes wrong on hosts that weights have not seen")
	flag.Parse()
	if err := run(*shared, *out, *misses); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(shared, out string, misses bool) error {
	var cases []*question
	for _, set := range sets {
		more, err := readPages(filepath.Join(shared, "corpora", "pages", set+".jsonl.gz"), set)
		if err != nil {
			return err
		}
		cases = append(cases, more...)
	}
	judge(cases, misses)
	if out == "" {
		return nil
	}
	all := meta.Weights{}
	for _, m := range members {
		all[m] = fit(choose(cases, func(q *question) bool { return q.member == m }))
	}
	return os.WriteFile(out, []byte(head+write(all)), 0o644)
}

const head = `# What the traits of a title, of authors and of a date are worth: see rank.go.
# Made by make train-meta from pages of WCXB (CC BY 4.0),
# article-extraction-dataset (Apache-2.0), Fundus (MIT) and trafilatura's
# evaluation (Apache-2.0), none of whose text is in it.
`

func write(w meta.Weights) string {
	var b strings.Builder
	for _, m := range members {
		traits := make([]string, 0, len(w[m]))
		for t := range w[m] {
			traits = append(traits, t)
		}
		slices.Sort(traits)
		for _, t := range traits {
			if v := strconv.FormatFloat(w[m][t], 'f', 2, 64); v != "0.00" && v != "-0.00" {
				fmt.Fprintf(&b, "%s\t%s\t%s\n", m, t, v)
			}
		}
	}
	return b.String()
}

// judge prints for each member and set how weights do on hosts they have not
// seen, and how many pages offer the right value at all.
func judge(cases []*question, misses bool) {
	type tally struct{ all, offered, right int }
	scores := map[string]*tally{}
	for _, m := range members {
		for k := range folds {
			w := meta.Weights{m: fit(choose(cases, func(q *question) bool { return q.member == m && q.fold != k }))}
			for _, q := range cases {
				if q.member != m || q.fold != k {
					continue
				}
				key := fmt.Sprintf("%-10s%s", m, q.set)
				if q.none {
					key += nobody
				}
				if scores[key] == nil {
					scores[key] = &tally{}
				}
				s := scores[key]
				s.all++
				if slices.Contains(q.right, true) {
					s.offered++
				}
				if best := w.Best(m, q.options); best >= 0 && q.right[best] {
					s.right++
				} else if misses {
					q.print(best)
				}
			}
		}
		for _, set := range append(slices.Clone(sets), sets[0]+nobody) {
			s := scores[fmt.Sprintf("%-10s%s", m, set)]
			if s == nil {
				continue
			}
			fmt.Printf("%-10s %-22s right %.3f  offered %.3f  of %d\n", m, set, float64(s.right)/float64(s.all), float64(s.offered)/float64(s.all), s.all)
		}
	}
}

func choose(all []*question, keep func(*question) bool) (some []*question) {
	for _, q := range all {
		if keep(q) {
			some = append(some, q)
		}
	}
	return some
}
