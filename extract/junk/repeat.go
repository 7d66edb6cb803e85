package junk

import (
	"math/bits"
	"slices"

	"github.com/quoth/quoth/extract"
)

const (
	gram       = 5  // words that must be the same for two places to be compared
	pullWords  = 45 // of a pull quote at most
	refrain    = 6  // pieces that say again what another says: a song, a speech
	chainSteps = 8  // places looked at for one five-word run

	abstractWords = 40 // that may stand before the end of an abstract's first paragraph
)

// cutRepeats cuts pull quotes: short pieces whose words stand in another piece,
// in the same order and without a gap. It says whether there may be more as soon
// as other pieces are cut: where none stands and each place was looked at, there
// are not.
func (a *article) cutRepeats() (more bool) {
	var c claims
	seen := false // of the story: its first piece is its headline or its beginning
	for i := range a.pieces {
		if !a.kept(i) || a.pieces[i].Kind == extract.ListItem || a.pieces[i].Kind == extract.Table {
			continue
		}
		if !seen {
			seen = true
			continue
		}
		if words := a.of(i); len(words) > gram && len(words) <= pullWords && sentenceLike(a.pieces[i].Text) {
			c.add(a, i, len(words))
		}
	}
	c.seek(a)
	pulls := 0
	for i := range c.list {
		if c.list[i].stands {
			pulls++
		}
		more = more || c.list[i].steps == chainSteps
	}
	for i := range c.list {
		if c.list[i].stands && pulls < refrain {
			a.cut(c.list[i].piece, "pull_quote")
		}
	}
	return more || pulls > 0
}

func sentenceLike(s string) bool { return sentenceEnd(s) || quoted(s) }

// cutPulls cuts sentences off the front of paragraphs to which they were glued
// without a blank, where the story has them in another place: "… to be
// honest.It was the fifth".
func (a *article) cutPulls() {
	var c claims
	var places []int // of claims
	old, spans := a.pieces, a.spans
	for i := range old {
		if old[i].Verdict != extract.Kept || old[i].Kind != extract.Paragraph {
			continue
		}
		at := gluedStop(old[i].Text, a.gluesOf(spans[i]))
		if at == 0 {
			continue
		}
		n := len(wordsOf(old[i].Text[:at]))
		// The last word before the stop is read together with the first behind.
		if n > gram && n <= pullWords && len(a.of(i)) >= n {
			if c.add(a, i, n-1); len(places) < len(c.list) {
				places = append(places, at)
			}
		}
	}
	c.seek(a)
	var pulls []pull
	for i := range c.list {
		if c.list[i].stands {
			pulls = append(pulls, pull{c.list[i].piece, places[i]})
		}
	}
	if len(pulls) == 0 || len(pulls) >= refrain {
		return
	}
	a.facts = a.facts[:0]
	a.room = len(old) + len(pulls)
	a.pieces, a.spans = make([]extract.Piece, 0, a.room), make([]span, 0, a.room)
	for i := range old {
		p := part{old[i], spans[i]}
		if len(pulls) > 0 && pulls[0].piece == i {
			var first part
			first, p = a.split(p, pulls[0].at)
			first.Cut(stage, "pull_quote")
			a.put(first)
			pulls = pulls[1:]
		}
		a.put(p)
	}
}

// gluedStop gives where the second sentence of s begins, if no blank stands
// before it.
func gluedStop(s string, glues []int32) int {
	if !slices.ContainsFunc(glues, func(at int32) bool {
		return at >= 20 && at < 400 && lower(s[at-2]) && closesSentence[s[at-1]] && upper(s[at])
	}) {
		return 0
	}
	for i := 20; i+1 < len(s) && i < 400; i++ {
		if !closesSentence[s[i-1]] {
			continue
		}
		if c := s[i-1]; c != '.' && c != '!' && c != '?' && !(s[i-1] == 0x9d && s[i-2] == 0x80 && i > 4 && (s[i-4] == '.' || s[i-4] == ',')) {
			continue
		}
		if s[i] == ' ' {
			return 0
		}
		if 'A' <= s[i] && s[i] <= 'Z' && ('a' <= s[i+1] && s[i+1] <= 'z' || s[i+1] == ' ') && 'a' <= s[i-2] && s[i-2] <= 'z' {
			return i
		}
	}
	return 0
}

// closesSentence tells the bytes in which a sentence may end.
var closesSentence = func() (t [256]bool) {
	t['.'], t['!'], t['?'], t[0x9d] = true, true, true, true
	return t
}()

type pull struct{ piece, at int }

// claim is the beginning of a piece that may stand in another one.
type claim struct {
	piece, words int
	steps        int // places that were looked at
	stands       bool
	next         int32 // the claim before it in its slot, plus 1
}

// claims finds where in the text the beginnings of pieces stand besides.
type claims struct {
	list  []claim
	first [16]uint64 // their first words, as bits: few places have one
	pairs [64]uint64 // their first two words, as bits
	slots []int32    // by their first five: the last claim, plus 1
}

// add asks for the first n words of piece i, if they may stand in two places.
func (c *claims) add(a *article, i, n int) {
	if n < gram || !a.spans[i].again && !a.mayRepeat(a.of(i)[:n]) {
		return
	}
	c.list = append(c.list, claim{piece: i, words: n})
	h := a.of(i)[0].hash
	c.first[h>>28] |= 1 << (h >> 22 & 63)
	p := pair(a.of(i))
	c.pairs[p>>6] |= 1 << (p & 63)
}

// mayRepeat says whether words may stand in two places, or the first of them in as
// many as are looked at: the text must have each so often, and of most pieces it has
// one of the first but once. Nobody can tell while halves of split pieces are not counted.
func (a *article) mayRepeat(words []word) bool {
	if len(a.parted) > 0 {
		return true
	}
	often := true
	for i := range words {
		switch n := a.vocab.entries[a.vocab.slot(words[i].hash)] & countOf; {
		case i < gram:
			often = often && n >= chainSteps
			fallthrough
		case !often:
			if n < 2 {
				return false
			}
		}
	}
	return true
}

func pair(words []word) uint32 {
	return (words[0].hash*0x9e3779b1 ^ words[1].hash*0x85ebca6b) >> 20
}

func (c *claims) slot(words []word) *int32 {
	h := uint32(0)
	for i := range gram {
		h = (h ^ words[i].hash) * 0x9e3779b1
		h ^= h >> 15
	}
	return &c.slots[h&uint32(len(c.slots)-1)]
}

// seek reads the kept pieces from the last word on, and says of each claim
// whether its words stand in another piece that is longer, or the same and
// comes before it.
func (c *claims) seek(a *article) {
	if len(c.list) == 0 {
		return
	}
	c.slots = make([]int32, 1<<bits.Len(uint(2*len(c.list))))
	for n := range c.list {
		slot := c.slot(a.of(c.list[n].piece))
		c.list[n].next, *slot = *slot, int32(n+1)
	}
	for j := len(a.pieces) - 1; j >= 0; j-- {
		if !a.kept(j) {
			continue
		}
		words := a.of(j)
		for at := len(words) - gram; at >= 0; at-- {
			h := words[at].hash
			if c.first[h>>28]>>(h>>22&63)&1 == 0 {
				continue
			}
			if p := pair(words[at:]); c.pairs[p>>6]>>(p&63)&1 != 0 {
				c.hold(a, j, words[at:])
			}
		}
	}
}

// hold holds words that piece j has against the claims. One that is settled is
// taken out of its slot, so that a line that stands in a text a thousand times
// is not looked at a million times.
func (c *claims) hold(a *article, j int, words []word) {
	for from := c.slot(words); *from > 0; {
		x := &c.list[*from-1]
		if same(a.of(x.piece)[:gram], words) {
			x.steps++
			x.stands = x.piece != j && a.repeats(x, j, words)
			if x.stands || x.steps == chainSteps {
				*from = x.next
				continue
			}
		}
		from = &x.next
	}
}

// repeats says whether words, which piece j has, make the claim one that is cut.
func (a *article) repeats(x *claim, j int, words []word) bool {
	claimed := a.of(x.piece)
	if len(words) < x.words || !same(claimed[:x.words], words[:x.words]) {
		return false
	}
	if j < x.piece && a.wordsAhead(j) < abstractWords { // an abstract or deck that the story itself says again
		return false
	}
	return len(a.of(j)) > x.words+2 || j < x.piece
}

// wordsAhead counts the words before piece j, up to a bound.
func (a *article) wordsAhead(j int) int {
	n := 0
	for j--; j >= 0 && n < abstractWords; j-- {
		if a.kept(j) {
			n += len(a.of(j)) + 1
		}
	}
	return n
}

func same(a, b []word) bool {
	for i := range a {
		if a[i].hash != b[i].hash {
			return false
		}
	}
	return true
}
