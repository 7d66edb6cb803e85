package quote

import "github.com/quoth/quoth/extract"

// report is one attribution as the rules read it, in items.
type report struct {
	cue     extract.Span
	kind    string // of the cue
	lemma   string
	mood    extract.Modality
	via     phrase // who passes it on
	within  bool   // it stands in what another report holds
	clausal bool   // the cue takes a clause, and is no infinitive

	infinitive bool // the cue is one: to say
	speaker    phrase
	parts      [][2]int
	rule       string
	doubted    bool    // told by another clause, or negated
	pending    bool    // what is said follows after the frame: "She said:"
	sure       float64 // what the model of choices gives it; 0 where a rule spoke
	exact      bool    // without marks, but word for word: a block quote
}

// readFrame appends the reports of a frame, in order of their cues.
func (v *view) readFrame(dst []report, f frame) []report {
	first := len(dst)
	for i := f.lo; i < f.hi; i++ {
		it := &v.items[i]
		switch {
		case it.quoted():
		case it.is("according") && i+1 < f.hi && v.items[i+1].is("to"):
			if r, ok := v.readAccording(i, v.bracketed(i, f)); ok {
				dst = append(dst, r)
			}
		case it.is("per") && i+1 < f.hi:
			if r, ok := v.readPer(i, f); ok {
				dst = append(dst, r)
			}
		case it.isCue && v.verbal(i) && !v.phrasal(i, f.hi):
			if r, ok := v.readCue(i, v.bracketed(i, f), dst[first:]); ok {
				r.within = r.infinitive && asked(dst[first:], i)
				if n := len(dst); n > first && dst[n-1].rule == "colon" && r.rule == "clause-around" && dst[n-1].parts[0][0] == r.parts[0][0] {
					dst = dst[:n-1] // Smith disagreed: the plan, he argued, was “odd”
				}
				dst = append(dst, r)
			}
		case it.has(sayingNoun) && i > f.lo && it.name < 0 && (it.tag.Noun() || v.items[i-1].tag == extract.POS || v.items[i-1].tag == extract.PRPS):
			if r, ok := v.readNominal(i, v.bracketed(i, f)); ok {
				dst = append(dst, r)
			}
		case it.is("heard") && !it.isCue:
			if g := v.groupAt(i, f.lo); v.told(i, g) {
				if r, ok := v.readHearing(report{cue: it.Span, kind: "say", lemma: "hear"}, i, g, f); ok {
					dst = append(dst, r)
				}
			}
		case (it.is("is") || it.is("was")) && i > f.lo && i+2 < f.hi && v.items[i+1].is("that"):
			if r, ok := v.readGist(i, v.bracketed(i, f)); ok {
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

// asked says whether item i stands in what one of the reports wants somebody to do:
// called on Smith to | declare.
func asked(reports []report, i int) bool {
	for n := range reports {
		if r := &reports[n]; r.rule == "object" && r.lemma == "call_on" || r.rule == "infinitive" && (r.kind == "ask" || r.kind == "urge") {
			for _, p := range r.parts {
				if p[0] <= i && i < p[1] {
					return true
				}
			}
		}
	}
	return false
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
	if it.tag.Noun() && it.cue.form == 1 && i > 0 && !upper(v.text[it.Start]) && i+1 < len(v.items) {
		if v.items[i+1].quoted() {
			return v.items[i-1].noun() && v.items[i-1].tag != extract.JJ // The ad claims “we wait.”, not executive orders “too late”
		}
		if n := v.items[i-1].name; n >= 0 && (v.items[i+1].is(":") || v.items[i+1].is("that")) {
			return !it.is("states") || v.doc.Mentions[n].Type != extract.Misc // Democratic-led states that
		}
	}
	return false
}

// phrasal says whether a word after the cue word i makes another verb of it: snapped
// up a firm, wrote off a debt.
func (v *view) phrasal(i, hi int) bool {
	if i+1 >= hi || v.items[i].cue.particle {
		return false
	}
	next := &v.items[i+1]
	return next.is("up") || next.is("off") || next.is("down") || next.is("away")
}

// speaking says whether a cue's kind is of saying, and not of thinking or
// judging.
func speaking(kind string) bool {
	switch kind {
	case "think", "plan", "show", "judge", "call":
		return false
	}
	return true
}

// listed says whether a report without marks is speech. Of judgements those
// with a clause are ("complained that it was late"), and of what is shown what
// somebody found; what somebody wrote is not, where that is a thing ("published
// a book"). What is denied, demanded or promised is, thing or clause ("called
// for a vote"): reported speech .709 -> .732 on 340 articles.
func listed(r *report) bool {
	clause := r.rule == "that" || r.rule == "clause" || r.rule == "wh" || r.rule == "clause-before" || r.rule == "clause-around"
	switch {
	case !r.speaker.ok() || r.kind == "write" && (r.rule == "object" || r.rule == "preposition"):
		return false
	case r.lemma == "accuse":
		return r.rule == "deed" && r.mood == extract.Actual
	case r.kind == "judge":
		return r.clausal && clause
	case r.rule == "object" && things[r.lemma] && r.size() < 7:
		return false
	case r.rule == "object" && (r.lemma == "recall" || r.lemma == "verify"):
		return false // recalls 9,000 cars, could not verify the claim
	case r.rule == "object" && (r.lemma == "quote" || r.lemma == "cite" && r.size() < 4):
		return false // He quoted his grandmother
	case r.lemma == "find":
		return r.mood == extract.Actual && !r.within && (r.rule == "that" || r.rule == "clause-before")
	case r.within && !r.passes():
		return false
	case r.kind == "think" || r.kind == "plan":
		return r.clausal && r.mood != extract.Hypothetical && clause
	}
	return speaking(r.kind)
}

// things are verbs of saying that with a thing for an object tell of no words as a
// rule: claimed the cup, pledged $3 million. Of such reports 8 of 35 are speech.
var things = map[string]bool{"claim": true, "pledge": true, "signal": true}

// passes says whether a report that another holds is worth listing beside it:
// that somebody else said something. "Smith said she believed that it helps" and
// "Smith said Brandt would call for a vote" are Smith's words alone; of such,
// PolNeAR lists 1 in 10.
func (r *report) passes() bool {
	return r.via.ok() && speaking(r.kind) && r.mood == extract.Actual && (r.rule == "that" || r.rule == "clause" || r.rule == "wh" || r.rule == "nominal")
}
