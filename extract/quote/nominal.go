package quote

import "github.com/quoth/quoth/extract"

// readNominal reads a noun of saying with what it holds: "Smith's claim that
// the ferry is late", "the warning by officials that", "in Smith's words".
func (v *view) readNominal(i int, f frame) (report, bool) {
	it := &v.items[i]
	r := report{cue: it.Span, kind: "claim", rule: "nominal"}
	if it.is("words") {
		return v.readWords(r, i, f)
	}
	if it.is("view") || it.is("opinion") {
		return v.readView(r, i, f)
	}
	that := i + 1
	r.speaker = v.owner(i, f.lo)
	if that < f.hi && v.items[that].is("by") {
		p := v.phraseAt(that+1, f.hi)
		if !p.ok() {
			return r, false
		}
		r.speaker, that = p, p.hi
	}
	if that+1 >= f.hi || !v.items[that].is("that") || !v.finiteWithin(that+1, f.hi) && !v.verbInMarks(that+1, f.hi) || !v.speaks(r.speaker) {
		return r, false
	}
	// Smith's claim that the ferry is late | is false.
	r.parts = [][2]int{{that + 1, v.secondVerb(that+1, v.contentEnd(that+1, f.hi))}}
	return r, true
}

// readView reads "in Smith's view, the plan is dead".
func (v *view) readView(r report, i int, f frame) (report, bool) {
	r.kind, r.speaker = "think", v.owner(i, f.lo)
	if k := i - 3; k > f.lo && v.items[i-2].is("of") && v.items[i-1].is("the") && v.items[k].has(auxiliary) && i+2 < f.hi && v.items[i+1].is("that") && v.finiteWithin(i+2, f.hi) {
		r.speaker = v.subjectOf(v.groupAt(k, f.lo), f.lo, 0) // She was of the view that
		r.rule, r.clausal = "that", true
		r.parts = [][2]int{{i + 2, v.contentEnd(i+2, f.hi)}}
		return r, v.speaks(r.speaker)
	}
	if !v.speaks(r.speaker) || r.speaker.lo == f.lo || !v.items[r.speaker.lo-1].is("in") {
		return r, false
	}
	at := i + 1
	if at < f.hi && v.items[at].is(",") {
		at++
	}
	if at+1 >= f.hi || v.items[at].quoted() || !v.finiteWithin(at, f.hi) {
		return r, false
	}
	r.rule, r.clausal = "clause", true
	r.parts = [][2]int{{at, v.contentEnd(at, f.hi)}}
	return r, true
}

// gists are nouns for what somebody says or thinks in short.
var gists = map[string]string{"advice": "say", "answer": "say", "argument": "claim", "assessment": "say", "belief": "think", "claim": "claim", "complaint": "say", "conclusion": "say",
	"concern": "think", "contention": "claim", "explanation": "say", "fear": "think", "feeling": "think", "guess": "think", "hope": "think", "message": "say", "opinion": "think",
	"point": "say", "position": "say", "prediction": "say", "promise": "promise", "reply": "say", "response": "say", "stance": "say", "suspicion": "think", "theory": "think",
	"thinking": "think", "verdict": "say", "view": "think", "warning": "warn", "worry": "think"}

// readGist reads Smith's hope is that they win, the view of the board was that.
// Item i is the verb.
func (v *view) readGist(i int, f frame) (report, bool) {
	for k := i - 1; k >= f.lo && k > i-8 && !v.items[k].quoted() && !v.items[k].finite() && v.items[k].tag != extract.Punct; k-- {
		kind := gists[v.items[k].low]
		if kind == "" || v.items[k].name >= 0 {
			continue
		}
		r := report{cue: v.items[k].Span, kind: kind, rule: "that", clausal: true, speaker: v.owner(k, f.lo)}
		if p := v.phraseAt(k+2, i); !r.speaker.ok() && k+2 < i && v.items[k+1].is("of") && p.ok() && !v.mute(p) {
			r.speaker = p
		}
		if !v.speaks(r.speaker) || !v.finiteWithin(i+2, f.hi) && !v.anyQuoted(i+2, f.hi) {
			return r, false
		}
		r.parts = [][2]int{{i + 2, v.contentEnd(i+2, f.hi)}}
		return r, true
	}
	return report{}, false
}

// readWords reads "in Smith's words, “we wait”" and "in the words of Smith".
func (v *view) readWords(r report, i int, f frame) (report, bool) {
	r.kind, r.speaker = "say", v.owner(i, f.lo)
	next := i + 1
	if next < f.hi && v.items[next].is("of") {
		r.speaker = v.coreAt(next+1, f.hi)
		next = r.speaker.hi
	}
	if !v.speaks(r.speaker) {
		return r, false
	}
	for j := next; j < f.hi && j < next+reach/4; j++ {
		if v.items[j].quoted() {
			r.parts = [][2]int{{j, j + 1}}
			return r, true
		}
	}
	return r, false
}

// owner is who the noun at item i belongs to: "Smith's", "her".
func (v *view) owner(i, lo int) phrase {
	k := i - 1
	for k > lo && (v.items[k].tag == extract.JJ || v.items[k].is("earlier") || v.items[k].is("later")) {
		k--
	}
	if k < lo || v.items[k].quoted() {
		return phrase{}
	}
	if v.items[k].tag == extract.PRPS {
		return phrase{k, k + 1, k}
	}
	if v.items[k].tag == extract.POS && k > lo {
		return v.phraseBefore(k-1, lo)
	}
	return phrase{}
}

// secondVerb is where the second verb of a row of words begins that no
// conjunction opens a clause for, hi where there is none.
func (v *view) secondVerb(lo, hi int) int {
	seen := false
	for k := lo; k < hi; k++ {
		it := &v.items[k]
		switch {
		case it.quoted() || !it.finite():
			if it.tag == extract.CC || it.has(subordinator) || it.tag == extract.WDT || it.tag == extract.WP {
				seen = false
			}
		case seen:
			for v.items[k-1].is(",") {
				k--
			}
			return k
		default:
			seen = true
			k = max(k, v.groupEnd(k, hi)-1)
		}
	}
	return hi
}

// groupEnd is the item after the verb group that begins at item k.
func (v *view) groupEnd(k, hi int) int {
	for k < hi && !v.items[k].quoted() && (v.items[k].tag.Verb() || v.items[k].tag == extract.MD || v.items[k].tag == extract.RB || v.items[k].has(auxiliary)) {
		k++
	}
	return k
}
