package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// overClause is the phrase whose relative or reduced clause q ends: "a man who was
// hired by Smith | said", "a study published this month in the Ledger | found". It
// is none where q stands in no such clause.
func (v *view) overClause(q phrase, lo int) phrase {
	if !q.ok() || q.lo-2 <= lo {
		return phrase{}
	}
	prev := &v.items[q.lo-1]
	if prev.quoted() || prev.has(subordinator) && !prev.is("as") || prev.tag != extract.IN && prev.tag != extract.TO && (!prev.tag.Verb() || prev.isCue && prev.cue.frames&clauses != 0) {
		return phrase{}
	}
	verb := false
	for k := q.lo - 1; k > lo && k > q.lo-reach/2; k-- {
		it := &v.items[k]
		switch {
		case it.quoted() || it.tag == extract.Punct && !it.is("-") || it.tag == extract.CC:
			return phrase{}
		case it.is("who") || it.is("which") && it.tag == extract.WDT || it.is("that") && it.tag == extract.WDT:
			if !verb || !v.items[k-1].noun() {
				return phrase{}
			}
			s := v.phraseBefore(k-1, lo)
			if outer := v.overClause(s, lo); outer.ok() {
				return outer // people who live in the street that leads to the harbour
			}
			return s
		case it.has(subordinator) && it.tag == extract.IN && !it.is("as"):
			return phrase{}
		case it.tag == extract.VBG && v.items[k+1].is("to") && k+1 < q.lo && v.items[k-1].noun():
			s := v.phraseBefore(k-1, lo)
			if s.ok() && v.reports(s.head) {
				return phrase{s.lo, q.hi, s.head} // a person claiming to speak for Smith | told
			}
			return phrase{}
		case it.isCue && it.tag.Verb() && it.tag != extract.VBN && it.cue.frames&(clauses|thatClauses) != 0:
			return phrase{} // who says that in Ely | Smith said
		case it.tag == extract.VBN && v.items[k-1].tag.Noun() && v.items[k-1].name < 0:
			s := v.phraseBefore(k-1, lo)
			if s.ok() && v.items[s.head].name < 0 && v.reports(s.head) && v.opensClause(s.lo, lo) {
				return phrase{s.lo, q.hi, s.head}
			}
			return phrase{}
		case it.finite():
			verb = true
		}
	}
	return phrase{}
}

// mute says whether a phrase is a common noun for a thing, which says nothing: "the
// doors", "a sharp corner".
func (v *view) mute(p phrase) bool {
	h := &v.items[p.head]
	if h.name >= 0 || !h.tag.Noun() || v.reports(p.head) || h.has(titleWord|sayingNoun|workHead) || lexicon.Role(strings.TrimSuffix(h.low, "s")) {
		return false
	}
	switch strings.TrimSuffix(h.low, "s") {
	case "door", "floor", "corner", "paper", "number", "order", "power", "water", "weather", "river", "winter", "summer", "computer", "chapter", "error", "mirror", "sector", "factor", "tower", "dinner", "border", "counter", "danger", "matter":
		return true
	case "million", "thousand", "hundred", "dozen", "percent", "share", "half", "third", "quarter", "rest", "piece", "line", "headline", "caption", "sign", "banner", "message", "slogan", "text", "note", "label", "page", "plaque", "song", "chorus", "shirt", "t-shirt", "hat", "cap", "mug", "sticker", "poster", "tweet", "post", "placard", "billboard", "sweatshirt", "badge", "leaflet", "flyer", "group", "crowd", "majority", "handful", "couple", "family", "team", "side", "camp", "town", "city", "country", "nation", "state", "world":
		return false
	}
	for _, end := range [...]string{"er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "people", "person", "persons", "ian", "ians", "kid", "kids", "children", "child"} {
		if strings.HasSuffix(h.low, end) {
			return false
		}
	}
	return true
}

// reports says whether the noun at item i is of those who say things: a study, a
// spokesman, a board.
func (v *view) reports(i int) bool {
	return v.items[i].has(documentHead|personHead|anonymousHead|organizationHead) || lexicon.Role(v.items[i].low)
}
