package junk

// Words are hashed eight bytes at a time, in small letters, so that most take
// one step and no loop whose end the processor has to guess.
const (
	hashSeed = 0x9ae16a3b2f90404f
	hashStep = 0x9e3779b97f4a7c15
)

func mix(h, eight uint64) uint64 {
	h = (h ^ eight) * hashStep
	return h ^ h>>32
}

// hasher takes a word byte by byte, which must be in small letters.
type hasher struct {
	h, eight uint64
	n        uint
}

func (x *hasher) start() { x.h = hashSeed }

func (x *hasher) add(b byte) {
	x.eight |= uint64(b) << (8 * x.n)
	if x.n++; x.n == 8 {
		x.h, x.eight, x.n = mix(x.h, x.eight), 0, 0
	}
}

func (x *hasher) sum() uint32 {
	if x.n > 0 {
		return uint32(mix(x.h, x.eight))
	}
	return uint32(x.h)
}

// hashOf is the hash of a word, capital letters of ASCII read as small ones.
func hashOf(s string) uint32 {
	var x hasher
	x.start()
	for i := 0; i < len(s); i++ {
		c := s[i]
		if upper(c) {
			c |= 0x20
		}
		x.add(c)
	}
	return x.sum()
}

// lastAt loads the bytes of s from i on, eight at most, the first one lowest.
func lastAt(s string, i int) uint64 {
	if len(s) >= 8 {
		return eight(s[len(s)-8:]) >> (8 * uint(i+8-len(s)))
	}
	x := uint64(0)
	for k := len(s) - 1; k >= i; k-- {
		x = x<<8 | uint64(s[k])
	}
	return x
}

// eight loads the eight bytes of t.
func eight(t string) uint64 {
	_ = t[7]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 | uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

const (
	each      = 0x0101010101010101
	eachTop   = 0x80 * each
	eachBlank = 0x20 * each // the bit by which small letters differ from capital ones
)

// lettersOf sets the top bit of each byte of x that is a letter of ASCII.
func lettersOf(x uint64) uint64 {
	y := x&^eachTop | eachBlank
	return ((y | eachTop) - 'a'*each) & (('z'|0x80)*each - y) &^ x & eachTop
}
