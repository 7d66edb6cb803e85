package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// titleBefore is the run of tokens before a name that is its title: "US
// President", "council leader", "Secretary of State".
func (r *reading) titleBefore(first int) (lo, hi int) {
	hi = first
	last := first - 1
	if last > 0 && lexicon.Courtesy(r.low(last)) && r.sameSentence(last-1, first) && r.word(last-1) != "," && r.word(last) != r.low(last) {
		hi, last = last, last-1 // RIMS director Dr Ann Lee
	}
	if last < 0 || !r.sameSentence(last, first) {
		return first, first
	}
	lo = last
	switch {
	case last >= 2 && r.low(last-1) == "of" && lexicon.Title(r.phrase(last-2, hi)):
		lo = last - 2
	case lexicon.Courtesy(r.low(last)) || r.low(last) == "former":
		return first, first
	case lexicon.Role(r.low(last)), lexicon.Title(r.word(last)), strings.HasPrefix(r.low(last), "then-") && lexicon.Role(r.low(last)[len("then-"):]):
	case lexicon.ParentOf(r.low(last)):
	default:
		return first, first
	}
	return r.widened(lo, hi)
}

// widened is the tokens [lo, hi) of an office with what is said of it before: US |
// president, the council's acting | chief executive.
func (r *reading) widened(lo, hi int) (int, int) {
	for lo > 0 && (hi-lo < 8 || hi-lo < widest && r.name(lo) >= 0 && r.name(lo) == r.name(lo-1)) && r.sameSentence(lo-1, lo) {
		t := r.tag(lo - 1)
		w := r.word(lo - 1)
		n := r.name(lo - 1)
		switch {
		case n >= 0 && n == r.name(lo): // within “Rail, Tram and Bus Union”
		case w == ")" && lo > 3 && r.word(lo-3) == "(" && r.name(lo-4) >= 0 && !r.person(r.name(lo-4)):
			lo -= 2 // Harbour Administration (HA) | chief
		case t == extract.Punct || w == "versus" || w == "v." || lexicon.Calendar(w) || lexicon.Courtesy(strings.ToLower(w)) || r.person(n) && r.tag(lo) != extract.POS && r.word(lo) != r.low(lo):
			return r.unpossessed(lo, hi)
		case n >= 0 || t == extract.NN || t == extract.NNP || t == extract.NNPS || t == extract.NNS && lo < hi || t == extract.JJ || t == extract.JJR || t == extract.JJS:
			if (lexicon.Opener(w) || !letterFirst(w)) && n < 0 && !r.ofOffice(lo-1) {
				return lo, hi
			}
		case t == extract.POS, strings.EqualFold(w, "acting"), t == extract.VBG && lexicon.Role(r.low(lo)): // chief operating officer
		default:
			return r.unpossessed(lo, hi)
		}
		lo--
	}
	return r.unpossessed(lo, hi)
}

// ofOffice says whether token i, a word that opens sentences, is part of an office:
// Former senator, Police Minister, Local Government Minister, State Sen.
func (r *reading) ofOffice(i int) bool {
	next := r.word(i + 1)
	switch r.low(i) {
	case "former":
		return true
	case "police", "government", "state":
		return r.word(i) != r.low(i) && next != r.low(i+1)
	case "first", "second":
		return next == "Minister" || next == "Lady" || next == "Secretary" || next == "Deputy" || next == "Vice"
	case "local":
		return next == "Government" || next == "government" || next == "Authority"
	}
	return false
}

// officeBefore is the run of tokens before a name that is an office with what it
// is of: "Leader of the Opposition", "Minister of State for Works". at is its head.
func (r *reading) officeBefore(first int) (lo, at int) {
	const widest = 10
	w := r.word(first - 1)
	if k := r.departmentBefore(first); k >= 0 {
		lo, _ = r.widened(k, first)
		return lo, k
	}
	if first < 3 || !r.sameSentence(first-1, first) || w == r.low(first-1) || lexicon.Title(w) || r.person(r.name(first-1)) {
		return first, first
	}
	for k := first - 1; k > first-widest && k > 0 && r.sameSentence(k-1, first); k-- {
		switch t := r.tag(k); {
		case t == extract.IN && belongs(r.low(k)):
			if title := r.word(k - 1); title != r.low(k-1) && (lexicon.Title(title) || lexicon.Role(r.low(k-1))) {
				lo, at = k-1, k-1
				for lo > 0 && lexicon.Title(r.word(lo-1)) && r.sameSentence(lo-1, first) {
					lo-- // Deputy Leader of the House
				}
				return lo, at
			}
		case t.Noun(), t == extract.DT, t == extract.CC, t == extract.JJ, r.name(k) >= 0 && !r.person(r.name(k)):
		default:
			return first, first
		}
	}
	return first, first
}

// departmentBefore is the head of an office in small letters with what it is of, before
// a name: chief of staff | Ann Lee. It is -1 for none.
func (r *reading) departmentBefore(first int) int {
	const widest = 5
	for k := first - 1; k > 0 && k > first-widest && r.sameSentence(k, first); k-- {
		if r.low(k) == "of" && k < first-1 {
			if w := r.low(k - 1); lexicon.Role(w) || w == "head" || w == "chief" {
				return k - 1
			}
			return -1
		}
		if t := r.tag(k); !t.Noun() && t != extract.JJ && t != extract.VBG || r.name(k) >= 0 || lexicon.Role(r.low(k)) {
			return -1
		}
	}
	return -1
}

// unpossessed leaves out a possessive that nothing stands before any more.
func (r *reading) unpossessed(lo, hi int) (int, int) {
	for lo < hi && r.tag(lo) == extract.POS {
		lo++
	}
	return lo, hi
}

func letterFirst(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(c)
}
