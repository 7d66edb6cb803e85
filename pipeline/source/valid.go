package source

import (
	"encoding/binary"
	"math/bits"
)

// deepestJSON is how deep encoding/json reads.
const deepestJSON = 10000

// validJSON says what json.Valid says, in a fifth of the time: a line is a page
// in one string, so strings are read eight bytes at once.
func validJSON(b []byte) bool {
	b, ok := validValue(skipSpace(b), 0)
	return ok && len(skipSpace(b)) == 0
}

// validValue reads a value that b begins with, and gives what follows it.
func validValue(b []byte, depth int) (rest []byte, ok bool) {
	if len(b) == 0 {
		return nil, false
	}
	switch b[0] {
	case '"':
		n := validString(b)
		return b[max(n, 0):], n > 0
	case '{', '[':
		if depth == deepestJSON {
			return nil, false
		}
		if b[0] == '[' {
			return validElements(b[1:], depth+1)
		}
		return validMembers(b[1:], func(_, b []byte) ([]byte, bool) { return validValue(b, depth+1) })
	case 't':
		return after(b, "true")
	case 'f':
		return after(b, "false")
	case 'n':
		return after(b, "null")
	}
	return validNumber(b)
}

// validMembers reads an object after its first byte. value gets each key, and
// what follows its colon; it gives what follows the value.
func validMembers(b []byte, value func(key, b []byte) (rest []byte, ok bool)) (rest []byte, ok bool) {
	if b = skipSpace(b); len(b) > 0 && b[0] == '}' {
		return b[1:], true
	}
	for {
		if len(b) == 0 || b[0] != '"' {
			return nil, false
		}
		n := validString(b)
		if n < 0 {
			return nil, false
		}
		key := b[:n]
		if b = skipSpace(b[n:]); len(b) == 0 || b[0] != ':' {
			return nil, false
		}
		if b, ok = value(key, skipSpace(b[1:])); !ok {
			return nil, false
		}
		b = skipSpace(b)
		switch {
		case len(b) > 0 && b[0] == '}':
			return b[1:], true
		case len(b) == 0 || b[0] != ',':
			return nil, false
		}
		b = skipSpace(b[1:])
	}
}

// validElements reads an array after its first byte.
func validElements(b []byte, depth int) (rest []byte, ok bool) {
	if b = skipSpace(b); len(b) > 0 && b[0] == ']' {
		return b[1:], true
	}
	for {
		if b, ok = validValue(b, depth); !ok {
			return nil, false
		}
		b = skipSpace(b)
		switch {
		case len(b) > 0 && b[0] == ']':
			return b[1:], true
		case len(b) == 0 || b[0] != ',':
			return nil, false
		}
		b = skipSpace(b[1:])
	}
}
func after(b []byte, word string) (rest []byte, ok bool) {
	if len(b) < len(word) || string(b[:len(word)]) != word {
		return nil, false
	}
	return b[len(word):], true
}

func validNumber(b []byte) (rest []byte, ok bool) {
	if b[0] == '-' {
		b = b[1:]
	}
	n := digits(b)
	if n == 0 || n > 1 && b[0] == '0' {
		return nil, false
	}
	if b = b[n:]; len(b) > 0 && b[0] == '.' {
		if n = digits(b[1:]); n == 0 {
			return nil, false
		}
		b = b[1+n:]
	}
	if len(b) > 0 && b[0]|0x20 == 'e' {
		if b = b[1:]; len(b) > 0 && (b[0] == '+' || b[0] == '-') {
			b = b[1:]
		}
		if n = digits(b); n == 0 {
			return nil, false
		}
		b = b[n:]
	}
	return b, true
}

func digits(b []byte) (n int) {
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}

// validString is the length of the string that b begins with, below 0 where it
// is none.
func validString(b []byte) int {
	for i := 1; ; {
		if i = special(b, i); i >= len(b) || b[i] < ' ' {
			return -1
		}
		if b[i] == '"' {
			return i + 1
		}
		if i++; i == len(b) {
			return -1
		}
		if plainly[b[i]] != 0 {
			i++
		} else if _, ok := hex4(b[i:]); ok {
			i += len("u0000")
		} else {
			return -1
		}
	}
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// specials marks the first quotation mark, backslash or control character among
// eight bytes, by the highest bit of its byte; it is 0 where there is none. Bits
// above the first mean nothing: a byte below n borrows from the next.
func specials(w uint64) uint64 {
	mark, slash := w^'"'*ones, w^'\\'*ones
	return ((w-' '*ones) & ^w | (mark-ones)&^mark | (slash-ones)&^slash) & highs
}

// special is where, from i on, the first quotation mark, backslash or control
// character stands in b; its length where none does.
func special(b []byte, i int) int {
	for ; len(b)-i >= 8; i += 8 {
		if found := specials(binary.LittleEndian.Uint64(b[i:])); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(b) && b[i] >= ' ' && b[i] != '"' && b[i] != '\\' {
		i++
	}
	return i
}
