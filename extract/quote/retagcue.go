package quote

import "github.com/quoth/quoth/extract"

// onlyVerbs are forms of the third person that are no noun in the plural.
var onlyVerbs = map[string]bool{"acknowledges": true, "adds": true, "admits": true, "agrees": true, "alleges": true, "announces": true, "argues": true, "asks": true,
	"asserts": true, "believes": true, "concedes": true, "concludes": true, "confirms": true, "contends": true, "declares": true, "denies": true,
	"describes": true, "emphasises": true, "emphasizes": true, "expects": true, "explains": true, "finds": true, "insists": true, "maintains": true,
	"predicts": true, "recalls": true, "reckons": true, "recommends": true, "reveals": true, "says": true, "suggests": true, "tells": true, "thinks": true, "warns": true, "writes": true}

// retagCue mends what taggers take for a noun where a verb of saying stands, and
// the other way round: The affidavit alleges/NNS that; the form states/NNS.
func (v *view) retagCue(i int) {
	it := &v.items[i]
	if i == 0 || i+1 >= len(v.items) || it.name >= 0 || upper(v.text[it.Start]) || v.items[i-1].block != it.block {
		return
	}
	prev, next := &v.items[i-1], &v.items[i+1]
	if prev.quoted() {
		return
	}
	switch {
	case it.finite() && it.cue.form > 1 && !v.ing(i) && (prev.tag == extract.VB || prev.tag == extract.VBG) && !prev.has(auxiliary) && next.tag.Noun():
		it.tag = extract.JJ // make repeated/VBD cuts
	case it.tag == extract.NNS && it.cue.form == 1 && prev.is(",") && (next.is("for") || next.is("on")) && v.asideBefore(i-1):
		it.tag = extract.VBZ // The draft, released on Monday, calls/NNS for peace.
	case it.tag == extract.NNS && it.cue.form == 1 && prev.tag == extract.CC && next.is("that") && i > 1 && (v.items[i-2].quoted() || v.items[i-2].is(",")):
		it.tag = extract.VBZ // calls it “odd,” but cautions/NNS that
	case it.tag == extract.NN && it.cue.form == 0 && next.is("that") && it.cue.frames&(clauses|thatClauses) != 0 && v.manyOf(i):
		it.tag = extract.VBP // Analysts at Vexley estimate/NN that
	case it.tag == extract.NN && it.cue.form == 0 && prev.is("to") && next.is("to"):
		it.tag = extract.VB // rose to remark/NN to the mayor that
	case it.tag == extract.NNS && it.cue.form == 1 && prev.name >= 0 && next.finite() && i > 2 && (v.items[i-2].is("that") || v.items[i-2].is("which")) && v.items[i-3].noun():
		it.tag = extract.VBZ // countries that Smith claims/NNS are
	case it.tag == extract.NN && v.ing(i) && prev.noun() && (next.is("of") || next.is("that")) && v.withSubject(i-1):
		it.tag = extract.VBG // …, with the council warning/NN of
	case it.tag == extract.NNS && it.is("states") && prev.tag == extract.NN && next.is("that") && i+2 < len(v.items) && !v.items[i+2].finite() && v.finiteWithin(i+2, len(v.items)):
		it.tag = extract.VBZ // A paper on the firm's website states/NNS that boats sink.
	case it.tag == extract.NNS && it.cue.form == 1 && prev.noun() && !next.is("out"):
		if onlyVerbs[it.low] || v.singularSubject(i) && (next.is("that") && i+2 < len(v.items) && !v.items[i+2].finite() || v.clauseCloses(i+1) || next.is("to") && i+2 < len(v.items) && (v.items[i+2].tag == extract.DT || v.items[i+2].tag == extract.PRP)) {
			it.tag = extract.VBZ
		}
	case it.cue.form > 1 && !v.ing(i) && next.tag.Noun() && (prev.tag == extract.IN && !prev.has(subordinator) && !prev.is("that") || i > 1 && (prev.tag == extract.JJ || prev.tag == extract.JJR) && (v.items[i-2].tag == extract.DT || v.items[i-2].tag == extract.CC)):
		it.tag = extract.JJ // a lead in pledged/VBD delegates
	case !it.finite() && it.cue.form > 0 && !v.ing(i) && prev.is(",") && it.cue.kind == "say" && v.personAt(i+1):
		it.tag = extract.VBD // The oils calm the skin, states/NNS Smith.
	case it.tag == extract.VBN && prev.noun() && next.is("by") && v.items[min(i+2, len(v.items)-1)].isCue && v.ing(min(i+2, len(v.items)-1)):
		it.tag = extract.VBD // Smith responded/VBN by saying
	case it.tag == extract.NNS && it.is("points") && next.is("out") && (prev.noun() || prev.is(",")):
		it.tag = extract.VBZ
	case it.cue.form == 0 && (it.tag == extract.VBP || it.tag == extract.VB):
		if i > 1 && (prev.is("earlier") || prev.is("later") || prev.is("previous")) && (v.items[i-2].tag == extract.POS || v.items[i-2].tag == extract.PRPS) {
			it.tag = extract.NN // the board's earlier claim/VB that
		}
		// in a 2022 report/VBP that; one reason/VBP that
		if prev.is("a") || prev.is("an") || prev.is("the") || prev.is("one") && !(i > 1 && v.items[i-2].noun()) || prev.tag == extract.CD && i > 1 && v.items[i-2].tag == extract.DT {
			it.tag = extract.NN
		}
	}
}

// withSubject says whether the phrase that item i ends stands behind a comma and
// "with".
func (v *view) withSubject(i int) bool {
	a := v.coreBefore(i, max(0, i-8))
	return a > 1 && v.items[a-1].is("with") && v.items[a-2].is(",")
}

// takesObject says whether the participle at item i is a verb in the past: right
// behind a name, or a name and an adverb, with an object behind it.
func (v *view) takesObject(i int) bool {
	if i == 0 || i+1 >= len(v.items) || v.items[i+1].quoted() || v.items[i+1].tag != extract.DT && v.items[i+1].tag != extract.PRPS {
		return false
	}
	switch v.items[i].low {
	case "given", "awarded", "shown", "offered", "paid", "handed", "sent", "denied", "told", "asked", "named", "called", "been", "taught":
		return false // a man given a prize
	}
	k := i - 1
	if k > 0 && (v.items[k].tag == extract.RB || v.items[k].tag == extract.RBR) && !v.items[k].has(auxiliary) {
		k--
	}
	return v.items[k].name >= 0 && v.items[k].block == v.items[i].block && v.items[k].tag != extract.POS && !v.items[k].has(auxiliary)
}

// personAt says whether the name of a person begins at item i.
func (v *view) personAt(i int) bool {
	return i < len(v.items) && v.items[i].name >= 0 && v.doc.Mentions[v.items[i].name].Type == extract.Person
}

// nameEnd is the item after the name that item i is part of, hi at most.
func (v *view) nameEnd(i, hi int) int {
	n := v.items[i].name
	for i < hi && v.items[i].name == n {
		i++
	}
	return i
}

// singularSubject says whether nothing but a noun in the singular with an
// article stands between item i and the beginning of its clause.
func (v *view) singularSubject(i int) bool {
	if v.items[i-1].tag != extract.NN || v.items[i-1].has(timeWord) {
		return false
	}
	k := i - 2
	for k > 0 && k > i-6 && (v.items[k].tag == extract.JJ || v.items[k].tag == extract.NN || v.items[k].tag == extract.NNP) {
		k--
	}
	if k < 0 || v.items[k].tag != extract.DT {
		return false
	}
	if k > 0 && v.items[k-1].first && v.items[k-1].tag == extract.RB {
		return true // Then the girl whispers
	}
	return k == 0 || v.items[k].first || v.items[k-1].is(",") || v.items[k-1].quoted() || v.items[k-1].block != v.items[k].block
}

// asideBefore says whether the sentence opens with one thing and an aside that the comma
// k ends.
func (v *view) asideBefore(k int) bool {
	lo := k
	for lo > 0 && lo > k-reach/2 && !v.items[lo].first {
		lo--
	}
	p := v.phraseAt(lo, k)
	if !p.ok() || p.hi+1 >= k || !v.items[p.hi].is(",") || v.items[p.head].tag != extract.NN {
		return false
	}
	opens := &v.items[p.hi+1]
	return opens.tag == extract.VBN || opens.is("a") || opens.is("an") || opens.is("which")
}

// manyOf says whether nothing but a plural and a body that it is of stands
// between item i and the beginning of its sentence.
func (v *view) manyOf(i int) bool {
	p := v.phraseBefore(i-1, max(0, i-8))
	return p.ok() && v.items[p.lo].first && p.head < i-1 && v.items[p.head].tag == extract.NNS && v.items[i-1].name >= 0
}

// clauseCloses says whether the sentence or the clause ends before item i.
func (v *view) clauseCloses(i int) bool {
	return v.items[i].is(",") || v.items[i].is(".") || v.items[i].is(";") || v.items[i].first
}
