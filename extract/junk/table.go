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
	slots []entry
	mask  uint32
}

type entry struct {
	hash  uint32
	count uint16
	is    mark // of all its places together
}

func (a *article) vocabulary() *vocabulary {
	v := &a.vocab
	if v.slots != nil {
		return v
	}
	size := 64
	for size < 2*len(a.words) {
		size *= 2
	}
	v.slots, v.mask = make([]entry, size), uint32(size-1)
	for i := range a.words {
		e := v.find(a.words[i].hash)
		e.hash = a.words[i].hash
		e.is |= a.words[i].is
		if e.count < 1<<15 {
			e.count++
		}
	}
	return v
}

func (v *vocabulary) find(h uint32) *entry {
	i := h & v.mask
	for v.slots[i].count > 0 && v.slots[i].hash != h {
		i = (i + 1) & v.mask
	}
	return &v.slots[i]
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
	byList := map[mark]*set{date: &dateWords, toReader: &youWords, ofUs: &weWords, ofOthers: &toldWords, saysSo: &sayWords, inEnglish: &englishWords}
	n := len(byWord.firsts) + len(byWord.inner)
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
	return m
}()
