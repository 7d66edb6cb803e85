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
