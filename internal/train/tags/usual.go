package main

import (
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/tag"
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
// of gold that are frequent there, and those of taught texts. A word that is rare in
// gold is left to those, for there its entry would tell the answer in training.
func usual(gold, taught counts) []tag.Usual {
	const (
		leastGold   = 15
		leastAlways = 0.995
		leastTaught = 4
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
	for w, c := range taught {
		add(w, c, leastTaught, false)
	}
	slices.SortFunc(list, func(a, b tag.Usual) int {
		if seen[a.Word] != seen[b.Word] {
			return seen[b.Word] - seen[a.Word]
		}
		return strings.Compare(a.Word, b.Word)
	})
	return list
}
