package junk

import "slices"

// set is a table of hashes, open addressed; its size is a power of two.
type set struct {
	slots []uint32 // 0 is free
	mask  uint32
}

func newSet(n int) set {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return set{make([]uint32, size), uint32(size - 1)}
}

func setOf(words ...string) set {
	s := newSet(len(words))
	for _, w := range words {
		s.add(hashOf(w))
	}
	return s
}

func (s *set) add(h uint32) {
	for i := h & s.mask; ; i = (i + 1) & s.mask {
		if s.slots[i] == h {
			return
		}
		if s.slots[i] == 0 {
			s.slots[i] = h
			return
		}
	}
}

func (s *set) has(h uint32) bool {
	for i := h & s.mask; s.slots[i] != 0; i = (i + 1) & s.mask {
		if s.slots[i] == h {
			return true
		}
	}
	return false
}

// vocabulary counts the words of one article, whatever their case.
type vocabulary struct {
	entries []entry
	counts  []uint16 // of entries
	mask    uint32
	used    int
	fixed   bool // somebody has looked: words that are read now are put in, and not counted
}

type entry struct {
	hash uint32
	form mark // of all its places together
}

// most is where counting stops.
const most = 1 << 15

// prepare empties the vocabulary for a text of so many bytes.
func (v *vocabulary) prepare(size int) {
	n := 64
	for n < size/5 {
		n *= 2
	}
	v.entries, v.counts = cleared(v.entries, n), cleared(v.counts, n)
	v.mask, v.used, v.fixed = uint32(n-1), 0, false
}

// learn puts the words from a place on into the vocabulary, and counts those of
// englishWords.
func (a *article) learn(from int32) (english int32) {
	words := a.words[from:]
	for a.vocab.used+len(words) > len(a.vocab.entries)/4*3 {
		a.growVocabulary()
	}
	v := &a.vocab
	at := slices.Grow(a.at, len(words))[:len(a.at)+len(words)]
	a.at = at
	at = at[from:]
	fixed := v.fixed
	entries, counts, mask, used := v.entries, v.counts[:len(v.entries)], v.mask, v.used
	at = at[:len(words)]
	// No branch here that depends on a word, for half of them would be guessed wrong.
	for i := range words {
		w := &words[i]
		slot := w.hash & mask
		e := &entries[slot]
		for uint64(e.hash^w.hash)*uint64(e.hash) != 0 { // neither the word nor a free place
			slot = (slot + 1) & mask
			e = &entries[slot]
		}
		used += int((uint64(e.hash) - 1) >> 63)
		e.hash = w.hash
		long := uint32(3-(w.end-w.start)) >> 31
		if w.is&(sign|figure) != 0 {
			long = 0
		}
		at[i] = int32(slot<<1 | long)
		english += int32(w.is / inEnglish & 1)
		if fixed {
			continue
		}
		e.form |= w.is
		if n := &counts[slot]; *n < most {
			*n++
		}
	}
	v.used = used
	return english
}

// growVocabulary gives the vocabulary twice the room.
func (a *article) growVocabulary() {
	old := a.vocab
	v := vocabulary{entries: make([]entry, 2*len(old.entries)), counts: make([]uint16, 2*len(old.entries)), used: old.used, fixed: old.fixed}
	v.mask = uint32(len(v.entries) - 1)
	moved := make([]int32, len(old.entries))
	for i := range old.entries {
		at := v.slot(old.entries[i].hash)
		moved[i] = int32(at)
		v.entries[at], v.counts[at] = old.entries[i], old.counts[i]
	}
	for i, at := range a.at {
		a.at[i] = moved[at>>1]<<1 | at&1
	}
	a.vocab = v
}

// recount counts the words of kept pieces alone.
func (a *article) recount() {
	v := &a.vocab
	v.fixed = true
	clear(v.counts)
	for i := range a.pieces {
		for _, at := range a.slots(i) {
			if n := &v.counts[at>>1]; *n < most {
				*n++
			}
		}
	}
}

// slots gives where the words of piece i are in the vocabulary, and in the last
// bit whether a word has four letters or more.
func (a *article) slots(i int) []int32 { return a.at[a.spans[i].start:a.spans[i].end] }

// times says how often the article has a word, and seen whether it has it with
// a mark anywhere.
func (a *article) times(word string) int {
	a.vocab.fixed = true
	return int(a.vocab.counts[a.vocab.slot(hashOf(word))])
}

func (a *article) seen(word string, m mark) bool {
	a.vocab.fixed = true
	return a.vocab.entries[a.vocab.slot(hashOf(word))].form&m != 0
}

// slot is where the word with a hash is, or would be.
func (v *vocabulary) slot(h uint32) uint32 {
	i := h & v.mask
	for v.entries[i].hash != h && v.entries[i].hash != 0 {
		i = (i + 1) & v.mask
	}
	return i
}

// meanings gives words by their hash what lists say of them.
type meanings struct {
	slots []meaning
	mask  uint32
}

type meaning struct {
	hash uint32
	is   mark
}

func (m *meanings) of(h uint32) mark {
	for i := h & m.mask; ; i = (i + 1) & m.mask {
		if m.slots[i].hash == h || m.slots[i].is == 0 {
			return m.slots[i].is
		}
	}
}

func (m *meanings) add(h uint32, is mark) {
	i := h & m.mask
	for m.slots[i].is != 0 && m.slots[i].hash != h {
		i = (i + 1) & m.mask
	}
	m.slots[i].hash = h
	m.slots[i].is |= is
}

// senses has the words of all lists that are asked for every word, so that one
// look tells them all.
var senses = func() *meanings {
	byList := map[mark]*set{date: &dateWords, toReader: &youWords, ofUs: &weWords, ofOthers: &toldWords, saysSo: &sayWords, inEnglish: &englishWords, joinsNames: &nameJoiners, joinsDates: &dateJoiners}
	n := len(byWord.firsts) + len(byWord.inner) + len(furniture)
	for _, s := range byList {
		n += len(s.slots)
	}
	m := &meanings{}
	size := 1024
	for size < 2*n {
		size *= 2
	}
	m.slots, m.mask = make([]meaning, size), uint32(size-1)
	for is, s := range byList {
		for _, h := range s.slots {
			if h != 0 {
				m.add(h, is)
			}
		}
	}
	for h := range byWord.firsts {
		m.add(h, startsRule)
	}
	for h := range byWord.inner {
		m.add(h, insideRule)
	}
	for h := range furniture {
		m.add(h, weighs)
	}
	return m
}()
