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

const (
	tableMagic  = "qtb1"
	tableHeader = 16
)

// OpenTable wraps a packed table; data must outlive it.
func OpenTable(data string) (Table, error) {
	if len(data) < tableHeader || data[:4] != tableMagic {
		return Table{}, errors.New("model: not a packed table")
	}
	t := Table{shift: 64 - uint(data[4]), width: int(data[5]), value: uint(data[6])}
	n := int(le32(data, 8))
	starts := (1<<data[4] + 1) * 4
	if len(data) != tableHeader+starts+n*t.width {
		return Table{}, errors.New("model: packed table is cut off")
	}
	t.starts, t.data = data[tableHeader:tableHeader+starts], data[tableHeader+starts:]
	return t, nil
}

// Get gives the value of a hashed key.
func (t *Table) Get(h uint64) (uint32, bool) {
	b := int(h >> t.shift)
	from, to := int(le32(t.starts, b*4)), int(le32(t.starts, b*4+4))
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

func (t *Table) print(h uint64) uint32 {
	return uint32(h) & (1<<(uint(t.width)*8-t.value) - 1)
}

// PackTable packs values of valueBits bits under hashed keys, in entries of
// width bytes. Of two keys that look the same, the first of values wins.
func PackTable(keys []uint64, values []uint32, width, valueBits int) []byte {
	bucketBits := 1
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
	starts := make([]byte, (1<<bucketBits+1)*4)
	var data []byte
	n, next := uint32(0), 0
	for i, k := range order {
		b, p := int(keys[k]>>t.shift), t.print(keys[k])
		if i > 0 {
			if j := order[i-1]; int(keys[j]>>t.shift) == b && t.print(keys[j]) == p {
				continue
			}
		}
		for ; next <= b; next++ {
			binary.LittleEndian.PutUint32(starts[next*4:], n)
		}
		e := p<<valueBits | values[k]
		for range width {
			data = append(data, byte(e))
			e >>= 8
		}
		n++
	}
	for ; next <= 1<<bucketBits; next++ {
		binary.LittleEndian.PutUint32(starts[next*4:], n)
	}
	out := make([]byte, tableHeader)
	copy(out, tableMagic)
	out[4], out[5], out[6] = byte(bucketBits), byte(width), byte(valueBits)
	binary.LittleEndian.PutUint32(out[8:], n)
	return append(append(out, starts...), data...)
}
