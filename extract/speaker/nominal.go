package speaker

import (
	"sort"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// rolesIn is the roles, at most four, whose words begin within s.
func (r *reading) rolesIn(s extract.Span) []int32 {
	k := sort.Search(len(r.roles), func(i int) bool { return r.roles[i].span.Start >= s.Start })
	var list []int32
	for ; k < len(r.roles) && r.roles[k].span.Start < s.End && len(list) < 4; k++ {
		list = append(list, int32(k))
	}
	return list
}

// namedBeside is the person or body whose name stands between commas behind a noun
// for one: one fan, Tom Reed, 43, said. It is -1 for none.
func (r *reading) namedBeside(h head) int32 {
	m := r.name(h.end + 1)
	if r.tag(h.at) != extract.NN || r.word(h.end) != "," || m < 0 || r.doc.Mentions[m].Entity < 0 {
		return -1
	}
	holder := h.noun == "shareholder" || h.noun == "investor" || h.noun == "creditor"
	switch body := bodyNoun(h.noun) || publicWord(h.noun); {
	case r.person(m) && !body:
	case r.doc.Mentions[m].Type == extract.Org && (body || holder):
	default:
		return -1
	}
	if k := r.tokenAt(r.doc.Mentions[m].End); r.word(k) != "," {
		return -1
	}
	return r.doc.Mentions[m].Entity
}

// candidates bounds how many bearers of a role are looked at.
const candidates = 12

// bearing is the entity that a noun with its article means, -1 where the
// article does not say.
func (r *reading) bearing(h head, s extract.Span) int32 {
	if h.noun == "" || h.at < h.first {
		return -1
	}
	// The council leader, Ann Lee, said
	for _, i := range r.rolesIn(extract.Span{Start: h.span.Start, End: h.span.End}) {
		if q := &r.roles[i]; q.head == headWord(h.noun) && h.span.Contains(q.span) {
			return q.entity
		}
	}
	if e := r.namedBeside(h); e >= 0 {
		return e
	}
	if !h.definite {
		return -1
	}
	if e := r.bearer(h, s.Start); e >= 0 {
		if one := r.oneOfMany(h, s, e); one >= 0 {
			return one
		}
		return e
	}
	if e := r.styled(h); e >= 0 {
		return e
	}
	if e := r.described(h, s); e >= 0 {
		return e
	}
	if e := r.soleBoss(h, s.Start); e >= 0 {
		return e
	}
	if e := r.body(h, s.Start); e >= 0 {
		return e
	}
	return r.describedBody(h)
}

// bearer is the person whose role the noun is: every word of it must be in what
// the article calls him or her. Of several the one whom the article gave the
// role last.
func (r *reading) bearer(h head, before int32) int32 {
	list := r.byHead[headWord(h.noun)]
	k := sort.Search(len(list), func(i int) bool { return r.roles[list[i]].span.Start >= before })
	found, words := int32(-1), -1
	for n := k - 1; n >= 0 && n >= k-candidates; n-- {
		q := &r.roles[list[n]]
		w, ok := r.agrees(h, q)
		if ok && w > words {
			found, words = q.entity, w
		}
	}
	if found < 0 && k > 0 {
		return r.soleBearer(h, list)
	}
	return found
}

// soleBearer is the only person of the article who has a role, where the noun
// adds but whence and of which party he or she is, of which the article has told
// nothing: "the Ohio senator" after "Senator Lee".
func (r *reading) soleBearer(h head, list []int32) int32 {
	for n, i := range list {
		if n >= candidates || r.roles[i].entity != r.roles[list[0]].entity {
			return -1
		}
	}
	q := &r.roles[list[0]]
	if origin(r.known(q.entity)) || r.lesser(h, r.doc.Low(q.span)) {
		return -1
	}
	for i := h.first + 1; i < h.end; i++ {
		if i != h.at && !origin(r.low(i)) && !r.whence(r.name(i)) && !strings.HasSuffix(r.known(q.entity), " "+r.low(i)) {
			return -1
		}
	}
	return q.entity
}

// whence says whether a mention is a place's or a people's.
func (r *reading) whence(m int32) bool {
	if m < 0 {
		return false
	}
	switch r.doc.Mentions[m].Type {
	case extract.GPE, extract.Loc, extract.NORP:
		return true
	}
	return false
}

// origin says whether a word of s tells of a place, a people or a party.
func origin(s string) bool {
	for w := range strings.FieldsSeq(s) {
		w = strings.ToUpper(w[:1]) + w[1:]
		if lexicon.Place(w) != lexicon.NoPlace || lexicon.PlaceWord(w) {
			return true
		}
		if _, ok := lexicon.People(w); ok {
			return true
		}
	}
	return false
}

// agrees says whether the words of a noun phrase are in a role's, or in another
// of the same person ("the Ohio senator" is Senator Lee of Ohio), and how many.
func (r *reading) agrees(h head, q *role) (int, bool) {
	have := r.doc.Low(q.span)
	n := 0
	for i := h.first + 1; i < h.end; i++ {
		if i == h.at || r.tag(i) == extract.POS || r.tag(i) == extract.DT || r.tag(i) == extract.IN {
			continue
		}
		if !hasWord(have, r.low(i)) && !hasWord(r.known(q.entity), r.low(i)) {
			return 0, false
		}
		n++
	}
	return n, !r.lesser(h, have)
}

// lesser says whether a role is qualified as the noun is not: the president is no
// former president.
func (r *reading) lesser(h head, role string) bool {
	for _, w := range [...]string{"former", "ex", "vice", "deputy", "acting"} {
		if hasWord(role, w) && !hasWord(r.doc.Low(h.span), w) {
			return true
		}
	}
	return false
}

func hasWord(s, word string) bool {
	for f := range strings.FieldsFuncSeq(s, func(c rune) bool {
		return c == ' ' || c == '\n' || c == '-' || c == ',' || c == '.' || c == '\'' || c == '’'
	}) {
		if f == word {
			return true
		}
	}
	return false
}

// soleBoss is the only head of a firm whom the text has told of before the noun "boss":
// the outspoken airline boss. It is -1 for none and for two.
func (r *reading) soleBoss(h head, before int32) int32 {
	if h.noun != "boss" && h.noun != "executive" {
		return -1
	}
	found := int32(-1)
	for _, w := range [...]string{"executive", "ceo", "chairman", "chairwoman", "founder", "owner", "boss"} {
		for n, i := range r.byHead[w] {
			q := &r.roles[i]
			if n >= candidates || q.span.Start >= before {
				break
			}
			if found >= 0 && found != q.entity || hasWord(r.doc.Low(q.span), "former") {
				return -1
			}
			found = q.entity
		}
	}
	return found
}

// styled is the person whose name begins with the noun: the pope, Pope Francis. It
// is -1 for none, and where two are styled so.
func (r *reading) styled(h head) int32 {
	switch h.noun {
	case "pope", "king", "queen", "prince", "princess", "duke", "duchess", "emperor", "sultan", "emir", "sheikh":
	default:
		return -1
	}
	found := int32(-1)
	if h.at != h.first+1 {
		return -1
	}
	for i := range r.doc.Entities {
		e := &r.doc.Entities[i]
		if style, _, more := strings.Cut(e.Name, " "); e.Type == extract.Person && more && strings.ToLower(style) == h.noun {
			if found >= 0 {
				return -1
			}
			found = int32(i)
		}
	}
	return found
}

// surnamed is the person whose last name a word with a capital is that is no name
// for the engine: Price, of Amanda Price. It is -1 for none, and where two bear it.
func (r *reading) surnamed(h head) int32 {
	if h.at != h.first || h.noun == "" || h.first == 0 {
		return -1
	}
	w, found := r.word(h.at), int32(-1)
	if w[0] < 'A' || w[0] > 'Z' {
		return -1
	}
	for i := range r.doc.Entities {
		e := &r.doc.Entities[i]
		if e.Type != extract.Person || len(e.Name) <= len(w) || !strings.HasSuffix(e.Name, " "+w) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int32(i)
	}
	return found
}

// body is the organisation that "the ministry" means: the one named last that
// has the word in its name.
func (r *reading) body(h head, before int32) int32 {
	if h.at != h.first+1 || h.noun == "" || h.end != h.at+1 {
		return -1
	}
	word := strings.ToUpper(h.noun[:1]) + h.noun[1:]
	if !lexicon.OrgWord(word) {
		return -1
	}
	k := r.nameAfter(before)
	for n := k - 1; n >= 0 && n >= k-4*candidates; n-- {
		m := &r.doc.Mentions[r.names[n]]
		if m.Type == extract.Org && m.Entity >= 0 && !r.inQuote(m.Start) && hasWord(strings.ToLower(r.doc.Entities[m.Entity].Name), h.noun) {
			return m.Entity
		}
	}
	return -1
}
