package quote

import "github.com/quoth/quoth/extract"

// asTold reads As Smith told the Ledger, the ferry is late: the clause that "as"
// opens the sentence with tells who says the rest.
func (v *view) asTold(r *report, c *cueVerb, f frame) bool {
	as := c.subject.lo - 1
	if !c.direct || as < f.lo || !v.items[as].is("as") || v.contentStart(f.lo, as+1) != as || c.group.participle || c.group.infinitive || c.group.negated || !speaking(c.cue.kind) || c.cue.lemma == "continue" || v.anonymousWe(c.subject) {
		return false
	}
	k := v.namesOn(c.end, f.hi)
	if c.end+2 < f.hi && v.items[c.end].is("it") && v.items[c.end+1].is("to") {
		if q := v.phraseAt(c.end+2, f.hi); q.ok() {
			k = q.hi // As Smith explained it to me,
		}
	}
	if q := v.phraseAt(k, f.hi); q.ok() && c.cue.frames&addressed != 0 {
		k = v.namesOn(q.hi, f.hi)
	}
	for k < f.hi && (v.items[k].tag == extract.RB || v.items[k].has(timeWord)) {
		k++
	}
	if k < f.hi && v.items[k].tag == extract.IN && !v.items[k].has(subordinator) {
		if q := v.phraseAt(k+1, f.hi); q.ok() {
			k = v.namesOn(q.hi, f.hi)
		}
	}
	if k+3 < f.hi && v.items[k].is(",") && v.items[k+1].tag == extract.CC && v.items[k+2].is("as") {
		if k = v.closingComma(k, f.hi) - 1; k < 0 { // and as others have reported,
			return false
		}
	}
	if k+2 >= f.hi || !v.items[k].is(",") || v.items[k+1].is("so") || v.items[k+1].quoted() || !v.clauseHead(k+1, f.hi) || !v.finiteWithin(k+1, f.hi) {
		return false
	}
	r.speaker, r.rule = c.subject, "as-told"
	r.parts = [][2]int{{k + 1, v.contentEnd(k+1, f.hi)}}
	return true
}

// anonymousWe says whether a phrase is the reporter or anybody: "as we said".
func (v *view) anonymousWe(p phrase) bool {
	switch v.items[p.head].low {
	case "we", "i", "you", "saying":
		return true
	}
	return false
}
