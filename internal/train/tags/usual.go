package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/tag"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train"
)

// counts are how often each word has each tag.
type counts map[string]*[extract.Punct + 1]int

func (c counts) add(list []sentenceOf) {
	for _, s := range list {
		for _, t := range s.toks {
			w := t.Of(s.text)
			if c[w] == nil {
				c[w] = new([extract.Punct + 1]int)
			}
			c[w][t.Tag]++
		}
	}
}

// usual lists the words with their usual tags, the most frequent first: those
// of gold that are frequent there, and those of read, which the model itself
// has tagged. A word that is rare in gold is left to read, for there its entry
// would tell the answer in training.
func usual(gold, read counts) []tag.Usual {
	const (
		leastGold   = 15
		leastAlways = 0.995
		leastRead   = 4
	)
	seen := map[string]int{}
	var list []tag.Usual
	add := func(w string, c *[extract.Punct + 1]int, least int, isGold bool) {
		all, best := 0, extract.NoTag
		for t, n := range c {
			all += n
			if t > 0 && n > c[best] {
				best = extract.Tag(t)
			}
		}
		if all < least || best == extract.NoTag || seen[w] > 0 {
			return
		}
		sure, share := tag.Mostly, float64(c[best])/float64(all)
		switch {
		case isGold && share >= leastAlways:
			sure = tag.Always
		case share >= 0.95:
			sure = tag.Nearly
		case share >= 0.7:
			sure = tag.Often
		}
		seen[w] = all
		list = append(list, tag.Usual{Word: w, Tag: best, Sure: sure})
	}
	for w, c := range gold {
		add(w, c, leastGold, true)
	}
	for w, c := range read {
		add(w, c, leastRead, false)
	}
	slices.SortFunc(list, func(a, b tag.Usual) int {
		if seen[a.Word] != seen[b.Word] {
			return seen[b.Word] - seen[a.Word]
		}
		return strings.Compare(a.Word, b.Word)
	})
	return list
}

// readTexts reads the texts of a set of pages, parted into sentences.
func readTexts(name string) ([]sentenceOf, error) {
	in, err := train.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var list []sentenceOf
	for dec := json.NewDecoder(in); dec.More(); {
		var page struct {
			Lang string
			Gold struct{ Text string }
		}
		if err := dec.Decode(&page); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if text := page.Gold.Text; english(text) {
			d := extract.NewDocument("", text)
			for _, s := range []extract.Stage{token.Stage(), sentence.Stage()} {
				if err := s.Annotate(d); err != nil {
					return nil, err
				}
			}
			toks := d.Tokens
			for _, s := range d.Sentences {
				n := 0
				for n < len(toks) && toks[n].Start < s.End {
					n++
				}
				list = append(list, sentenceOf{text, toks[:n:n]})
				toks = toks[n:]
			}
		}
	}
	return list, nil
}

// english says whether a text has English's smallest words.
func english(text string) bool {
	words := strings.Fields(text)
	n := 0
	for _, w := range words {
		switch w {
		case "the", "of", "and", "to", "in", "that", "is", "for":
			n++
		}
	}
	return n*10 > len(words)
}
