package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// complement is what follows a cue: where the content begins, and what tells
// so.
type complement struct {
	at  int // item where the content begins; -1 for none
	how string
}

// complementOf reads what follows the cue at item i, up to hi.
func (v *view) complementOf(i, hi int, c *cue) complement {
	none := complement{at: -1}
	takesClause := c.frames&(clauses|thatClauses|addressed) != 0
	told := false // the one addressed was named
	preposition := -1
	for j := i + 1; j < hi && j < i+reach/2; {
		it := &v.items[j]
		if it.is(".") && preposition >= 0 && j > preposition+2 && tellsOf(c.lemma, &v.items[preposition]) {
			break
		}
		switch {
		case it.quoted():
			return complement{at: j, how: "cue-before"}
		case it.is(":"):
			return complement{at: j + 1, how: "colon"}
		case it.is("as") && j == i+1 && c.kind == "call" && j+1 < hi && v.items[j+1].quoted():
			return complement{at: j + 1, how: "cue-before"} // what one officer described as “a mess”
		case it.is("that") && takesClause:
			if j+1 < hi && v.items[j+1].finite() && (it.tag == extract.DT || v.items[j+1].is("is") || v.items[j+1].is("was") || v.items[j+1].is("'s") || v.items[j+1].is("’s")) && c.frames&clauses != 0 && !told {
				return complement{at: j, how: "clause"} // said that is unlikely
			}
			if (told || preposition >= 0) && it.tag == extract.WDT && !(told && v.items[j-1].has(timeWord)) && !v.plural(j+1, hi) && j+2 < hi && v.items[j+1].finite() && v.items[j+1].tag != extract.VBP && (v.items[j+1].tag == extract.MD || !v.items[j+2].finite() && !v.items[j+2].has(auxiliary)) {
				return none // something he said to Smith that should help
			}
			if j+2 < hi && v.items[j+1].tag == extract.NN && v.items[j+1].name < 0 && (v.items[j+2].is(",") || c.lemma == "hold" && v.items[j+2].tag == extract.CC) {
				return none // held that seat, which he won
			}
			if c.lemma == "say" && !told && preposition < 0 && j+5 < hi && v.items[j+1].tag == extract.NN && !v.finiteWithin(j+1, hi) && v.longPhrase(j, hi) {
				return complement{at: j, how: "clause"} // says that word trips/NNS people
			}
			if j+1 < hi && (v.anyQuoted(j+1, hi) || v.finiteWithin(j+1, hi) || v.wished(j+1, hi) || wishes[c.lemma] && it.tag == extract.IN && j+4 < hi && v.clauseHead(j+1, hi) || it.tag == extract.IN && v.pastWithin(j+1, hi)) {
				if v.items[j+1].is(",") && j+2 < hi && v.items[j+2].isCue && v.items[j+2].tag == extract.VBG {
					return none // disputed that, saying
				}
				if v.items[j+1].is(",") && j+2 < hi {
					j++ // insist that, given the cost,
				}
				return complement{at: j + 1, how: "that"}
			}
			return none
		case told && (it.is("himself") || it.is("herself") || it.is("themselves")):
			j++ // would tell her himself
		case it.is("when") && told && j+1 < hi && v.items[j+1].is("asked"):
			k := j + 2
			for k < hi && k < j+16 && !v.items[k].quoted() && !v.items[k].is(":") && !v.items[k].is(",") && !v.items[k].is("that") {
				k++
			}
			if k >= min(hi, j+16) {
				return none
			}
			j = k
		case it.is("(") && j > i+1:
			k := j + 1
			for k < hi && k < j+8 && !v.items[k].is(")") && !v.items[k].quoted() {
				k++
			}
			if k >= hi || !v.items[k].is(")") {
				return none
			}
			j = k + 1 // told the Ledger (via the Post) that
		case it.is(","):
			if j+1 < hi && v.items[j+1].quoted() {
				return complement{at: j + 1, how: "cue-before"}
			}
			// said, in an interview, that
			k := v.closingComma(j, hi)
			if k > 0 && v.items[k].quoted() && v.items[j+1].isCue && v.ing(j+1) {
				return none // said, adding, “We wait.”
			}
			if k > 0 && c.kind == "ask" && v.asks(k, c) && j == i+1 && v.items[j+1].tag == extract.IN {
				return complement{at: k, how: "wh"} // asked, in a low voice, if
			}
			if k == 0 || c.frames&(clauses|thatClauses) == 0 || !v.items[k].is("that") && !v.items[k].quoted() {
				return none
			}
			j = k
		case v.dash(j) && takesClause:
			// said – in an interview – that
			k := v.closingDash(j, hi)
			if k == 0 || !v.items[k].is("that") && !v.items[k].quoted() {
				return none
			}
			j = k
		case c.frames&whClauses != 0 && v.asks(j, c):
			return complement{at: j, how: "wh"}
		case c.frames&infinitives != 0 && (it.tag == extract.TO || it.is("to")) && j+1 < hi && v.baseVerb(j+1):
			if v.items[j-1].is("not") && j-1 > i {
				j-- // telling you not to worry
			}
			return complement{at: j, how: "infinitive"}
		case v.measures(j, hi) && c.frames&clauses != 0 && v.finiteWithin(j, hi):
			return v.bareContent(j, hi, c, told)
		case v.passing(j, hi):
			j++
		case (preposition >= 0 || told) && it.tag == extract.VBN && j+2 < hi && v.items[j+1].is("by"): // in a statement issued by her office
			q := v.phraseAt(j+2, hi)
			if !q.ok() {
				return none
			}
			j = v.namesOn(q.hi, hi)
		case it.is("to") && (c.lemma == "apologise" || c.lemma == "apologize") && j+1 < hi && !v.baseVerb(j+1):
			q := v.phraseAt(j+1, hi)
			if !q.ok() {
				return none
			}
			j = v.namesOn(q.hi, hi) // apologised to passengers for
		case (it.tag == extract.IN || it.tag == extract.TO) && !it.has(subordinator):
			q := v.phraseAt(j+1, hi)
			if !q.ok() && (it.is("of") || it.is("against")) && j == i+1 && j+2 < hi && v.items[j+1].tag == extract.VBG && c.frames&prepositions != 0 {
				return complement{at: j + 1, how: "preposition"} // warned of rolling/VBG blackouts
			}
			if q.ok() && q.hi < hi && v.items[q.hi].is("being") && c.frames&prepositions != 0 {
				return complement{at: j + 1, how: "preposition"} // complained of boats being late
			}
			if !q.ok() || !takesClause {
				return v.prepositional(j, hi, c, takesClause)
			}
			if q.hi+1 < hi && everyone[v.items[q.head].low] && v.items[q.hi].tag == extract.PRP && v.items[q.hi+1].finite() {
				return none // wrote to everyone she knew
			}
			if preposition < 0 && !v.items[q.head].has(timeWord) {
				preposition = j
			}
			j = v.namesOn(q.hi, hi)
		case it.tag == extract.IN && j+2 < hi && v.items[j+1].tag == extract.VBG && c.frames&prepositions != 0 && v.phraseAt(j+2, hi).ok():
			j = v.phraseAt(j+2, hi).hi // warned on taking office of “a gap”
		case takesClause && (it.is("after") || it.is("before")) && v.thatBehind(j+1, hi) > 0:
			j = v.thatBehind(j+1, hi) // said after the hearing that
		case c.frames&addressed != 0 && !told:
			q := v.phraseAt(j, hi)
			if !q.ok() {
				return none
			}
			told = true
			j = v.namesOn(q.hi, hi)
			if j+1 < hi && v.items[j].is("and") && !v.items[j].quoted() {
				if p := v.phraseAt(j+1, hi); p.ok() && p.hi+1 < hi && (v.items[p.hi].is("to") && v.items[p.hi+1].tag == extract.VB || v.items[p.hi].is("not") || v.items[p.hi].is("that")) {
					j = p.hi // advised shops and retailers not to sell it
				}
			}
			if k := v.toBehind(j, hi); k > 0 && c.frames&infinitives != 0 {
				return complement{at: k, how: "infinitive"} // urged anyone who saw it to call
			}
			if c.frames&clauses != 0 && j < hi && v.items[j].finite() {
				return complement{at: q.lo, how: "clause"} // promised Smith was safe: nobody is addressed
			}
		case told && c.frames&(clauses|infinitives) == 0:
			return none
		default:
			return v.bareContent(j, hi, c, told)
		}
	}
	if preposition >= 0 && c.frames&prepositions != 0 && (c.lemma != "say" || v.items[preposition].is("of") || v.items[preposition].is("about")) {
		return complement{at: preposition + 1, how: "preposition"}
	}
	return none
}

// everyone are the words for people of whom a clause without "that" says more.
var everyone = map[string]bool{"everyone": true, "everybody": true, "anyone": true, "anybody": true, "someone": true, "somebody": true, "people": true, "those": true}

// wishes are verbs behind which "that" begins a clause, whatever the tagger takes its
// verb for: demanded that the government apologise/NN.
var wishes = map[string]bool{"demand": true, "ask": true, "insist": true, "request": true, "recommend": true, "urge": true, "propose": true, "suggest": true}

// wished says whether the clause that begins at item j has its verb as a wish:
// demanded that she | apologise.
func (v *view) wished(j, hi int) bool {
	for k := j + 1; k < hi && k < j+10; k++ {
		it := &v.items[k]
		if it.quoted() || it.tag == extract.Punct || it.tag == extract.TO {
			return false
		}
		if it.tag == extract.VB {
			return true
		}
	}
	return false
}

// pastWithin says whether the clause that begins at item j has no verb but a
// participle behind a noun, and makes that its verb in the past: argues that
// water from the ice poured/VBN into the sea.
func (v *view) pastWithin(j, hi int) bool {
	for k := j + 1; k < hi && k < j+reach/2; k++ {
		it := &v.items[k]
		if it.quoted() || it.is(";") || it.is(",") {
			return false
		}
		if it.tag == extract.JJ && k > j+1 && strings.HasSuffix(it.low, "ed") && v.items[k-1].tag == extract.RB && v.items[k-2].noun() && v.nounAfter(k) {
			it.tag = extract.VBD // argued that they illegally concentrated/JJ voters
			return true
		}
		if it.tag == extract.VBN && (v.items[k-1].noun() || v.items[k-1].tag == extract.RB && v.items[k-2].noun()) {
			it.tag = extract.VBD
			return true
		}
	}
	return false
}

// asks says whether an indirect question begins at item j.
func (v *view) asks(j int, c *cue) bool {
	it := &v.items[j]
	return (it.tag == extract.WRB || it.tag == extract.WP) && !it.is("when") || it.is("whether") || it.is("if") && c.kind == "ask"
}

// passing says whether item j is an adverb or a word of time that may stand
// between a cue and its content.
func (v *view) passing(j, hi int) bool {
	it := &v.items[j]
	if (it.is("late") || it.is("early")) && j+2 < hi && v.items[j+1].tag == extract.IN && v.items[j+2].has(timeWord) {
		return true // said late on Friday
	}
	switch it.tag {
	case extract.RB, extract.RP:
		return true
	case extract.JJ, extract.DT, extract.CD:
		if j+1 < hi && v.items[j+1].has(timeWord) && v.items[j+1].tag != extract.CD && !(j+2 < hi && (v.items[j+2].is("of") || v.items[j+2].tag == extract.POS)) {
			return true
		}
	}
	if it.tag == extract.CD && j > 0 && v.items[j-1].has(timeWord) && v.items[j-1].tag == extract.NNP {
		return true // announced March 23
	}
	return it.has(timeWord) && it.name < 0 && !(j+1 < hi && (v.items[j+1].is("of") || v.items[j+1].tag == extract.POS))
}

// prepositional is the content that the preposition at item j begins: "warned
// of “a gap”".
func (v *view) prepositional(j, hi int, c *cue, takesClause bool) complement {
	if takesClause && (j+1 >= hi || !v.items[j+1].quoted() && !v.items[j+1].is("whether")) {
		return complement{at: -1}
	}
	if (v.items[j].tag == extract.TO || v.items[j].is("to")) && j+1 < hi && v.baseVerb(j+1) {
		return complement{at: -1} // continue to be an “it” food
	}
	if c.lemma == "point" && v.seen(j, j+1, hi) {
		return complement{at: -1} // pointed at the dock
	}
	if c.lemma == "say" && !v.items[j].is("of") && !v.items[j].is("about") {
		return complement{at: -1} // the zoo said on X
	}
	if c.frames&prepositions != 0 && j+1 < hi {
		if v.items[j+1].is("whether") || v.items[j+1].tag == extract.WRB && !v.items[j+1].is("when") {
			return complement{at: j + 1, how: "wh"} // declined to comment on whether
		}
		return complement{at: j + 1, how: "preposition"}
	}
	if k := v.quoteWithin(j, min(hi, j+10)); k > 0 && (c.frames&objects == 0 || c.kind == "call" && !v.items[j].is("to")) {
		return complement{at: k, how: "cue-before"}
	}
	return complement{at: -1}
}

// namesOn passes over what belongs to the one addressed: "Fox 35 in Orlando",
// "reporters on Friday".
func (v *view) namesOn(j, hi int) int {
	for j+1 < hi {
		it := &v.items[j]
		if v.measures(j, hi) {
			break // told the board | about 9,000 boats
		}
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
