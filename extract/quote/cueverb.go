package quote

import "github.com/quoth/quoth/extract"

// cueVerb is a verb of saying with what stands around it.
type cueVerb struct {
	at, end int // the verb, and the item after it and its particle
	group   group
	cue     *cue
	subject phrase
	direct  bool // the subject stands right before the verb
	left    int  // item before the subject, or before the verb where it has none there
	main    int  // where the main clause begins that follows the verb's own, 0 for none
}

// readCue reads what the verb of saying at item i reports, in sieves from sure
// to unsure. have holds the reports of the frame so far.
func (v *view) readCue(i int, f frame, have []report) (report, bool) {
	it := &v.items[i]
	c := cueVerb{at: i, end: i + 1, group: v.groupAt(i, f.lo), cue: it.cue}
	if i-2 > f.lo && it.is("saying") && v.items[i-1].is("as") && v.items[i-2].is("quoted") {
		c.group = v.groupAt(i-2, f.lo) // “We won,” Smith is quoted as saying
		c.group.at, c.group.passive = i, false
	}
	if it.is("saying") && i-2 > f.lo && v.items[i-1].is("as") {
		if p, by := v.quotedAs(i, f.lo); p.ok() {
			comp := v.complementOf(i, f.hi, it.cue)
			if comp.at < 0 || comp.at >= f.hi {
				return report{}, false
			}
			end := v.contentEnd(comp.at, f.hi)
			if v.items[comp.at].quoted() {
				end = v.rest(comp.at, f.hi)[1]
			}
			return report{cue: it.Span, kind: "say", lemma: "say", rule: comp.how, clausal: true, speaker: p, via: by, parts: [][2]int{{comp.at, end}}}, true
		}
	}
	if (it.cue.lemma == "quote" || it.cue.lemma == "cite") && v.asSaying(i, f.hi) {
		return report{}, false // quoted an aide as saying
	}
	if i-1 > f.lo && v.ing(i) && heard[v.items[i-1].low] {
		if g := v.groupAt(i-1, f.lo); g.passive {
			c.group, c.group.at, c.group.passive = g, i, false // “Please,” Smith can be heard saying
		}
	}
	r := report{mood: v.moodOf(c.group, f.lo), cue: it.Span, kind: c.cue.kind, lemma: c.cue.lemma, clausal: c.cue.frames&(clauses|thatClauses) != 0 && !c.group.infinitive, infinitive: c.group.infinitive}
	if c.cue.particle && i+1 < f.hi {
		c.end++
		r.cue.End = v.items[i+1].End // "called for"
	}
	if v.told(i, c.group) {
		if h, ok := v.readHearing(r, i, c.group, f); ok {
			return h, true
		}
	}
	if c.group.passive || v.reducedPassive(c.group, f.hi) {
		return v.readPassive(r, c.group, f)
	}
	if v.beingAsked(c.group, c.cue, f) {
		return r, false
	}
	if c.group.infinitive && c.group.lo > f.lo && v.items[c.group.lo-1].is("anonymity") {
		return r, false // who spoke on the condition of anonymity to discuss the matter
	}
	if v.ing(i) && i-2 > f.lo && v.items[i-1].is("of") && c.cue.kind == "plan" && v.accusedBefore(i-1, f.lo) {
		return r, false // accused the board of wanting “to stay”
	}
	if i > f.lo && v.items[i-1].is("than") {
		return r, false // less than feared
	}
	if c.cue.lemma == "recall" && v.ing(i) && c.group.lo < i {
		return r, false // is recalling 9,000 cars because handles may fail
	}
	if c.end+1 < f.hi && v.items[c.end].is("as") && v.items[c.end+1].is("much") {
		return r, false // He admitted as much.
	}
	if v.noSaying(&c, f) {
		return r, false
	}
	v.findSubject(&c, f, have)
	if it.is("quote") && i > f.lo && v.items[i-1].is("i") {
		return r, false // she said — and I quote — “No.”
	}
	if v.wasHow(&r, &c, f) {
		return r, true
	}
	if !c.group.participle && !c.group.infinitive {
		if v.inverted(&r, &c, f) || v.afterMarks(&r, &c, f) {
			return r, true
		}
	}
	if v.asTold(&r, &c, f) {
		return r, true
	}
	comp := v.complementOf(c.end-1, f.hi, c.cue)
	if as := c.subject.lo - 1; comp.how == "clause" && c.direct && as >= f.lo && v.items[as].is("as") && v.anonymousWe(c.subject) {
		return r, false // as I've mentioned a couple of times, there are boats
	}
	if c.cue.lemma == "find" && comp.how == "cue-before" && comp.at > c.end && !v.items[comp.at-1].is(",") {
		return r, false // arrived to find the boat “stripped bare”
	}
	if comp.at < 0 && c.direct && c.left < f.lo && c.cue.frames&clauses != 0 {
		comp = v.behindAside(c.end, f.hi)
	}
	if c.direct && !c.group.participle && !c.group.infinitive && c.left >= f.lo && v.afterContent(&r, &c, comp, f) {
		v.cite(&r, c.end, f.hi)
		return r, true
	}
	if (c.cue.kind == "ask" || comp.how == "infinitive") && comp.at >= 0 && v.aboutNaming(comp.at, f.hi) {
		return r, false
	}
	r, ok := v.beforeContent(r, &c, comp, f)
	if ok && comp.at > c.end {
		v.cite(&r, c.end, comp.at)
	}
	if n := len(r.parts); ok && n > 0 && !r.via.ok() && r.parts[n-1][1]+1 < f.hi && v.items[r.parts[n-1][1]].is(",") {
		if end := r.parts[n-1][1]; v.items[end+1].is("citing") {
			v.cite(&r, end, f.hi) // said that it works, citing two officials
		}
	}
	return r, ok
}

// heard are what recordings have of those who say something.
var heard = map[string]bool{"heard": true, "overheard": true, "seen": true, "recorded": true, "filmed": true, "caught": true}

// wasHow reads “A mess,” was how Smith described it, and how she put it.
func (v *view) wasHow(r *report, c *cueVerb, f frame) bool {
	how := c.subject.lo - 1
	if !c.subject.ok() || how-2 < f.lo || !v.items[how].is("how") || !v.items[how-2].quoted() || !c.cue.particle && (c.end >= f.hi || v.items[c.end].tag != extract.PRP && v.items[c.end].tag != extract.DT) {
		return false
	}
	if be := &v.items[how-1]; !be.is("was") && !be.is("is") && !be.is("'s") && !be.is("’s") {
		return false
	}
	r.speaker, r.rule, r.kind = c.subject, "cue-after", "say"
	r.parts = [][2]int{{how - 2, how - 1}}
	return true
}

// beingAsked says whether the verb tells, between commas, what the subject was
// asked: The coach, asked whether it hurt, smiled.
func (v *view) beingAsked(g group, c *cue, f frame) bool {
	if c.kind != "ask" || c.frames&addressed == 0 || g.lo != g.at || g.lo <= f.lo || v.ing(g.at) {
		return false
	}
	if v.items[g.lo-1].is("when") {
		return true // told the board when asked about it:
	}
	if !v.items[g.lo-1].is(",") {
		return false
	}
	for k := g.at + 1; k+1 < f.hi && k < g.at+reach/2; k++ {
		if v.items[k].quoted() {
			return false
		}
		if v.items[k].is(",") && v.items[k+1].finite() {
			return true
		}
	}
	return false
}

// findSubject sets who says it and where that stands.
func (v *view) findSubject(c *cueVerb, f frame, have []report) {
	g := c.group
	c.left = g.lo - 1
	if v.namedBehind(c, f) {
		return
	}
	c.subject = v.subjectOf(g, f.lo, 0)
	if c.left >= f.lo && len(have) > 0 {
		// She said it was safe, adding that; She said it was safe but added that:
		// who said, says more.
		last := &have[len(have)-1]
		if k := g.lo - 1; g.infinitive && k > f.lo && v.items[k].tag != extract.PRP {
			for k > f.lo+1 && !v.items[k].quoted() && !v.items[k].tag.Verb() && k > g.lo-4 {
				k--
			}
			if it := &v.items[k]; it.finite() && v.items[k-1].tag == extract.CC && v.follows(last, k) && last.speaker.ok() {
				c.subject, c.direct = last.speaker, false // but went on to say
				return
			}
		}
		leans := g.participle || v.items[c.left].tag == extract.CC || v.items[c.left].tag == extract.RB
		if what := last.speaker.lo - 1; leans && last.speaker.ok() && v.follows(last, g.lo) && !(what > f.lo && v.items[what].is("what")) {
			c.subject = last.speaker
			if before := len(have) - 2; before >= 0 && v.items[last.speaker.head].tag == extract.PRP && have[before].holds(last) && v.follows(&have[before], g.lo) {
				c.subject = have[before].speaker // The union said it would sue, arguing that
			}
		}
	}
	if !c.subject.ok() && g.participle && g.lo == g.at && v.contentStart(f.lo, g.lo+1) == g.lo {
		c.subject, c.main = v.mainClause(c.end, f.hi)
		return
	}
	if !c.subject.ok() || c.subject.hi > g.lo {
		c.subject = phrase{}
		return
	}
	if c.direct = c.subject.hi == g.lo || v.joined(c.subject.hi, g.lo) || v.items[g.lo-1].is(",") && v.joined(v.namesOn(c.subject.hi, g.lo), g.lo); !c.direct {
		return
	}
	c.left = c.subject.lo - 1
	if c.left > f.lo && v.items[c.left].is("as") && v.items[c.left-1].is(",") {
		c.left-- // They won, as Smith said.
	}
}

// mainClause is the subject of the main clause behind the one that a participle opens
// the sentence with, and where it begins: Noting that it was late, | Smith left. What
// of 13 such stands before the comma is an attribution of that subject in 10.
func (v *view) mainClause(i, hi int) (phrase, int) {
	for k := i; k+2 < hi && k < i+reach; k++ {
		it := &v.items[k]
		if !it.is(",") && !it.quoted() || k > i && !it.quoted() && !v.finiteWithin(i-1, k) && !v.anyQuoted(i, k) && !v.objectAt(i, k) {
			continue
		}
		a := k + 1
		p := v.phraseAt(a, hi)
		if !v.speaks(p) || v.objectOnly(p.head) || p.hi >= hi {
			continue
		}
		b := p.hi
		for b < hi && v.items[b].tag == extract.RB {
			b++
		}
		if b+1 < hi && v.items[b].is(",") {
			b = v.closingComma(b, hi)
		}
		if b > 0 && b < hi && v.items[b].finite() {
			return p, a
		}
	}
	return phrase{}, 0
}

// afterMarks reads “We won,” veteran analyst Ann Smith wrote this week:
// whatever stands between the marks and the verb names who spoke.
func (v *view) afterMarks(r *report, c *cueVerb, f frame) bool {
	left, p := v.betweenMarkAndVerb(c.group, f.lo)
	if !p.ok() || !v.speaks(p) || v.items[p.lo].is("you") || !v.postposed(r, f, left, c.end) {
		return false
	}
	r.speaker = p
	v.resume(r, c.end, f.hi)
	return true
}

// beforeContent reads Smith said that they won.
func (v *view) beforeContent(r report, c *cueVerb, comp complement, f frame) (report, bool) {
	if comp.at < 0 {
		return r, false
	}
	subject := c.subject
	if it := &v.items[c.at]; !subject.ok() && it.finite() && it.tag != extract.MD && c.group.lo > f.lo && comp.how != "object" && comp.how != "preposition" {
		// The tagger hid the verb that the subject stands before: "The ad hits
		// Smith and claims that".
		subject = v.firstPhrase(v.contentStart(max(f.lo, c.group.lo-reach), c.group.lo), c.group.lo)
		r.doubted = true
	}
	marks := comp.at < f.hi && v.items[comp.at].quoted()
	if !v.speaks(subject) {
		if marks {
			r.parts = append(r.parts, v.rest(comp.at, f.hi))
			r.rule = "cue-alone"
		}
		return r, marks
	}
	r.speaker, r.rule = subject, comp.how
	r.doubted = r.doubted || !c.direct || c.group.negated
	switch {
	case comp.at >= f.hi:
		r.pending = true
	case comp.how == "cue-before" || comp.how == "colon" && marks:
		r.parts = append(r.parts, v.rest(comp.at, f.hi))
	default:
		if comp.how == "object" && !speaking(c.cue.kind) || c.cue.kind == "call" {
			f.hi = v.objectEnd(comp.at, f.hi)
		}
		if comp.how == "deed" {
			f.hi = v.nextClause(comp.at, f.hi)
		}
		if comp.how == "object" || comp.how == "preposition" {
			f.hi = v.thingEnd(comp.at, f.hi)
		}
		if c.main > 0 {
			f.hi = c.main
		}
		end := v.contentEnd(comp.at, v.frontedEnd(comp.at, f, v.relativeEnd(c.group, f)))
		r.parts = append(r.parts, [2]int{comp.at, v.mainVerb(c, comp, end, f.lo)})
	}
	return r, true
}

// mainVerb is where the verb begins of the clause whose subject a relative clause
// without a comma says more of, end where there is none: A nurse who persuaded him
// to lend her £9 | has been dismissed.
func (v *view) mainVerb(c *cueVerb, comp complement, end, lo int) int {
	who := c.group.lo - 1
	reduced := c.group.participle && comp.how == "infinitive" && who >= lo && v.items[who].noun() // a man claiming to speak for Smith | told
	if !reduced && (who-1 < lo || !v.items[who].is("who") && !(v.items[who].is("that") && v.items[who].tag == extract.WDT) || !v.items[who-1].noun()) {
		return end
	}
	if comp.how != "infinitive" {
		if k := v.secondVerb(comp.at, end); v.items[k-1].tag != extract.PRP { // the nation he | aspires to lead
			return k
		}
		return end
	}
	for k := comp.at; k < end; k++ {
		it := &v.items[k]
		switch {
		case it.quoted():
		case it.has(subordinator) || it.tag == extract.WDT || it.tag == extract.WP || it.tag == extract.WRB || it.is("that") || it.tag == extract.CC:
			return end
		case it.finite():
			return k
		}
	}
	return end
}

// firstPhrase is the phrase that a clause opens with, where it opens with one.
func (v *view) firstPhrase(a, hi int) phrase {
	if p := v.phraseAt(a, hi); v.speaks(p) && !v.objectOnly(p.head) {
		return p
	}
	return phrase{}
}

// follows says whether the content of r ends right before item i, but for a
// comma, a conjunction or an adverb.
func (v *view) follows(r *report, i int) bool {
	if len(r.parts) == 0 {
		return false
	}
	end := r.parts[len(r.parts)-1][1]
	if end > i || end < i-4 {
		return false
	}
	for ; end < i; end++ {
		if it := &v.items[end]; !it.is(",") && it.tag != extract.CC && it.tag != extract.RB && !v.dash(end) {
			return false
		}
	}
	return true
}

// joined says whether only an apposition between commas, or time words, stand
// between a subject that ends before item a and its verb at b.
func (v *view) joined(a, b int) bool {
	if a >= b {
		return a == b
	}
	if it := &v.items[a]; it.is(",") || it.is("(") || v.dash(a) {
		end := &v.items[b-1]
		return end.is(",") || end.is(")") || v.dash(b-1) || end.quoted() && v.lastByte(end) == ','

	}
	for i := a; i < b; i++ {
		switch it := &v.items[i]; it.tag {
		case extract.IN, extract.DT, extract.JJ, extract.CD, extract.RB, extract.WP, extract.WDT:
		default:
			if !it.has(timeWord) {
				return false
			}
		}
	}
	return true
}
