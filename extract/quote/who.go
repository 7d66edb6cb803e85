package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// named is the name beside a speaker who is told by an office first: "the
// board's chief engineer, Ann Smith,".
func (v *view) named(p phrase) phrase {
	h := &v.items[p.head]
	if h.name >= 0 || p.hi+1 >= len(v.items) || h.tag == extract.PRP {
		return p
	}
	k := v.behind(p.hi)
	if k+1 >= len(v.items) || !v.items[k].is(",") {
		return p
	}
	a := k + 1
	if own := v.givesName(a); own > 0 {
		a = own
	}
	a = v.overArticle(a)
	if strings.HasSuffix(v.items[a].low, "-year-old") && v.personAt(a+1) {
		a++ // one of those hurt, 61-year-old Ann Smith,
	}
	polite := false
	for a+1 < len(v.items) && v.items[a].name < 0 && v.address(&v.items[a]) {
		polite = polite || lexicon.Courtesy(v.items[a].low)
		a++ // the chair, Sir Colin Ash,
	}
	body := h.has(organizationHead) && (v.items[p.lo].is("the") || v.items[p.lo].tag != extract.DT)
	polite = polite || v.items[p.lo].tag == extract.PRPS && v.personAt(a) // its primate, Ann Smith,
	if !body && !v.office(p) && !(polite && h.tag == extract.NN && !h.has(organizationHead|documentHead|timeWord)) {
		return p
	}
	if v.items[a].name < 0 || v.items[a].block != v.items[p.lo].block {
		return p
	}
	if t := v.doc.Mentions[v.items[a].name].Type; body && t != extract.Org || !body && t != extract.Person {
		return p
	}
	q := v.coreAt(a, len(v.items))
	if !q.ok() || q.hi > len(v.items) || v.items[q.head].name < 0 {
		return p
	}
	if q.hi < len(v.items) {
		if end := &v.items[v.withOrigin(q.hi)]; !end.is(",") && !end.is(".") && !end.isCue && end.block == v.items[a].block {
			return p
		}
	}
	if v.items[k+1].is("the") {
		q.lo = k + 2
	} else if a == k+1 || v.items[k+1].name < 0 && v.address(&v.items[k+1]) {
		q.lo = k + 1
	}
	return q
}

// acronym says whether a word is a short form in capitals.
func acronym(w string) bool {
	return len(w) > 1 && len(w) < 8 && strings.ToUpper(w) == w && upper(w[0])
}

// overArticle is the item behind "the" and an office before the name of a person:
// her first husband, | the conductor Ann Smith,. It is a itself elsewhere.
func (v *view) overArticle(a int) int {
	if !v.items[a].is("the") {
		return a
	}
	k := a + 1
	for k+1 < len(v.items) && k < a+4 && v.items[k].name < 0 && (v.items[k].tag == extract.NN || v.items[k].tag == extract.JJ || v.items[k].is("most") || v.items[k].is("rt") || v.items[k].is("very") || v.address(&v.items[k])) {
		k++
	}
	if k > a+1 && v.personAt(k) && (lexicon.Role(v.items[k-1].low) || v.items[k-1].has(personHead) || v.address(&v.items[k-1])) {
		return k
	}
	return a
}

// withOrigin is the item behind the firm or place that the name before item i is
// given with: another owner, Ann Smith | of Harwick Shoes,. It is i for none.
func (v *view) withOrigin(i int) int {
	it := &v.items[i]
	if !it.is("of") && !it.is("from") && !it.is("with") && !it.is("at") || i+1 >= len(v.items) || v.items[i+1].name < 0 {
		return i
	}
	if q := v.coreAt(i+1, min(len(v.items), i+reach/4)); q.ok() && q.hi < len(v.items) {
		return q.hi
	}
	return i
}

// address says whether an item is a form of address or a title before a name.
func (v *view) address(it *item) bool {
	return it.has(titleWord) || lexicon.Courtesy(it.low) || upper(v.text[it.Start]) && lexicon.Title(it.Of(v.text))
}

// behind is the item behind what says more of a speaker up to the comma: the
// short form of a body and what one does. “The head of the Boat Board (BB), |”, “the
// lawmaker representing Ely, |”. It is i itself where there is none of it.
func (v *view) behind(i int) int {
	const widest = 8 // items
	k := i
	if k+2 < len(v.items) && v.items[k].is(",") && v.items[k+2].is(",") && !v.personAt(k+1) && acronym(v.items[k+1].Of(v.text)) {
		return k + 2 // the chair of the Boat Board, BB, | Ann Smith,
	}
	if v.items[k].is("(") {
		for k++; k < len(v.items) && k < i+widest; k++ {
			if v.items[k].is(")") {
				return k + 1
			}
		}
		return i
	}
	if v.items[k].tag == extract.VBN && k+1 < len(v.items) && v.items[k+1].is(",") {
		return k + 1 // one of those sickened, | Ann Smith,
	}
	if v.items[k].tag != extract.VBG {
		return i
	}
	for ; k < len(v.items) && k < i+widest && !v.items[k].quoted() && !v.items[k].finite() && !v.items[k].isCue; k++ {
		if v.items[k].is(",") {
			return k
		}
	}
	return i
}

// givesName is where the name stands that the words from item i on say a speaker
// gave: “who identified himself simply as | Ann Smith”. It is 0 for none.
func (v *view) givesName(i int) int {
	const widest = 7 // items
	if i+3 >= len(v.items) || !v.items[i].is("who") {
		return 0
	}
	switch v.items[i+1].low {
	case "identified", "introduced", "gave":
	default:
		return 0
	}
	for k := i + 2; k+1 < len(v.items) && k < i+widest && !v.items[k].quoted() && !v.items[k].is(","); k++ {
		if v.items[k].is("as") {
			return k + 1
		}
	}
	return 0
}

// pronounOf is the pronoun by which the clause of r takes up a speaker: in
// "Smith, who argued that it helps," the words nearest to the quotation are
// "who". Where the antecedent is no name it says more than its pronoun, and stays.
func (v *view) pronounOf(p phrase, r *report) phrase {
	k := p.hi
	if p.head != p.hi-1 || v.items[p.head].name < 0 {
		return p
	}
	if k < len(v.items) && (v.items[k].is(",") || v.dash(k)) {
		k++
	}
	if k >= len(v.items) || !v.items[k].is("who") && !v.items[k].is("which") || v.items[k].block != v.items[p.lo].block {
		return p
	}
	for i := k + 1; i < len(v.items) && i < k+reach/2; i++ {
		switch it := &v.items[i]; {
		case it.is(",") || it.is(";") || it.first:
			return p
		case it.Start == r.cue.Start && !r.cue.Empty(), r.cue.Empty() && i == r.parts[0][0]:
			return phrase{k, k + 1, k}
		case it.quoted() && v.lastByte(it) == ',':
			return p
		}
	}
	return p
}

// office says whether a phrase tells a single person by what he or she is: "the
// chief engineer", "Smith's predecessor", "one of the traders".
func (v *view) office(p phrase) bool {
	h := &v.items[p.head]
	if h.has(personHead) || lexicon.Role(h.low) {
		return h.tag != extract.NNS && h.tag != extract.NNPS
	}
	for k := p.lo + 1; k < p.head; k++ {
		if v.items[k].tag == extract.POS {
			return h.tag == extract.NN && !h.has(organizationHead|documentHead|timeWord) // Smith's late partner, Park,
		}
	}
	return v.items[p.lo].is("one") && p.lo+1 < p.hi && v.items[p.lo+1].is("of")
}

// speakerKind says how the text names a speaker.
func (v *view) speakerKind(p phrase) extract.SpeakerKind {
	h := &v.items[p.head]
	switch {
	case h.name >= 0 && v.body(p):
		return extract.OrganizationSpeaker
	case h.name >= 0:
		return extract.NamedSpeaker
	case h.tag == extract.PRP || h.tag == extract.PRPS || h.is("who") || h.is("which"):
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
