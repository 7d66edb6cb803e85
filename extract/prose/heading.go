package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// appendHeading appends the names within m, which stands where every word has a
// capital: the runs of words that the body or the lexicon has as names. Of "US
// Rejects Smith" that is "US" and "Smith".
func (t *tidying) appendHeading(dst []found, m extract.Mention) []found {
	text := t.doc.At(m.Span)
	if _, ok := lexical(text); ok || t.body[lexicon.Fold(text)] {
		return append(dst, found{Span: m.Span, typ: m.Type, head: !ok})
	}
	start, end := int32(-1), int32(0)
	given := false // the word before is a first name
	flush := func() {
		if start < 0 {
			return
		}
		s := extract.Span{Start: start, End: end}
		if a, b, ok := t.pair(s); ok {
			dst = append(dst, found{Span: a, typ: extract.Misc, head: true}, found{Span: b, typ: extract.Misc, head: true})
		} else {
			dst = append(dst, found{Span: s, typ: m.Type, head: true})
		}
		start = -1
	}
	for at := m.Start; at < m.End; {
		for at < m.End && t.text[at] == ' ' {
			at++
		}
		n := strings.IndexByte(t.text[at:m.End], ' ')
		if n < 0 {
			n = int(m.End - at)
		}
		w := t.text[at : at+int32(n)]
		key := lexicon.Fold(strings.Trim(w, ",;:"))
		_, in := lexical(w)
		_, first := lexicon.FirstName(w)
		common := lexicon.Common(key) || t.small[key] || lexicon.Opener(w)
		known := t.middle[key] || in || first && !common || given && !common
		if _, _, ok := t.pair(extract.Span{Start: at, End: at + int32(n)}); ok {
			known = true
		}
		if known && n > 0 {
			if start >= 0 && in && !t.middle[key] {
				flush()
			}
			if start < 0 {
				start = at
			}
			end = at + int32(n)
			if in && !t.middle[key] {
				flush()
			}
		} else {
			flush()
		}
		given = first && known
		at += int32(n)
	}
	flush()
	return dst
}

// pair parts "Lee-Park", two names joined, where both stand alone elsewhere.
func (t *tidying) pair(s extract.Span) (a, b extract.Span, ok bool) {
	text := s.Of(t.text)
	left, right, cut := strings.Cut(text, "-")
	if !cut || left == "" || right == "" || strings.ContainsAny(text, " ") || strings.IndexByte(right, '-') >= 0 || t.body[lexicon.Fold(text)] && !t.body[lexicon.Fold(left)] {
		return
	}
	if _, known := lexical(text); known {
		return
	}
	for _, half := range [...]string{left, right} {
		if _, known := lexical(half); !known && !t.body[lexicon.Fold(half)] && !(t.middle[lexicon.Fold(half)] && upperFirst(half)) {
			return
		}
	}
	at := s.Start + int32(len(left))
	return extract.Span{Start: s.Start, End: at}, extract.Span{Start: at + 1, End: s.End}, true
}

// longest is how many words a name of a heading may have.
const longest = 4

// addKnown adds to names, in order of the text, what the engine left out: in
// headings and lines all in capitals what the body names too ("SMITH WINS IN
// YORK"), elsewhere surnames of those who are named in full.
func (t *tidying) addKnown(names []found) []found {
	if len(t.body) == 0 {
		return names
	}
	var dst []found
	n := 0
	for i := range t.sentences {
		s := &t.sentences[i]
		heading := s.titled || s.smalls == 0 && s.caps >= 3
		for k := s.first; k < s.end; {
			tok := t.doc.Tokens[k].Span
			for n < len(names) && names[n].End <= tok.Start {
				dst = append(dst, names[n])
				n++
			}
			if !upperFirst(t.doc.At(tok)) || n < len(names) && names[n].Start < tok.End {
				k++
				continue
			}
			limit := tok.Start + 120
			if n < len(names) {
				limit = min(limit, names[n].Start)
			}
			end := k
			if heading {
				end = t.bodyName(k, s.end, limit)
			} else if t.lostSurname(k, s) {
				end = k + 1
			}
			if end == k {
				k++
				continue
			}
			dst = append(dst, found{Span: extract.Span{Start: tok.Start, End: t.doc.Tokens[end-1].End}, typ: extract.Misc, head: true})
			k = end
		}
	}
	return append(dst, names[n:]...)
}

// lostSurname says whether token k is the surname of someone named in full: at
// the start of a sentence only where a verb follows that a common word would
// not have.
func (t *tidying) lostSurname(k int, s *sentence) bool {
	w := t.doc.At(t.doc.Tokens[k].Span)
	key := lexicon.Fold(w)
	if len(w) < 3 || !t.surnames[key] || strings.ToUpper(w) == w {
		return false
	}
	if k > s.first && !t.opens(s, t.doc.Tokens[k].Start) || !t.small[key] && !lexicon.Common(key) && !lexicon.Opener(w) {
		return true
	}
	return k+1 < s.end && says(t.doc.At(t.doc.Tokens[k+1].Span))
}

// bodyName is the end of the longest name of the body that begins at token k
// and ends before byte limit; k where there is none.
func (t *tidying) bodyName(k, end int, limit int32) int {
	start := t.doc.Tokens[k].Start
	for e := min(end, k+longest); e > k; e-- {
		stop := t.doc.Tokens[e-1].End
		if stop > limit {
			continue
		}
		key := lexicon.Fold(t.text[start:stop])
		if e == k+1 && (utf8.RuneCountInString(key) < 4 || lexicon.Common(key) || t.small[key]) {
			continue
		}
		if t.body[key] || e == k+1 && t.surnames[key] {
			return e
		}
	}
	return k
}
