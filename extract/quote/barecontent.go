package quote

import "github.com/quoth/quoth/extract"

// bareContent is the content that begins at item j without a word to announce
// it: a clause, a thing, or words that lead to marks.
func (v *view) bareContent(j, hi int, c *cue, told bool) complement {
	switch {
	case c.lemma == "answer" && v.put(j, hi):
		return complement{at: -1}
	case v.items[j].is("it") && j+1 < hi && (v.items[j+1].is("twice") || v.items[j+1].is("again") || v.items[j+1].is("out") || v.items[j+1].is(",") || v.items[j+1].is(".")):
		return complement{at: -1} // She said it twice, in case anyone had missed it.
	case c.frames&clauses != 0 && !told && v.items[j].finite() && v.items[j-1].isCue && v.extracted(j-1):
		return complement{at: j, how: "clause"}
	case c.frames&clauses != 0 && (c.lemma != "ask" || !told) && v.finiteWithin(j, hi) && v.clauseHead(j, hi) && !v.thingOnly(j, hi) && !(c.kind == "write" && v.thingThenClause(j, hi)) && !v.outerVerb(j, hi) && (clauseOnly[c.lemma] || v.mainFinite(j, hi)):
		return complement{at: j, how: "clause"}
	case c.lemma == "say" && !told && j+5 < hi && v.clauseHead(j, hi) && v.longPhrase(j, hi):
		return complement{at: j, how: "clause"} // said the law unfairly targets/NNS them
	case c.lemma == "accuse" && v.deedOf(j, hi):
		return complement{at: j, how: "deed"}
	case c.frames&objects != 0 && v.objectAt(j, hi) && !v.otherSense(j, hi, c):
		return complement{at: j, how: "object"}
	}
	k := v.quoteWithin(j, min(hi, j+12))
	switch {
	case c.lemma == "charge" && (v.items[j].is("after") || v.items[j].is("over")): // Two charged after “late” boat sinks
		return complement{at: -1}
	case k == 0 || c.lemma == "share" || c.lemma == "hold": // shared an office, “and she drew it.” holds it “dear to my heart”
		return complement{at: -1}
	case c.frames&(clauses|objects) != 0:
		return complement{at: j, how: "clause"}
	}
	return complement{at: k, how: "cue-before"}
}

// clauseOnly are verbs that have hardly ever a thing for an object: a finite verb
// behind them is of the clause, whatever stands between.
var clauseOnly = map[string]bool{"argue": true, "believe": true, "hope": true, "insist": true, "say": true, "think": true, "warn": true}

// outerVerb says whether the first finite verb from item j on goes with the cue: It
// boasts a quay, and | is easier to reach.
func (v *view) outerVerb(j, hi int) bool {
	for k := j + 1; k < hi && k < j+reach/2; k++ {
		it := &v.items[k]
		if it.quoted() || it.is(";") {
			return false
		}
		if it.finite() {
			for k--; k > j && v.items[k].tag == extract.RB; k-- {
			}
			return k > j+1 && v.items[k].tag == extract.CC
		}
	}
	return false
}

// mainFinite says whether a finite verb follows in [j, hi) that no relative clause and
// no conjunction of its own holds: not in “pledged his help to the board that | met”.
func (v *view) mainFinite(j, hi int) bool {
	inner := false
	for k := j; k < hi && k < j+reach/2; k++ {
		it := &v.items[k]
		switch {
		case it.quoted():
			inner = false
		case it.tag == extract.WDT || it.tag == extract.WP || it.tag == extract.WRB || it.is("that") && k > j || it.has(subordinator) && it.tag == extract.IN && k > j:
			inner = true
		case it.finite() && k > j:
			if !inner {
				return true
			}
			k = max(k, v.groupEnd(k, hi)-1)
			inner = k+1 < hi && v.items[k+1].tag == extract.CC || v.items[k].isCue && v.items[k].cue.frames&(clauses|addressed) != 0 || lets(v.items[k].low)
		case it.is(";") || v.dash(k) || it.is(",") && k+1 < hi && (v.items[k+1].tag == extract.CC || v.items[k+1].is("so") || v.items[k+1].is("then")):
			return false // explains an idea, then has a list; adds no fluff – it is short
		}
	}
	return false
}

// lets says whether a verb has another behind its object: a lock that lets you | wait.
func lets(low string) bool {
	switch low {
	case "let", "lets", "make", "makes", "made", "help", "helps", "helped":
		return true
	}
	return false
}

// thingOnly says whether the words from item j on are a thing and no clause: a
// man whose voice told thousands the time, | died.
func (v *view) thingOnly(j, hi int) bool {
	p := v.phraseAt(j, hi)
	if !p.ok() || p.hi+1 >= hi {
		return false
	}
	end, next := &v.items[p.hi], &v.items[p.hi+1]
	return end.is(",") && next.tag == extract.VBD || end.is("when") || end.is("after") || end.is("before") || end.is("as") && next.tag != extract.JJ && next.tag != extract.RB
}

// deedOf says whether what somebody is accused of doing follows the phrase at item j:
// accused the board | of wasting its money. Of 46 such, 43 are attributions.
func (v *view) deedOf(j, hi int) bool {
	p := v.coreAt(j, hi)
	if !p.ok() || v.anyQuoted(j, hi) {
		return false
	}
	k := v.namesOn(p.hi, hi)
	return k+1 < hi && v.items[k].is("of") && v.ing(k+1)
}

// nextClause is the comma in [at, hi) that a clause with its subject follows, hi for
// none: accusing the board of lying, | Smith left.
func (v *view) nextClause(at, hi int) int {
	for k := at; k+2 < hi && k < at+reach; k++ {
		if v.items[k].is(",") {
			if p := v.phraseAt(k+1, hi); p.ok() && p.hi < hi && v.items[p.hi].finite() {
				return k
			}
		}
	}
	return hi
}

// toBehind is the "to" of an infinitive behind the relative clause that begins at item
// j, 0 for none: anyone | who may have seen it | to come forward.
func (v *view) toBehind(j, hi int) int {
	if j >= hi || !v.items[j].is("who") {
		return 0
	}
	for k := j + 2; k+1 < hi && k < j+reach/4 && !v.items[k].quoted() && v.items[k].tag != extract.Punct; k++ {
		if v.items[k].is("to") && v.items[k+1].tag == extract.VB && !v.items[k-1].tag.Verb() {
			return k
		}
	}
	return 0
}

// thingThenClause says whether a thing begins at item j and a clause with its subject
// behind its comma: whether he had written a speech, | he said.
func (v *view) thingThenClause(j, hi int) bool {
	p := v.phraseAt(j, hi)
	if !p.ok() || p.hi >= hi || !v.items[p.hi].is(",") {
		return false
	}
	q := v.phraseAt(p.hi+1, hi)
	return v.speaks(q) && !v.items[q.lo].is("a") && !v.items[q.lo].is("an") && q.hi < hi && v.items[q.hi].finite()
}

// plural says whether item i, a verb for the tagger, is a noun in the plural by what
// follows it: told a man that pensioners/VBZ struggling with bills; that boats/VBZ “should stop”.
func (v *view) plural(i, hi int) bool {
	if i+1 >= hi || v.items[i].tag != extract.VBZ || v.items[i].has(auxiliary) {
		return false
	}
	return v.items[i+1].tag == extract.VBG || v.items[i+1].quoted() && v.verbOpens(i+1)
}

// longPhrase says whether the words from item j on, up to a mark, are more than
// one says without a verb ("a few words", "the same of Smith").
func (v *view) longPhrase(j, hi int) bool {
	for k := j; k < j+5; k++ {
		if k >= hi || v.items[k].quoted() || v.items[k].tag == extract.Punct {
			return false
		}
		switch v.items[k].low {
		case "same", "little", "nothing", "much", "so", "something", "word", "words", "goodbye", "hello", "yes", "no", "anything", "things", "thing", "prayer", "prayers":
			return false
		}
	}
	return true
}

// extracted says whether the verb of saying at item i stands in a relative clause
// whose subject is what was said something of: a pact that officials said was dead.
func (v *view) extracted(i int) bool {
	for k := i - 1; k > 0 && k > i-7; k-- {
		it := &v.items[k]
		switch {
		case it.quoted() || it.tag == extract.Punct || it.finite():
			return false
		case it.tag == extract.WDT || it.is("that") || it.is("which") || it.is("who") || it.is("what"):
			return k < i-1
		}
	}
	return false
}
