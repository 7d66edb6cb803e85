package main

import (
	"fmt"
	"strings"
)

// tally counts as score.py does: shingle precision and recall, means of
// pages, and segments found and avoided.
type tally struct {
	precision, recall float64
	pages             int
	have, avoid       [2]int
}

func (t *tally) add(p *page, text string) {
	if p.gold != "" {
		want, got := count(p.gold), count(text)
		right, nw, ng := 0, 0, 0
		for s, n := range got {
			right += min(n, want[s])
			ng += n
		}
		for _, n := range want {
			nw += n
		}
		t.precision += float64(right) / float64(max(1, ng))
		t.recall += float64(right) / float64(max(1, nw))
		t.pages++
		return
	}
	text = squash(text)
	for _, s := range p.with {
		t.have[1]++
		if strings.Contains(text, squash(s)) {
			t.have[0]++
		}
	}
	for _, s := range p.without {
		t.avoid[1]++
		if !strings.Contains(text, squash(s)) {
			t.avoid[0]++
		}
	}
}

func count(s string) map[string]int {
	n := map[string]int{}
	for _, g := range shingles(tokens(s)) {
		n[g]++
	}
	return n
}

func (t *tally) String() string {
	if t.pages > 0 {
		p, r := t.precision/float64(t.pages), t.recall/float64(t.pages)
		return fmt.Sprintf("shingles P %.4f R %.4f F1 %.4f", p, r, 2*p*r/(p+r))
	}
	p := float64(t.have[0]) / float64(t.have[0]+t.avoid[1]-t.avoid[0])
	r := float64(t.have[0]) / float64(t.have[1])
	return fmt.Sprintf("segments P %.4f R %.4f F1 %.4f", p, r, 2*p*r/(p+r))
}
