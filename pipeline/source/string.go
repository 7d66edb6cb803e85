package source

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// plainly are the escapes that stand for one byte.
var plainly = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// decodeString reads the JSON string that b begins with, and writes what it
// says to room, which is as long as b at least: length bytes for n of b. n is
// below 0 where it is no string. lone says that half of a surrogate pair stood
// alone in it, which is no character: it becomes U+FFFD.
//
// Eight bytes are copied before it is known how many of them are plain. Reading
// a page once to find its end, once to check it and once to copy it took five
// times as long.
func decodeString(room, b []byte) (length, n int, lone bool) {
	at, i := 0, 1
	for {
		for len(b)-i >= 8 {
			w := binary.LittleEndian.Uint64(b[i:])
			binary.LittleEndian.PutUint64(room[at:], w)
			if found := specials(w); found != 0 {
				plain := bits.TrailingZeros64(found) / 8
				at, i = at+plain, i+plain
				break
			}
			at, i = at+8, i+8
		}
		for i < len(b) && b[i] >= ' ' && b[i] != '"' && b[i] != '\\' {
			room[at] = b[i]
			at, i = at+1, i+1
		}
		switch {
		case i == len(b) || b[i] < ' ':
			return 0, -1, false
		case b[i] == '"':
			return at, i + 1, lone
		}
		if i++; i == len(b) {
			return 0, -1, false
		}
		if c := plainly[b[i]]; c != 0 {
			room[at] = c
			at, i = at+1, i+1
			continue
		}
		r, read := decodeUnit(b[i:])
		if read == 0 {
			return 0, -1, false
		}
		i += read
		lone = lone || r < 0
		at += utf8.EncodeRune(room[at:], r)
	}
}

// decodeUnit reads an escape after its backslash, or two that are a pair. The
// rune is below 0 for half a pair; it read nothing where b has no such escape.
func decodeUnit(b []byte) (r rune, read int) {
	r, ok := hex4(b)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, len("u0000")
	}
	if b = b[len("u0000"):]; len(b) > 0 && b[0] == '\\' {
		if low, ok := hex4(b[1:]); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, len(`u0000\u0000`)
			}
		}
	}
	return -1, len("u0000")
}

// hex4 reads "u" and four digits.
func hex4(b []byte) (r rune, ok bool) {
	if len(b) < 5 || b[0] != 'u' {
		return 0, false
	}
	for _, c := range b[1:5] {
		switch low := c | 0x20; {
		case c >= '0' && c <= '9':
			c -= '0'
		case low >= 'a' && low <= 'f':
			c = low - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
