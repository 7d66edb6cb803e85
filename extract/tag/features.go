package tag

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// Reader holds what the features need of a sentence's tokens. It is exported,
// as are Read and Features, for training.
type Reader struct {
	table string // of usual tags
	words []word
	lists []lists // of words, by hash; the same whatever the text
}

// lists is which lists have a word, told by hashes of it.
type lists struct {
	exact, low, s4, p3 uint32
	listed             uint32 // 0 where there is no word
}

const listsBits = 12

// NewReader returns a reader that looks words up in a table of Pack.
func NewReader(table string) *Reader { return &Reader{table: table} }

// word is what is known of a token whatever its neighbours are.
type word struct {
	exact, low       uint32 // hashes: as written, and in lower case
	s1, s2, s3, s4   uint32 // of its end in lower case
	p2, p3           uint32 // and start
	shape            uint32
	mark             extract.Shape
	usual            uint32 // entry of the look-up: a tag, and how sure above it
	listed           uint32 // lists of names that have it
	hyphen, hasDigit bool
}

// Read takes in the tokens of a sentence.
func (r *Reader) Read(text string, tokens []extract.Token) {
	r.words = r.words[:0]
	for _, t := range tokens {
		s := t.Of(text)
		if s == "―" {
			s = "—" // the treebanks have no horizontal bar
		}
		w := read(s, t.Shape)
		w.usual = lookUp(r.table, w.exact)
		if t.Shape.Capitalised() {
			w.listed = r.listed(&w, s)
		}
		r.words = append(r.words, w)
	}
}

// listed looks a word up in the lists once for all texts.
func (r *Reader) listed(w *word, s string) uint32 {
	if r.lists == nil {
		r.lists = make([]lists, 1<<listsBits)
	}
	l := &r.lists[w.exact*0x9E3779B1>>(32-listsBits)]
	if l.listed == 0 || l.exact != w.exact || l.low != w.low || l.s4 != w.s4 || l.p3 != w.p3 {
		*l = lists{exact: w.exact, low: w.low, s4: w.s4, p3: w.p3, listed: listed(s)}
	}
	return l.listed
}

func read(s string, shape extract.Shape) word {
	const seed = 2166136261
	w := word{mark: shape, shape: uint32(shape)}
	exact, low := uint32(seed), uint32(seed)
	n := min(len(s), 24)
	for i := range n {
		c := s[i]
		switch { // both shapes of an apostrophe are one
		case c == 0xE2 && strings.HasPrefix(s[i:], "’"):
			c = '\''
		case c == 0x80 && i > 0 && s[i-1] == 0xE2, c == 0x99 && i > 1 && s[i-2] == 0xE2:
			continue
		}
		exact = (exact ^ uint32(c)) * 16777619
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case '0' <= c && c <= '9':
			c = '0'
			w.hasDigit = true
		case c == '-':
			w.hyphen = true
		}
		low = (low ^ uint32(c)) * 16777619
		if i == 1 {
			w.p2 = low
		} else if i == 2 {
			w.p3 = low
		}
	}
	w.exact, w.low = exact, low
	h := uint32(seed)
	for k := 1; k <= 4 && k <= len(s); k++ {
		c := s[len(s)-k]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case '0' <= c && c <= '9':
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
		switch k {
		case 1:
			w.s1 = h
		case 2:
			w.s2 = h
		case 3:
			w.s3 = h
		case 4:
			w.s4 = h
		}
	}
	if w.hyphen {
		w.shape |= 64
	}
	if w.hasDigit {
		w.shape |= 128
	}
	if len(s) == 1 {
		w.shape |= 256
	}
	return w
}

// listed says which lists of names have s.
func listed(s string) uint32 {
	l := uint32(lexicon.Place(s))
	if _, ok := lexicon.FirstName(s); ok {
		l |= 8
	}
	if _, ok := lexicon.People(s); ok {
		l |= 16
	}
	if lexicon.Org(s) {
		l |= 32
	}
	if lexicon.Calendar(s) {
		l |= 64
	}
	if lexicon.Title(s) {
		l |= 128
	}
	if lexicon.OrgWord(s) {
		l |= 256
	}
	return l | 512
}

var outside = word{low: 1, shape: 512}

func (r *Reader) at(i int) *word {
	if i < 0 || i >= len(r.words) {
		return &outside
	}
	return &r.words[i]
}

// NumFeatures is the number of features of a token.
const NumFeatures = 27

// Features writes the features of token i, whose two tags before are t1 and
// t2: places in the table of weights where those for each tag begin.
func (r *Reader) Features(dst *[NumFeatures]uint32, i int, t1, t2 extract.Tag) {
	w, b, a := r.at(i), r.at(i-1), r.at(i+1)
	b2, a2 := r.at(i-2), r.at(i+2)
	p := uint32(t1)
	pp := p<<8 | uint32(t2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	dst[0] = place(1, w.low, 0)
	dst[1] = place(2, w.low, w.shape)
	dst[2] = place(3, w.s1, w.shape)
	dst[3] = place(4, w.s2, 0)
	dst[4] = place(5, w.s3, w.shape)
	dst[5] = place(6, w.s4, 0)
	dst[6] = place(7, w.p3, w.s2)
	dst[7] = place(8, p, w.shape)
	dst[8] = place(9, pp, 0)
	dst[9] = place(10, pp, w.low)
	dst[10] = place(11, b.low, 0)
	dst[11] = place(12, b2.low, p)
	dst[12] = place(13, a.low, 0)
	dst[13] = place(14, a2.low, 0)
	dst[14] = place(15, a.s3, a.shape)
	dst[15] = place(16, b.shape<<10|w.shape, a.shape<<1|first)
	dst[16] = place(17, w.low, a.low)
	dst[17] = place(18, b.low, w.low)
	dst[18] = place(19, p, a.low)
	dst[19] = place(20, p, w.s3)
	dst[20] = place(21, w.low, a.usual<<10|a.shape)
	dst[21] = place(22, pp, a.s2)
	dst[22] = place(23, w.usual, w.shape<<1|first)
	dst[23] = place(24, w.usual<<8|a.usual, p)
	dst[24] = place(25, w.usual, a.usual<<8|a2.usual)
	dst[25] = place(26, w.listed<<8|p, w.shape<<1|first)
	dst[26] = place(27, w.listed, b.listed<<16|a.listed)
}

// place is where the weights of a feature begin.
func place(a, b, c uint32) uint32 {
	h := a*0x9E3779B1 ^ b*0x85EBCA77 ^ c*0xC2B2AE3D
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	h *= 0x297A2D39
	return uint32(uint64(h) * (Slots - Stride) >> 32)
}
