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
