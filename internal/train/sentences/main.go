// Command sentences trains the model of extract/sentence on treebanks: a
// logistic regression over hashed features, written as one signed byte for each
// weight. The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train/conllu"
)

const (
	bits   = 15
	epochs = 12
	rate   = 0.05
	decay  = 1e-3
)

type example struct {
	features []uint32
	end      bool
}

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("o", "extract/sentence/data/weights.bin", "file of the weights")
	flag.Parse()
	var examples []example
	for _, name := range []string{"gum-train", "ewt-train"} {
		docs, err := conllu.ReadFile(filepath.Join(*shared, "corpora/treebank", name+".conllu.gz"))
		if err != nil {
			log.Fatal(err)
		}
		for _, d := range docs {
			examples = collect(examples, d)
		}
	}
	w := train(examples)
	if err := os.WriteFile(*out, quantise(w), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d gaps\n", len(examples))
}

func collect(dst []example, d conllu.Document) []example {
	var toks []extract.Token
	for _, b := range d.Blocks {
		toks = token.Tokenize(toks, d.Text, b.Span)
	}
	ends := map[int32]bool{}
	for _, s := range d.Sentences {
		ends[s.End] = true
	}
	truth := func(i int) bool { return ends[toks[i].End] }
	sentence.Gaps(d.Text, d.Blocks, toks, truth, func(i int, features []uint32) {
		dst = append(dst, example{features, truth(i)})
	})
	return dst
}

func train(examples []example) []float64 {
	w := make([]float64, 1<<bits)
	g := make([]float64, 1<<bits) // sums of squared gradients
	r := rand.New(rand.NewPCG(1, 2))
	for range epochs {
		r.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			sum := 0.0
			for _, f := range e.features {
				sum += w[f>>(32-bits)]
			}
			want := 0.0
			if e.end {
				want = 1
			}
			slope := 1/(1+math.Exp(-sum)) - want
			for _, f := range e.features {
				k := f >> (32 - bits)
				d := slope + decay*w[k]
				g[k] += d * d
				w[k] -= rate * d / math.Sqrt(g[k]+1e-6)
			}
		}
	}
	return w
}

// quantise writes the weights as signed bytes, the largest as 127.
func quantise(w []float64) []byte {
	largest := 0.0
	for _, x := range w {
		largest = max(largest, math.Abs(x))
	}
	b := make([]byte, len(w))
	for i, x := range w {
		b[i] = byte(int8(math.Round(x / largest * 127)))
	}
	return b
}
