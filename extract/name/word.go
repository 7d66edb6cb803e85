package name

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// word is what is known of a form, wherever it stands.
type word struct {
	exact       uint64 // hash of the form as it stands
	form, lower uint64 // hashes, digits written 0; lower in small letters
	pattern     uint64 // "Xx", "X.X.", "0-0": runs of one kind written once
	cluster     uint16 // of its vector, three levels of 4 bits; 0 for none
	brown       uint16 // of its Brown cluster; 0 for none
	traits      uint32 // what lists say: see traits.go
	caps        bool   // more than one letter, all capitals
	capital     bool   // begins with a capital
	digits      bool
	docs        uint8  // that had it, up to 2
	document    uint32 // that had it last
	inDocument
	pre [4]uint64
	suf [4]uint64
}

// inDocument is what holds of a word in one document.
type inDocument struct {
	shape       extract.Shape // where it stands first
	lowerSeen   bool          // stands in lower case
	capitalSeen bool          // stands capitalised where no sentence begins
	ends        bool          // ends a person's full name
	begins      bool          // begins one, and is no common word
	bare        bool          // stands with a capital and without 's
	shop        bool          // is a name with its 's
	called      bool          // a word for bodies stands before it
	storm       bool          // a storm is called so
	heads       bool          // begins a body's longer name
	votes       [kinds]uint16 // see vote
	seen        uint8         // of sight
	sight       [sights]int32 // its first places
}

func (r *reader) newWord(s string) word {
	w := word{}
	var buf [64]byte
	low := buf[:0]
	kind, last := byte(0), byte(0)
	var pat [24]byte
	n := 0
	upper, lower := 0, 0
	for i, c := range s {
		switch {
		case c < utf8.RuneSelf && 'a' <= c && c <= 'z' || c >= utf8.RuneSelf && unicode.IsLower(c):
			kind = 'x'
			lower++
		case c < utf8.RuneSelf && 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && unicode.IsUpper(c):
			kind = 'X'
			upper++
			if i == 0 {
				w.capital = true
			}
		case '0' <= c && c <= '9':
			kind, w.digits = '0', true
		case c >= utf8.RuneSelf && unicode.IsLetter(c):
			kind = 'x'
			lower++
		default:
			kind = byte(c & 0x7f)
		}
		if kind != last && n < len(pat) {
			pat[n] = kind
			n++
		}
		last = kind
		switch {
		case 'A' <= c && c <= 'Z':
			low = append(low, byte(c)+'a'-'A')
		case c < utf8.RuneSelf:
			if '0' <= c && c <= '9' {
				c = '0'
			}
			low = append(low, byte(c))
		default:
			low = utf8.AppendRune(low, unicode.ToLower(c))
		}
	}
	w.caps = upper > 1 && lower == 0
	w.pattern = hashBytes(pat[:n])
	w.lower = hashBytes(low)
	w.form = w.lower
	if upper > 0 {
		w.form = model.Hash(digitless(s))
	}
	a, z := 0, len(low)
	for k := range 4 {
		if a < len(low) {
			_, n := utf8.DecodeRune(low[a:])
			a += n
			_, n = utf8.DecodeLastRune(low[:z])
			z -= n
		}
		w.pre[k], w.suf[k] = hashBytes(low[:a]), hashBytes(low[z:])
	}
	r.lookUp(&w, s, low)
	return w
}

// lookUp asks the tables. A word in capitals that they do not know is asked
// as it would stand in a sentence.
func (r *reader) lookUp(w *word, s string, low []byte) {
	if !w.capital && upperless(s) && len(low) > 0 && !letterIn(low) {
		return
	}
	v, ok := r.clusters.Get(w.form)
	t, ok2 := r.traits.Get(w.form)
	if w.caps && len(low) > 3 && !(ok && ok2) {
		var buf [64]byte
		title := append(buf[:0], low...)
		if c := title[0]; 'a' <= c && c <= 'z' {
			title[0] = c - 'a' + 'A'
		}
		h := hashBytes(title)
		if !ok {
			v, ok = r.clusters.Get(h)
		}
		if !ok2 {
			t, ok2 = r.traits.Get(h)
		}
	}
	if !ok && w.capital {
		v, ok = r.clusters.Get(w.lower)
	}
	if ok {
		w.cluster = uint16(v) + 1
	}
	if ok2 {
		w.traits = t
	}
	if b, ok := r.browns.Get(w.lower); ok {
		w.brown = uint16(b) + 1
	}
}

func hashBytes(b []byte) uint64 { return model.HashBytes(b) }

// digitless writes each digit as 0.
func digitless(s string) string {
	for i := 0; i < len(s); i++ {
		if '1' <= s[i] && s[i] <= '9' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if '1' <= b[i] && b[i] <= '9' {
					b[i] = '0'
				}
			}
			return string(b)
		}
	}
	return s
}

func upperless(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

func letterIn(b []byte) bool {
	for _, c := range b {
		if 'a' <= c && c <= 'z' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}
