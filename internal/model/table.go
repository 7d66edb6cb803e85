package model

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Table maps hashed keys to small numbers. It holds no keys but a print of
// each: of keys that it does not have, one in several hundred is taken for
// one that it has.
type Table struct {
	shift  uint // of a hash, to its bucket
	width  int  // bytes of an entry
	value  uint // bits of an entry that are its value
	starts string
	data   string
}

// Where buckets begin stands in groups: the entry at which the group begins in
// four bytes, and from there one byte for each bucket. A last group is the end.
const (
	tableMagic  = "qtb2"
	tableHeader = 16
	groupBits   = 4 // buckets of a group
	groupSize   = 4 + 1<<groupBits
)

// OpenTable wraps a packed table; data must outlive it.
func OpenTable(data string) (Table, error) {
	if len(data) < tableHeader || data[:4] != tableMagic {
		return Table{}, errors.New("model: not a packed table")
	}
	t := Table{shift: 64 - uint(data[4]), width: int(data[5]), value: uint(data[6])}
	n := int(le32(data, 8))
	starts := (1<<data[4]>>groupBits + 1) * groupSize
	if len(data) != tableHeader+starts+n*t.width {
		return Table{}, errors.New("model: packed table is cut off")
	}
	t.starts, t.data = data[tableHeader:tableHeader+starts], data[tableHeader+starts:]
	return t, nil
}

// Get gives the value of a hashed key.
func (t *Table) Get(h uint64) (uint32, bool) {
	b := int(h >> t.shift)
	from, to := t.start(b), t.start(b+1)
	p := t.print(h)
	for i := from * t.width; i < to*t.width; i += t.width {
		e := uint32(0)
		for k := t.width - 1; k >= 0; k-- {
			e = e<<8 | uint32(t.data[i+k])
		}
		if e>>t.value == p {
			return e & (1<<t.value - 1), true
		}
	}
	return 0, false
}

// start is the first entry of bucket b.
func (t *Table) start(b int) int {
	g := t.starts[b>>groupBits*groupSize:][:groupSize]
	return int(le32(g, 0)) + int(g[4+b&(1<<groupBits-1)])
}

func (t *Table) print(h uint64) uint32 {
	return uint32(h) & (1<<(uint(t.width)*8-t.value) - 1)
}

// PackTable packs values of valueBits bits under hashed keys, in entries of
// width bytes. Of two keys that look the same, the first of values wins.
func PackTable(keys []uint64, values []uint32, width, valueBits int) []byte {
	bucketBits := groupBits
	for len(keys)>>bucketBits > 8 {
		bucketBits++
	}
	t := Table{width: width, value: uint(valueBits), shift: 64 - uint(bucketBits)}
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if x, y := keys[a]>>t.shift, keys[b]>>t.shift; x != y {
			return int(int64(x) - int64(y))
		}
		return int(t.print(keys[a])) - int(t.print(keys[b]))
	})
	starts := make([]byte, (1<<bucketBits>>groupBits+1)*groupSize)
	var data []byte
	n, next, base := uint32(0), 0, uint32(0)
	begin := func() {
		g := starts[next>>groupBits*groupSize:][:groupSize]
		if next&(1<<groupBits-1) == 0 {
			base = n
			binary.LittleEndian.PutUint32(g, n)
		}
		if n-base > 255 {
			panic("model: keys are not spread as hashes are")
		}
		g[4+next&(1<<groupBits-1)] = byte(n - base)
		next++
	}
	for i, k := range order {
		b, p := int(keys[k]>>t.shift), t.print(keys[k])
		if i > 0 {
			if j := order[i-1]; int(keys[j]>>t.shift) == b && t.print(keys[j]) == p {
				continue
			}
		}
		for next <= b {
			begin()
		}
		e := p<<valueBits | values[k]
		for range width {
			data = append(data, byte(e))
			e >>= 8
		}
		n++
	}
	for next <= 1<<bucketBits {
		begin()
	}
	out := make([]byte, tableHeader)
	copy(out, tableMagic)
	out[4], out[5], out[6] = byte(bucketBits), byte(width), byte(valueBits)
	binary.LittleEndian.PutUint32(out[8:], n)
	return append(append(out, starts...), data...)
}
