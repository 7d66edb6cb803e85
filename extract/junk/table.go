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
	slots []entry // and behind them one for words that found no place
	mask  uint32
	used  int
}

type entry struct {
	hash  uint32
	count uint16
	form  uint16 // of all its places together: the lower half of their marks
}

// most is where counting stops.
const most = 1 << 15

func (e *entry) has(m mark) bool { return mark(e.form)&m != 0 }

func (a *article) vocabulary() *vocabulary {
	v := &a.vocab
	if len(v.slots) > 0 {
		return v
	}
	size := 64
	for size < 2*len(a.words) {
		size *= 2
	}
	v.slots, v.mask, v.used = cleared(v.slots, size+1), uint32(size-1), 0
	a.at = a.at[:0]
	for i := range a.words {
		at := v.slot(a.words[i].hash)
		a.at = append(a.at, int32(at))
		e := &v.slots[at]
		if e.count == 0 {
			e.hash = a.words[i].hash
			v.used++
		}
		e.form |= uint16(a.words[i].is)
		if e.count < most {
			e.count++
		}
	}
	return v
}

// recount counts the words of kept pieces alone.
func (a *article) recount() {
	v := a.vocabulary()
	for i := range v.slots {
		v.slots[i].count = 0
	}
	for i := range a.pieces {
		for _, at := range a.slots(i) {
			if e := &v.slots[at]; e.count < most {
				e.count++
			}
		}
	}
	v.slots[v.mask+1].count = 0
}

// slots gives where the words of piece i are in the vocabulary. Words that were
// read since it was made are put in: splitting a piece makes two at a seam.
func (a *article) slots(i int) []int32 {
	v := a.vocabulary()
	for n := len(a.at); n < len(a.words); n++ {
		h := a.words[n].hash
		at := v.slot(h)
		if v.slots[at].hash != h {
			if v.used*4 > len(v.slots)*3 {
				at = v.mask + 1
			} else {
				v.slots[at].hash = h
				v.used++
			}
		}
		a.at = append(a.at, int32(at))
	}
	return a.at[a.spans[i][0]:a.spans[i][1]]
}

func (v *vocabulary) find(h uint32) *entry { return &v.slots[v.slot(h)] }

// slot is where the word with a hash is, or would be.
func (v *vocabulary) slot(h uint32) uint32 {
	i := h & v.mask
	for v.slots[i].hash != h && v.slots[i].hash != 0 {
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
