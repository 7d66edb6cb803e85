package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// leastAsked is how many questions with an answer make an interview.
const leastAsked = 2

// answers is who says the block in marks alone that begins with frame fi, where
// the block before it is a question to the one who is interviewed: the person whom
// heading and introduction name most.
func (h *heirs) answers(fi int) phrase {
	if fi == 0 || !h.question(fi-1, false) || h.blockOf(h.frames[fi-1]) == h.blockOf(h.frames[fi]) {
		return phrase{}
	}
	if !h.asked {
		h.asked = true
		h.guest = h.interviewed()
	}
	return h.guest
}

// question says whether frame fi ends a block without marks that asks, or speaks
// to "you"; strictly, that does both.
func (h *heirs) question(fi int, strictly bool) bool {
	f := h.frames[fi]
	asks := h.items[f.hi-1].is("?")
	if strictly && !asks || f.hi < len(h.items) && h.items[f.hi].block == h.items[f.lo].block {
		return false
	}
	you := false
	for i := f.hi - 1; i >= 0 && i > f.hi-reach && h.items[i].block == h.items[f.lo].block; i-- {
		if h.items[i].quoted() {
			return false
		}
		you = you || h.items[i].is("you") || h.items[i].is("your")
	}
	return you || asks && !strictly
}

// interviewed is the person named most before the first question, of equal ones
// the one named first; none where few questions are answered.
func (h *heirs) interviewed() phrase {
	first, answered := -1, 0
	for fi := range h.frames {
		if fi+1 < len(h.frames) && h.question(fi, true) && h.items[h.frames[fi+1].lo].quoted() {
			if answered++; first < 0 {
				first = h.frames[fi].lo
			}
		}
	}
	if answered < leastAsked {
		return phrase{}
	}
	var best phrase
	times, most := map[int32]int{}, 0
	for i := 0; i < first; i++ {
		n := h.items[i].name
		if !h.personAt(i) || i > 0 && h.items[i-1].name == n {
			continue
		}
		e := h.doc.Mentions[n].Entity
		if times[e]++; times[e] > most {
			hi := h.nameEnd(i, first)
			best, most = phrase{i, hi, hi - 1}, times[e]
		}
	}
	return best
}

// headed is the only person of a headline that opens with the marked stretch at
// item i and a colon: “I was never afraid”: Ann Smith on forty years at sea.
func (h *heirs) headed(i int, f frame) phrase {
	m := &h.marked[h.items[i].mark]
	const leastWords = 3
	if i != f.lo || i+2 >= f.hi || !h.items[i+1].is(":") || m.Block > 0 && h.kindOf(m.Block) != extract.Heading || strings.Count(trimmed(h.text, m.In).Of(h.text), " ") < leastWords-1 {
		return phrase{}
	}
	var p phrase
	for k := i + 2; k < f.hi && k < i+headlineItems; k++ {
		switch {
		case !h.personAt(k):
		case !p.ok():
			p = phrase{k, k + 1, k}
		case h.items[p.lo].name == h.items[k].name:
			p.hi, p.head = k+1, k
		default:
			return phrase{}
		}
	}
	return p
}
