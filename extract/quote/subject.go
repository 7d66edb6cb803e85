package quote

import "github.com/quoth/quoth/extract"

// group is a verb group: items [lo, at], at the verb that carries the sense.
type group struct {
	lo, at     int
	passive    bool // "was described"
	participle bool // "arguing", without an auxiliary
	infinitive bool // "to argue"
	negated    bool
}

// groupAt is the verb group whose main verb is item i, looked for down to lo.
func (v *view) groupAt(i, lo int) group {
	g := group{lo: i, at: i}
	be, aux := false, false
	k := i
	for k > lo && k > i-8 {
		it := &v.items[k-1]
		if it.quoted() {
			break
		}
		switch {
		case it.tag == extract.TO || it.is("to"):
			g.infinitive = true
			k--
			g.lo = k
			g.participle = false
			g.passive = be && !v.ing(i) && (v.items[i].tag == extract.VBN || v.items[i].tag == extract.VBD) // had to be asked
			if k-1 > lo && v.items[k-1].tag.Verb() {
				switch v.items[k-1].low {
				case "liked", "likes", "used", "loved", "loves":
					g.lo, g.infinitive = k-1, false // as Smith liked to say
				}
			}
			return g
		case it.is("not") || it.is("n't") || it.is("n’t") || it.is("never"):
			g.negated = true
		case it.tag == extract.MD:
			aux = true
		case it.tag == extract.RB || it.tag == extract.RBR:
		case it.tag != extract.POS && it.has(auxiliary) && !(it.tag.Noun() && (it.name >= 0 || upper(v.text[it.Start]) && !it.first)):
			aux = true
			switch it.low {
			case "be", "is", "are", "was", "were", "been", "being", "am", "'re", "’re", "'m", "’m", "ai":
				be = true
			}
		default:
			goto done
		}
		k--
		g.lo = k
	}
done:
	tag := v.items[i].tag
	if tag == extract.VBG {
		g.participle = !aux
	} else if be && !v.ing(i) {
		g.passive = tag == extract.VBN || tag == extract.VBD
	}
	return g
}

func (v *view) ing(i int) bool {
	low := v.items[i].low
	return len(low) > 4 && low[len(low)-3:] == "ing"
}

// subjectOf is the phrase of who does what a verb group tells, none where the
// text to its left does not say.
func (v *view) subjectOf(g group, lo, depth int) phrase {
	if depth > 4 {
		return phrase{}
	}
	p := g.lo - 1
	if p < lo {
		return phrase{}
	}
	it := &v.items[p]
	if p > lo && v.items[p-1].noun() && !v.items[p-1].quoted() {
		switch it.low {
		case "himself", "herself", "itself", "themselves":
			p-- // Smith herself has called it
			it = &v.items[p]
		}
	}
	if it.tag == extract.JJ && it.has(documentHead) && g.participle {
		it.tag = extract.NN // the paper's editorial/JJ telling him
	}
	switch {
	case it.quoted():
		if g.participle {
			return v.governing(p, lo, depth)
		}
		if v.lastByte(it) == ',' { // Smith, who calls it “a farce,” said
			return v.apposed(p, lo)
		}
		return phrase{}
	case g.infinitive:
		// "went on to say", "asked him to say": the pronoun if there is one, else
		// who does what is told before.
		if it.tag == extract.PRP {
			return v.phraseBefore(p, lo)
		}
		if q := v.phraseBefore(p, lo); q.ok() && q.lo > lo && makes(v.items[q.lo-1].low) && !v.mute(q) {
			return q // It led | traders to say
		}
		return v.governing(p, lo, depth)
	case it.tag == extract.WP || it.tag == extract.WDT || it.is("who") || it.is("which") || it.is("that"):
		a := p - 1
		if a >= lo && v.items[a].is(",") {
			a--
		}
		if a >= lo {
			if v.items[a].noun() || v.items[a].is(")") {
				q := v.phraseBefore(a, lo)
				if it.is("who") && v.mute(q) {
					return v.someone(q, lo)
				}
				return q
			}
		}
		return phrase{}
	case it.noun() && !v.objectOnly(p):
		if g.participle {
			// The board released a statement on Monday saying: the board says it.
			k := p
			for k > lo && k > p-4 && (v.items[k].has(timeWord) || v.items[k].is("on")) {
				k--
			}
			// They sent a letter to Smith last month saying: they say it.
			if v.items[k].has(documentHead) && v.items[k].name < 0 || k < p {
				if q := v.phraseBefore(k, lo); k == p && k > q.lo && v.items[k-1].tag == extract.POS {
					return q // until the paper's editorial telling him to leave
				}
				if s := v.governing(k, lo, depth); s.ok() {
					return s
				}
			}
		}
		if it.has(timeWord) && it.name < 0 {
			return v.overTime(p, lo, depth)
		}
		q := v.phraseBefore(p, lo)
		if k := q.lo - 1; q.ok() && k > lo && (v.items[k].is("titled") || v.items[k].is("entitled") || v.items[k].is("headlined")) {
			q = v.phraseBefore(k-1, lo) // Smith in a statement titled “Our Boats” said
		}
		if k := q.lo - 2; q.ok() && k > lo && v.items[k+1].tag == extract.IN && v.items[k].is("had") && g.lo == g.at {
			return v.subjectOf(group{lo: k, at: g.at}, lo, depth+1) // The auditor had in her report said
		}
		if k := q.lo - 2; q.ok() && k > lo && v.items[k+1].tag == extract.IN {
			if v.items[k].has(auxiliary) && v.items[k].tag != extract.TO {
				k-- // who has in the past said
			}
			if k > lo && (v.items[k].is("who") || v.items[k].is("which")) {
				// Smith, who in the past has said
				return v.subjectOf(group{lo: k + 1, at: g.at}, lo, depth+1)
			}
			if k < q.lo-2 && k > lo && v.items[k].noun() && !v.items[k].has(timeWord) {
				return v.phraseBefore(k, lo) // allies | have in the past said
			}
		}
		if s := v.overClause(q, lo); s.ok() && !g.participle {
			return s
		}
		if it.is("point") && g.participle {
			return v.governing(q.lo, lo, depth) // at one point calling
		}
		if g.participle && q.ok() {
			return v.showing(q, p, lo, depth)
		}
		return q
	case it.is(")"):
		return v.phraseBefore(p, lo)
	case it.tag == extract.PRP && !g.participle:
		return v.overObject(p, lo)
	case it.is(",") || v.dash(p):
		if g.participle {
			return v.governing(p, lo, depth)
		}
		if a := v.apposed(p, lo); a.ok() {
			return a
		}
		return v.governing(p, lo, depth)
	case it.tag == extract.CC:
		return v.governing(p, lo, depth)
	case g.participle:
		return v.governing(p, lo, depth)
	case it.tag.Verb() || it.tag == extract.RP || it.tag == extract.IN || it.tag == extract.JJ:
		if it.tag.Verb() {
			return v.subjectOf(v.groupAt(p, lo), lo, depth+1)
		}
		return v.governing(p, lo, depth)
	}
	return phrase{}
}

// someone is who is meant by "who" behind the phrase q, a thing: one official familiar
// with | the talks, who; q itself where nobody stands before it.
func (v *view) someone(q phrase, lo int) phrase {
	for k := q.lo - 1; k >= lo && k > q.lo-8; k-- {
		it := &v.items[k]
		if it.quoted() || it.finite() || it.is(",") || it.is(";") {
			break
		}
		if it.noun() {
			r := v.phraseBefore(k, lo)
			if r.ok() && !v.mute(r) {
				return r
			}
			k = r.lo
		}
	}
	return q
}

// makes says whether a verb makes its object do something.
func makes(low string) bool {
	switch low {
	case "led", "leads", "lead", "leading", "caused", "causes", "causing", "prompted", "prompts", "prompting", "forced", "forces", "forcing", "drove", "driven", "driving",
		"inspired", "inspiring", "compelled", "compelling", "spurred", "pushed", "pushing", "moved", "emboldened", "tempted":
		return true
	}
	return false
}

// showing is who a participle behind the phrase q, which ends with item p, tells of:
// whom a recording shows (footage of Smith | saying), and where q says nothing, who
// does something to it (Smith entered the talks | believing).
func (v *view) showing(q phrase, p, lo, depth int) phrase {
	if recordings[v.items[q.head].low] && q.head < p-1 && v.items[q.head+1].is("of") {
		if r := v.phraseBefore(p, q.head+1); r.ok() && !v.mute(r) {
			return r
		}
		return q
	}
	if v.mute(q) && v.items[q.head].tag != extract.CD {
		if s := v.governing(q.lo, lo, depth); s.ok() && s.hi <= q.lo {
			return s
		}
	}
	return q
}

// overObject skips a pronoun that is an object, item p, before a verb: "a nurse
// who worked with her | said", "a source close to him | said".
func (v *view) overObject(p, lo int) phrase {
	for k := p - 1; k > lo && k > p-8 && !v.items[k].quoted() && v.items[k].tag != extract.Punct; k-- {
		it := &v.items[k]
		if it.is("who") || it.is("which") || it.is("that") && it.tag == extract.WDT {
			return v.phraseBefore(k-1, lo)
		}
		if k == p-2 && (it.is("close") || it.is("near") || it.is("loyal") || it.is("familiar") || it.is("around") || it.is("with")) || k == p-1 && it.is("around") {
			q := v.phraseBefore(k-1, lo)
			if q.ok() {
				q.hi = p + 1
			}
			return q
		}
	}
	return phrase{}
}

// objectOnly says whether item i is a pronoun that is never a subject.
func (v *view) objectOnly(i int) bool {
	switch v.items[i].low {
	case "her":
		return v.items[i].tag == extract.PRP
	case "him", "them", "me", "us", "himself", "herself", "themselves", "itself":
		return true
	}
	return false
}

// overTime skips the time words before a verb ("Trump on Tuesday said", "the
// senator last week argued").
func (v *view) overTime(p, lo, depth int) phrase {
	k := p
	for k > lo && k > p-6 {
		it := &v.items[k]
		if !it.has(timeWord) && it.tag != extract.IN && it.tag != extract.JJ && it.tag != extract.DT && it.tag != extract.CD || it.name >= 0 {
			break
		}
		k--
	}
	if v.items[k].is(",") {
		if a := v.apposed(k, lo); a.ok() {
			return a
		}
		return phrase{}
	}
	if v.items[k].noun() && !v.items[k].has(timeWord) || v.items[k].is(")") {
		return v.phraseBefore(k, lo) // the Boat Board (BB) on Monday said
	}
	return phrase{}
}

// governing is the subject of the clause that a participle or a second verb
// before item p leans on.
func (v *view) governing(p, lo, depth int) phrase {
	var inner phrase
	for k := p; k >= lo && k > p-reach; k-- {
		it := &v.items[k]
		if it.quoted() || !it.finite() {
			continue
		}
		g := v.groupAt(k, lo)
		if s := v.subjectOf(g, lo, depth+1); s.ok() {
			if s.lo > lo && v.items[s.lo-1].is("what") && v.items[s.head].tag == extract.PRP && v.items[p].tag == extract.CC {
				if !inner.ok() {
					inner = s // The bloc condemned what it called a coup and demanded
				}
				k = s.lo
				continue
			}
			if (v.items[p].is(",") || p > lo && v.items[p].tag == extract.CC && v.items[p-1].is(",")) && (v.subordinate(s.lo, lo) || g.lo > lo && v.items[g.lo-1].tag == extract.WDT) {
				if !inner.ok() {
					inner = s
				}
				k = s.lo
				continue
			}
			return s
		}
		k = g.lo
		// Verb before its subject: “We won,” said Smith, adding
		if k+1 <= p && v.items[k].isCue && k > lo && (v.items[k-1].quoted() || v.items[k-1].is(",")) {
			if s := v.phraseAt(k+1, p); s.ok() {
				return s
			}
		}
	}
	if !inner.ok() {
		for k := p; k > lo+1 && k > p-reach; k-- {
			if v.items[k].tag == extract.VBN && v.items[k-1].is(",") {
				return v.apposed(k-1, lo) // Smith, the mayor, resigned/VBN in anger, saying
			}
			if v.items[k].tag == extract.VBN && v.items[k-1].noun() && k < p {
				if q := v.phraseBefore(k-1, lo); q.lo == lo && v.items[p].is(",") && v.speaks(q) {
					return q // A judge sided/VBN with the board, saying
				}
			}
		}
	}
	return inner
}

// subordinate says whether the clause whose subject begins at item i says more
// of one that stands before it: "after he won", "how it went".
func (v *view) subordinate(i, lo int) bool {
	if i-1 <= lo {
		return false
	}
	switch v.items[i-1].low {
	case "after", "as", "when", "before", "because", "while", "though", "although", "how", "where", "why", "whom":
		return true
	}
	return false
}

// speaks says whether a phrase may be one who says something.
func (v *view) speaks(p phrase) bool {
	if !p.ok() {
		return false
	}
	h := &v.items[p.head]
	if h.quoted() || h.tag == extract.CD && h.name < 0 && !h.has(anonymousHead) && p.hi-p.lo < 2 {
		return false
	}
	if v.items[p.lo].is("no") && h.name < 0 {
		return false // no one said a word; no address reported
	}
	switch h.low {
	case "himself", "herself", "itself", "themselves":
		return false
	case "nobody", "none", "there", "what", "nothing", "everything", "something", "anything", "way", "fact", "time", "reason", "lot":
		return false
	}
	return !(h.has(timeWord) && h.name < 0)
}
