package quote

import "github.com/quoth/quoth/extract"

// contentEnd is the item after the last one of the content that begins at item
// at: the frame's end, or where the reporter's own words go on.
func (v *view) contentEnd(at, hi int) int {
	hi = min(hi, at+maxContent)
	for k := at; k+1 < hi; k++ {
		it, next := &v.items[k], &v.items[k+1]
		end := k
		if it.quoted() {
			if v.lastByte(it) != ',' {
				if next.is(",") && k+2 < hi && v.items[k+2].tag == extract.VBG && !v.items[k+2].isCue {
					return k + 1 // that it “talks”, drawing blame
				}
				if next.is(",") && k > at && k+3 < hi && v.items[k+2].is("and") && v.items[k+3].tag == extract.VBD && !v.finiteWithin(at, k) && v.items[k-1].tag == extract.DT {
					return k + 1 // ventured a “hear, hear”, and seemed to regret it
				}
				if v.settingTail(k+1, hi) || v.deedTail(k+1, hi) || next.tag == extract.CC && k+2 < hi && v.items[k+2].name >= 0 && (v.turns(k+2, hi) || v.doing(k+2, hi)) {
					return k + 1
				}
				continue
			}
			end = k + 1
			if next.tag == extract.CC && k+2 < hi && v.items[k+2].name >= 0 || next.is("a") && k > at && k+3 < hi && v.items[k+2].tag == extract.NN && v.turns(k+3, hi) {
				return end // called it “late,” and Park, who; that it is “late,” a word he admits
			}
			if next.is("the") && k > at && k+2 < hi && (v.items[k+2].is("first") || v.items[k+2].is("latest") || v.items[k+2].is("second") || v.items[k+2].is("last")) {
				return end // that guards beat him “hard,” the first witness to
			}
			if next.is("then") && k+2 < hi && v.items[k+2].finite() || next.is("while") || next.finite() && !(next.tag != extract.VBP && v.relativeWithin(at, k)) {
				return end // called it “late,” then smiled
			}
			if k == at && next.is("and") && k+2 < hi && (v.items[k+2].finite() || v.items[k+2].tag == extract.VB) {
				return end // They write that “it is late,” and call for a trial
			}
		}
		switch {
		case it.quoted() || it.is(",") || v.dash(k):
			if k == at && !it.quoted() {
				continue
			}
			if next.is("according") || next.isCue && next.tag == extract.VBG ||
				k+2 < hi && (next.tag == extract.CC || next.is("while") || next.is("whereas") || next.is("though") || next.is("as") || next.is("even")) && v.turns(k+2, hi) || v.tailAttribution(k+1, hi) || v.hearingTail(k+1, hi) {
				return end
			}
			if it.is(",") && next.isCue && next.finite() && v.headlineAt(k) {
				return end // Gang claims attack, | threatens to
			}
			if v.dash(k) && next.is("that") && k+2 < hi && v.items[k+2].finite() {
				return end // that it had “revised” it – that's a cut –
			}
			if next.is("others") && k+2 < hi && v.items[k+2].isCue && v.items[k+2].finite() {
				return end // say he looks well - others say
			}
			if next.isCue && next.finite() && v.personAt(k+2) && v.namedTail(k+2, hi) || !it.quoted() && it.is(",") && v.thingThenSays(at, k, hi) {
				return end
			}
		case k == at:
		case it.tag == extract.CC && next.isCue && next.finite() && next.cue.lemma == "find" && k+2 < hi && v.items[k+2].quoted(): // said that he had looked and found “more plants”
		case it.tag == extract.CC && next.isCue && next.finite() && !it.is("or"):
			return k
		case it.is("and") && (next.is("also") || next.is("then") || next.is("later")) && k+2 < hi && v.items[k+2].isCue && v.items[k+2].finite():
			return k
		case it.is(";"), it.is(":") && next.quoted():
			return k
		}
	}
	for hi > at+1 && v.items[hi-1].tag == extract.Punct && !v.items[hi-1].quoted() && !v.items[hi-1].is(")") {
		hi--
	}
	return v.reportersEnd(at, hi)
}

// relativeWithin says whether item k stands in a relative clause that begins with a
// comma in the content that begins at item at: how the firm, which she calls “late,” sank.
func (v *view) relativeWithin(at, k int) bool {
	for j := k - 1; j > at && j > k-reach/4; j-- {
		if it := &v.items[j]; it.is("which") || it.is("who") {
			return v.items[j-1].is(",") && j-1 > at
		}
		if v.items[j].is(",") {
			return false
		}
	}
	return false
}

// objectEnd is where a thing that somebody called something ends at the latest: called
// it “a joke” | and left.
func (v *view) objectEnd(at, hi int) int {
	for k := at; k+2 < hi && k < at+maxContent; k++ {
		if v.items[k].quoted() {
			if and := &v.items[k+1]; (and.is("and") || and.is("but")) && v.items[k+2].finite() {
				return k + 1
			}
			return hi
		}
	}
	return hi
}

// thingEnd is where a thing without a verb ends at the latest, at the verb that goes on
// behind a comma: a student who was calling for an inquiry, | was arrested.
func (v *view) thingEnd(at, hi int) int {
	for k := at; k+1 < hi && k < at+reach/2; k++ {
		switch it := &v.items[k]; {
		case k > at && it.is("in") && v.ownMedium(k+1) && v.settingTail(k, hi):
			return k // expressed regret | in a statement
		case it.quoted() || it.finite() || it.tag == extract.WP || it.tag == extract.WDT || it.has(subordinator):
			return hi
		case it.is(",") && k > at:
			if v.items[k+1].finite() || v.items[k+1].tag == extract.VBG && !v.items[k+1].isCue && !v.items[k+1].is("including") && !v.anyQuoted(k+1, hi) {
				return k // a pause in the fighting, | drawing rebukes
			}
			return hi
		}
	}
	return hi
}

// namedTail says whether the sentence, or its clause, ends with the name at item k:
// tea helps, says | Klinger.
func (v *view) namedTail(k, hi int) bool {
	k = v.nameEnd(k, hi)
	return k >= hi || v.items[k].tag == extract.Punct
}

// thingThenSays says whether the content that begins at item at is a thing, and who
// says something else begins behind the comma k: in her mail announcing the change,
// | Smith wrote that.
func (v *view) thingThenSays(at, k, hi int) bool {
	if v.finiteWithin(at, k) || v.anyQuoted(at, k) || v.items[at].finite() || v.items[at].tag == extract.IN {
		return false
	}
	p := v.phraseAt(k+1, min(hi, k+10))
	return v.speaks(p) && p.hi < hi && v.items[p.hi].isCue && v.items[p.hi].finite() && (v.items[p.head].name >= 0 || v.items[p.head].has(personHead|anonymousHead))
}

// settingTail says whether what is left from item k on tells where something
// was said: "in a post to social media", "during an interview on Monday".
func (v *view) settingTail(k, hi int) bool {
	if it := &v.items[k]; !it.is("in") && !it.is("on") && !it.is("during") && !it.is("at") {
		return false
	}
	p := v.coreAt(k+1, hi)
	if !p.ok() || !v.items[p.head].has(documentHead|occasion) {
		return false
	}
	for j := p.hi; j < hi; j++ {
		it := &v.items[j]
		if it.is(",") {
			return true
		}
		if it.quoted() || it.finite() {
			return false
		}
	}
	return true
}

// ownMedium says whether "a statement" or its like begins at item k.
func (v *view) ownMedium(k int) bool {
	if k+1 >= len(v.items) || v.items[k].tag != extract.DT {
		return false
	}
	switch v.items[k+1].low {
	case "statement", "post", "tweet", "email", "interview", "message", "memo", "speech":
		return true
	}
	return false
}

// deedTail says whether what somebody did then begins at item k: called it “a
// joke” before leaving.
func (v *view) deedTail(k, hi int) bool {
	it := &v.items[k]
	return k+1 < hi && v.items[k+1].tag == extract.VBG && !v.items[k+1].quoted() && (it.is("before") || it.is("after") || it.is("while"))
}

// doing says whether a person and what the person does begin at item k: with Smith
// calling it “late” and | Park firing back.
func (v *view) doing(k, hi int) bool {
	if !v.personAt(k) {
		return false
	}
	k = v.nameEnd(k, hi)
	return k < hi && v.items[k].tag == extract.VBG
}

// turns says whether the words at k begin another report: "but said its
// outcome", "and she denied", "but several of them have said".
func (v *view) turns(k, hi int) bool {
	if k < hi && v.items[k].is("that") && v.items[k].tag == extract.IN {
		return false // that it is late, and that she denied it
	}
	for j := k; j < hi && j < k+10; j++ {
		it := &v.items[j]
		if it.is(",") && j > k && v.personAt(j+1) {
			p, q := v.phraseAt(k, j), v.coreAt(j+1, hi)
			if p.hi == j && v.reports(p.head) && q.hi+1 < hi && v.items[q.hi].is(",") { // the minister, Ann Park, called
				return v.items[q.hi+1].isCue && v.items[q.hi+1].finite()
			}
		}
		if it.is(",") && j > k && j+1 < hi && v.items[j+1].tag == extract.VBG && v.reports(j-1) {
			if c := v.closingComma(j+1, hi); c > 0 && v.items[c].isCue && v.items[c].finite() {
				return true // but the head of the board, speaking to the Ledger, warned
			}
		}
		if it.quoted() || it.tag == extract.Punct {
			return false
		}
		if it.isCue && (it.finite() || (it.tag == extract.VBN || it.tag == extract.VB) && (v.items[j-1].has(auxiliary) || v.items[j-1].tag == extract.TO || v.items[j-1].tag == extract.MD)) {
			return !v.groupAt(j, k).passive // and had since been dismissed
		}
		if it.is("stopped") && j == k && j+1 < hi && v.items[j+1].is("short") {
			return true // but stopped short of saying
		}
		if _, leads := moods[it.low]; leads && it.finite() && j+1 < hi && v.items[j+1].tag == extract.TO {
			continue // and declined to say
		}
		if it.finite() && !it.has(auxiliary) && it.tag != extract.MD {
			return false
		}
	}
	return false
}

// tailAttribution says whether the words from k on are an attribution at the
// end of the sentence: "the company said in a statement".
func (v *view) tailAttribution(k, hi int) bool {
	p := v.phraseAt(k, min(hi, k+10))
	if !p.ok() || p.hi >= hi {
		return false
	}
	j := p.hi
	for j < hi && v.items[j].tag == extract.RB {
		j++
	}
	if j >= hi || !v.items[j].isCue || !v.items[j].finite() {
		return false
	}
	if j+1 >= hi {
		return true
	}
	if v.items[j].cue.lemma == "tell" { // Leese told PA Media.
		q := v.coreAt(j+1, hi)
		k := v.namesOn(q.hi, hi)
		return q.ok() && (k >= hi || v.items[k].tag == extract.Punct)
	}
	n := &v.items[j+1]
	return n.tag == extract.Punct || n.tag == extract.IN && !n.has(subordinator) || n.has(timeWord)
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

// frontedEnd is where a report in a fronted clause must end: When Smith said it
// was late, | Park left. It is hi for a report that stands elsewhere.
func (v *view) frontedEnd(at int, f frame, hi int) int {
	if a := v.contentStart(f.lo, at); !v.items[a].has(subordinator) || v.items[a].quoted() {
		return hi
	}
	for k := at; k+2 < min(hi, at+maxContent); k++ {
		it := &v.items[k]
		if !it.is(",") && !(it.quoted() && v.lastByte(it) == ',') {
			continue
		}
		if p := v.phraseAt(k+1, hi); v.speaks(p) && p.hi < hi && (v.items[p.hi].finite() || v.items[p.hi].tag == extract.RB && p.hi+1 < hi && v.items[p.hi+1].finite() || v.items[p.hi].is("who") && v.turns(p.hi+1, hi)) {
			if it.quoted() {
				k++
			}
			return k
		}
	}
	return hi
}

// relativeEnd is where a report in a relative clause must end: "Smith, who
// said it was “late again,” left".
func (v *view) relativeEnd(g group, f frame) int {
	k := g.lo - 1
	for k > f.lo && k > g.lo-reach/4 && !v.items[k].quoted() && v.items[k].tag != extract.Punct {
		k--
	}
	if k < f.lo || k+1 >= g.lo || !v.items[k].is(",") || !v.items[k+1].is("who") && !v.items[k+1].is("which") {
		return f.hi
	}
	for k := g.at + 1; k+1 < min(f.hi, g.at+maxContent); k++ {
		it := &v.items[k]
		if (it.is(",") || it.quoted() && v.lastByte(it) == ',') && (v.items[k+1].finite() || v.items[k+1].tag == extract.VBN) {
			if it.is(",") && v.items[k-2].is(",") && v.items[k-1].tag == extract.RB {
				continue // who says her boat, too, was late
			}
			if it.quoted() {
				k++
			}
			return k
		}
	}
	return f.hi
}
