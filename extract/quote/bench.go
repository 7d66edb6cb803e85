package quote

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// Phrases of more than a noun: whom a bench or a department is made of, shares, rows
// of prepositions.

// departmentOf says whether the phrase p, which "of" joins to the office at item at,
// is what the office is of and then the person who holds it: chief of | staff Ann Lee.
func (v *view) departmentOf(p phrase, at int) bool {
	if !v.personAt(p.head) || p.head == p.lo || !lexicon.Role(v.items[at].low) && !v.items[at].is("chief") && !v.items[at].is("head") && !v.items[at].has(titleWord) {
		return false
	}
	for k := p.lo; k < p.head && v.items[k].name != v.items[p.head].name; k++ {
		if it := &v.items[k]; it.name >= 0 || !it.tag.Noun() && it.tag != extract.JJ && it.tag != extract.VBG || lexicon.Role(it.low) || it.has(personHead) && !it.is("staff") {
			return false
		}
	}
	return v.items[p.lo].name < 0
}

// bench is the court or panel whose members are named from item i on: "a bench of |
// Justices Ash and Park", "a panel comprising | Smith and Park".
func (v *view) bench(i, lo int) phrase {
	if i-2 < lo || !v.items[i-1].is("of") && !v.items[i-1].is("comprising") {
		return phrase{}
	}
	if v.items[i-2].is("and") {
		i = v.ledBy(i-2, lo) + 1
	}
	if i-2 < lo {
		return phrase{}
	}
	switch v.items[i-2].low {
	case "bench", "panel", "jury", "trio", "duo", "court", "committee":
		return phrase{v.coreBefore(i-2, lo), i - 1, i - 2}
	}
	return phrase{}
}

// ledBy is the item that "headed by Justice Ash" before item i begins with, lo for
// none.
func (v *view) ledBy(i, lo int) int {
	const widest = 8 // items
	for k := i - 1; k > lo && k > i-widest && !v.items[k].quoted() && !v.items[k].is(","); k-- {
		if v.items[k].is("by") && (v.items[k-1].is("headed") || v.items[k-1].is("led") || v.items[k-1].is("chaired")) {
			return k - 1
		}
	}
	return lo
}

// chain is where the phrase begins that a row of prepositions joins to the one
// that begins at item i, with its head, where that is one that speaks: "a report
// from the Centre for Boats at | Ely College". The head is -1 for none.
func (v *view) chain(i, lo int) (start, head int) {
	for range 3 {
		k := i - 1
		if k-1 < lo || v.items[k].quoted() || v.items[k].tag != extract.IN || v.items[k].has(subordinator) || v.items[k-1].quoted() || !v.items[k-1].tag.Noun() || v.items[k-1].has(timeWord) {
			return 0, -1
		}
		i = v.coreBefore(k-1, lo)
		if v.items[k-1].name < 0 && v.reports(k-1) && v.opensClause(i, lo) {
			return i, k - 1
		}
	}
	return 0, -1
}

// shareOf is where the share begins whose second number is item i: "nine out of
// 10", "one in five"; i where it is none.
func (v *view) shareOf(i, lo int) int {
	if v.items[i].tag != extract.CD || i-2 < lo {
		return i
	}
	k := i - 1
	if v.items[k].is("of") && v.items[k-1].is("out") && k-2 >= lo {
		k--
	} else if !v.items[k].is("in") {
		return i
	}
	if v.items[k-1].tag != extract.CD {
		return i
	}
	return k - 1
}
