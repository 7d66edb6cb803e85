package sentence

import (
	"github.com/quoth/quoth/extract"
)

// features appends the features of the gap that was read last: hashes, of
// which the model takes the low bits.
func (v *view) features(dst []uint32) []uint32 {
	g := &v.gap
	e, n := v.shape(g.end), v.shape(g.i+1)
	p1, p2 := v.shape(g.end-1), v.shape(g.end-2)
	s, s1, s2 := v.shape(g.next), v.shape(g.next+1), v.shape(g.next+2)
	if g.end-1 < v.first {
		p1 = extract.NoShape
	}
	if g.end-2 < v.first {
		p2 = extract.NoShape
	}
	ew, nw, pw := hash(v.word(g.end)), hash(v.word(g.next)), hash(v.word(g.end-1))
	nw1 := hash(v.word(g.next + 1))
	state := uint32(0)
	if v.quoted {
		state |= 1
	}
	if v.bracket > 0 {
		state |= 2
	}
	if g.blank {
		state |= 4
	}
	length := bucket(g.end - v.first)
	E, N, S := uint32(e), uint32(n), uint32(s)
	base := mix(E, g.closers, uint32(g.opens)<<8|S) // what stands on both sides
	k := uint32(g.kind)

	return append(dst,
		mix(1, E, g.closers<<8|state),
		mix(2, base, state),
		mix(3, base, uint32(s1)),
		mix(4, E<<8|S, ew),
		mix(5, E<<8|g.closers, nw),
		mix(6, E<<8|S, pw),
		mix(7, E<<16|uint32(p1)<<8|uint32(p2), S),
		mix(8, base, length),
		mix(9, ew, nw),
		mix(10, k<<16|S<<8|uint32(p1), opener(v.word(g.next))),
		mix(11, E<<16|S<<8|uint32(s1), uint32(s2)),
		mix(12, E<<8|g.closers, nw1),
		mix(13, nw, nw1),
		mix(14, E<<16|N<<8|state, length),
		mix(15, base, uint32(p1)),
		mix(16, length<<8|uint32(min(bucket(len(v.toks)-g.i), 7)), E<<8|S),
	)
}

const numFeatures = 16

func bucket(n int) uint32 {
	switch {
	case n < 4:
		return uint32(max(n, 0))
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	case n < 40:
		return 7
	}
	return 8
}

// hash is of the word in lower case, of its first 16 bytes.
func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := range min(len(word), 16) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func mix(a, b, c uint32) uint32 {
	h := a*0x9E3779B1 ^ b*0x85EBCA77 ^ c*0xC2B2AE3D
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	return h
}

// opener says whether a word begins sentences more often than names, a little
// list of its own because the lexicon's also has words that names begin with.
func opener(word string) uint32 {
	switch word {
	case "The", "It", "He", "She", "They", "We", "I", "In", "But", "And", "This", "That", "There", "A", "At", "As", "On", "When", "If", "His", "Her", "For", "What", "You", "So",
		"How", "However", "Its", "Their", "After", "While", "These", "Those", "Then", "My", "Our", "No", "Yes", "To", "By", "From", "With", "Also", "Although", "Why", "Who", "Where":
		return 1
	}
	return 0
}
