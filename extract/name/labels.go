package name

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// Labels of tokens: outside a name, or its beginning, inside, last or only
// token, for each of four kinds.
const (
	Outside = 0
	begin   = 0 // offsets from 1 + 4*kind
	inside  = 1
	last    = 2
	only    = 3

	kinds  = 4
	Labels = 1 + 4*kinds
)

// Kinds of names as the model tells them apart; types.go makes types of them.
const (
	person = iota
	body
	place
	other
)

// Label is the label of token i of n of a name of a kind.
func Label(kind, i, n int) uint8 {
	p := inside
	switch {
	case n == 1:
		p = only
	case i == 0:
		p = begin
	case i == n-1:
		p = last
	}
	return uint8(1 + 4*kind + p)
}

// split is the kind and place of a label other than Outside.
func split(l int) (kind, place int) { return (l - 1) / 4, (l - 1) % 4 }

// Follows says whether label b may follow label a; Labels is the edge of a
// sentence.
func Follows(a, b int) bool {
	open := a != Outside && a != Labels && (a-1)%4 <= inside
	goesOn := b != Outside && b != Labels && ((b-1)%4 == inside || (b-1)%4 == last)
	if !open {
		return !goesOn
	}
	return goesOn && (a-1)/4 == (b-1)/4
}

// cutAtLines parts names that go over the end of a line into two: what breaks
// lines within a paragraph are signatures, verses and headings.
func cutAtLines(text string, toks []extract.Token, labels []uint8) {
	for i := 1; i < len(labels); i++ {
		if labels[i] == Outside || labels[i-1] == Outside {
			continue
		}
		kind, at := split(int(labels[i]))
		if at != inside && at != last || strings.IndexByte(text[toks[i-1].End:toks[i].Start], '\n') < 0 {
			continue
		}
		labels[i] = uint8(1 + 4*kind + begin)
		if at == last {
			labels[i] = uint8(1 + 4*kind + only)
		}
		if _, before := split(int(labels[i-1])); before == begin {
			labels[i-1] = uint8(1 + 4*kind + only)
		} else {
			labels[i-1] = uint8(1 + 4*kind + last)
		}
	}
}
