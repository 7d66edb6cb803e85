package extract

import (
	"fmt"
	"unicode/utf8"
)

// Unit is what the offsets of the output count.
type Unit uint8

const (
	CodePoint Unit = iota // as Python, jq and W3C Web Annotation count
	Byte                  // of UTF-8, as Go, Rust and DuckDB's blobs count
	UTF16                 // as JavaScript and Java count
)

var units = [...]string{"codepoint", "byte", "utf16"}

func (u Unit) String() string { return units[u] }

// ParseUnit reads a unit's name.
func ParseUnit(s string) (Unit, error) {
	for i, n := range units {
		if n == s {
			return Unit(i), nil
		}
	}
	return 0, fmt.Errorf("offsets: %q is none of codepoint, byte, utf16", s)
}

// counter turns byte offsets of one text into another unit. It keeps a count
// for every 64th byte, so that a look-up reads at most 64 bytes in whatever
// order the spans come, and nothing for a text that is all ASCII.
type counter struct {
	text  string
	unit  Unit
	marks []int32 // units before byte 64*i; nil where units are bytes
}

const markEvery = 64

func (c *counter) reset(text string, unit Unit) {
	c.text, c.unit, c.marks = text, unit, c.marks[:0]
	if unit == Byte || isASCII(text) {
		return
	}
	n := int32(0)
	for i := 0; i < len(text); i++ {
		if i%markEvery == 0 {
			c.marks = append(c.marks, n)
		}
		n += width(text[i], unit)
	}
	c.marks = append(c.marks, n)
}

// at is the offset of byte b, which must lie on a code point boundary.
func (c *counter) at(b int32) int32 {
	if len(c.marks) == 0 {
		return b
	}
	i := b / markEvery
	if int(i) >= len(c.marks) {
		i = int32(len(c.marks) - 1)
	}
	if i*markEvery > b || int(b) == len(c.text) {
		return c.marks[len(c.marks)-1]
	}
	n := c.marks[i]
	for j := i * markEvery; j < b; j++ {
		n += width(c.text[j], c.unit)
	}
	return n
}

// width is the number of units that a byte opens: none for a continuation
// byte, two in UTF-16 for the first byte of a code point beyond U+FFFF.
func width(b byte, unit Unit) int32 {
	switch {
	case b&0xC0 == 0x80:
		return 0
	case unit == UTF16 && b >= 0xF0:
		return 2
	}
	return 1
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
