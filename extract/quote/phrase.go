package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// phrase is a noun phrase: items [lo, hi), with its head word.
type phrase struct{ lo, hi, head int }

func (p phrase) ok() bool { return p.hi > p.lo }

func (v *view) span(lo, hi int) extract.Span {
	return extract.Span{Start: v.items[lo].Start, End: v.items[hi-1].End}
}

// reach is how many items a rule looks to the left or right: it bounds the
// work for each cue.
const reach = 60

// maxContent bounds what a report without marks may hold, in items.
const maxContent = 400

// phraseBefore is the noun phrase that ends with item i, looked for down to lo.
func (v *view) phraseBefore(i, lo int) phrase {
	end := i + 1
	if i >= lo && v.items[i].is(")") {
		for j := i; j >= lo && j > i-12; j-- {
			if v.items[j].is("(") {
				i = j - 1
				end = j
				break
			}
		}
	}
	if i < lo || !v.items[i].noun() {
		return phrase{}
	}
	p := phrase{v.coreBefore(i, lo), end, i}
	if v.items[i].tag == extract.PRP && v.items[i].name < 0 {
		return p
	}
	if p.lo > lo && (v.items[p.lo-1].is("least") || v.items[p.lo-1].is("most")) {
		p.lo--
	}
	if first := &v.items[p.lo]; p.lo > lo && v.items[p.lo-1].is("at") && (first.is("least") || first.is("most")) {
		p.lo-- // at least two voters said
	}
	for range 6 {
		k := p.lo - 1
		if k <= lo {
			break
		}
		it, before := &v.items[k], &v.items[k-1]
		if a := v.shareOf(p.lo, lo); a < p.lo {
			p.lo, p.head = a, a
			continue
		}
		if q := v.reduced(k, lo); q.ok() {
			p.lo, p.head = q.lo, q.head
			continue
		}
		if it.is("and") && v.items[p.lo].tag == extract.PRPS && (before.is("he") || before.is("she") || before.is("they")) && v.opensClause(k-1, lo) {
			p.lo = k - 1 // She and her colleagues say
			break
		}
		if !before.noun() || before.tag == extract.PRP {
			break
		}
		if it.tag == extract.VBG && !it.isCue && before.name < 0 && before.tag == extract.NNS && (v.reports(k-1) || lexicon.Role(strings.TrimSuffix(before.low, "s")) || strings.HasSuffix(before.low, "mers") || strings.HasSuffix(before.low, "ists")) {
			if a := v.coreBefore(k-1, lo); v.opensClause(a, lo) {
				p.lo, p.head = a, k-1 // Astronomers using | the telescope say
				continue
			}
		}
		inner := v.coreBefore(k-1, lo)
		if a, h := v.chain(inner, lo); h >= 0 && !it.tag.Verb() && it.tag != extract.Punct {
			p.lo, p.head = a, h
			continue
		}
		switch {
		case it.is("of") && v.departmentOf(p, k-1):
			p.lo = inner // the firm's head of sales Tom Ash
		case it.is("of") && !before.has(timeWord):
			p.lo, p.head = inner, k-1
		case it.tag == extract.IN && upper(v.text[it.Start]) && !it.first && v.personAt(p.head):
			p.lo = inner // People With Boats president Ann Smith
		case it.tag == extract.IN && v.personAt(inner) && v.items[p.head].has(documentHead) && v.opensClause(inner, lo):
			return phrase{inner, k, k - 1} // Smith | in a statement said
		case it.tag == extract.IN && !it.has(subordinator) && v.opensClause(inner, lo) && !before.has(timeWord):
			p.lo, p.head = inner, k-1
		case it.tag == extract.TO && before.has(personHead|anonymousHead) && v.opensClause(inner, lo):
			p.lo, p.head = inner, k-1
		case (it.is("and") || it.is("or") || it.is("&")) && v.opensClause(inner, lo):
			p.lo = inner
		default:
			q := v.bench(inner, lo)
			if !it.is("and") || !q.ok() {
				return p
			}
			p.lo, p.head = q.lo, q.head
		}
	}
	return p
}

// reduced is the phrase that the preposition at item k and what follows it say
// more of: "a source speaking to | the Ledger", "people familiar with | the talks".
func (v *view) reduced(k, lo int) phrase {
	if k-2 < lo || v.items[k].quoted() || v.items[k].tag != extract.IN && v.items[k].tag != extract.TO || v.items[k].has(subordinator) {
		return phrase{}
	}
	verb, head := &v.items[k-1], &v.items[k-2]
	if verb.quoted() || verb.tag != extract.VBG && verb.tag != extract.VBN && !verb.is("familiar") && !verb.is("close") && !verb.is("privy") && !verb.is("loyal") || verb.is("heard") || !head.noun() && !head.is("those") || head.tag == extract.PRP || head.has(timeWord) {
		return phrase{}
	}
	if a := v.coreBefore(k-2, lo); v.opensClause(a, lo) || (verb.tag == extract.VBN || verb.tag == extract.VBG) && a > lo && v.items[a-1].is("of") { // the families of those | killed in the fire
		return phrase{a, k - 1, k - 2}
	}
	return phrase{}
}

// opensClause says whether a clause may begin at item i.
func (v *view) opensClause(i, lo int) bool {
	if i <= lo {
		return true
	}
	it := &v.items[i-1]
	return it.tag == extract.Punct || it.quoted() || it.has(subordinator) || it.tag == extract.CC || it.tag == extract.RB || it.has(timeWord) && it.name < 0
}

// coreBefore is where the noun phrase without attachments begins whose last
// item is i.
func (v *view) coreBefore(i, lo int) int {
	start := i
	if v.items[i].tag == extract.PRP && v.items[i].name < 0 {
		return start
	}
	for start > lo {
		it, next := &v.items[start-1], &v.items[start]
		if it.quoted() {
			break
		}
		if it.name >= 0 && it.name == next.name {
			start--
			continue
		}
		if it.tag == extract.CD && (it.has(timeWord) || start-2 >= lo && v.items[start-2].is("in") && v.yearAt(start-1)) {
			break // in 2004 | scientists
		}
		if it.has(timeWord) && next.tag != extract.POS && (it.tag.Noun() || it.tag == extract.JJ) && !next.has(timeWord) && !(start-2 >= lo && v.items[start-2].tag == extract.DT && next.name < 0 && next.tag == extract.NN) {
			break
		}
		if it.name >= 0 && next.name >= 0 && next.tag != extract.POS && v.afterPreposition(start-1, lo) {
			break // In Iowa Trump said
		}
		if it.tag == extract.NN && it.name < 0 && v.personAt(start) && v.thing(start-1, lo) {
			break // a process Smith said was “slow”
		}
		switch {
		case it.name >= 0 || it.tag.Noun(), it.tag == extract.POS, it.tag == extract.CD, it.tag == extract.JJ, it.tag == extract.JJR, it.tag == extract.JJS:
			start--
			continue
		case it.tag == extract.DT, it.tag == extract.PDT, it.tag == extract.PRPS, it.tag == extract.WPS:
			if next.tag == extract.PRP {
				return start
			}
			start--
			if it.tag == extract.PRPS || start <= lo || v.items[start-1].tag != extract.PDT {
				return start
			}
			continue
		case (it.tag == extract.VBN || it.tag == extract.VBG) && start-1 > lo && next.tag.Noun():
			if t := v.items[start-2].tag; t == extract.DT || t == extract.JJ || t == extract.PRPS || t == extract.POS || it.tag == extract.VBN && v.items[start-2].is("of") {
				start--
				continue
			}
		case it.tag == extract.RB && next.tag == extract.JJ && start-2 >= lo && v.items[start-2].tag == extract.DT:
			start-- // a visibly angry Smith
			continue
		case it.is("$") || it.is("&"):
			start--
			continue
		}
		break
	}
	// A phrase does not begin with a clitic.
	for start < i && v.items[start].tag == extract.POS {
		start++
	}
	return start
}

// yearAt says whether item i is a year of the last centuries.
func (v *view) yearAt(i int) bool {
	low := v.items[i].low
	return len(low) == 4 && (low[:2] == "19" || low[:2] == "20" || low[:2] == "18") && low[2] >= '0' && low[2] <= '9'
}

// thing says whether the noun at item i has an article or an owner and is of no
// person: "a process", "one refrain", "his death".
func (v *view) thing(i, lo int) bool {
	it := &v.items[i]
	if it.has(personHead|titleWord|anonymousHead|organizationHead) || lexicon.Role(it.low) || strings.HasSuffix(it.low, "er") || strings.HasSuffix(it.low, "or") || strings.HasSuffix(it.low, "ist") || strings.Contains(it.low, "-") {
		return false
	}
	k := i - 1
	for k > lo && v.items[k].tag == extract.JJ {
		k--
	}
	return k >= lo && (v.items[k].is("a") || v.items[k].is("an") || v.items[k].is("one") || v.items[k].tag == extract.PRPS)
}

// afterPreposition says whether the name that item i belongs to follows a
// preposition that begins a clause.
func (v *view) afterPreposition(i, lo int) bool {
	n := v.items[i].name
	for i > lo && v.items[i-1].name == n {
		i--
	}
	return i > lo && v.items[i-1].tag == extract.IN && v.opensClause(i-1, lo)
}

// phraseAt is the noun phrase that begins with item i, with the prepositional
// phrases that belong to a common noun ("a spokesman for the ministry").
func (v *view) phraseAt(i, hi int) phrase {
	p := v.coreAt(i, hi)
	if !p.ok() || v.items[p.head].tag == extract.PRP || v.items[p.head].name >= 0 {
		return p
	}
	for range 3 {
		k := p.hi
		if k+1 >= hi || v.items[k].quoted() {
			break
		}
		it := &v.items[k]
		if !(it.is("by") && v.items[p.head].has(documentHead) || it.is("of") || it.is("for") || it.is("with") || it.is("from") || it.is("at") || it.is("to") || it.is("in") || it.is("like") && v.personAt(k+1)) || v.items[k+1].has(timeWord) {
			break
		}
		q := v.coreAt(k+1, hi)
		if !q.ok() {
			break
		}
		p.hi = q.hi
	}
	return p
}

// offices says whether items i and j are two offices of the person named behind
// them: “moderator and author Ann Smith”.
func (v *view) offices(i, j, hi int) bool {
	office := func(k int) bool {
		return v.items[k].name < 0 && (v.items[k].has(personHead) || lexicon.Role(v.items[k].low))
	}
	if j+1 < hi && office(i) && office(j) && v.items[j].tag != extract.NNS && v.personAt(j+1) {
		return true
	}
	for j < hi && (v.items[j].tag == extract.JJ || v.items[j].is("chief")) {
		j++ // Vexley's founder and former chief executive, Ann Smith,
	}
	return j+2 < hi && office(i) && office(j) && v.items[j].tag == extract.NN && v.items[j+1].is(",") && v.personAt(j+2)
}

// officialOf is the noun for somebody or a body of the one named before item j: the
// U.N. | human rights office, a United Nations | official/JJ. It is 0 for none.
func (v *view) officialOf(j, hi int) int {
	for k := j; k < hi && k < j+4 && !v.items[k].quoted() && v.items[k].name < 0; k++ {
		it := &v.items[k]
		if it.has(anonymousHead|personHead|organizationHead) && (k+1 >= hi || !v.items[k+1].tag.Noun()) {
			return k
		}
		if it.tag != extract.JJ && !it.tag.Noun() {
			return 0
		}
	}
	return 0
}

func (v *view) coreAt(i, hi int) phrase {
	p := phrase{i, i, -1}
	owned := false // after "Smith's"
	for j := i; j < hi && j < i+14; j++ {
		it := &v.items[j]
		if it.quoted() {
			break
		}
		switch {
		case it.name >= 0:
			p.head = j
			p.hi = j + 1
			owned = false
			if j+1 < hi && v.items[j+1].name != it.name && v.items[j+1].tag != extract.POS && !v.items[j+1].is("and") && v.items[j+1].name < 0 && !v.items[j+1].tag.Noun() {
				if j+2 < hi && !v.items[j+1].quoted() && (v.items[j+1].has(personHead|titleWord) || lexicon.Role(v.items[j+1].low)) && v.personAt(j+2) {
					continue // the union's steward/JJ Ann Smith
				}
				if low := v.items[j+1].low; (strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s")) && j+2 < hi && v.personAt(j+2) {
					j++
					continue // told News 5's Ann Smith
				}
				if k := v.officialOf(j+1, hi); k > 0 && v.doc.Mentions[it.name].Type != extract.Person {
					p.head, p.hi = k, k+1
				}
				return p
			}
		case it.has(timeWord) && j > i && p.head >= 0 && it.tag != extract.POS && !owned: // not in the BBC's Today programme
			if v.items[p.head].has(timeWord) && p.head == i+1 && v.items[i].tag == extract.DT && j+1 < hi && v.items[j+1].tag == extract.NN && !v.items[j+1].has(timeWord) {
				continue // during a Friday evening | rally
			}
			return p
		case it.tag == extract.PRP:
			if j == i && it.is("her") && j+1 < hi && v.items[j+1].tag == extract.NN && !v.items[j+1].has(timeWord) && j > 0 && (v.items[j-1].is("to") || v.items[j-1].is("with")) {
				continue // remarked to her/PRP neighbour
			}
			if j == i {
				return phrase{i, i + 1, i}
			}
			return p
		case it.tag.Noun(), it.tag == extract.CD:
			p.head = j
			p.hi = j + 1
			owned = false
		case it.tag == extract.POS && p.head >= 0:
			owned = true
		case it.has(anonymousHead) && it.tag != extract.IN && (p.head < 0 || p.head == j-1 && v.items[p.head].has(anonymousHead) && it.tag == extract.JJ):
			p.head, p.hi = j, j+1 // "another official", whatever the tagger takes it for
		case it.tag == extract.DT || it.tag == extract.PRPS || it.tag == extract.PDT || it.tag == extract.JJ || it.tag == extract.JJR || it.tag == extract.JJS:
			if p.head == i && j == i+1 && it.tag == extract.JJ && v.items[i].is("another") && j+1 < hi && v.items[j+1].tag == extract.NN {
				continue // another former manager
			}
			if p.head >= 0 && !owned && v.items[p.head].tag != extract.CD && !(it.is("public") && j+1 < hi && v.items[j+1].is("relations")) {
				return p
			}
		case it.tag == extract.VBG && p.head >= 0 && !it.isCue && j+1 < hi && lexicon.Role(v.items[j+1].low): // lead managing editor
		case (it.tag == extract.VBN || it.tag == extract.VBG || it.tag == extract.RB) && p.head < 0 && (j > i || it.tag == extract.VBN && !it.isCue && v.nounAfter(j)):
		case it.is("and") && p.head >= 0 && j+1 < hi && v.items[p.head].name >= 0 && v.items[j+1].name >= 0:
		case it.is("and") && p.head == j-1 && v.offices(p.head, j+1, hi):
			for v.items[j+1].tag == extract.JJ {
				j++
			}
		case it.is("&") || it.is("$"):
		default:
			if p.head < 0 {
				return phrase{}
			}
			return p
		}
	}
	if p.head < 0 {
		return phrase{}
	}
	return p
}
