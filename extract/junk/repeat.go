package junk

import "github.com/quoth/quoth/extract"

const (
	gram       = 5  // words that must be the same for two places to be compared
	pullWords  = 45 // of a pull quote at most
	refrain    = 6  // pieces that say again what another says: a song, a speech
	chainSteps = 8  // places looked at for one five-word run

	abstractWords = 40 // that may stand before the end of an abstract's first paragraph
)

// cutRepeats cuts pull quotes: short pieces whose words stand in another piece,
// in the same order and without a gap. A pull quote that was glued to the front
// of a paragraph is cut off it.
func (a *article) cutRepeats() {
	g := a.grams()
	if g == nil {
		return
	}
	var pulls []int
	seen := false // of the story: its first piece is its headline or its beginning
	for i := range a.pieces {
		if !a.kept(i) || a.pieces[i].Kind == extract.ListItem || a.pieces[i].Kind == extract.Table {
			continue
		}
		if !seen {
			seen = true
			continue
		}
		words := a.of(i)
		if len(words) > gram && len(words) <= pullWords && sentenceLike(a.pieces[i].Text) && g.elsewhere(a, i, len(words)) {
			pulls = append(pulls, i)
		}
	}
	if len(pulls) < refrain {
		for _, i := range pulls {
			a.cut(i, "pull_quote")
		}
	}
}

func sentenceLike(s string) bool { return sentenceEnd(s) || quoted(s) }

// cutPulls cuts sentences off the front of paragraphs to which they were glued
// without a blank, where the story has them in another place: "… to be
// honest.It was the fifth".
func (a *article) cutPulls() {
	var g *grams
	old, spans := a.pieces, a.spans
	for i := range old {
		at := gluedStop(old[i].Text)
		if at == 0 || old[i].Verdict != extract.Kept || old[i].Kind != extract.Paragraph {
			continue
		}
		if g == nil {
			if g = a.grams(); g == nil {
				return
			}
		}
		n := len(appendWords(nil, old[i].Text[:at]))
		// The last word before the stop is read together with the first behind.
		if n <= gram || n > pullWords || !g.elsewhere(a, i, n-1) {
			continue
		}
		g.pulls = append(g.pulls, pull{i, at})
	}
	if g == nil || len(g.pulls) == 0 || len(g.pulls) >= refrain {
		return
	}
	a.found = nil
	a.pieces, a.spans = make([]extract.Piece, 0, len(old)+len(g.pulls)), make([][2]int32, 0, len(old)+len(g.pulls))
	for i := range old {
		p := part{old[i], spans[i]}
		if len(g.pulls) > 0 && g.pulls[0].piece == i {
			var first part
			first, p = a.split(p, g.pulls[0].at)
			first.Cut(stage, "pull_quote")
			a.put(first)
			g.pulls = g.pulls[1:]
		}
		a.put(p)
	}
}

// gluedStop gives where the second sentence of s begins, if no blank stands
// before it.
func gluedStop(s string) int {
	for i := 20; i+1 < len(s) && i < 400; i++ {
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

type pull struct{ piece, at int }

// grams finds each run of five words by its hash.
type grams struct {
	first []int32 // by hash: the last place in a.words where the run begins, plus 1
	next  []int32 // by place: the place before it with the same slot, plus 1
	owner []int32 // by place: its piece
	mask  uint32
	pulls []pull
}

// grams reads the kept pieces; nil where there are fewer than two.
func (a *article) grams() *grams {
	n := 0
	for i := range a.pieces {
		if a.kept(i) {
			n += len(a.of(i))
		}
	}
	if n < 2*gram {
		return nil
	}
	size := 256
	for size < 2*n {
		size *= 2
	}
	g := &grams{first: make([]int32, size), next: make([]int32, len(a.words)), owner: make([]int32, len(a.words)), mask: uint32(size - 1)}
	for i := range a.pieces {
		if !a.kept(i) {
			continue
		}
		lo, hi := a.spans[i][0], a.spans[i][1]
		for at := lo; at+gram <= hi; at++ {
			g.owner[at] = int32(i)
			slot := &g.first[g.slot(a.words[at:])]
			g.next[at] = *slot
			*slot = at + 1
		}
	}
	return g
}

func (g *grams) slot(words []word) uint32 {
	h := uint32(0)
	for i := range gram {
		h = (h ^ words[i].hash) * 0x9e3779b1
		h ^= h >> 15
	}
	return h & g.mask
}

// elsewhere says whether the first n words of piece i stand in another piece
// that is longer, or the same and comes before it.
func (g *grams) elsewhere(a *article, i, n int) bool {
	words := a.of(i)[:n]
	if n < gram {
		return false
	}
	steps := 0
	for at := g.first[g.slot(words)]; at > 0 && steps < chainSteps; at = g.next[at-1] {
		steps++
		j := int(g.owner[at-1])
		if j == i || !a.kept(j) {
			continue
		}
		other := a.words[at-1 : a.spans[j][1]]
		if len(other) < n || !same(words, other[:n]) {
			continue
		}
		if j < i && a.wordsAhead(j) < abstractWords { // an abstract or deck that the story itself says again
			continue
		}
		if len(a.of(j)) > len(words)+2 || j < i {
			return true
		}
	}
	return false
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
