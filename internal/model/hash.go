package model

import "unsafe"

// Hash is a hash of a text, for features and tables. It is part of what packed
// models mean and must not change without training them anew.
func Hash(s string) uint64 {
	h := uint64(len(s)) * 0x9E3779B97F4A7C15
	for len(s) >= 8 {
		h = Mix(h, le64(s, 0))
		s = s[8:]
	}
	var tail uint64
	for i := 0; i < len(s); i++ {
		tail |= uint64(s[i]) << (8 * i)
	}
	return Mix(h, tail)
}

// Mix joins two hashes into one.
func Mix(a, b uint64) uint64 {
	x := (a ^ b*0xD6E8FEB86659FD93) * 0x9E3779B97F4A7C15
	x ^= x >> 32
	x *= 0xD6E8FEB86659FD93
	return x ^ x>>29
}

// Feature is the hash of a feature: a template's number and what fills it.
func Feature(template uint32, value uint64) uint32 {
	return uint32(Mix(uint64(template)<<40|0x5bd1e995, value) >> 32)
}

// HashBytes is Hash of a text in bytes.
func HashBytes(b []byte) uint64 {
	if len(b) == 0 {
		return Hash("")
	}
	return Hash(unsafe.String(&b[0], len(b)))
}
