package quote

import "github.com/quoth/quoth/extract"

// namedBehind says whether the verb follows a comma and its subject, a person named,
// follows the verb: Tea helps those, among them nurses, says Smith, a nurse.
func (v *view) namedBehind(c *cueVerb, f frame) bool {
	i := c.at
	if c.group.lo != i || c.cue.particle || c.cue.lemma == "tell" || i <= f.lo || !v.items[i].finite() || !v.items[i-1].is(",") || c.cue.frames&(clauses|thatClauses) == 0 || !v.personAt(i+1) || i+1 >= f.hi {
		return false
	}
	return v.namedTail(i+1, f.hi)
}

// inverted reads “We won,” said Smith.
func (v *view) inverted(r *report, c *cueVerb, f frame) bool {
	i := c.at
	if c.direct || c.cue.lemma == "tell" || c.cue.lemma == "call_for" || c.cue.lemma == "call_on" || c.group.lo != i || i+1 >= f.hi || i <= f.lo || !v.items[i].finite() || !v.items[i-1].quoted() && !v.items[i-1].is(",") {
		return false
	}
	p := v.phraseAt(c.end, f.hi)
	if !v.speaks(p) || v.items[p.hi-1].tag == extract.POS || v.objectOnly(p.head) {
		return false
	}
	if p.hi+2 < f.hi && v.items[p.hi].is("and") && v.items[p.hi+1].is("others") {
		p.hi += 2 // said Smith and others
	}
	if v.items[i-1].is(",") && v.items[p.head].tag == extract.PRP && p.hi < f.hi && v.items[p.hi].finite() {
		return false // One of those hurt, a man of 61, said he had fallen
	}
	after := p.hi
	if after < f.hi && v.items[after].quoted() && v.items[p.head].name < 0 {
		return false // Smith backs a cut, says the market ‘wavers’
	}
	if after+2 < f.hi && v.items[after].is(",") && v.items[p.head].name >= 0 && v.apposes(after+1, f.hi) {
		after = f.hi // said Smith, a baker, who
	} else if k := v.asideEnd(p, after, f.hi); k > 0 {
		after = k
	}
	if !v.postposed(r, f, i-1, after) {
		return false
	}
	r.speaker = p
	r.rule = "inverted-" + r.rule
	v.resume(r, v.namesOn(p.hi, f.hi), f.hi)
	return true
}

// asideEnd is the comma that ends what is said of the name p behind the comma
// after, before words in marks or a verb: The trick, says Smith, a baker, | “is to
// wait”. The pier, wrote Smith, author of Tides, | was late. It is 0 for none.
func (v *view) asideEnd(p phrase, after, hi int) int {
	if after+2 >= hi || !v.items[after].is(",") || v.items[p.hi-1].name < 0 {
		return 0
	}
	for k := after + 2; k+1 < hi && k < after+reach/2 && !v.items[k].quoted(); k++ {
		if v.items[k].is(",") && (v.items[k+1].quoted() || v.items[k+1].finite()) {
			if v.finiteWithin(after, k) && !v.items[after+1].is("who") {
				return 0
			}
			return k
		}
	}
	return 0
}

// apposes says whether what follows the comma behind a name says who that is, to
// the end of the sentence: said Smith, | an assistant professor of law.
func (v *view) apposes(k, hi int) bool {
	it := &v.items[k]
	if !it.is("a") && !it.is("an") && !it.is("who") {
		return false
	}
	for j := k; j < hi; j++ {
		if v.items[j].quoted() {
			return false
		}
	}
	return true
}
