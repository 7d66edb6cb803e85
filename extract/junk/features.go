package junk

import "github.com/quoth/quoth/extract"

// How much of a line the scorer reads: its first words and its last ones.
const (
	headWords = 10
	tailWords = 5
)

// surroundings is what stands around a line: looks of the lines next to it and
// how much story stands on either side.
type surroundings struct {
	before, after looks
	above, below  uint8 // paragraphs of the story before and behind it, 3 for more
	top, bottom   uint8 // lines before and behind it, 8 for more
	prose         uint8 // how many of the text's lines are paragraphs, in quarters
	counted       bool  // one of several lines that begin with a figure: "250 g flour"
	listed        bool  // few of the text's lines are paragraphs, and less than two thirds of its words stand in them
	speaks        bool  // the story itself speaks to its reader, as columns, speeches and guides do
}

// describeWords appends the features of the words of a line, which stay the
// same whatever stands around it. only says which words have any.
func describeWords(dst []uint32, words []word, l *looks, only func(uint32) bool) []uint32 {
	add := func(template, x, y uint32) {
		dst = append(dst, feature(template, x, y))
	}
	short := min(uint32(l.length), 8)
	coarse := min(uint32(l.length)/3, 3)
	before, beforeOK := uint32(0), false
	for j := 0; j < len(words); j++ {
		if j == headWords && len(words) > headWords+tailWords {
			j = len(words) - tailWords
			beforeOK = false
		}
		w := &words[j]
		h := w.hash
		switch {
		case w.is&figure != 0:
			h = 1
		case w.is&date != 0:
			h = 2
		}
		ok := h <= 2 || only(h)
		if ok {
			add(1, h, 0)
			add(2, h, coarse)
			if j == 0 {
				add(3, h, 0)
				add(4, h, uint32(l.end))
			}
			if j == len(words)-1 {
				add(5, h, short)
			}
			if w.is&divided != 0 {
				add(6, h, min(uint32(j), 4))
			}
			if beforeOK {
				add(7, before, h)
			}
		}
		before, beforeOK = h, ok
	}
	return dst
}

// describeForm appends the features of a line's form and place.
func describeForm(dst []uint32, l *looks, at *surroundings) []uint32 {
	add := func(template, x, y uint32) {
		dst = append(dst, feature(template, x, y))
	}
	short := min(uint32(l.length), 8)
	form := uint32(l.length)<<12 | uint32(l.end)<<8 | uint32(l.start)<<4 | uint32(l.capital)
	add(10, uint32(l.length), uint32(l.end))
	add(11, form, 0)
	add(12, uint32(l.length), uint32(l.start))
	add(13, uint32(l.length), uint32(l.capital))
	add(14, uint32(l.length)<<8|uint32(l.signs), 0)
	add(15, uint32(l.signs), uint32(l.end))
	place := uint32(at.above)<<4 | uint32(at.below)
	add(16, place, uint32(l.length)<<4|uint32(l.end))
	add(17, place<<8|uint32(at.top)<<4|uint32(at.bottom), short)
	add(18, place, uint32(l.kind)<<8|uint32(l.length))
	add(19, uint32(l.rule), place)
	add(20, uint32(l.rule), uint32(l.length)<<4|uint32(l.end))
	add(21, uint32(l.shared)<<4|uint32(l.length), place)
	add(22, uint32(l.shared)<<4|uint32(l.end), short)
	add(23, uint32(at.prose), place<<8|uint32(l.length))
	add(24, uint32(at.prose), uint32(l.length)<<4|uint32(l.end))
	for k, n := range [...]*looks{&at.before, &at.after} {
		t := 30 + 10*uint32(k)
		add(t, uint32(n.length)<<8|uint32(n.end)<<4|uint32(n.capital), uint32(l.length)<<4|uint32(l.end))
		add(t+1, uint32(n.rule)<<4|uint32(n.kind), uint32(l.length)<<8|uint32(l.kind))
		add(t+2, uint32(n.length)<<4|uint32(n.rule), place)
	}
	c := &l.closer
	add(60, uint32(c.sum), uint32(l.length)<<4|uint32(l.end))
	add(61, uint32(c.sum), place)
	add(62, uint32(c.asks)<<4|uint32(l.end), short)
	add(63, uint32(c.asks), place)
	add(64, uint32(c.past)<<4|uint32(l.end), short)
	add(65, uint32(c.past)<<4|uint32(c.asks), place)
	add(66, uint32(c.names)<<4|uint32(l.end), short)
	add(67, uint32(c.names), place)
	add(68, uint32(c.names)<<4|uint32(c.past), uint32(c.sum)<<2|uint32(c.asks))
	if l.label > 0 {
		label := uint32(l.label)<<4 | uint32(l.end)
		add(70, label, uint32(l.length))
		add(71, label, place)
		add(72, label, uint32(l.capital)<<4|uint32(c.names))
		add(73, label, uint32(c.sum))
	}
	add(50, uint32(at.before.rule)<<4|uint32(at.after.rule), place<<8|uint32(l.length))
	for b := range uint32(8) {
		if l.signs&(1<<b) != 0 {
			add(51, b, place)
			add(52, b, uint32(l.length))
		}
	}
	return dst
}

func feature(template, x, y uint32) uint32 {
	h := template*0x9E3779B1 ^ x*0x85EBCA6B
	h ^= h >> 15
	h = (h ^ y) * 0xC2B2AE35
	h ^= h >> 13
	h *= 0x27D4EB2F
	return h ^ h>>16
}

// scored is the memory in which lines are scored.
type scored struct {
	lines []int32
	seen  []looks
	where []surroundings
	from  []uint8
}

// countRuns marks runs of three lines or more that begin with a figure, and
// what stands among them: what a recipe or a game needs. Numbers that dates or
// votes have are none.
func (a *article) countRuns(lines []int32, seen []looks, where []surroundings) {
	first, last, n := -1, -1, 0
	mark := func() {
		if n >= 3 {
			for k := first; k <= last; k++ {
				where[k].counted = true
			}
		}
		first, n = -1, 0
	}
	for k, i := range lines {
		words := a.of(int(i))
		switch {
		case a.pieces[i].Kind != extract.ListItem && seen[k].rule == 0 && counts(words):
			if first < 0 {
				first = k
			}
			last, n = k, n+1
		case first >= 0 && k-last > 1:
			mark()
		}
	}
	mark()
}

// result says whether a line is the result of a match: "Corran 3 Larkspur 1".
func result(words []word) bool {
	n := 0
	for i := range words {
		switch w := &words[i]; {
		case w.is&figure != 0:
			if n++; i == 0 || w.end-w.start > 3 || words[i-1].is&(figure|date) != 0 {
				return false
			}
		case w.is&capital == 0 || w.is&(date|sign|weighs) != 0:
			return false
		}
	}
	return n == 2 && len(words) <= 8 && words[len(words)-1].is&figure != 0
}

// counts says whether a line says how many of what, and of what is no furniture:
// "12 comments".
func counts(words []word) bool {
	if len(words) < 2 || len(words) > 12 || words[0].is&figure == 0 || words[1].is&(date|figure) != 0 {
		return false
	}
	for i := range words {
		if words[i].is&weighs != 0 && furniture.of(words[i].hash).tenths > 0 {
			return false
		}
	}
	return true
}

// view lists the lines that a scorer reads, what they look like and where they
// stand. Lines that are chrome are none.
func (a *article) view() (lines []int32, seen []looks, where []surroundings) {
	lines = a.scored.lines[:0]
	for i := range a.pieces {
		if a.pieces[i].Verdict != extract.Chrome && a.spans[i].end > a.spans[i].start {
			lines = append(lines, int32(i))
		}
	}
	seen, where = cleared(a.scored.seen, len(lines)), cleared(a.scored.where, len(lines))
	a.scored.lines, a.scored.seen, a.scored.where = lines, seen, where
	for n, i := range lines {
		seen[n] = a.look(int(i))
	}
	solids, others, speaking, told, all := 0, 0, 0, 0, 0
	for n, i := range lines {
		if seen[n].rule == 0 {
			all += len(a.of(int(i)))
		}
		switch {
		case seen[n].solid:
			solids++
			told += len(a.of(int(i)))
			if seen[n].signs&(hasYou|hasWe) != 0 && seen[n].signs&hasQuote == 0 {
				speaking++
			}
		case seen[n].rule == 0:
			others++
		}
	}
	prose := uint8(solids * 4 / max(1, solids+others))
	solid := uint8(0)
	for n := range lines {
		w := &where[n]
		w.prose, w.speaks = prose, speaking > 1 && speaking*4 >= solids
		w.listed = prose < 2 && (solids < 5 || told*4 < all*3 || w.speaks)
		w.above, w.top = min(solid, 3), uint8(min(n, 8))
		if n > 0 {
			w.before = seen[n-1]
		}
		if seen[n].solid && solid < 3 {
			solid++
		}
	}
	a.countRuns(lines, seen, where)
	solid = 0
	for n := len(lines) - 1; n >= 0; n-- {
		w := &where[n]
		w.below, w.bottom = min(solid, 3), uint8(min(len(lines)-1-n, 8))
		if n+1 < len(lines) {
			w.after = seen[n+1]
		}
		if seen[n].solid && solid < 3 {
			solid++
		}
	}
	return lines, seen, where
}
