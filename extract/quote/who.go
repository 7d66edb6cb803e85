package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// named is the name beside a speaker who is told by an office first: "the
// board's chief engineer, Ann Smith,".
func (v *view) named(p phrase) phrase {
	if h := &v.items[p.head]; h.name >= 0 || !h.has(personHead) || p.hi+1 >= len(v.items) || !v.items[p.hi].is(",") {
		return p
	}
	q := v.coreAt(p.hi+1, len(v.items))
	if !q.ok() || q.hi >= len(v.items) || v.items[q.lo].name < 0 || v.items[q.head].name < 0 || v.items[q.lo].block != v.items[p.lo].block {
		return p
	}
	if end := &v.items[q.hi]; !end.is(",") && !end.is(".") && !end.isCue {
		return p
	}
	return q
}

// speakerKind says how the text names a speaker.
func (v *view) speakerKind(p phrase) extract.SpeakerKind {
	h := &v.items[p.head]
	switch {
	case h.name >= 0 && v.body(p):
		return extract.OrganizationSpeaker
	case h.name >= 0:
		return extract.NamedSpeaker
	case h.tag == extract.PRP || h.tag == extract.PRPS || h.low == "who":
		return extract.PronounSpeaker
	case h.has(anonymousHead):
		return extract.AnonymousSpeaker
	case h.has(organizationHead | documentHead):
		return extract.OrganizationSpeaker
	}
	return extract.NominalSpeaker
}

// body says whether a named speaker is no person. Engines type a name by its
// looks, so a lone "Carter" counts as the person where the text has "Ann Carter",
// and "the Ely Ledger" is a body, whatever they take it for.
func (v *view) body(p phrase) bool {
	if v.items[p.lo].is("the") && !v.holds(p, personHead|titleWord) {
		return true
	}
	m := &v.doc.Mentions[v.items[p.head].name]
	kind := m.Type
	if e := int(m.Entity); e >= 0 && e < len(v.doc.Entities) {
		kind = v.doc.Entities[e].Type
	}
	if kind != extract.Org && kind != extract.GPE {
		return false
	}
	return !v.persons()[lastWord(v.doc.At(m.Span))]
}

// persons is the last words of the names of persons that have more than one.
func (v *view) persons() map[string]bool {
	if v.surnames == nil {
		v.surnames = map[string]bool{}
		for i := range v.doc.Mentions {
			if m := &v.doc.Mentions[i]; m.Type == extract.Person && m.Kind == extract.NameMention {
				if name := v.doc.At(m.Span); lastWord(name) != name {
					v.surnames[lastWord(name)] = true
				}
			}
		}
	}
	return v.surnames
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// holds says whether a word of the phrase is of a class.
func (v *view) holds(p phrase, c wordClass) bool {
	for i := p.lo; i < p.hi; i++ {
		if v.items[i].has(c) {
			return true
		}
	}
	return false
}
