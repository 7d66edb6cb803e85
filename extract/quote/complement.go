package quote

import "github.com/quoth/quoth/extract"

// complement is what follows a cue: where the content begins, and what tells
// so.
type complement struct {
	at  int // item where the content begins; -1 for none
	how string
}

// complementOf reads what follows the cue at item i.
func (v *view) complementOf(i, hi int, c cue) complement {
	none := complement{at: -1}
	told := false
	barePrep := -1
	for j := i + 1; j < hi && j < i+reach/2; {
		it := &v.items[j]
		if it.quoted() {
			return complement{at: j, how: "cue-before"}
		}
		switch {
		case it.is(":"):
			if j+1 < hi {
				return complement{at: j + 1, how: "colon"}
			}
			return complement{at: hi, how: "colon"}
		case it.is("that") && c.frames&(clauses|thatClauses|addressed) != 0:
			if j+1 < hi && (v.anyQuoted(j+1, hi) || v.finiteWithin(j+1, hi)) {
				return complement{at: j + 1, how: "that"}
			}
			return none
		case it.is(","):
			if j+1 < hi && v.items[j+1].quoted() {
				return complement{at: j + 1, how: "cue-before"}
			}
			// said, in an interview, that
			if k := v.closingComma(j, hi); k > 0 && (c.frames&(clauses|thatClauses) != 0) && (v.items[k].is("that") || v.items[k].quoted()) {
				j = k
				continue
			}
			return none
		case (it.tag == extract.WRB || it.tag == extract.WP || it.is("whether") || it.is("if") && c.kind == "ask") && !it.is("when") && c.frames&whClauses != 0:
			return complement{at: j, how: "wh"}
		case (it.tag == extract.TO || it.is("to")) && j+1 < hi && v.baseVerb(j+1) && c.frames&infinitives != 0:
			return complement{at: j, how: "infinitive"}
		case it.tag == extract.RB || it.tag == extract.RP:
			j++
			continue
		case it.has(timeWord) && it.name < 0:
			j++
			continue
		case (it.tag == extract.JJ || it.tag == extract.DT || it.tag == extract.CD) && j+1 < hi && v.items[j+1].has(timeWord):
			j++
			continue
		case (it.tag == extract.IN || it.tag == extract.TO) && !it.has(subordinator):
			if barePrep < 0 {
				barePrep = j
			}
			q := v.phraseAt(j+1, hi)
			if q.ok() && c.frames&(clauses|thatClauses|addressed) != 0 {
				j = v.namesOn(q.hi, hi)
				continue
			}
			if j+1 < hi && v.items[j+1].quoted() || c.frames&(clauses|thatClauses|addressed) == 0 {
				if c.frames&prepositions != 0 {
					return complement{at: j, how: "preposition"}
				}
				if c.frames&objects == 0 {
					if k := v.quoteWithin(j, min(hi, j+10)); k > 0 {
						return complement{at: k, how: "cue-before"}
					}
				}
			}
			return none
		case c.frames&addressed != 0 && !told:
			q := v.phraseAt(j, hi)
			if !q.ok() {
				return none
			}
			told = true
			// told Smith was … : no one is addressed, the cue has a clause.
			j = v.namesOn(q.hi, hi)
			if c.frames&clauses != 0 && j < hi && v.items[j].finite() && v.items[j].tag != extract.VBN {
				return complement{at: q.lo, how: "clause"}
			}
			continue
		case told && c.frames&(clauses|infinitives) == 0:
			return none
		default:
			if c.frames&clauses != 0 && (c.lemma != "ask" || !told) && v.finiteWithin(j, hi) && v.clauseHead(j, hi) {
				return complement{at: j, how: "clause"}
			}
			if c.frames&objects != 0 && v.objectAt(j, hi) {
				return complement{at: j, how: "object"}
			}
			if k := v.quoteWithin(j, min(hi, j+12)); k > 0 {
				if c.frames&(clauses|objects) != 0 {
					return complement{at: j, how: "clause"}
				}
				return complement{at: k, how: "cue-before"}
			}
			return none
		}
	}
	if barePrep >= 0 && c.frames&prepositions != 0 {
		return complement{at: barePrep, how: "preposition"}
	}
	return none
}

// namesOn passes over what belongs to the one addressed: "Fox 35 in Orlando",
// "reporters on Friday".
func (v *view) namesOn(j, hi int) int {
	for j+1 < hi {
		it := &v.items[j]
		if it.has(timeWord) && it.name < 0 || it.tag == extract.RB {
			j++
			continue
		}
		if it.quoted() || it.tag != extract.IN || it.has(subordinator) {
			if it.is("and") && v.items[j+1].name >= 0 && !v.finiteNext(j+1, hi) {
				if q := v.coreAt(j+1, hi); q.ok() {
					j = q.hi
					continue
				}
			}
			break
		}
		if o := &v.items[j+1]; o.is("her") || v.objectOnly(j+1) {
			j += 2
			continue
		}
		q := v.coreAt(j+1, hi)
		if !q.ok() {
			break
		}
		j = q.hi
	}
	return j
}

func (v *view) finiteNext(j, hi int) bool {
	q := v.coreAt(j, hi)
	return q.ok() && q.hi < hi && v.items[q.hi].finite()
}

// baseVerb says whether item i is the verb of an infinitive.
func (v *view) baseVerb(i int) bool {
	t := v.items[i].tag
	return t == extract.VB || t == extract.VBP || t == extract.RB && i+1 < len(v.items) && v.items[i+1].tag == extract.VB
}

// objectAt says whether item j can begin a noun phrase.
func (v *view) objectAt(j, hi int) bool {
	it := &v.items[j]
	if it.tag == extract.VBG || it.tag == extract.VBN {
		return true
	}
	return v.phraseAt(j, hi).ok()
}

// clauseHead says whether item j can begin a clause.
func (v *view) clauseHead(j, hi int) bool {
	it := &v.items[j]
	if it.noun() && !v.objectOnly(j) {
		return true
	}
	switch it.tag {
	case extract.DT, extract.PRPS, extract.PDT, extract.JJ, extract.JJR, extract.JJS, extract.EX, extract.VBG, extract.CD, extract.PRP, extract.RBR:
		return true
	}
	return it.is("if") || it.is("although") || it.is("while") || it.is("because") || it.is("unless") || it.is("once") || it.is("neither") || it.is("both") || it.is("such")
}

// finiteWithin says whether a finite verb follows in [j, hi) before the clause
// is over.
func (v *view) finiteWithin(j, hi int) bool {
	for k := j; k < hi && k < j+reach/2; k++ {
		it := &v.items[k]
		if it.quoted() {
			continue
		}
		if it.finite() && k > j {
			return true
		}
		if it.is(";") {
			return false
		}
	}
	return false
}

// anyQuoted says whether marks may hold the verb of the clause [j, hi).
func (v *view) anyQuoted(j, hi int) bool {
	for k := j; k < hi && k < j+reach/2; k++ {
		if v.items[k].quoted() {
			return true
		}
	}
	return false
}

// quoteWithin is the first marked stretch in [j, hi) with no finite verb before
// it, 0 for none.
func (v *view) quoteWithin(j, hi int) int {
	for k := j; k < hi; k++ {
		it := &v.items[k]
		if it.quoted() {
			return k
		}
		if it.finite() || it.isCue && it.tag.Verb() || it.is(";") {
			return 0
		}
	}
	return 0
}

// closingComma is the item after the comma that closes the one at j, 0 for none.
func (v *view) closingComma(j, hi int) int {
	for k := j + 1; k < hi && k < j+16; k++ {
		if v.items[k].quoted() {
			return 0
		}
		if v.items[k].is(",") && k+1 < hi {
			return k + 1
		}
	}
	return 0
}
