package quote

import "github.com/quoth/quoth/extract"

// headlineItems bounds a headline that no markup tells, in items: of 44 in 840
// articles the longest has 21 words.
const headlineItems = 24

// headline says whether a frame is one, as far as its block tells: in plain text
// the first block is, where it is short enough.
func (v *view) headline(f frame) bool {
	b := v.items[f.lo].block
	return v.kindOf(b) == extract.Heading || b == 0 && f.hi-f.lo <= headlineItems
}

// readHeadlineAfter reads “It is a lie”: minister hits back, and “Cheese is
// slow”: six questions for Smith. Item i is the colon.
func (v *view) readHeadlineAfter(i int, f frame) (report, bool) {
	r := report{rule: "headline", kind: "say", cue: v.items[i].Span, parts: [][2]int{{f.lo, f.lo + 1}}}
	p := v.coreAt(i+1, f.hi)
	if !v.speaks(p) || recordings[v.items[p.head].low] {
		return r, false
	}
	named := v.items[p.head].name >= 0
	if p.hi >= f.hi || v.items[p.hi].finite() || named && v.items[p.hi].is("on") {
		r.speaker = p
		return r, named || p.hi < f.hi
	}
	for k := i + 2; k+1 < f.hi; k++ {
		it := &v.items[k]
		if it.quoted() || it.finite() {
			break
		}
		if prev := &v.items[k-1]; (it.is("for") || it.is("with") || it.is("from")) && (prev.is("questions") || prev.is("interview") || prev.is("lessons") || prev.is("minutes")) {
			r.speaker = v.phraseAt(k+1, f.hi)
			return r, v.speaks(r.speaker) && v.items[r.speaker.head].name >= 0
		}
	}
	return r, false
}

// recordings are what shows, behind the words and a colon of a headline, and says
// nothing: “I can't breathe”: bodycam shows last minutes.
var recordings = map[string]bool{"bodycam": true, "video": true, "footage": true, "audio": true, "recording": true, "recordings": true, "cctv": true, "photos": true, "pictures": true, "tape": true, "dashcam": true, "clip": true, "clips": true, "videos": true}

// manners are adjectives that tell, before a colon, how somebody put it, and
// verdicts what it is.
var (
	manners  = map[string]bool{"adamant": true, "blunt": true, "categorical": true, "clear": true, "emphatic": true, "firm": true, "frank": true, "unequivocal": true}
	verdicts = map[string]bool{"advice": true, "answer": true, "argument": true, "conclusion": true, "diagnosis": true, "explanation": true, "message": true, "plea": true, "prediction": true,
		"reply": true, "response": true, "ruling": true, "verdict": true, "view": true, "warning": true}
)

// readManner reads Smith was blunt: we wait, and Smith's verdict: we wait. Item i
// is the colon, and no marks follow.
func (v *view) readManner(i int, f frame) (report, bool) {
	r := report{rule: "colon", kind: "say", cue: v.items[i].Span, clausal: true}
	last := &v.items[i-1]
	if last.quoted() || v.items[i+1].quoted() || !v.finiteWithin(i+1, f.hi) || !v.clauseHead(i+1, f.hi) {
		return r, false
	}
	switch {
	case manners[last.low]:
		g := v.groupAt(i-1, f.lo)
		if g.lo == g.at {
			return r, false
		}
		r.speaker = v.subjectOf(group{lo: g.lo, at: g.lo}, f.lo, 0)
	case verdicts[last.low]:
		r.speaker = v.owner(i-1, f.lo)
	}
	if !v.speaks(r.speaker) {
		return r, false
	}
	r.parts = [][2]int{{i + 1, v.contentEnd(i+1, f.hi)}}
	return r, true
}
