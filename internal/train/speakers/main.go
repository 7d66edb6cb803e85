// Command speakers trains the model by which extract/quote decides who said the
// words between marks that no cue holds: a log-linear model over the choices of
// each stretch, with text features, written as text. The same input gives the
// same bytes. It prints how the model does on texts that it has not seen.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	epochs = 30
	rate   = 0.1
	decay  = 0.2  // pull to zero, for each example
	often  = 8    // examples that a feature must be in
	least  = 0.02 // weights closer to zero are not written
)

// example is a marked stretch with its choices; right says which are.
type example struct {
	options []quote.Option
	right   []bool
	fold    int
}

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("out", "extract/quote/data/heirs.txt", "file of the weights")
	flag.Parse()
	docs, err := train.ReadAttributed(filepath.Join(*shared, "corpora/attribution/polnear-train.jsonl.gz"))
	if err != nil {
		log.Fatal(err)
	}
	var examples []example
	for i, d := range docs {
		examples = collect(examples, d, i%folds)
	}
	fmt.Printf("%d marked stretches without a cue in %d texts\n", len(examples), len(docs))
	var sum tally
	for k := range folds {
		seen, unseen := split(examples, k)
		sum.add(learn(seen), unseen)
	}
	fmt.Printf("on texts not seen: %s\n", &sum)
	if err := write(*out, learn(examples)); err != nil {
		log.Fatal(err)
	}
}

func split(examples []example, fold int) (seen, unseen []example) {
	for _, e := range examples {
		if e.fold == fold {
			unseen = append(unseen, e)
		} else {
			seen = append(seen, e)
		}
	}
	return seen, unseen
}

// collect reads the stretches of a text. A choice is right where its speaker
// lies on the source of an attribution that holds the stretch; where none does,
// the text is taken not to tell.
func collect(dst []example, a train.Attributed, fold int) []example {
	d := extract.NewDocument(a.ID, a.Text)
	for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), name.Stage(), entity.Stage()} {
		if err := s.Annotate(d); err != nil {
			log.Fatal(err)
		}
	}
	quote.Options(d, func(s extract.Span, options []quote.Option) int {
		e := example{options: options, right: make([]bool, len(options)), fold: fold}
		held, first := false, -1
		for _, at := range a.Attributions {
			if !at.Holds(s) {
				continue
			}
			held = true
			for k, o := range options {
				if k > 1 && at.IsSource(o.Speaker) {
					e.right[k] = true
					if first < 0 {
						first = k
					}
				}
			}
		}
		if first < 0 {
			first = 0
			if held {
				first = sameWords(d, a.Attributions, s, options)
			}
			e.right[first] = true
		}
		dst = append(dst, e)
		return first
	})
	return dst
}

// sameWords is the choice that names the source of s at another place of the
// text, 1 for none.
func sameWords(d *extract.Document, list []train.Attribution, s extract.Span, options []quote.Option) int {
	for _, at := range list {
		if !at.Holds(s) {
			continue
		}
		for k := 2; k < len(options); k++ {
			for _, w := range at.Source {
				if said := d.At(options[k].Speaker); len(said) > 3 && said == d.At(w) {
					return k
				}
			}
		}
	}
	return 1
}

// learn gives the weights that make the right choices likely, by gradient
// descent with steps for each feature, averaged over the second half of the
// epochs: the last weights alone turned with every change of a name.
func learn(examples []example) map[string]float64 {
	count := map[string]int{}
	for _, e := range examples {
		for _, o := range e.options {
			for _, f := range o.Features {
				count[f]++
			}
		}
	}
	w, g, sum := map[string]float64{}, map[string]float64{}, map[string]float64{}
	r := rand.New(rand.NewPCG(1, 2))
	order := slices.Clone(examples)
	for epoch := range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			p := likely(w, e.options)
			hit := 0.0
			for k, ok := range e.right {
				if ok {
					hit += p[k]
				}
			}
			for k, o := range e.options {
				slope := p[k]
				if e.right[k] {
					slope -= p[k] / hit
				}
				for _, f := range o.Features {
					if count[f] < often {
						continue
					}
					d := slope + decay*w[f]
					g[f] += d * d
					w[f] -= rate * d / math.Sqrt(g[f]+1e-6)
				}
			}
		}
		if epoch >= epochs/2 {
			for f, v := range w {
				sum[f] += v / (epochs - epochs/2)
			}
		}
	}
	return sum
}

func likely(w map[string]float64, options []quote.Option) []float64 {
	p := make([]float64, len(options))
	most := math.Inf(-1)
	for k, o := range options {
		for _, f := range o.Features {
			p[k] += w[f]
		}
		most = max(most, p[k])
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - most)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// tally counts what the model does with stretches that it has not seen.
type tally struct {
	all, said, kept, keptRight, named, namedRight, nameable int
}

func (t *tally) add(w map[string]float64, examples []example) {
	for _, e := range examples {
		p := likely(w, e.options)
		t.all++
		said := !e.right[0]
		if said {
			t.said++
			if !e.right[1] {
				t.nameable++
			}
		}
		if p[0] > quote.MostUnsaid {
			continue
		}
		t.kept++
		if said {
			t.keptRight++
		}
		best := 1
		for k := 2; k < len(p); k++ {
			if best == 1 || p[k] > p[best] {
				best = k
			}
		}
		if best > 1 && p[best] >= quote.LeastShare*p[1] && said {
			t.named++
			if e.right[best] {
				t.namedRight++
			}
		}
	}
}

func (t *tally) String() string {
	return fmt.Sprintf("%d of %d kept are said, of %d said (%d); of those %d get a speaker, %d the right one, of %d whom a choice has",
		t.keptRight, t.kept, t.said, t.all, t.named, t.namedRight, t.nameable)
}

func write(file string, w map[string]float64) error {
	var b strings.Builder
	b.WriteString("# Weights of the model that says whose words stand between marks that no cue\n# holds; made by \"make train-speakers\" from PolNeAR's training part.\n# feature\tweight\n")
	for _, f := range slices.Sorted(maps.Keys(w)) {
		if math.Abs(w[f]) >= least {
			fmt.Fprintf(&b, "%s\t%.2f\n", f, w[f])
		}
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
