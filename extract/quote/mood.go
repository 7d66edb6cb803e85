package quote

import "github.com/quoth/quoth/extract"

// moodOf says whether what the verb group tells took place: "did not say",
// "would say", "plans to say", "if she says".
func (v *view) moodOf(g group, lo int) extract.Modality {
	if g.negated {
		return extract.Negated
	}
	if g.infinitive {
		return v.moodOfInfinitive(g.lo-1, lo)
	}
	for k := g.lo; k < g.at; k++ {
		switch v.items[k].low {
		case "would", "could", "might", "may", "should", "'d", "’d":
			return extract.Hypothetical
		case "will", "shall", "'ll", "’ll", "wo":
			return extract.Planned
		}
	}
	// if she says that; unless Smith says
	for k := g.lo - 1; k >= lo && k > g.lo-6; k-- {
		it := &v.items[k]
		if it.quoted() || it.tag == extract.Punct || it.finite() {
			break
		}
		if it.is("if") || it.is("unless") || it.is("whether") {
			return extract.Hypothetical
		}
	}
	return extract.Actual
}

// moodOfInfinitive reads the word that an infinitive leans on, item k: "plans
// | to say", "declined | to say", "is expected | to say".
func (v *view) moodOfInfinitive(k, lo int) extract.Modality {
	for ; k >= lo && (v.items[k].tag == extract.RB || v.items[k].tag == extract.PRP); k-- {
	}
	if k < lo || v.items[k].quoted() {
		return extract.Actual
	}
	mood, known := moods[v.items[k].low]
	if !known {
		return extract.Actual
	}
	if g := v.groupAt(k, lo); g.negated { // does not plan to say
		return extract.Negated
	}
	return mood
}

// moods are words before "to" and a verb of saying, with what they make of it.
var moods = map[string]extract.Modality{
	"decline": extract.Negated, "declined": extract.Negated, "declines": extract.Negated, "declining": extract.Negated,
	"refuse": extract.Negated, "refused": extract.Negated, "refuses": extract.Negated, "refusing": extract.Negated,
	"unable": extract.Negated,
	"fail":   extract.Negated, "failed": extract.Negated, "fails": extract.Negated,

	"plan": extract.Planned, "planned": extract.Planned, "plans": extract.Planned, "planning": extract.Planned,
	"expect": extract.Planned, "expected": extract.Planned, "expects": extract.Planned,
	"intend": extract.Planned, "intended": extract.Planned, "intends": extract.Planned,
	"scheduled": extract.Planned, "set": extract.Planned, "due": extract.Planned, "poised": extract.Planned, "ready": extract.Planned, "likely": extract.Planned,
	"preparing": extract.Planned, "prepares": extract.Planned, "prepared": extract.Planned,
	"hope": extract.Planned, "hopes": extract.Planned, "hoped": extract.Planned, "hoping": extract.Planned,
	"want": extract.Planned, "wants": extract.Planned, "wanted": extract.Planned,
	"going": extract.Planned, "about": extract.Planned,
}
