package quote

import "github.com/quoth/quoth/extract"

// passOn notes who passes on what another report says: in "He claimed that he was
// hired, police said" that is the police, who say that he claimed so. “We wait,”
// Brandt said, according to the Ledger, is one report, the words are all Brandt's;
// so is what a paper reported that somebody said.
func (v *view) passOn(reports []report) {
	for n := range reports {
		outer := &reports[n]
		if v.anybody(outer) || len(outer.parts) == 0 || outer.rule != "according-to" && outer.rule != "clause-before" && outer.rule != "inverted-clause-before" {
			continue
		}
		p, passed := outer.parts[0], false
		for m := max(0, n-4); m < n; m++ {
			inner := &reports[m]
			if !inner.speaker.ok() || !listed(inner) || len(inner.parts) == 0 || v.items[inner.speaker.head].low == "plan" || inner.rule == "infinitive" || inner.rule == "object" && !v.items[inner.parts[0][0]].quoted() {
				continue
			}
			said := inner.parts[0]
			// “We wait,” Brandt said, according to the Ledger.
			after := said[0] == p[0] && inner.speaker.lo > p[0] && inner.speaker.hi <= p[1]
			before := said[0] > p[0] && said[0] < p[1] && inner.speaker.lo >= p[0] && inner.speaker.lo < said[0]
			switch {
			case !passed && (after || before):
				inner.via, passed = outer.speaker, true
				if after || outer.lemma == "report" || v.anyQuoted(said[0], p[1]) {
					outer.parts = nil
				}
			case passed && said[0] < p[1] && inner.speaker.head == reports[m-1].speaker.head:
				// She told them it was late, arguing there was too much water, according to one official.
				inner.via = outer.speaker
			}
		}
	}
}

// passedOn notes, for each report that stands in what another report of saying
// holds, who passes it on: in "Smith said Brandt argued that it helps" that is
// Smith. In "Smith said she believed that it helps" it is nobody.
func (v *view) passedOn(reports []report) {
	for n := range reports {
		inner := &reports[n]
		if inner.via.ok() || !inner.speaker.ok() || len(inner.parts) == 0 {
			continue
		}
		for m := n - 1; m >= max(0, n-4); m-- {
			outer := &reports[m]
			if !outer.holds(inner) || !outer.speaker.ok() || !speaking(outer.kind) {
				continue
			}
			if inner.within = true; outer.speaker.head != inner.speaker.head && v.items[inner.speaker.head].tag != extract.PRP {
				inner.via = outer.speaker
			}
			break
		}
	}
}

// holds says whether the attribution and the words of inner stand in what r
// holds.
func (r *report) holds(inner *report) bool {
	for _, p := range r.parts {
		if p[0] <= inner.speaker.lo && inner.speaker.hi <= p[1] && p[0] <= inner.parts[0][0] && inner.parts[len(inner.parts)-1][1] <= p[1] {
			return true
		}
	}
	return false
}

// cited is who is cited from item i on: "CNN reported, citing two officials,".
func (v *view) cited(i, hi int) phrase {
	for k := i; k+1 < hi && k < i+8; k++ {
		it := &v.items[k]
		if it.quoted() || it.finite() || it.is("that") {
			break
		}
		if it.is("citing") || it.is("quoting") {
			if p := v.phraseAt(k+1, hi); v.person(k+1, hi) || p.ok() && v.items[p.head].name >= 0 || p.ok() && v.items[p.head].has(documentHead|anonymousHead) {
				return p
			}
			break
		}
	}
	return phrase{}
}

// cite makes who is cited from item i on the speaker of r, and the speaker so
// far the one who passes it on.
func (v *view) cite(r *report, i, hi int) {
	if p := v.cited(i, hi); v.speaks(p) && r.speaker.ok() {
		r.speaker, r.via = p, r.speaker
	}
}
