package junk

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
	mask    uint32
	used    int
	fixed   bool // somebody has looked: words that are read now are put in, and not counted
}

// entry is a word's hash, whether it has a capital anywhere, and how often the
// article has it, from the top bit down; 0 is free.
type entry uint64

const (
	hashShift         = 32
	withCapital entry = 1 << 31
	countOf           = withCapital - 1
)

// prepare empties the vocabulary for a text of so many bytes.
func (v *vocabulary) prepare(size int) {
	n := 64
	for n < size/5 {
		n *= 2
	}
	v.entries = cleared(v.entries, n)
	v.mask, v.used, v.fixed = uint32(n-1), 0, false
}

// learn puts the words from a place on into the vocabulary, counts those of
// englishWords and sums their marks.
func (a *article) learn(from int32) (english int32, all mark) {
	words := a.words[from:]
	for a.vocab.used+len(words) > len(a.vocab.entries)/4*3 {
		a.vocab.grow()
	}
	v := &a.vocab
	entries, mask, used := v.entries, v.mask, v.used
	one, capitals := entry(1), uint64(capital)
	if v.fixed {
		one, capitals = 0, 0
	}
	// No branch here that depends on a word, for half of them would be guessed wrong.
	for i := range words {
		w := &words[i]
		slot := w.hash & mask
		e := entries[slot]
		for uint64(uint32(e>>hashShift)^w.hash)*uint64(e>>hashShift) != 0 { // neither the word nor a free place
			slot = (slot + 1) & mask
			e = entries[slot]
		}
		used += int((e - 1) >> 63)
		english += int32(w.is / inEnglish & 1)
		all |= w.is
		entries[slot] = (e | entry(w.hash)<<hashShift | entry(uint64(w.is)&capitals<<31)) + one
	}
	v.used = used
	return english, all
}

// grow gives the vocabulary twice the room.
func (v *vocabulary) grow() {
	old := v.entries
	v.entries = make([]entry, 2*len(old))
	v.mask = uint32(len(v.entries) - 1)
	for _, e := range old {
		if e != 0 {
			v.entries[v.slot(uint32(e>>hashShift))] = e
		}
	}
}

// parting is a piece that was split, and its words and those of both halves.
type parting struct {
	whole, first, second span
	fixed                bool // the halves were not counted, then
}

// settle counts the words of split pieces once, as those of their halves.
func (a *article) settle() {
	a.vocab.fixed = true
	for _, p := range a.parted {
		if p.fixed {
			a.count(p.first, 1)
			a.count(p.second, 1)
		}
		a.count(p.whole, -1)
	}
	a.parted = a.parted[:0]
}

// count adds so much for each word of a span.
func (a *article) count(s span, n int) {
	if s.again {
		return
	}
	v := &a.vocab
	for _, w := range a.words[s.start:s.end] {
		v.entries[v.slot(w.hash)] += entry(n)
	}
}

// times says how often the article has a word, and seen whether it has it with
// a capital anywhere.
func (a *article) times(word string) int {
	a.vocab.fixed = true
	return int(a.vocab.entries[a.vocab.slot(hashOf(word))] & countOf)
}

func (a *article) seen(word string) bool {
	a.vocab.fixed = true
	return a.vocab.entries[a.vocab.slot(hashOf(word))]&withCapital != 0
}

// slot is where the word with a hash is, or would be.
func (v *vocabulary) slot(h uint32) uint32 {
	entries, mask := v.entries, v.mask
	i := h & mask
	e := entries[i]
	for uint64(uint32(e>>hashShift)^h)*uint64(e>>hashShift) != 0 {
		i = (i + 1) & mask
		e = entries[i]
	}
	return i
}

// hashed gives what belongs to a word by its hash. It is made once and read often.
type hashed[T any] struct {
	slots []hashSlot[T]
	mask  uint32
}

type hashSlot[T any] struct {
	hash  uint32
	taken bool
	value T
}

func hashedOf[T any](m map[uint32]T) (t hashed[T]) {
	size := 16
	for size < 4*len(m) {
		size *= 2
	}
	t.slots = make([]hashSlot[T], size)
	t.mask = uint32(size - 1)
	for h, v := range m {
		i := h & t.mask
		for t.slots[i].taken {
			i = (i + 1) & t.mask
		}
		t.slots[i] = hashSlot[T]{h, true, v}
	}
	return t
}

func (t *hashed[T]) of(h uint32) (v T) {
	for i := h & t.mask; t.slots[i].taken; i = (i + 1) & t.mask {
		if t.slots[i].hash == h {
			return t.slots[i].value
		}
	}
	return v
}

// hashes calls do with each hash that the table has.
func (t *hashed[T]) hashes(do func(uint32)) {
	for i := range t.slots {
		if t.slots[i].taken {
			do(t.slots[i].hash)
		}
	}
}

// meanings gives words by their hash what lists say of them. A word stands at one
// of two places, so that both are read and nothing is guessed.
type meanings struct {
	slots *[2 * senseSlots]meaning
}

// senseSlots is twice as many as there are words that lists have.
const senseSlots = 2048

type meaning struct {
	hash uint32
	is   mark
}

// places are where a word may stand.
func (m *meanings) places(h uint32) (a, b *meaning) {
	return &m.slots[h%senseSlots], &m.slots[senseSlots+h>>21%senseSlots]
}

func (m *meanings) of(h uint32) mark {
	a, b := m.places(h)
	return a.is&allIf(a.hash^h) | b.is&allIf(b.hash^h)
}

// allIf is all marks where x is 0, and none otherwise.
func allIf(x uint32) mark { return mark(int64(uint64(x)-1) >> 63) }

func (m *meanings) add(h uint32, is mark) {
	p, other := m.places(h)
	for _, p := range [...]*meaning{p, other} {
		if p.hash == h && p.is != 0 {
			p.is |= is
			return
		}
	}
	// Who stood there goes to its other place, and so on.
	x := meaning{h, is}
	for range 500 {
		x, *p = *p, x
		if x.is == 0 {
			return
		}
		a, b := m.places(x.hash)
		if p == a {
			p = b
		} else {
			p = a
		}
	}
	panic("junk: more words in lists than there is room for")
}

// senses has the words of all lists that are asked for every word, so that one
// look tells them all.
var senses = func() *meanings {
	byList := map[mark]*set{date: &dateWords, toReader: &youWords, ofUs: &weWords, ofOthers: &toldWords, saysSo: &sayWords, inEnglish: &englishWords, joinsNames: &nameJoiners, joinsDates: &dateJoiners, asksFor: &asking, inPast: &pastVerbs}
	m := &meanings{slots: new([2 * senseSlots]meaning)}
	for is, s := range byList {
		for _, h := range s.slots {
			if h != 0 {
				m.add(h, is)
			}
		}
	}
	byWord.firsts.hashes(func(h uint32) { m.add(h, startsRule) })
	byWord.inner.hashes(func(h uint32) { m.add(h, insideRule) })
	furniture.hashes(func(h uint32) { m.add(h, weighs) })
	for i := range rules {
		for _, h := range rules[i].second() {
			m.add(h, rules[i].needs)
		}
	}
	return m
}()
