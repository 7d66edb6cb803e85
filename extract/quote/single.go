package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// elided are words that begin with an apostrophe.
var elided = []string{"bout", "cause", "em", "fraid", "n", "nam", "neath", "round", "til", "till", "tis", "twas"}

// singles adds the stretches between single marks to dst[first:], which holds
// the block's double ones. A single pair around double ones (British style)
// takes their place; a single pair inside a double one is no stretch of its own.
func (p *pairer) singles(dst []Marked, first int, bi int) []Marked {
	found := 0
	n := len(dst)
	reach := int32(-1) // marks before it have been taken
	d := first
	for i := range p.marks {
		m := &p.marks[i]
		if m.Start < reach || !p.opensSingle(m) {
			continue
		}
		for d < n && dst[d].End <= m.Start {
			d++
		}
		if d < n && dst[d].Start <= m.Start {
			continue
		}
		j := p.singleEnd(i, dst[d:n])
		if j < 0 {
			continue
		}
		c := p.marks[j]
		s := Marked{Span: extract.Span{Start: m.Start, End: c.End}, In: extract.Span{Start: m.End, End: c.Start}, Block: int32(bi), Style: Single, Closed: true}
		if trimmed(p.text, s.In).Empty() {
			continue
		}
		dst = append(dst, s)
		found++
		reach = c.End
	}
	if found == 0 {
		return dst
	}
	slices.SortFunc(dst[first:], func(a, b Marked) int {
		if a.Start != b.Start {
			return int(a.Start - b.Start)
		}
		return int(b.End - a.End)
	})
	kept := dst[:first]
	for _, s := range dst[first:] {
		if len(kept) > first && kept[len(kept)-1].Contains(s.Span) {
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

func (p *pairer) opensSingle(m *mark) bool {
	if m.kind != leftPrime && m.kind != prime || !m.opens || m.between {
		return false
	}
	rest := p.text[m.End:]
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsDigit(r) && len(rest) > 2 && (rest[2] == 's' || m.kind == prime && rest[2] == ' ') {
		return false // the '90s
	}
	if unicode.IsSpace(r) {
		return false
	}
	word := rest
	if len(word) > 8 {
		word = word[:8]
	}
	if k := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); k >= 0 {
		if _, ok := slices.BinarySearch(elided, strings.ToLower(word[:k])); ok {
			return false
		}
	}
	return true
}

// singleEnd is the index of the mark that closes the single mark i, -1 for
// none. An apostrophe within a word closes nothing; one after a plural's s
// ("the voters’ choice") closes only where no better mark follows. doubles are
// the double stretches from there on, which a pair must not cut.
func (p *pairer) singleEnd(i int, doubles []Marked) int {
	weak := -1
	for j := i + 1; j < len(p.marks) && j < i+maxSingleReach; j++ {
		m := &p.marks[j]
		if m.kind != prime && m.kind != rightPrime || m.Start-p.marks[i].End > maxUnclosed {
			if p.opensSingle(m) {
				break
			}
			continue
		}
		for len(doubles) > 0 && doubles[0].End <= m.Start {
			doubles = doubles[1:]
		}
		if len(doubles) > 0 && doubles[0].Start < m.Start || m.between || !m.closes {
			if p.opensSingle(m) {
				break
			}
			continue
		}
		switch before := p.text[m.Start-1]; {
		case before == ',' || before == '.' || before == '?' || before == '!' || before == 0xA6:
			return j
		case before != 's':
			if weak >= 0 && p.text[m.End:] != "" {
				return weak
			}
			return j
		}
		if weak < 0 {
			weak = j
		}
		if m.End >= int32(len(p.text)) || strings.IndexByte(",.;:?!)\n", p.text[m.End]) >= 0 {
			return j
		}
	}
	return weak
}
