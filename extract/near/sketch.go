// Package near tells copies of an article from other articles: the syndicated
// ones, with another lead, another dateline, a tail that was cut.
//
// A text is a set of shingles, four words in a row each. Its sketch is a
// MinHash: for each of 128 orders of all shingles, the first one of the text
// (Broder, On the resemblance and containment of documents, 1997). The share
// of places in which two sketches agree is about the share of shingles that
// the texts have in common.
package near

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

const (
	shingle = 4   // words
	orders  = 128 // of shingles
	// Size is how long a sketch is, in bytes: how many shingles the text has,
	// and 16 bits for each order, by which two that differ agree in one of
	// 65,536 cases.
	Size = 4 + 2*orders
	// fewest is how many words a text must have to be told from others: a
	// shorter one ("This page is for subscribers.") is no article.
	fewest = 40
)

// Stage sketches a document's text.
func Stage() extract.Stage {
	return extract.Stage{
		Name: "near", Doc: "Sketches the text, so that copies can be told within a batch.", Needs: extract.Blocks,
		Annotate: func(d *extract.Document) error { d.Sketch = Sketch(d.Text()); return nil },
	}
}

// Sketch is the sketch of a text, nil for a text of fewer than 40 words. The
// same text has the same sketch in every version of quoth that writes the same
// journal.
func Sketch(text string) []byte {
	var (
		least [orders]uint32
		ring  [shingle]uint64 // hashes of the last words
		words int
	)
	for i := range least {
		least[i] = ^uint32(0)
	}
	for h := range wordHashes(text) {
		copy(ring[:], ring[1:])
		ring[shingle-1] = h
		if words++; words < shingle {
			continue
		}
		x := uint64(0)
		for _, w := range ring {
			x = mix(x*31 + w)
		}
		// The orders are those of a*x+b, of which the upper half counts: cheap,
		// and as good here as better ones (Dietzfelbinger and others, 1997).
		for i := range least {
			if v := uint32((x*factors[i] + terms[i]) >> 32); v < least[i] {
				least[i] = v
			}
		}
	}
	if words < fewest {
		return nil
	}
	b := make([]byte, Size)
	binary.LittleEndian.PutUint32(b, uint32(words-shingle+1))
	for i, v := range least {
		binary.LittleEndian.PutUint16(b[4+2*i:], uint16(v))
	}
	return b
}

// wordHashes hands on a hash of each word, in lower case: letters and digits
// alone, so that neither marks nor line breaks make a difference. A sign of a
// script without blanks between words is a word.
func wordHashes(text string) func(yield func(uint64) bool) {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	return func(yield func(uint64) bool) {
		h, in := uint64(offset), false
		for i := 0; i < len(text); {
			r, n := rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			i += n
			switch {
			case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			case r >= 'A' && r <= 'Z':
				r += 'a' - 'A'
			case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				if r = unicode.ToLower(r); unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
					if in && !yield(h) || !yield(mix(uint64(r))) {
						return
					}
					h, in = offset, false
					continue
				}
			case r == '\'' || r == '’': // "don't" and "don’t" are one word
				continue
			default:
				if in && !yield(h) {
					return
				}
				h, in = offset, false
				continue
			}
			h, in = (h^uint64(r))*prime, true
		}
		if in {
			yield(h)
		}
	}
}

// mix spreads the bits of x (the end of MurmurHash3).
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

var factors, terms = func() (a, b [orders]uint64) {
	x := uint64(0x9e3779b97f4a7c15)
	for i := range a {
		a[i], b[i] = mix(x)|1, mix(x+1)
		x += 0x9e3779b97f4a7c15
	}
	return a, b
}()
