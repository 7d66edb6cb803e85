package speaker

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// role is what the article calls a person: "council leader".
type role struct {
	entity int32
	head   string // of the words, in small letters
	span   extract.Span
	state  string // that a seat is for; "" for none
}

// widest bounds the tokens of a role: “Chairman of the Association of Ferry Owners
// and Water Carriers of the Three Lakes”.
const widest = 18

// readRoles finds the roles of all persons: titles before their names, and
// appositions on either side.
func (r *reading) readRoles() {
	r.byHead = map[string][]int32{}
	r.best = make([]int32, len(r.doc.Entities))
	for i := range r.best {
		r.best[i] = -1
	}
	for _, n := range r.names {
		if !r.person(n) {
			continue
		}
		m := &r.doc.Mentions[n]
		first, end := r.tokenAt(m.Start), r.tokenAt(m.End)
		noun := false
		if lo, hi, at := r.nounBefore(first, end); lo < hi {
			r.addRole(m.Entity, lo, hi, at)
			noun = true
		}
		if lo, hi := r.titleBefore(first); lo < hi && !(noun && r.low(lo) == "chief" && hi-lo == 1) { // the chairman, Chief Ade Obi,
			r.addRole(m.Entity, lo, hi, hi-1)
		} else if lo, at := r.officeBefore(first); lo < first {
			r.addRole(m.Entity, lo, first, at)
		}
		if lo, hi, at := r.apposed(end); lo < hi {
			r.addRole(m.Entity, lo, hi, at)
		}
		r.readSeat(m)
	}
}

func (r *reading) addRole(entity int32, lo, hi, at int) {
	s := extract.Span{Start: r.doc.Tokens[lo].Start, End: r.doc.Tokens[hi-1].End}
	h := headWord(r.low(at))
	if lo+3 <= at+1 && r.low(at-1) == "of" { // Secretary of State
		h = headWord(r.low(at - 2))
	}
	i := r.noteRole(role{entity: entity, head: h, span: s})
	if e := &r.doc.Entities[entity]; len(e.Roles) == 0 || e.Roles[len(e.Roles)-1].End <= s.Start {
		e.Roles = append(e.Roles, s)
	}
	if h == "justice" { // Justice Ann Lee is the judge, too.
		r.byHead["judge"] = append(r.byHead["judge"], i)
		if hasWord(r.doc.Low(s), "chief") { // and the Chief Justice of India the CJI
			r.byHead["cji"] = append(r.byHead["cji"], i)
		}
	}
	// "a retired general and former commander of the fleet" is the commander, too.
	for k := lo; k < hi; k++ {
		if w := headWord(r.low(k)); k != at && w != h && lexicon.Role(w) && !r.tag(k+1).Noun() {
			r.byHead[w] = append(r.byHead[w], i)
		}
	}
	old := r.best[entity]
	// A later form of the same role may say more: "mayor", then "mayor of Ely".
	if old < 0 || r.roles[old].head == h && s.Len() > r.roles[old].span.Len() && s.Len() < 80 {
		r.best[entity] = i
	}
}

// noteRole lists a role.
func (r *reading) noteRole(q role) int32 {
	i := int32(len(r.roles))
	r.roles = append(r.roles, q)
	r.byHead[q.head] = append(r.byHead[q.head], i)
	return i
}

// factsMax bounds what is kept of a person's roles, in bytes.
const factsMax = 400

// known is the words of an entity's roles, in small letters. Few articles ask.
func (r *reading) known(entity int32) string {
	if r.facts == nil {
		r.facts = make([]string, len(r.doc.Entities))
		for i := range r.roles {
			q := &r.roles[i]
			if len(r.facts[q.entity]) < factsMax {
				r.facts[q.entity] += " " + r.doc.Low(q.span)
			}
			if q.state != "" {
				r.facts[q.entity] += " " + q.state
			}
		}
	}
	return r.facts[entity]
}

// readSeat reads the party and state of an American politician behind the name:
// "(R-Fla.)", ", D-Nev.,".
func (r *reading) readSeat(m *extract.Mention) {
	text := r.doc.Text()
	rest := text[m.End:min(len(text), int(m.End)+14)]
	lead := len(rest) - len(strings.TrimLeft(rest, " (,"))
	rest = rest[lead:]
	if lead < 2 || len(rest) < 4 || rest[1] != '-' && !strings.HasPrefix(rest[1:], "\u2013") {
		return
	}
	party := map[byte]string{'R': "republican", 'D': "democrat", 'I': "independent"}[rest[0]]
	state := strings.TrimLeft(rest[1:], "-\u2013")
	if end := strings.IndexAny(state, "),"); end > 0 {
		state = state[:end]
	}
	chief, ok := lexicon.Alias(state)
	if !ok {
		chief = state
	}
	if party == "" || lexicon.Place(chief) == lexicon.NoPlace {
		return
	}
	at := m.End + int32(lead)
	r.noteRole(role{m.Entity, party, extract.Span{Start: at, End: at + 1}, strings.ToLower(chief)})
}

// headWord writes titles out, so that "Sen." and "senator" are one.
func headWord(low string) string {
	switch strings.TrimSuffix(low, ".") {
	case "sen":
		return "senator"
	case "gov":
		return "governor"
	case "rep":
		return "representative"
	case "gen":
		return "general"
	case "col":
		return "colonel"
	case "lt":
		return "lieutenant"
	case "sgt":
		return "sergeant"
	case "capt":
		return "captain"
	case "prof":
		return "professor"
	case "rev":
		return "reverend"
	case "prosecutors":
		return "prosecutor"
	}
	return low
}

// nounBefore is the noun phrase that a name is set beside: "the council
// leader, Ann Lee,", "the mayor of Ely, Tom Ash,". at is its head.
func (r *reading) nounBefore(first, end int) (lo, hi, at int) {
	c := first - 1
	for c > 1 && (lexicon.Courtesy(r.low(c)) || r.low(c) == "." && lexicon.Courtesy(r.low(c-1)) || capital(r.word(c)) && r.name(c) < 0 && (lexicon.Title(r.word(c)) || lexicon.Title(r.word(c)+"."))) {
		c-- // the chair, Sir Colin Ash,
	}
	if c < 1 || r.word(c) != "," || !r.closes(end) {
		return 0, 0, 0
	}
	if r.word(c-1) == ")" {
		for k := c - 2; k > 0 && k > c-8; k-- {
			if r.word(k) == "(" {
				c = k // the head of the Boat Board (BB), Ann Lee,
				break
			}
		}
	}
	hi, at = c, c-1
	for lo = c; lo > 0 && c-lo < widest && r.sameSentence(lo-1, first); lo-- {
		switch t := r.tag(lo - 1); {
		case t == extract.DT || t == extract.PRPS:
			if r.tag(lo-2) == extract.IN && belongs(r.low(lo-2)) {
				continue // the head of the council
			}
			if !lexicon.Role(r.low(at)) || r.person(r.name(at)) {
				return 0, 0, 0
			}
			return lo, hi, at
		case t == extract.POS && lexicon.Role(r.low(at)): // Brandt's adviser, Ann Lee,
			return lo, hi, at
		case t == extract.IN && belongs(r.low(lo-1)):
			at = lo - 2
		case t.Noun() || t == extract.JJ || t == extract.POS || r.name(lo-1) >= 0 && t != extract.Punct:
		case t == extract.CC && r.tag(lo-2).Noun() && r.tag(lo).Noun(): // for Works and Housing
		case lo < c && (t == extract.RP || t == extract.IN || t == extract.VBD) && r.tag(at) == extract.NN && lexicon.Role(r.low(at)):
			return lo, hi, at // called out film producer, Ann Lee, over
		default:
			return 0, 0, 0
		}
	}
	if lo < c && !r.sameSentence(lo-1, first) && lexicon.Role(r.low(at)) && !r.person(r.name(at)) {
		return lo, hi, at // Chairman of the board, Ann Lee,
	}
	return 0, 0, 0
}

func (r *reading) closes(i int) bool {
	if i >= len(r.doc.Tokens) || !r.sameSentence(i-1, i) {
		return true
	}
	switch r.word(i) {
	case ",", ".", ")", ":", ";", "—", "–", "―", "”", "\"", "-", "--":
		return true
	}
	return false
}

// apposed is the noun phrase set beside a name that ends before token end: ",
// the mayor of Ely,". at is its head.
func (r *reading) apposed(end int) (lo, hi, at int) {
	i := end
	if r.word(i) != "," && r.word(i) != "(" || !r.sameSentence(end-1, i) {
		return 0, 0, 0
	}
	i++
	if r.tag(i) == extract.CD && r.word(i+1) == "," { // Ann Lee, 34, a nurse
		i += 2
	}
	switch r.low(i) {
	case "the", "a", "an", "his", "her", "their", "its", "one":
		i++
	}
	lo, at = i, -1
	hi = i
scan:
	for ; i < len(r.doc.Tokens) && i-lo < widest; i++ {
		if !r.sameSentence(end, i) {
			break
		}
		t := r.tag(i)
		switch {
		case r.name(i) >= 0 || t.Noun() || t == extract.JJ || t == extract.JJS || t == extract.POS || t == extract.CD || (t == extract.VBN || t == extract.VBG && r.tag(i+1).Noun()) && at < 0 || r.word(i) == "&":
			if at < 0 && i > lo && headed(r, i-1) && t != extract.POS && !t.Noun() && r.name(i) < 0 {
				at = i - 1
			}
			if t.Noun() || r.name(i) >= 0 {
				hi = i + 1
			}
			continue
		case t == extract.IN || t == extract.TO || t == extract.DT || t == extract.CC || t == extract.PRPS:
			if t == extract.IN || t == extract.TO {
				if at < 0 && !headed(r, i-1) {
					return 0, 0, 0
				}
				if at < 0 {
					at = i - 1
				}
			} else if at < 0 {
				// a lawyer and activist
				if t == extract.CC && headed(r, i-1) {
					at = i - 1
					continue
				}
				return 0, 0, 0
			}
			if !belongs(r.low(i)) && (t == extract.IN || t == extract.TO) {
				break scan
			}
			continue
		}
		break scan
	}
	if at < 0 && hi > lo && headed(r, hi-1) {
		at = hi - 1
	}
	if at < lo || hi <= lo {
		return 0, 0, 0
	}
	return lo, hi, at
}

// belongs are the prepositions by which something belongs to a role.
func belongs(low string) bool {
	switch low {
	case "of", "for", "at", "in", "with", "to", "from", "on":
		return true
	}
	return false
}

// headed says whether token i is a word for a person.
func headed(r *reading, i int) bool {
	return lexicon.Role(r.low(i)) || lexicon.Title(r.word(i)) && r.name(i) < 0
}

func (r *reading) sameSentence(i, j int) bool {
	if i < 0 || j < 0 || i >= len(r.doc.Tokens) || j >= len(r.doc.Tokens) {
		return false
	}
	if len(r.doc.Sentences) == 0 {
		return true
	}
	return r.sentenceAt(r.doc.Tokens[i].Start) == r.sentenceAt(r.doc.Tokens[j].Start)
}

func (r *reading) phrase(lo, hi int) string {
	return r.doc.Text()[r.doc.Tokens[lo].Start:r.doc.Tokens[hi-1].End]
}

// roleOf is the role of a person: as the words of the speaker say, else as the
// article says elsewhere.
func (r *reading) roleOf(entity int32, s extract.Span) string {
	best := r.best[entity]
	for _, i := range r.rolesIn(s) {
		if r.roles[i].entity == entity {
			best = i
			break
		}
	}
	if best < 0 {
		return ""
	}
	return strings.Join(strings.Fields(r.doc.At(r.roles[best].span)), " ")
}
