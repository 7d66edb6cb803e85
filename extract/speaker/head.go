package speaker

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// head is what a speaker's words say, read from their head.
type head struct {
	span       extract.Span // the noun phrase without what follows a comma
	pronoun    string       // small letters; "" for none
	mention    int32        // the name that is the head; -1 for none
	second     int32        // the other name of "Smith and Park"; -1 for none
	first, at  int          // tokens: where the phrase begins, its head
	end        int          // token after the phrase, prepositional phrases taken in
	definite   bool         // "the senator"
	indefinite bool         // "one senator", "another"
	noun       string       // head in small letters, where it is no name
}

// headOf reads the head of a speaker's span.
func (r *reading) headOf(s extract.Span) head {
	h := head{span: s, mention: -1, second: -1, at: -1}
	first := r.tokenAt(s.Start)
	end := first
	for end < len(r.doc.Tokens) && r.doc.Tokens[end].Start < s.End {
		end++
	}
	h.first, h.end = first, end
	if first == end { // no tokens: the first name within
		h.mention = r.nameOn(s)
		return h
	}
	switch low := r.low(first); low {
	case "the", "this", "that":
		h.definite = true
	case "one", "another", "some", "several", "many", "few", "someone", "somebody":
		h.indefinite = true
	}
	if m := r.name(end - 1); r.person(m) && m != r.name(first) {
		if lo, _ := r.officeBefore(r.tokenAt(r.doc.Mentions[m].Start)); lo <= first || lo == first+1 && h.definite {
			h.mention, h.at = m, end-1 // Leader of the Opposition Ann Lee
			return h
		}
	}
	if m := r.name(end - 1); r.person(m) && m != r.name(first) && r.officeOf(first, r.tokenAt(r.doc.Mentions[m].Start)) {
		h.mention, h.at = m, end-1 // Norland's Chief of Army Staff General Ann Lee
		return h
	}
	stop := end
	and := -1
	for i := first; i < end; i++ {
		if r.name(i) >= 0 {
			continue
		}
		if low := r.low(i); low == "and" || low == "&" {
			and = i
			continue
		}
		t := r.tag(i)
		if i > first && (t == extract.IN || t == extract.TO || t == extract.WP || t == extract.WDT || t.Verb() && !r.nounBehind(i, end) || comma(r.word(i))) {
			stop = i
			break
		}
	}
	for i := first; i < end; i++ {
		if comma(r.word(i)) && r.name(i) < 0 && i > first {
			h.end = i
			h.span.End = r.doc.Tokens[i-1].End
			break
		}
	}
	last := stop - 1
	for last > first && (r.tag(last) == extract.Punct || r.tag(last) == extract.POS) {
		last--
	}
	for last > first && r.name(last) < 0 && r.name(last-1) >= 0 && honour(r.word(last)) {
		last-- // Judge Amanda Crowe KC
	}
	h.at = last
	if last == first && isPronoun(r.low(first)) && r.name(first) < 0 {
		h.pronoun = r.low(first)
		h.span = r.doc.Tokens[first].Span
		return h
	}
	h.mention = r.name(last)
	if m := h.mention; m >= 0 && h.definite && r.tag(last) != extract.NNPS && r.doc.Mentions[m].Type == extract.NORP && partisan(r.low(last)) {
		h.mention = -1 // the Democrat
	}
	if m := h.mention; m >= 0 && r.oneOfPeople(h, last) {
		h.mention = -1 // a Republican, the Dutchman
	}
	if m := h.mention; m >= 0 && h.definite && last == first+1 && r.word(last) == "pope" {
		h.mention = -1 // a name for the engine
	}
	if h.mention >= 0 && and > first && and < last {
		left := and - 1
		if m := r.name(left); m >= 0 && m != h.mention {
			h.mention, h.second = m, h.mention
		}
		return h
	}
	if h.mention < 0 {
		h.noun = r.low(last)
		// "Smith 's", "Smith himself"
		if m := r.name(last - 1); m >= 0 && last-1 >= first && strings.HasSuffix(h.noun, "self") {
			h.mention, h.noun = m, ""
		}
	}
	return h
}

// oneOfPeople says whether the name that ends with token i is of a people or party
// and the phrase means one of them.
func (r *reading) oneOfPeople(h head, i int) bool {
	if r.doc.Mentions[h.mention].Type != extract.NORP || r.tag(i) == extract.NNPS || r.tag(i) == extract.NNS || strings.HasSuffix(r.word(i), "s") {
		return false
	}
	low := r.low(h.first)
	return low == "a" || low == "an" || h.indefinite || h.definite && (singlePeople(r.low(i)) || i == h.first+1 && r.justSpoke(h)) // “No,” Lee said. “We,” the Japanese said
}

// singlePeople says whether a word in small letters is of one of a people, as
// "French" and "Swiss" are not.
func singlePeople(low string) bool {
	for _, end := range [...]string{"man", "woman", "an", "ard", "i", "ot"} { // Ivorian, Spaniard, Israeli, Cypriot
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	switch low {
	case "scot", "swede", "dane", "pole", "finn", "turk", "serb", "croat", "briton", "slovak", "slovene", "czech", "greek", "kazakh", "uzbek", "argentine", "filipino", "filipina", "aussie", "kurd", "arab":
		return true
	}
	return false
}

// officeOf says whether tokens [first, i) hold an office with an "of" and no more
// of whoever is named at token i: "Chief of Army Staff General".
func (r *reading) officeOf(first, i int) bool {
	if i-first < 4 || r.tag(i-1) == extract.IN || r.tag(i-1) == extract.POS || r.tag(i-1) == extract.DT {
		return false
	}
	of := false
	for k := first; k < i; k++ {
		w := r.word(k)
		switch {
		case w == "of":
			switch r.low(k - 1) {
			case "chief", "director", "secretary", "minister", "head", "leader", "chairman", "president", "commissioner", "inspector", "registrar", "dean":
				of = w[0] >= 'a' && r.word(k - 1)[0] < 'a'
			default:
				return false
			}
		case r.tag(k) == extract.IN || r.tag(k).Verb() || comma(w):
			return false
		case of && w[0] >= 'a':
			return false
		}
	}
	return of
}

// honour says whether a word behind a name is an honour, an office or a firm's
// form, and not what the phrase is about.
func honour(w string) bool {
	switch w {
	case "KC", "QC", "SC", "SAN", "MP", "MLA", "MSP", "MEP", "TD", "OBE", "MBE", "CBE", "KBE", "DBE", "PhD", "MD", "Jr", "Jr.", "Sr", "Sr.", "II", "III", "plc", "PLC", "Plc", "Ltd", "Ltd.", "Inc", "Inc.", "AG", "AB", "NV", "SA", "LLC":
		return true
	}
	return false
}

// partisan says whether a word in small letters is one for a person of a party.
func partisan(low string) bool {
	switch low {
	case "democrat", "republican", "conservative", "tory", "liberal", "socialist", "communist", "nationalist":
		return true
	}
	return false
}

// nounBehind says whether a noun follows token i within the phrase, so that the
// verb form there stands before it: "the retired judge".
func (r *reading) nounBehind(i, end int) bool {
	return i+1 < end && (r.tag(i+1).Noun() || r.tag(i+1) == extract.JJ || r.name(i+1) >= 0)
}

func comma(w string) bool {
	switch w {
	case ",", "(", "—", "–", "―", "--", ";", ":":
		return true
	}
	return false
}

// capital says whether a word opens with a capital, as all titles do.
func capital(w string) bool { return w != "" && 'A' <= w[0] && w[0] <= 'Z' }

func isPronoun(low string) bool {
	switch low {
	case "he", "she", "they", "it", "i", "we", "you", "who", "which", "him", "his", "her", "them", "us", "me":
		return true
	}
	return false
}
