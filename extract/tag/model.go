package tag

import (
	_ "embed"
	"encoding/binary"

	"github.com/quoth/quoth/extract"
)

const (
	// Slots is the number of weights. Those of a feature are Stride in a row, one
	// for each tag, and may overlap with those of others.
	Slots  = 3_400_000
	Stride = 40 // tags, and what makes it a multiple of 8

	usualBits = 16 // size of the table of usual tags
)

//go:embed data/weights.bin
var weights string

//go:embed data/usual.bin
var usual string

// Bias is added to each weight, which makes it a byte without a sign.
const Bias = 128

// best is the tag of the highest score. Weights are added four at a time, in
// lanes of 16 bits, which NumFeatures bytes cannot overflow.
func (r *Reader) best(i int, t1, t2 extract.Tag) extract.Tag {
	var at [NumFeatures]uint32
	r.Features(&at, i, t1, t2)
	const lanes = 0x00FF00FF00FF00FF
	var e0, o0, e1, o1, e2, o2, e3, o3, e4, o4 uint64
	for _, p := range at {
		w := weights[p : p+Stride]
		x := load(w[0:8])
		e0 += x & lanes
		o0 += x >> 8 & lanes
		x = load(w[8:16])
		e1 += x & lanes
		o1 += x >> 8 & lanes
		x = load(w[16:24])
		e2 += x & lanes
		o2 += x >> 8 & lanes
		x = load(w[24:32])
		e3 += x & lanes
		o3 += x >> 8 & lanes
		x = load(w[32:40])
		e4 += x & lanes
		o4 += x >> 8 & lanes
	}
	best, score := extract.NoTag, uint16(0)
	for k, sums := range [...][2]uint64{{e0, o0}, {e1, o1}, {e2, o2}, {e3, o3}, {e4, o4}} {
		for lane := range 4 {
			for half := range 2 {
				t := extract.Tag(k*8 + lane*2 + half)
				if s := uint16(sums[half] >> (16 * lane)); s > score && t != extract.NoTag && t <= extract.Punct {
					best, score = t, s
				}
			}
		}
	}
	return best
}

func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Fixed is the tag of token i that needs no model, NoTag for none.
func (r *Reader) Fixed(i int) extract.Tag {
	w := &r.words[i]
	switch w.mark {
	case extract.FullStop, extract.Ender, extract.Ellipsis, extract.Comma, extract.Colon, extract.OpenQuote, extract.CloseQuote, extract.OpenBracket, extract.CloseBracket:
		return extract.Punct
	}
	if w.usual >= uint32(Always)<<sureShift {
		return extract.Tag(w.usual & tagMask)
	}
	return extract.NoTag
}

// Sureness is how often a word has its usual tag.
type Sureness uint8

const (
	Mostly Sureness = iota // less than 7 times in 10
	Often                  // less than 95 in 100
	Nearly                 // at least that often
	Always                 // so often that the model is not asked
)

const (
	sureShift = 6
	tagMask   = 1<<sureShift - 1
)

// lookUp is the entry of a word by its hash, 0 for none. An entry is four bytes:
// tag and sureness, and the hash's three high ones.
func lookUp(table string, hash uint32) uint32 {
	for i := hash * 0x9E3779B1 >> (32 - usualBits); ; i = (i + 1) & (1<<usualBits - 1) {
		e := table[4*i : 4*i+4]
		v := uint32(e[0]) | uint32(e[1])<<8 | uint32(e[2])<<16 | uint32(e[3])<<24
		if v == 0 || v>>8 == hash>>8 {
			return v & 0xFF
		}
	}
}

// Usual is a word's usual tag.
type Usual struct {
	Word string
	Tag  extract.Tag
	Sure Sureness
}

// Pack packs a table of usual tags. It holds no more than half as many words as
// it has places.
func Pack(words []Usual) []byte {
	table := make([]byte, 4<<usualBits)
	for _, u := range words[:min(len(words), 1<<usualBits/2)] {
		h := read(u.Word, 0).exact
		i := h * 0x9E3779B1 >> (32 - usualBits)
		for v := uint32(1); v != 0; i = (i + 1) & (1<<usualBits - 1) {
			if v = binary.LittleEndian.Uint32(table[4*i:]); v == 0 || v>>8 == h>>8 {
				break
			}
		}
		if binary.LittleEndian.Uint32(table[4*i:]) == 0 {
			binary.LittleEndian.PutUint32(table[4*i:], h&^0xFF|uint32(u.Sure)<<sureShift|uint32(u.Tag))
		}
	}
	return table
}
