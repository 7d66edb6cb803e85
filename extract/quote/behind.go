package quote

import "github.com/quoth/quoth/extract"

// What stands behind an attribution, or behind what stands between it and the clause.

// thatBehind is the "that" right behind the noun phrase at item j, 0 for none.
func (v *view) thatBehind(j, hi int) int {
	if q := v.phraseAt(j, hi); q.ok() {
		if k := v.namesOn(q.hi, hi); k < hi && v.items[k].is("that") {
			return k
		}
	}
	return 0
}

// behindAside is the clause behind an aside that follows a verb of saying at the
// beginning of its sentence: says, win or lose, | he is staying; says | despite that, he
// is staying; said in 2030, | boats were late.
func (v *view) behindAside(i, hi int) complement {
	const widest = 16 // items
	none := complement{at: -1}
	if i+3 >= hi || v.items[i].quoted() || !v.items[i].is(",") && (v.items[i].tag != extract.IN || v.items[i].has(subordinator) && !v.items[i].is("despite")) || v.items[i+1].isCue {
		return none
	}
	for k := i + 1; k+2 < hi && k < i+widest; k++ {
		if v.items[k].quoted() || v.items[k].is(";") || v.items[k].is(":") {
			return none
		}
		if !v.items[k].is(",") {
			continue
		}
		p := v.phraseAt(k+1, hi)
		if !p.ok() || p.hi >= hi || !v.items[p.hi].finite() || v.items[p.hi].isCue && v.items[p.hi].cue.kind == "say" {
			continue
		}
		switch {
		case v.items[i].is(","):
			return complement{at: i + 1, how: "clause"}
		case v.items[i].is("despite") || v.items[i].is("unlike") || v.items[i].is("without"):
			return complement{at: i, how: "clause"}
		}
		return complement{at: k + 1, how: "clause"}
	}
	return none
}

// mainBehind says whether items [a, q] hold a clause behind a comma: When he came, |
// her eyes widened.
func (v *view) mainBehind(a, q int) bool {
	for k := a + 1; k < q; k++ {
		if v.items[k].is(",") {
			p := v.phraseAt(k+1, q+1)
			return p.ok() && p.hi <= q && v.items[p.hi].finite()
		}
	}
	return false
}

// clauseBehind takes the clause behind the comma after for content, where there is one:
// nothing of what was said stands before the attribution.
func (v *view) clauseBehind(r *report, after, hi int) bool {
	if after+1 >= hi || !v.items[after].is(",") || !v.clauseHead(after+1, hi) || !v.finiteWithin(after+1, hi) {
		return false
	}
	r.parts = append(r.parts, [2]int{after + 1, v.contentEnd(after+1, hi)})
	r.rule = "clause-around"
	return true
}

// clauseInMarks says whether behind the comma k and a conjunction a clause follows
// whose subject is nobody and which marks end.
func (v *view) clauseInMarks(k, hi int) bool {
	return k+3 < hi && v.items[k].is(",") && v.items[k+1].tag == extract.CC && v.clauseHead(k+2, hi) && !v.personAt(k+2) && v.items[k+2].tag != extract.PRP && v.items[hi-1].quoted()
}
