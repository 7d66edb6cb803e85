package boilerplate

import "strings"

// vocabulary knows where the long words of the region's prose stand, and those of the
// title and the description. A paragraph of a story shares words with its others;
// what a paper says of itself and of other stories does so less.
type vocabulary struct {
	table []wordAt
	mask  uint32
	buf   []uint32
}

// wordAt is a word, told by its hash, and where it stands.
type wordAt struct {
	hash   uint32
	block  int32 // the first of the region's prose that has it; -1 for none
	places placed
}

type placed uint8

const (
	inSeveral placed = 1 << iota // blocks of the region's prose
	inTitle
	inDescription
	taken
)

// A long word has so many bytes. Scripts without blanks have longer runs, which are
// no words.
const (
	leastLong = 5
	mostLong  = 30
)

// maxWords is how many different words of a page are remembered.
const maxWords = 1 << 14

// longWords gives a hash of each long word of s, letters in lower case.
func longWords(s string, dst []uint32) []uint32 {
	const offset, prime = 2166136261, 16777619
	h, n := uint32(offset), 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			h = (h ^ uint32(c|0x20)) * prime
			n++
			continue
		case c >= '0' && c <= '9', c >= 0x80 && c != 0xe2:
			h = (h ^ uint32(c)) * prime
			n++
			continue
		case c == 0xe2: // dashes, quotation marks: three bytes
			i += 2
		}
		if n >= leastLong && n <= mostLong {
			dst = append(dst, h)
		}
		h, n = offset, 0
	}
	if n >= leastLong && n <= mostLong {
		dst = append(dst, h)
	}
	return dst
}

// at finds a word, or the place for it.
func (w *vocabulary) at(hash uint32) *wordAt {
	for i := hash * 0x9e3779b1 >> 8; ; i++ {
		if e := &w.table[i&w.mask]; e.hash == hash || e.places&taken == 0 {
			return e
		}
	}
}

// read fills the table.
func (w *vocabulary) read(t *tree, c *context) {
	r := &t.room
	chars := int32(len(c.shown) + len(c.about))
	for i := range t.blocks {
		if b := &t.blocks[i]; b.prose && b.region {
			chars += b.chars
		}
	}
	size := 64
	for size < int(min(chars/3, 2*maxWords)) { // one word in two is long, and has six letters
		size *= 2
	}
	if cap(r.long) < size {
		r.long = make([]wordAt, size)
	}
	w.table, w.mask, w.buf = r.long[:size], uint32(size-1), r.hashes[:0]
	clear(w.table)
	left := size * 3 / 4
	add := func(s string, block int32, in placed) {
		w.buf = longWords(s, w.buf[:0])
		for _, h := range w.buf {
			e := w.at(h)
			if e.places == 0 {
				if left == 0 {
					continue
				}
				left--
				*e = wordAt{h, -1, taken}
			}
			if e.places |= in; block >= 0 && e.block < 0 {
				e.block = block
			} else if block >= 0 && e.block != block {
				e.places |= inSeveral
			}
		}
	}
	add(c.shown, -1, inTitle)
	add(c.about, -1, inDescription)
	for i := range t.blocks {
		if b := &t.blocks[i]; b.prose && b.region {
			add(b.text, int32(i), 0)
		}
	}
	r.hashes = w.buf
}

// describe says how the long words of block i agree with the others' and with the
// title.
func (w *vocabulary) describe(i int, b *block, fs features) features {
	w.buf = longWords(b.text, w.buf[:0])
	all, shared, title, description := len(w.buf), 0, 0, 0
	if all == 0 {
		return fs
	}
	for _, h := range w.buf {
		e := w.at(h)
		if e.places&inSeveral != 0 || e.places != 0 && e.block >= 0 && e.block != int32(i) {
			shared++
		}
		if e.places&inTitle != 0 {
			title++
		}
		if e.places&inDescription != 0 {
			description++
		}
	}
	add := func(f feature, is bool) {
		if is {
			fs = append(fs, f)
		}
	}
	add(fWordsNowhere, shared == 0)
	add(fWords20, shared*5 > all)
	add(fWords40, shared*5 > all*2)
	add(fWords60, shared*5 > all*3)
	add(fTitleWord, title > 0)
	add(fTitleWords, title > 1 && title*3 > all)
	add(fDescriptionWords, description > 2)
	return fs
}

const (
	leastSite  = 4    // letters of a site's name that no other word has by chance
	mostNaming = 1000 // characters of a block that is looked at for it
)

// siteOf is the longest part of a host's name that is no ending: "harbourpost" of
// www.harbourpost.example.
func siteOf(url string) (site string) {
	_, host, _ := strings.Cut(url, "://")
	host, _, _ = strings.Cut(host, "/")
	for {
		part, rest, more := strings.Cut(host, ".")
		if !more {
			return fold(site)
		}
		if len(part) >= len(site) && part != "www" {
			site = part
		}
		host = rest
	}
}

// names says whether a text has a folded name in it, whatever blanks and marks
// stand between its letters.
func names(text, name string) bool {
	for i := 0; i+len(name) <= len(text); i++ {
		if text[i]|0x20 != name[0] {
			continue
		}
		k := 0
		for _, c := range []byte(text[i:]) {
			if c |= 0x20; c < 'a' && (c < '0' || c > '9') || c > 'z' && c < 0x80 {
				continue
			}
			if c != name[k] {
				break
			}
			if k++; k == len(name) {
				return true
			}
		}
	}
	return false
}
