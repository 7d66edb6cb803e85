// Package model reads what was learned, in place: linear models and tables of
// words stand packed in embedded strings, and nothing is parsed at start.
package model

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// Linear is a linear model over hashed features. Each feature that it knows
// has a row, one byte for each label but label 0, whose weights are zero: only
// differences between labels matter.
//
// Rows lie behind a set of bits with ranks, so that the many features that
// training saw no use for cost one look and no space.
type Linear struct {
	Labels int
	shift  uint   // of a feature's hash, to its place in the set
	words  int    // of 8 bytes, in a row
	Dense  string // what the model has beside rows: 4 bytes for each number
	set    string // for each 64 places: 8 bytes of bits, 4 bytes with the count before them
	rows   string
}

const (
	magic     = "qlm1"
	header    = 16
	group     = 12  // bytes of the set for 64 places
	bias      = 128 // added to each weight, so that rows are bytes without sign
	MaxActive = 255 // features that one sum may hold
)

// OpenLinear wraps a packed model; data must outlive it.
func OpenLinear(data string) (Linear, error) {
	if len(data) < header || data[:4] != magic {
		return Linear{}, errors.New("model: not a packed linear model")
	}
	m := Linear{Labels: int(data[4]), shift: 32 - uint(data[5])}
	m.words = (m.Labels - 1 + 7) / 8
	n := int(le32(data, 8))
	set := 1 << (data[5] - 6) * group
	dense := int(le32(data, 12)) * 4
	if len(data) != header+dense+set+n*m.words*8 {
		return Linear{}, errors.New("model: packed linear model is cut off")
	}
	data = data[header:]
	m.Dense, m.set, m.rows = data[:dense], data[dense:dense+set], data[dense+set:]
	return m, nil
}

// Sum is the running sum of rows, four labels to a word.
type Sum []uint64

// NewSum is an empty sum for m.
func (m *Linear) NewSum() Sum { return make(Sum, 2*m.words) }

// Add adds the rows of features to s, and gives how many were known.
func (m *Linear) Add(s Sum, features []uint32) int {
	const lanes = 0x00ff00ff00ff00ff
	known := 0
	for _, f := range features {
		at := f >> m.shift
		g := m.set[at>>6*group:][:group]
		b := le64(g, 0)
		bit := uint64(1) << (at & 63)
		if b&bit == 0 {
			continue
		}
		known++
		row := (int(le32(g, 8)) + bits.OnesCount64(b&(bit-1))) * m.words * 8
		r := m.rows[row:][:m.words*8]
		if len(s) == 4 && len(r) == 16 {
			x, y := le64(r, 0), le64(r, 8)
			s[0] += x & lanes
			s[1] += x >> 8 & lanes
			s[2] += y & lanes
			s[3] += y >> 8 & lanes
			continue
		}
		for k := 0; k < m.words && 2*k+1 < len(s); k++ {
			x := le64(r, k*8)
			s[2*k] += x & lanes
			s[2*k+1] += x >> 8 & lanes
		}
	}
	return known
}

// Scores writes the score of each label to dst, of a sum of known rows.
func (m *Linear) Scores(dst []int32, s Sum, known int) {
	dst[0] = 0
	off := int32(known * bias)
	for l := 1; l < m.Labels; l++ {
		k := l - 1
		dst[l] = int32(s[k>>3<<1|k&1]>>(uint(k>>1&3)*16)&0xffff) - off
	}
}

// Number is number i of Dense.
func (m *Linear) Number(i int) int32 { return int32(le32(m.Dense, i*4)) }

func le64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func le32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// PackLinear packs a model of labels labels over features of the top
// hashBits bits of their hash. row gives the weights of a place, nil for none,
// already scaled to -127..127; dense are numbers beside them, on whatever scale
// the reader knows.
func PackLinear(labels, hashBits int, row func(place int) []int8, dense []int32) []byte {
	words := (labels - 1 + 7) / 8
	set := make([]byte, 1<<(hashBits-6)*group)
	var rows []byte
	n := uint32(0)
	for g := 0; g < len(set)/group; g++ {
		var b uint64
		binary.LittleEndian.PutUint32(set[g*group+8:], n)
		for i := range 64 {
			w := row(g<<6 | i)
			if w == nil {
				continue
			}
			b |= 1 << i
			n++
			r := make([]byte, words*8)
			for l := 1; l < labels; l++ {
				r[l-1] = byte(int(w[l]) + bias)
			}
			rows = append(rows, r...)
		}
		binary.LittleEndian.PutUint64(set[g*group:], b)
	}
	out := make([]byte, header, header+4*len(dense)+len(set)+len(rows))
	copy(out, magic)
	out[4], out[5] = byte(labels), byte(hashBits)
	binary.LittleEndian.PutUint32(out[8:], n)
	binary.LittleEndian.PutUint32(out[12:], uint32(len(dense)))
	for _, d := range dense {
		out = binary.LittleEndian.AppendUint32(out, uint32(d))
	}
	return append(append(out, set...), rows...)
}
