// Command confidence fits how sure quotes are: a log-linear model over what
// speaks for and against each, with weights pulled to zero, so that what is seen
// seldom says little. It is fitted on one part of PolNeAR and judged on another,
// and writes the weights and the tables of docs/confidence.md. The same input
// gives the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/entity"
	"github.com/quoth/quoth/extract/name"
	"github.com/quoth/quoth/extract/quote"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/tag"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train"
)

const (
	folds  = 5
	epochs = 300
)

// pulls are the pulls to zero that are tried, in examples.
var pulls = []float64{0.3, 1, 3, 10, 30}

// example is a quote with what speaks for it and whether it is right.
type example struct {
	evidence []string
	marks    bool
	right    bool
	sure     float64
	fold     int
}

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("out", "extract/quote/data/confidence.txt", "file of the weights")
	doc := flag.String("doc", "docs/confidence.md", "page whose tables are written anew")
	flag.Parse()
	seen, unseen := read(*shared, "train"), read(*shared, "dev")
	best, least := 0.0, math.Inf(1)
	for _, pull := range pulls {
		loss := 0.0
		var all []example
		for k := range folds {
			var in, held []example
			for _, e := range seen {
				if e.fold == k {
					held = append(held, e)
				} else {
					in = append(in, e)
				}
			}
			loss += judge(held, learn(in, pull))
			all = append(all, held...)
		}
		loss /= float64(len(seen))
		fmt.Printf("pull %.1f: on texts not seen: log loss %.4f, calibration error %.4f\n", pull, loss, calibrationError(all))
		if loss < least {
			best, least = pull, loss
		}
	}
	w := learn(seen, best)
	if err := write(*out, w, seen, best); err != nil {
		log.Fatal(err)
	}
	judge(unseen, round(w))
	if err := rewrite(*doc, tables(unseen)); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d quotes of train, %d of dev; calibration error on dev %.4f\n", len(seen), len(unseen), calibrationError(unseen))
}

// read gives the quotes of a part of PolNeAR that can be judged.
func read(shared, part string) (list []example) {
	docs, err := train.ReadAttributed(filepath.Join(shared, "corpora/attribution/polnear-"+part+".jsonl.gz"))
	if err != nil {
		log.Fatal(err)
	}
	for i, a := range docs {
		d := extract.NewDocument(a.ID, a.Text)
		for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), name.Stage(), entity.Stage()} {
			if err := s.Annotate(d); err != nil {
				log.Fatal(err)
			}
		}
		quote.Evidence(d, func(q *extract.Quote, evidence []string) {
			if right, known := judged(a, q); known {
				list = append(list, example{evidence: evidence, marks: q.Kind != extract.Indirect, right: right, fold: i % folds})
			}
		})
	}
	return list
}

// learn gives the weights that make what is known likely, by Newton's method on
// one weight at a time.
func learn(list []example, pull float64) map[string]float64 {
	index := map[string]int{}
	var names []string
	rows := make([][]int, len(list))
	var of [][]int
	for i, e := range list {
		for _, f := range e.evidence {
			k, ok := index[f]
			if !ok {
				k = len(names)
				index[f], names, of = k, append(names, f), append(of, nil)
			}
			rows[i] = append(rows[i], k)
			of[k] = append(of[k], i)
		}
	}
	w, score := make([]float64, len(names)), make([]float64, len(list))
	for range epochs {
		most := 0.0
		for k := range names {
			slope, bend := -pull*w[k], pull
			for _, i := range of[k] {
				p := 1 / (1 + math.Exp(-score[i]))
				slope -= p
				if list[i].right {
					slope++
				}
				bend += p * (1 - p)
			}
			step := max(-1, min(1, slope/bend))
			w[k] += step
			most = max(most, math.Abs(step))
			for _, i := range of[k] {
				score[i] += step
			}
		}
		if most < 1e-4 {
			break
		}
	}
	m := make(map[string]float64, len(names))
	for k, name := range names {
		m[name] = w[k]
	}
	return m
}

// judge sets how sure the examples are and gives their log loss.
func judge(list []example, w map[string]float64) (loss float64) {
	for i := range list {
		e := &list[i]
		sum := 0.0
		for _, f := range e.evidence {
			sum += w[f]
		}
		e.sure = 1 / (1 + math.Exp(-sum))
		if e.right {
			loss -= math.Log(e.sure)
		} else {
			loss -= math.Log(1 - e.sure)
		}
	}
	return loss
}

// round is w as it is written.
func round(w map[string]float64) map[string]float64 {
	r := make(map[string]float64, len(w))
	for f, x := range w {
		r[f] = math.Round(x*100) / 100
	}
	return r
}

func write(file string, w map[string]float64, list []example, pull float64) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# What speaks for (above 0) and against a quote, summed to the log odds that it is right.\n")
	fmt.Fprintf(&b, "# Written by `make train-confidence` from %d quotes of PolNeAR v1 (Newell and others 2018), training part, pull %g.\n", len(list), pull)
	r := round(w)
	for _, f := range slices.Sorted(maps.Keys(r)) {
		if r[f] != 0 {
			fmt.Fprintf(&b, "%s\t%.2f\n", f, r[f])
		}
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
