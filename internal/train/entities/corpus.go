package main

import (
	"fmt"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/name"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train"
)

// doc is a text ready for training or scoring.
type doc struct {
	text     string
	toks     []extract.Token
	sents    [][2]int
	examples []train.Example
	gold     []train.Name
	types    map[string]bool // that its corpus knows
}

var kindOf = map[string]int{"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}

func prepare(ext *name.Extractor, in []train.Annotated) []doc {
	types := map[string]bool{}
	for _, a := range in {
		for _, n := range a.Names {
			types[n.Type] = true
		}
	}
	var docs []doc
	for _, a := range in {
		d := doc{text: a.Text, gold: a.Names, types: types}
		for from := 0; from < len(a.Text); {
			end := len(a.Text)
			if n := strings.IndexByte(a.Text[from:], '\n'); n >= 0 {
				end = from + n
			}
			d.toks = token.Tokenize(d.toks, a.Text, extract.Span{Start: int32(from), End: int32(end)})
			from = end + 1
		}
		labels := labelTokens(d.toks, a.Names)
		sents := sentence.Split(nil, a.Text, extract.NewDocument("", a.Text).Blocks, d.toks)
		d.sents = ext.Read(a.Text, d.toks, sents)
		free := freeTokens(d.toks, a.Free)
		for s, r := range d.sents {
			e := train.Example{Gold: labels[r[0]:r[1]]}
			if free != nil {
				e.Free = free[r[0]:r[1]]
			}
			for i := r[0]; i < r[1]; i++ {
				e.Features = append(e.Features, ext.Features(s, i))
			}
			d.examples = append(d.examples, e)
		}
		docs = append(docs, d)
	}
	return docs
}

// labelTokens labels the tokens that names overlap.
func labelTokens(toks []extract.Token, names []train.Name) []uint8 {
	labels := make([]uint8, len(toks))
	i := 0
	for _, n := range names {
		for i < len(toks) && toks[i].End <= n.Start {
			i++
		}
		j := i
		for j < len(toks) && toks[j].Start < n.End {
			j++
		}
		for k := i; k < j; k++ {
			labels[k] = name.Label(kindOf[n.Type], k-i, j-i)
		}
	}
	return labels
}

func freeTokens(toks []extract.Token, spans []extract.Span) []bool {
	if spans == nil {
		return nil
	}
	free := make([]bool, len(toks))
	k := 0
	for i, t := range toks {
		for k < len(spans) && spans[k].End <= t.Start {
			k++
		}
		free[i] = k < len(spans) && spans[k].Overlaps(t.Span)
	}
	return free
}

type tally struct{ right, found, gold int }

func (t tally) f1() float64 { return 2 * float64(t.right) / float64(t.found+t.gold) }

func (t tally) String() string {
	return fmt.Sprintf("P %.4f R %.4f F %.4f", float64(t.right)/float64(t.found), float64(t.right)/float64(t.gold), t.f1())
}

func score(c *train.Chain, docs []doc) tally {
	var t tally
	for i := range docs {
		d := &docs[i]
		gold := map[train.Name]bool{}
		for _, n := range d.gold {
			gold[n] = true
		}
		t.gold += len(d.gold)
		for s, e := range d.examples {
			for _, n := range spans(c.Decode(&e), d.toks[d.sents[s][0]:]) {
				if !d.types[n.Type] {
					continue
				}
				t.found++
				if gold[n] {
					t.right++
				}
			}
		}
	}
	return t
}

var kindNames = []string{"PER", "ORG", "LOC", "MISC"}

func spans(labels []uint8, toks []extract.Token) []train.Name {
	var out []train.Name
	start := 0
	for i, l := range labels {
		if l == name.Outside {
			continue
		}
		switch (l - 1) % 4 {
		case 0:
			start = i
		case 2:
			out = append(out, train.Name{Span: extract.Span{Start: toks[start].Start, End: toks[i].End}, Type: kindNames[(l-1)/4]})
		case 3:
			out = append(out, train.Name{Span: toks[i].Span, Type: kindNames[(l-1)/4]})
		}
	}
	return out
}

// errors lists what is wrong, for reading.
func errors(c *train.Chain, docs []doc) string {
	var b strings.Builder
	for i := range docs {
		d := &docs[i]
		gold := map[train.Name]bool{}
		for _, n := range d.gold {
			gold[n] = true
		}
		around := func(n train.Name) string {
			from, to := max(0, int(n.Start)-40), min(len(d.text), int(n.End)+30)
			return strings.ReplaceAll(d.text[from:n.Start]+"[["+d.text[n.Start:n.End]+"]]"+d.text[n.End:to], "\n", " / ")
		}
		for s, e := range d.examples {
			for _, n := range spans(c.Decode(&e), d.toks[d.sents[s][0]:]) {
				if d.types[n.Type] && !gold[n] {
					fmt.Fprintf(&b, "extra  %s %s\n", n.Type, around(n))
				}
				delete(gold, n)
			}
		}
		for _, n := range d.gold {
			if gold[n] {
				fmt.Fprintf(&b, "missed %s %s\n", n.Type, around(n))
			}
		}
	}
	return b.String()
}

// found scores what extract/name finds.
func found(docs []train.Annotated) tally {
	var t tally
	types := map[string]bool{}
	for _, d := range docs {
		for _, n := range d.Names {
			types[n.Type] = true
		}
	}
	for _, a := range docs {
		d := extract.NewDocument("", a.Text)
		token.Stage().Annotate(d)
		sentence.Stage().Annotate(d)
		name.Stage().Annotate(d)
		gold := map[train.Name]bool{}
		for _, n := range a.Names {
			gold[n] = true
		}
		t.gold += len(a.Names)
		for _, m := range d.Mentions {
			n := train.Name{Span: m.Span, Type: map[extract.EntityType]string{extract.Person: "PER", extract.Org: "ORG", extract.GPE: "LOC", extract.Loc: "LOC"}[m.Type]}
			if n.Type == "" {
				n.Type = "MISC"
			}
			if types[n.Type] {
				t.found++
				if gold[n] {
					t.right++
				}
			}
		}
	}
	return t
}
