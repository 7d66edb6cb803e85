package meta

import "encoding/binary"

// Seen remembers what the classes and ids of a page were read as. Most stand in
// it many times. A name whose place another takes is read again.
type Seen[M any] struct {
	slots [1 << seenBits]struct {
		name string
		is   M
	}
}

const seenBits = 9

// Get is what a name is, by read where it is not remembered.
func (s *Seen[M]) Get(name string, read func(string) M) M {
	at := &s.slots[place(name)]
	if at.name != name {
		at.name, at.is = name, read(name)
	}
	return at.is
}

// Clear forgets all names.
func (s *Seen[M]) Clear() { clear(s.slots[:]) }

// place looks at the ends and the middle of a name, which is faster than a map
// that reads all of it.
func place(name string) uint64 {
	h := uint64(len(name))
	if n := len(name); n >= 8 {
		h ^= load(name) ^ load(name[n-8:])*3 ^ load(name[n/2-4:])*5
	} else {
		for i := range n {
			h = h<<8 ^ uint64(name[i])
		}
	}
	return h * 0x9e3779b97f4a7c15 >> (64 - seenBits)
}

func load(s string) uint64 { return binary.LittleEndian.Uint64([]byte(s[:8])) }

// Names are words of classes and ids, and pairs of them. Few words that a page has
// are among them, and most others are told by their shape.
type Names[M any] struct {
	is     map[string]M
	shapes [1 << shapeBits]bool // that some have
}

const shapeBits = 12

// NamesOf gives the names with what each is.
func NamesOf[M any](is map[string]M) *Names[M] {
	n := &Names[M]{is: is}
	for name := range is {
		n.shapes[shape([]byte(name))] = true
	}
	return n
}

// Get is what a name is, which must not be empty, and whether it is known.
func (n *Names[M]) Get(name []byte) (is M, ok bool) {
	if n.shapes[shape(name)] {
		is, ok = n.is[string(name)]
	}
	return is, ok
}

// shape is made of the first, middle and last letter and the length of a name.
func shape(name []byte) uint32 {
	n := uint32(len(name))
	h := uint32(name[0]) | uint32(name[n/2])<<8 | uint32(name[n-1])<<16 | n<<24
	return h * 0x9e3779b1 >> (32 - shapeBits)
}
