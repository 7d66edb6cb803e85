package quote

import "github.com/quoth/quoth/extract"

// report is one attribution as the rules read it, in items.
type report struct {
	cue     extract.Span
	kind    string // of the cue
	clausal bool   // the cue takes a clause, and is no infinitive
	speaker phrase
	parts   [][2]int
	rule    string
	sure    float64
	pending bool // what is said follows after the frame: "She said:"
	exact   bool // without marks, but word for word: a block quote
}

// readFrame appends the reports of a frame, in order of their cues.
func (v *view) readFrame(dst []report, f frame) []report {
	first := len(dst)
	for i := f.lo; i < f.hi; i++ {
		it := &v.items[i]
		switch {
		case it.quoted():
		case it.is("according") && i+1 < f.hi && v.items[i+1].is("to"):
			if r, ok := v.readAccording(i, f); ok {
				dst = append(dst, r)
			}
		case it.isCue && v.verbal(i):
			if r, ok := v.readCue(i, f, dst[first:]); ok {
				dst = append(dst, r)
			}
		case it.is(":") && i > f.lo:
			if r, ok := v.readColon(i, f, dst[first:]); ok {
				dst = append(dst, r)
			}
		}
	}
	return dst
}

// verbal says whether the cue word i is used as a verb. Taggers take "says" and
// "claims" for nouns; the words around tell.
func (v *view) verbal(i int) bool {
	it := &v.items[i]
	if it.tag.Verb() {
		if it.is("states") && i > 0 { // "the United States", "four states that"
			if prev := &v.items[i-1]; upper(v.text[it.Start]) || prev.tag == extract.CD || prev.tag == extract.JJ || prev.tag == extract.DT {
				return false
			}
		}
		return it.name < 0
	}
	switch it.low {
	case "said", "says", "told", "tells", "wrote", "added", "asked", "saying", "tweeted", "argued":
		return true
	}
	if it.tag.Noun() && it.cue.form == 1 && i > 0 && i+1 < len(v.items) {
		return v.items[i-1].name >= 0 && (v.items[i+1].quoted() || v.items[i+1].is(":") || v.items[i+1].is("that"))
	}
	return false
}

// readCue reads what the verb of saying at item i reports.
func (v *view) readCue(i int, f frame, have []report) (report, bool) {
	it := &v.items[i]
	g := v.groupAt(i, f.lo)
	clausal := it.cue.frames&(clauses|thatClauses) != 0 && !g.infinitive
	r := report{cue: it.Span, kind: it.cue.kind, clausal: clausal}
	if g.passive {
		return v.readPassive(r, g, f)
	}
	subject := v.subjectOf(g, f.lo, 0)
	if len(have) > 0 && (g.participle || v.items[max(f.lo, g.lo-1)].tag == extract.CC || g.lo > f.lo && v.items[g.lo-1].tag == extract.RB) {
		// She said it was safe, adding that; She said it was safe but added that:
		// who said, says more.
		if last := &have[len(have)-1]; last.speaker.ok() && v.follows(last, g.lo) {
			subject = last.speaker
		}
	}
	if subject.ok() && subject.hi > g.lo {
		subject = phrase{}
	}
	direct := subject.ok() && (subject.hi == g.lo || v.joined(subject.hi, g.lo))
	left := g.lo - 1
	if direct {
		left = subject.lo - 1
		if left > f.lo && v.items[left].is("as") && v.items[left-1].is(",") {
			left-- // They won, as Smith said.
		}
	}
	// “We won,” said Smith.
	if !direct && !g.participle && !g.infinitive && g.lo == i && i+1 < f.hi && i > f.lo && it.finite() &&
		(v.items[i-1].quoted() || v.items[i-1].is(",")) {
		if p := v.phraseAt(i+1, f.hi); v.speaks(p) && v.items[p.hi-1].tag != extract.POS && !v.objectOnly(p.head) {
			if ok := v.postposed(&r, f, i-1, p.hi); ok {
				r.speaker = p
				r.rule = "inverted-" + r.rule
				v.resume(&r, v.namesOn(p.hi, f.hi), f.hi)
				return r, true
			}
		}
	}
	// “We won,” veteran analyst Ann Smith wrote this week: whatever stands between
	// the mark and the verb names who spoke.
	if !g.participle && !g.infinitive {
		if q, p := v.betweenMarkAndVerb(g, f.lo); p.ok() && v.speaks(p) && v.postposed(&r, f, q, i+1) {
			r.speaker = p
			v.resume(&r, i+1, f.hi)
			return r, true
		}
	}
	comp := v.complementOf(i, f.hi, it.cue)
	if direct && !g.participle && !g.infinitive && left >= f.lo && v.speaks(subject) {
		l := &v.items[left]
		afterQuote := l.quoted() || l.is(",") && left > f.lo && v.items[left-1].quoted()
		weak := comp.at < 0 || comp.how == "object" || comp.how == "preposition" || comp.how == "cue-before"
		if afterQuote && (weak || v.lastByte(v.quoteAt(left)) == ',' || l.is(",")) ||
			l.is(",") && comp.at < 0 && it.cue.frames&(clauses|thatClauses) != 0 && !v.items[subject.lo].is("whose") {
			if v.postposed(&r, f, left, i+1) {
				r.speaker = subject
				if comp.how == "cue-before" && comp.at < f.hi && v.items[comp.at-1].is(",") {
					r.parts = append(r.parts, v.rest(comp.at, f.hi))
					r.rule = "split"
				}
				return r, true
			}
		}
	}
	if comp.at >= 0 && !subject.ok() && it.finite() && it.tag != extract.MD && g.lo > f.lo && comp.sure > 0.7 {
		// The tagger hid the verb that the subject stands before: "The ad hits
		// Smith and claims that".
		if subject = v.firstPhrase(v.contentStart(max(f.lo, g.lo-reach), g.lo), g.lo); subject.ok() {
			comp.sure -= 0.2
		}
	}
	if comp.at < 0 || !v.speaks(subject) {
		if comp.at >= 0 && comp.at < f.hi && v.items[comp.at].quoted() {
			r.parts = append(r.parts, v.rest(comp.at, f.hi))
			r.rule, r.sure = "cue-alone", 0.4
			return r, true
		}
		return r, false
	}
	r.speaker = subject
	r.rule, r.sure = comp.how, comp.sure
	if !direct {
		r.sure -= 0.1
	}
	if comp.at >= f.hi {
		r.pending = true
		return r, true
	}
	if g.negated || r.kind == "think" && comp.how != "that" && comp.how != "clause" && comp.how != "cue-before" {
		r.sure -= 0.2
	}
	if comp.how == "cue-before" || comp.how == "colon" && v.items[comp.at].quoted() {
		r.parts = append(r.parts, v.rest(comp.at, f.hi))
	} else {
		r.parts = append(r.parts, [2]int{comp.at, v.contentEnd(comp.at, v.relativeEnd(g, f))})
	}
	return r, true
}

// relativeEnd is where a report in a relative clause must end: "Smith, who
// said it was “late again,” left".
func (v *view) relativeEnd(g group, f frame) int {
	if k := g.lo - 1; k <= f.lo || !v.items[k].is("who") || !v.items[k-1].is(",") {
		return f.hi
	}
	for k := g.at + 1; k+1 < min(f.hi, g.at+maxContent); k++ {
		it := &v.items[k]
		if (it.is(",") || it.quoted() && v.lastByte(it) == ',') && v.items[k+1].finite() {
			if it.quoted() {
				k++
			}
			return k
		}
	}
	return f.hi
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

// betweenMarkAndVerb is the marked stretch (or the comma after it) that a verb
// group follows, and the phrase between them.
func (v *view) betweenMarkAndVerb(g group, lo int) (int, phrase) {
	for k := g.lo - 1; k >= lo && k > g.lo-reach/2; k-- {
		it := &v.items[k]
		asSaid := it.is("as") && k > lo && (v.items[k-1].quoted() || v.items[k-1].is(","))
		if it.finite() && k > lo && !v.relative(k, lo) || it.is(";") || it.is(":") || it.has(subordinator) && !asSaid {
			return 0, phrase{}
		}
		if !it.quoted() {
			continue
		}
		if end := v.lastByte(it); end != ',' && end != '?' && end != '!' && !v.items[k+1].is(",") {
			return 0, phrase{}
		}
		left := k
		if v.items[k+1].is(",") {
			left = k + 1
		}
		a := left + 1
		if a < g.lo && v.items[a].is("as") {
			a++ // “We won,” as Smith said
		}
		if a >= g.lo {
			return 0, phrase{}
		}
		p := v.phraseAt(a, g.lo)
		if p.ok() && p.hi < g.lo && !v.joined(p.hi, g.lo) {
			p = phrase{}
		}
		if !p.ok() && g.lo-a < 8 && !v.commaWithin(a, g.lo) && v.items[a].tag != extract.IN {
			// The tagger took a word of the name for something else.
			if p = v.phraseBefore(g.lo-1, a); p.ok() {
				p.lo = a
			}
		}
		return left, p
	}
	return 0, phrase{}
}

// relative says whether the verb at item k stands in a relative clause: "who
// ran twice".
func (v *view) relative(k, lo int) bool {
	for j := k - 1; j >= lo && j > k-5; j-- {
		if it := &v.items[j]; it.tag == extract.WP || it.tag == extract.WDT || it.is("who") {
			return true
		}
	}
	return false
}

// resume adds what goes on after an attribution: “We won,” she said, “at last.”
func (v *view) resume(r *report, after, hi int) {
	// “We won,” said Smith, the mayor of Ely, “at last.”
	for k := after; k < hi && k < after+reach/4; k++ {
		if it := &v.items[k]; it.quoted() {
			after = k
			break
		} else if it.finite() || it.is(";") {
			return
		}
	}
	if after < hi && v.items[after-1].is(",") && v.items[after].quoted() {
		r.parts = append(r.parts, v.rest(after, hi))
		r.rule = "split"
	}
}

// firstPhrase is the phrase that a clause opens with, where it opens with one.
func (v *view) firstPhrase(a, hi int) phrase {
	if p := v.phraseAt(a, hi); v.speaks(p) && !v.objectOnly(p.head) {
		return p
	}
	return phrase{}
}

// joined says whether only an apposition between commas, or time words, stand
// between a subject that ends before item a and its verb at b.
func (v *view) joined(a, b int) bool {
	if a >= b {
		return a == b
	}
	it := &v.items[a]
	if it.is(",") || it.is("(") || it.is("—") || it.is("--") || it.is("–") {
		c := &v.items[b-1]
		return c.is(",") || c.is(")") || c.is("—") || c.is("--") || c.is("–")
	}
	for i := a; i < b; i++ {
		if t := &v.items[i]; !t.has(timeWord) && t.tag != extract.IN && t.tag != extract.DT && t.tag != extract.JJ && t.tag != extract.CD && t.tag != extract.RB && t.tag != extract.WP && t.tag != extract.WDT {
			return false
		}
	}
	return true
}

// quoteAt is the marked item at i or, where i is a comma, before it.
func (v *view) quoteAt(i int) *item {
	if !v.items[i].quoted() && i > 0 && v.items[i-1].quoted() {
		i--
	}
	return &v.items[i]
}

// rest is the content that begins with the marked stretch at item a: the
// stretch alone where it is a whole sentence or the end of one, the clause that
// goes on after it where it is a piece of it.
func (v *view) rest(a, hi int) [2]int {
	if a >= hi || !v.items[a].quoted() {
		return [2]int{a, v.contentEnd(a, hi)}
	}
	last := v.lastByte(&v.items[a])
	if a+1 >= hi || last == '.' || last == ',' || last == '?' || last == '!' {
		return [2]int{a, a + 1}
	}
	next := &v.items[a+1]
	in := v.marked[v.items[a].mark].In
	if next.tag == extract.Punct || next.is("and") || next.is("but") || upper(v.text[in.Start]) && !next.finite() || next.has(subordinator) || next.has(timeWord) {
		return [2]int{a, a + 1}
	}
	return [2]int{a, v.contentEnd(a, hi)}
}

// postposed reads content that stands before its attribution; left is the item
// before the attribution, after the one behind it.
func (v *view) postposed(r *report, f frame, left, after int) bool {
	q := left
	if v.items[q].is(",") {
		q--
	}
	if q < f.lo {
		return false
	}
	start := v.contentStart(max(f.lo, q-maxContent), q)
	if v.items[q].quoted() {
		r.rule, r.sure = "cue-after", 0.97
		if start < q && !v.leadsUp(start, q) {
			r.parts = append(r.parts, [2]int{start, q + 1})
			r.rule, r.sure = "clause-before", 0.8
		} else {
			r.parts = append(r.parts, [2]int{q, q + 1})
		}
		return true
	}
	if !v.items[left].is(",") {
		return false
	}
	// “This will be a challenge” for Clinton, said Smith.
	if v.items[start].quoted() && v.items[start].Len() > 12 {
		r.parts = append(r.parts, [2]int{start, q + 1})
		r.rule, r.sure = "clause-before", 0.85
		return true
	}
	if !v.finiteWithin(start, q+1) && !v.items[start].finite() {
		// The plan, she said, would fail.
		if after < f.hi && v.items[after].is(",") && after+1 < f.hi && v.items[after+1].finite() && v.items[start].tag != extract.IN {
			r.parts = append(r.parts, [2]int{start, q + 1}, [2]int{after + 1, v.contentEnd(after+1, f.hi)})
			r.rule, r.sure = "clause-around", 0.75
			return true
		}
		return false
	}
	if v.items[start].has(subordinator) && !v.items[start].is("if") || v.items[start].tag == extract.VBG || v.items[start].tag == extract.IN && !v.commaWithin(start, q) {
		if !v.items[start].has(subordinator) || !v.commaWithin(start, q) {
			return false
		}
	}
	r.parts = append(r.parts, [2]int{start, q + 1})
	r.rule, r.sure = "clause-before", 0.8
	return true
}

func (v *view) commaWithin(a, b int) bool {
	for i := a; i < b; i++ {
		if v.items[i].is(",") {
			return true
		}
	}
	return false
}

// contentStart skips the words that lead a sentence in: "But", "Still,".
func (v *view) contentStart(lo, hi int) int {
	for lo < hi {
		it := &v.items[lo]
		if it.tag == extract.CC || it.tag == extract.Punct {
			lo++
			continue
		}
		if it.tag == extract.RB && lo+1 < hi && v.items[lo+1].is(",") {
			lo += 2
			continue
		}
		break
	}
	return lo
}

// leadsUp says whether the words [a, q) before the marked stretch q are no part
// of what it says: they end with a mark of their own, or hold a sentence.
func (v *view) leadsUp(a, q int) bool {
	for k := q - 1; k >= a && !v.items[k].quoted(); k-- {
		if it := &v.items[k]; it.isCue && it.finite() && k > a && v.anyQuoted(a, k) {
			return true // “We wait,” Smith said, “because we must,”
		}
	}
	prev := &v.items[q-1]
	return prev.is(":") || prev.is(",") && q-a < 4 || prev.is("—") || prev.is("--") || prev.isCue && prev.tag.Verb()
}

// readPassive reads "was described as … by".
func (v *view) readPassive(r report, g group, f frame) (report, bool) {
	k := v.quoteWithin(g.at+1, min(f.hi, g.at+12))
	if k == 0 {
		return r, false
	}
	r.parts = append(r.parts, [2]int{k, k + 1})
	r.rule, r.sure = "passive", 0.5
	for j := g.at + 1; j < f.hi && j < g.at+reach/2; j++ {
		if v.items[j].is("according") {
			break
		}
		if v.items[j].is("by") {
			if p := v.phraseAt(j+1, f.hi); v.speaks(p) {
				r.speaker, r.sure = p, 0.8
				return r, true
			}
		}
	}
	return r, true
}

// readAccording reads "according to X", before what X says or after it.
func (v *view) readAccording(i int, f frame) (report, bool) {
	r := report{cue: v.span(i, i+2), kind: "say"}
	p := v.phraseAt(i+2, f.hi)
	if !v.speaks(p) {
		return r, false
	}
	r.speaker = p
	if i == f.lo || i == v.contentStart(max(f.lo, i-reach), i) {
		// According to X, …: the comma after X's apposition, if any.
		for j := p.hi; j < f.hi && j < p.hi+reach/2; j++ {
			if v.items[j].is(",") && j+1 < f.hi && v.clauseHead(j+1, f.hi) && v.finiteWithin(j+1, f.hi) {
				r.parts = append(r.parts, [2]int{j + 1, v.contentEnd(j+1, f.hi)})
				r.rule, r.sure = "according-to", 0.85
				return r, true
			}
			if v.items[j].quoted() {
				r.parts = append(r.parts, v.rest(j, f.hi))
				r.rule, r.sure = "according-to", 0.85
				return r, true
			}
		}
		return r, false
	}
	left := i - 1
	if v.items[left].is(",") {
		left--
	}
	start := v.contentStart(max(f.lo, i-maxContent), i)
	if left < start {
		return r, false
	}
	r.parts = append(r.parts, [2]int{start, left + 1})
	if v.items[left].quoted() && (left == start || v.leadsUp(start, left)) {
		r.parts[0][0] = left
	}
	// The plan, according to X, would fail.
	if !v.finiteWithin(start, left+1) && p.hi+1 < f.hi && v.items[p.hi].is(",") && v.items[p.hi+1].finite() {
		r.parts = append(r.parts, [2]int{p.hi + 1, v.contentEnd(p.hi+1, f.hi)})
	}
	r.rule, r.sure = "according-to", 0.9
	return r, true
}

// readColon reads "Smith: “We won.”" and, where no cue stands before the colon,
// a sentence that leads up to the words in marks after it.
func (v *view) readColon(i int, f frame, have []report) (report, bool) {
	for _, r := range have[max(0, len(have)-8):] {
		for _, p := range r.parts {
			if p[1] > i {
				return report{}, false
			}
		}
		if r.pending {
			return report{}, false
		}
	}
	if i+1 < f.hi && !v.items[i+1].quoted() {
		return v.readHeadline(i, f)
	}
	r := report{rule: "colon", sure: 0.7, kind: "say", cue: v.items[i].Span}
	r.speaker = v.phraseBefore(i-1, f.lo)
	if !r.speaker.ok() || r.speaker.lo > f.lo {
		if s := v.governing(i-1, f.lo, 0); s.ok() {
			r.speaker, r.sure = s, 0.6
		}
	}
	if !v.speaks(r.speaker) {
		return r, false
	}
	if i+1 >= f.hi {
		r.pending = true
		return r, true
	}
	r.parts = append(r.parts, [2]int{i + 1, i + 2})
	return r, true
}

// readHeadline reads "Smith: we will build it" in a heading, or in the first
// block, which is one in plain text.
func (v *view) readHeadline(i int, f frame) (report, bool) {
	it := &v.items[f.lo]
	if b := it.block; b > 0 && v.doc.Blocks[b].Kind != extract.Heading || it.name < 0 {
		return report{}, false
	}
	p := v.coreAt(f.lo, i)
	next := &v.items[i+1]
	if !p.ok() || p.hi != i || next.tag == extract.WP || next.tag == extract.WRB || !v.finiteWithin(i+1, f.hi) {
		return report{}, false
	}
	return report{rule: "headline", sure: 0.6, kind: "say", cue: v.items[i].Span, speaker: p, parts: [][2]int{{i + 1, v.contentEnd(i+1, f.hi)}}}, true
}
