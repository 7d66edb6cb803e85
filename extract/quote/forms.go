package quote

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// reducedPassive says whether a verb without an auxiliary tells what is said of
// the noun before it: "a plan described by critics as “a farce”".
func (v *view) reducedPassive(g group, hi int) bool {
	i := g.at
	if g.lo != i || i == 0 || i+1 >= hi || v.items[i].tag != extract.VBN && v.items[i].tag != extract.VBD {
		return false
	}
	if v.items[i+1].is("as") && v.items[i].cue.kind == "call" {
		return v.items[i-1].is(",") || i > 1 && v.items[i-1].tag == extract.NN && v.items[i-1].name < 0 && v.items[i-2].tag == extract.DT // Smith, identified as “Victim 1”
	}
	return v.items[i+1].is("by") && v.items[i-1].noun() && !(i+2 < hi && (means(v.items[i+2].low) || v.items[i+2].tag == extract.VBG))
}

// means says whether a word is what one speaks or writes by: said by email.
func means(low string) bool {
	switch low {
	case "email", "e-mail", "mail", "phone", "telephone", "text", "letter", "fax", "message", "video", "videolink", "satellite", "radio", "way", "then":
		return true
	}
	return false
}

// readPassive reads "was described as … by".
func (v *view) readPassive(r report, g group, f frame) (report, bool) {
	k := v.quoteWithin(g.at+1, min(f.hi, g.at+12))
	for j := g.at + 1; j+1 < k; j++ {
		if v.items[j].is(",") && v.items[j+1].is("with") {
			return r, false // have been urged to wait, with the board warning of “a gap”
		}
	}
	if k == 0 {
		return r, false
	}
	r.parts = append(r.parts, [2]int{k, k + 1})
	r.rule = "passive"
	for j := g.at + 1; j < f.hi && j < g.at+reach/2; j++ {
		if v.items[j].is("according") {
			break
		}
		if v.items[j].is("by") && !(v.items[g.at+1].tag == extract.TO && j > k) { // is said to be “concerned” by the news
			if p := v.phraseAt(j+1, f.hi); v.speaks(p) {
				r.speaker = p
				return r, true
			}
		}
	}
	if k+2 < f.hi && v.items[k+1].is("in") { // described as “a farce” in the union's newsletter
		if p := v.phraseAt(k+2, f.hi); p.ok() && v.items[p.head].has(documentHead|workHead) {
			r.speaker = p
		}
	}
	return r, true
}

// readPer reads "Per X, …" and "…, per X".
func (v *view) readPer(i int, f frame) (report, bool) {
	r := report{cue: v.items[i].Span, kind: "say", rule: "according-to"}
	r.speaker = v.phraseAt(i+1, f.hi)
	p := r.speaker
	if !v.speaks(p) || v.items[p.head].name < 0 && !v.items[p.head].has(organizationHead|documentHead|anonymousHead) {
		return r, false
	}
	switch {
	case i == f.lo && p.hi+1 < f.hi && v.items[p.hi].is(",") && v.finiteWithin(p.hi+1, f.hi):
		r.parts = [][2]int{{p.hi + 1, v.contentEnd(p.hi+1, f.hi)}}
	case i > f.lo+2 && v.items[i-1].is(",") && (p.hi >= f.hi || v.items[p.hi].is(".")):
		start := v.contentStart(max(f.lo, i-maxContent), i-1)
		if start >= i-1 {
			return r, false
		}
		r.parts = [][2]int{{start, i - 1}}
	default:
		return r, false
	}
	return r, true
}

// fronts says whether item j, behind the source p and a comma, begins what it says with
// a phrase that stands before its subject: According to police, | after the crash he
// fled; not According to Ann Smith, | of the Boat Board,.
func (v *view) fronts(j int, p phrase, hi int) bool {
	it := &v.items[j]
	if it.quoted() || j+2 >= hi {
		return false
	}
	switch it.low {
	case "who", "which", "whose", "whom", "where", "though", "as", "including", "like", "citing", "via", "by":
		return false
	case "of", "from", "at", "with", "for":
		if q := v.phraseAt(j+1, hi); v.items[p.head].name >= 0 && q.ok() && q.hi < hi && v.items[q.hi].is(",") {
			return false
		}
	}
	return it.tag == extract.IN || it.tag == extract.TO || it.tag == extract.WRB || it.is("what")
}

// ageAt says whether an age stands at item j, between commas.
func (v *view) ageAt(j, hi int) bool {
	return j+1 < hi && v.items[j].tag == extract.CD && v.items[j+1].is(",")
}

// yardsticks are what something is done according to, and nobody says.
var yardsticks = map[string]bool{"ability": true, "age": true, "budget": true, "factors": true, "plan": true, "formula": true, "length": true, "need": true, "needs": true, "preference": true, "preferences": true,
	"schedule": true, "size": true, "taste": true, "tastes": true, "thickness": true, "type": true, "weight": true, "wishes": true}

// readAccording reads "according to X", before what X says or after it.
func (v *view) readAccording(i int, f frame) (report, bool) {
	r := report{cue: v.span(i, i+2), kind: "say"}
	p := v.phraseAt(i+2, f.hi)
	if !v.speaks(p) || yardsticks[v.items[p.head].low] && v.items[p.head].name < 0 && !v.items[p.lo].is("the") && !v.items[p.lo].is("a") {
		return r, false
	}
	r.speaker = p
	v.cite(&r, p.hi, f.hi)
	opens := i == f.lo || i == v.contentStart(max(f.lo, i-reach), i) || v.items[i-1].is(":")
	if opens || v.items[i-1].tag == extract.CC {
		// According to X, …: the comma after X's apposition, if any.
		for j := p.hi; j < f.hi && j < p.hi+reach/2; j++ {
			if v.items[j].is(",") && v.ageAt(j+1, f.hi) {
				j += 2 // according to Ann Smith, 43, a nurse,
			}
			if q := v.named(p); j == p.hi && q != p && q.hi < f.hi && v.items[q.hi].is(",") {
				j = q.hi // according to his uncle, Ann Smith,
			} else if k := v.officeBehind(p, j, f.hi); k > 0 {
				j = k // according to Ann Smith, director of the board,
			}
			if v.items[j].is(",") && j+1 < f.hi && (v.clauseHead(j+1, f.hi) || v.fronts(j+1, p, f.hi)) && v.finiteWithin(j+1, f.hi) {
				r.parts = append(r.parts, [2]int{j + 1, v.contentEnd(j+1, f.hi)})
				r.rule = "according-to"
				return r, true
			}
			if v.items[j].quoted() {
				r.parts = append(r.parts, v.rest(j, f.hi))
				r.rule = "according-to"
				return r, true
			}
		}
		if opens {
			return r, false
		}
	}
	left := i - 1
	if v.items[left].is(",") {
		left--
	}
	start := v.contentStart(max(f.lo, i-maxContent), i)
	if left < start {
		return r, false
	}
	for k := left - 1; k > start; k-- {
		if v.items[k].is(",") && (v.items[k+1].is("while") || v.items[k+1].is("whereas")) && v.turns(start, k) {
			start = k + 2 // Smith said it was late, while Park left, according to
			break
		}
	}
	r.parts = append(r.parts, [2]int{start, left + 1})
	if v.items[left].quoted() && (left == start || v.leadsUp(start, left)) {
		r.parts[0][0] = left
	}
	// The plan, according to X, would fail. What changed, according to X, was that. In
	// May, according to X, it opens.
	leans := !v.finiteWithin(start, left+1) || v.items[start].has(subordinator) || v.items[start].is("when") || v.items[start].is("even") || v.items[start].is("what")
	if leans && p.hi+1 < f.hi && v.items[p.hi].is(",") && (v.items[p.hi+1].finite() || !v.items[left].quoted() && v.clauseHead(p.hi+1, f.hi) && v.finiteWithin(p.hi+1, f.hi)) {
		r.parts = append(r.parts, [2]int{p.hi + 1, v.contentEnd(p.hi+1, f.hi)})
	}
	r.rule = "according-to"
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
	if i+1 < f.hi && (!v.items[i+1].quoted() || i+2 < f.hi && v.items[i+2].tag != extract.Punct) {
		r, ok := v.readHeadline(i, f)
		if !ok {
			r, ok = v.readManner(i, f)
		}
		if ok || !v.items[i+1].quoted() {
			return r, ok
		}
	}
	if i-1 == f.lo && labels[v.items[f.lo].low] || i == f.lo {
		return report{}, false
	}
	r := report{rule: "colon", kind: "say", cue: v.items[i].Span}
	if n := len(have); n > 0 && have[n-1].rule == "clause-around" && have[n-1].speaker.ok() && v.follows(&have[n-1], i) {
		r.speaker = have[n-1].speaker // Renewals, she said, would sting less: “We saw it coming.”
		r.parts = append(r.parts, [2]int{i + 1, min(i+2, f.hi)})
		return r, i+1 < f.hi && v.items[i+1].quoted()
	}
	r.speaker = v.phraseBefore(i-1, f.lo)
	if a := f.lo + 2; a < i && (v.items[f.lo].is("q&a") || v.items[f.lo].is("interview")) && v.items[f.lo+1].is("with") && v.items[i-1].name >= 0 {
		r.speaker = phrase{a, i, i - 1} // Q&A with coach Ann Smith: “We run”
	}
	if !r.speaker.ok() || r.speaker.lo > f.lo {
		if s := v.clauseSubject(i, f.lo); s.ok() {
			if v.mute(s) {
				return r, false // Then, as the doors closed: “Ask me again.”
			}
			r.speaker, r.doubted = s, true
		}
	}
	if !v.speaks(r.speaker) || v.label(r.speaker, f.lo) {
		return r, false
	}
	if i+1 >= f.hi {
		r.pending = true
		return r, true
	}
	r.parts = append(r.parts, [2]int{i + 1, i + 2})
	return r, true
}

// officeBehind is the comma that ends the office of the person p behind the comma
// j, 0 for none.
func (v *view) officeBehind(p phrase, j, hi int) int {
	if j != p.hi && !(j == p.hi+2 && v.ageAt(p.hi+1, hi)) || !v.personAt(p.head) || j+2 >= hi || !v.items[j].is(",") {
		return 0
	}
	q := v.coreAt(j+1, hi)
	if !q.ok() || v.items[q.head].name >= 0 || !v.items[q.head].has(personHead) && !lexicon.Role(v.items[q.head].low) {
		return 0
	}
	for k := q.hi; k+1 < hi && k < j+reach/2; k++ {
		if v.items[k].is(",") && v.clauseHead(k+1, hi) && v.finiteWithin(k+1, hi) {
			return k
		}
		if v.items[k].quoted() || v.items[k].finite() && !v.relative(k, j) {
			return 0
		}
	}
	return 0
}

// label says whether a phrase that opens a sentence is the name of a field: city:
// “Ely”.
func (v *view) label(p phrase, lo int) bool {
	it := &v.items[p.head]
	return p.lo == lo && p.hi == lo+1 && it.tag != extract.PRP && !upper(v.text[it.Start])
}

// labels are what papers set before a headline, with a colon.
var labels = map[string]bool{"analysis": true, "breaking": true, "comment": true, "editorial": true, "exclusive": true, "explained": true, "explainer": true, "factbox": true, "interview": true, "live": true, "obituary": true,
	"opinion": true, "podcast": true, "profile": true, "q&a": true, "recap": true, "revealed": true, "review": true, "update": true, "video": true, "watch": true}

// placeOfNews says whether a phrase before a headline's colon is the place of the
// news and no government that speaks of itself: Harwick: ferry fares go up. Ely: mayor
// says it is “late”. Russia: we did not do it.
func (v *view) placeOfNews(p phrase, at, end int) bool {
	if !v.placeOnly(p.lo, p.hi) {
		return false
	}
	for k := at; k < end; k++ {
		it := &v.items[k]
		if it.isCue && it.finite() && k > at && speaking(it.cue.kind) {
			return true
		}
		switch {
		case it.quoted(), it.is("we"), it.is("our"), it.is("us"), it.is("i"), it.is("no"):
			return false
		}
	}
	return true
}

// readHeadline reads "Smith: we will build it" in a heading, or in the first
// block, which is one in plain text where it is short enough.
func (v *view) readHeadline(i int, f frame) (report, bool) {
	if !v.headline(f) {
		return report{}, false
	}
	if i == f.lo+1 && v.items[f.lo].quoted() {
		return v.readHeadlineAfter(i, f)
	}
	p := v.phraseBefore(i-1, f.lo)
	next := &v.items[i+1]
	if p.ok() && v.kindOf(v.items[f.lo].block) != extract.Heading && v.placeOnly(p.lo, p.hi) && v.items[f.hi-1].is(".") {
		return report{}, false // Ely: The council met on Monday.
	}
	if !p.ok() || p.lo > f.lo || v.items[p.head].name < 0 || next.tag == extract.WP || next.tag == extract.WRB {
		return report{}, false
	}
	end := v.contentEnd(i+1, f.hi)
	if v.placeOfNews(p, i+1, end) || v.doc.Mentions[v.items[p.head].name].Type == extract.Misc {
		return report{}, false // Wimbledon: Smith beats the top seed
	}
	if !v.finiteWithin(i+1, f.hi) && !v.anyQuoted(i+1, end) {
		return report{}, false
	}
	return report{rule: "headline", kind: "say", cue: v.items[i].Span, speaker: p, parts: [][2]int{{i + 1, end}}}, true
}
