package junk

import "slices"

// rounds is how often what is left is read again. Of 526 flattened articles 58
// had more to cut in the second round.
const rounds = 6

// cutAgain reads what is kept as if it were the whole text, until there is
// nothing more to cut: a line that comes to stand at an end is judged as lines
// there are, and what was cleaned once is clean. What is known of a line by its
// words alone is not sought a second time, and neither are sentences that stand
// twice, where repeats says that there are none.
func (a *article) cutAgain(repeats bool) {
	left := a.left
	b := a.again
	defer func() { a.left = left }()
	left = left[:0]
	for i := range a.pieces {
		if a.spans[i].end > a.spans[i].start {
			left = append(left, int32(i))
		}
	}
	a.settle()
	had := 0
	for range rounds {
		left = slices.DeleteFunc(left, func(i int32) bool {
			gone := !a.kept(int(i))
			if gone {
				a.count(a.spans[i], -1)
			}
			return gone
		})
		for n := 1; n < len(left); n++ { // what was cut stood between two that are one
			if s := &a.spans[left[n]]; !s.again && len(a.pieces[left[n]].Text) > shortest && a.pieces[left[n]].Text == a.pieces[left[n-1]].Text {
				a.count(*s, -1)
				s.again = true
			}
		}
		if len(left) == had || len(left) == len(a.pieces) {
			return
		}
		had = len(left)
		b.pieces, b.spans, b.facts = b.pieces[:0], b.spans[:0], b.facts[:0]
		b.opened, b.learned = b.opened[:0], b.learned[:0]
		b.words, b.vocab, b.scored = a.words, a.vocab, a.scored
		for _, i := range left {
			b.pieces, b.spans, b.facts = append(b.pieces, a.pieces[i]), append(b.spans, a.spans[i]), append(b.facts, *a.fact(int(i)))
		}
		b.cutByRules()
		b.cutBlocks()
		b.cutEnds()
		b.cutByScore()
		b.cutContinued()
		repeats = repeats && b.cutRepeats()
		a.vocab, a.scored = b.vocab, b.scored
		for n, i := range left {
			a.pieces[i], a.facts[i] = b.pieces[n], b.facts[n]
		}
		for _, l := range b.learned {
			l.piece = int(left[l.piece])
			a.learned = append(a.learned, l)
		}
	}
}
