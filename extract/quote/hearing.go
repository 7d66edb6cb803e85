package quote

import "github.com/quoth/quoth/extract"

// courts are those who hear what is said to them.
var courts = map[string]bool{"court": true, "jury": true, "jurors": true, "inquest": true, "coroner": true, "tribunal": true, "hearing": true, "inquiry": true, "trial": true, "magistrates": true,
	"committee": true, "meeting": true, "panel": true, "mps": true, "councillors": true, "senators": true, "lawmakers": true, "members": true}

// told says whether somebody is told, by the verb at item i: “the inquest was told”,
// “the court heard”.
func (v *view) told(i int, g group) bool {
	it := &v.items[i]
	if it.is("heard") {
		return it.tag.Verb() && g.lo > 0 && v.items[g.lo-1].noun() && courts[v.items[g.lo-1].low]
	}
	switch it.low {
	case "told", "informed", "warned", "assured", "reminded", "notified":
		return g.passive
	}
	return false
}

// readHearing reads what somebody was told with the verb at item i: “The jury was told
// that Smith lied”, “He lied, the court heard”. It is nobody's where the text names
// none: Smith says none of it.
func (v *view) readHearing(r report, i int, g group, f frame) (report, bool) {
	s := v.subjectOf(g, f.lo, 0)
	if !s.ok() || s.hi > g.lo {
		return r, false
	}
	j := i + 1
	if p := v.phraseAt(j+1, f.hi); j < f.hi && v.items[j].is("by") && v.speaks(p) {
		r.speaker, j = p, v.namesOn(v.named(p).hi, f.hi)
		if j+1 < f.hi && v.items[j].is(",") && v.items[j+1].is("that") {
			j++ // was told by the head, Ann Smith, that
		}
	}
	for j < f.hi && v.passing(j, f.hi) {
		j++
	}
	r.rule, r.clausal = "passive", true
	switch {
	case j+1 < f.hi && v.items[j].is("that") && (v.finiteWithin(j+1, f.hi) || v.anyQuoted(j+1, f.hi)):
		r.parts = [][2]int{{j + 1, v.contentEnd(j+1, f.hi)}}
	case j+1 < f.hi && (v.items[j].is("how") || v.items[j].tag != extract.Punct && v.clauseHead(j, f.hi)) && v.finiteWithin(j, f.hi):
		r.parts = [][2]int{{j, v.contentEnd(j, f.hi)}}
	case (j >= f.hi || v.items[j].is(".")) && s.lo-1 > f.lo && v.items[s.lo-1].is(","):
		start := v.contentStart(max(f.lo, s.lo-maxContent), s.lo-1)
		if start >= s.lo-1 {
			return r, false
		}
		r.parts = [][2]int{{start, s.lo - 1}}
	default:
		return r, false
	}
	return r, true
}

// hearingTail says whether the words from item k on are who was told, at the end of
// the sentence: “…, | the inquest was told.”
func (v *view) hearingTail(k, hi int) bool {
	p := v.coreAt(k, min(hi, k+8))
	if !p.ok() || p.hi >= hi {
		return false
	}
	j := p.hi
	if (v.items[j].is("was") || v.items[j].is("were")) && j+1 < hi {
		j++
	}
	return v.told(j, v.groupAt(j, k)) && (j+1 >= hi || v.items[j+1].is("."))
}
