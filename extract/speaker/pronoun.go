package speaker

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// back is how many sentences a pronoun looks back, backNames how many names at
// most.
const back, backNames = 8, 64

// meant is the entity that a pronoun means, -1 where nobody knows.
func (r *reading) meant(h head, at extract.Span, parts []extract.Span) int32 {
	switch h.pronoun {
	case "he", "him", "his":
		return r.lastPerson(lexicon.Male, h, parts)
	case "she", "her":
		return r.lastPerson(lexicon.Female, h, parts)
	case "it":
		return r.lastBody(h, parts)
	case "who", "which":
		// Smith, who ran twice, said
		k := h.first - 1
		if comma(r.word(k)) {
			k--
		}
		m := r.name(k)
		if h.pronoun == "who" && m >= 0 && (r.doc.Mentions[m].Type == extract.GPE || r.doc.Mentions[m].Type == extract.Loc) {
			m = r.nameAside(m) // Smith, from Ely, who
		}
		if m >= 0 && r.doc.Mentions[m].Entity >= 0 {
			return r.doc.Mentions[m].Entity
		}
	}
	return -1
}

// nameAside is the person right before the aside that the place m ends: Ann Smith,
// of Ely, Vermont,. It is -1 for none.
func (r *reading) nameAside(m int32) int32 {
	const widest = 8 // tokens
	i := r.tokenAt(r.doc.Mentions[m].Start)
	for k := i - 1; k > 0 && k > i-widest; k-- {
		if n := r.name(k); n >= 0 && r.person(n) && comma(r.word(k+1)) {
			return n
		}
	}
	return -1
}

// lastPerson is the person of a gender spoken of last before a pronoun. In the
// nearest sentence that has one, who speaks there comes first, then the
// subject, then who is named first.
func (r *reading) lastPerson(want lexicon.Gender, h head, parts []extract.Span) int32 {
	here := r.sentenceAt(h.span.Start)
	if here < 0 {
		return -1
	}
	k := r.nameAfter(h.span.Start - 1)
	end := max(0, k-backNames)
	nearest := here
	for s := here; s >= 0 && s > here-back; s-- {
		start := r.doc.Sentences[s].Start
		lo := k
		for lo > end && r.doc.Mentions[r.names[lo-1]].Start >= start {
			lo--
		}
		if s < here && lo == k && r.low(r.tokenAt(start)) == h.pronoun {
			nearest-- // I asked Ann Lee. She laughed. “No,” she said.
		}
		if e := r.bestOf(r.names[lo:k], want, s, nearest, h.span.Start, parts); e == nobody {
			return -1
		} else if e >= 0 {
			return e
		}
		k = lo
	}
	return -1
}

// bestOf is who of the names of sentence s a pronoun of sentence here means.
func (r *reading) bestOf(names []int32, want lexicon.Gender, s, here int, at int32, parts []extract.Span) int32 {
	if e, ok := r.speaks[s]; ok && e == nobody {
		return nobody
	} else if ok && r.doc.Entities[e].Type == extract.Person && r.fits(e, want) {
		return e
	}
	if e := r.subjectNoun(s, want); e != -1 && (s < here || e >= 0 || r.low(r.tokenAt(at)-1) == "what") { // A leader left, citing what he called late.
		return e
	}
	best, bestRank := int32(-1), 0
	for _, n := range names {
		m := &r.doc.Mentions[n]
		if s == here && r.ownAside(m, at) {
			continue // her partner, Rose, who, she said, “laughed”
		}
		if s == here && r.asker(m, s) {
			continue // Asked by the host Ann Lee about it, he said
		}
		if !r.person(n) || r.inQuote(m.Start) || s == here && (within(m.Start, parts) || r.met(m)) || !r.fits(m.Entity, want) {
			continue
		}
		rank, known := 1, r.genders[m.Entity] == want
		if known {
			rank += 2
		}
		if r.subject(m.Span) {
			rank += 4
		} else if !known || s < here-1 || s < here && r.aside(m, s, want) {
			continue // He nodded to Ted Cruz. He said; Chosen by Pope Leo, he worked in Japan. He said
		}
		if rank > bestRank {
			best, bestRank = m.Entity, rank
		}
	}
	return best
}

// aside says whether sentence s takes up one named before it by the pronoun of a gender,
// and m, which is no subject there, comes after that or with "by".
func (r *reading) aside(m *extract.Mention, s int, want lexicon.Gender) bool {
	low, title := "he", "He"
	if want == lexicon.Female {
		low, title = "she", "She"
	}
	const most = 80 // tokens
	span := r.doc.Sentences[s]
	first := r.tokenAt(span.Start)
	for i := first; i < len(r.doc.Tokens) && i < first+most && r.doc.Tokens[i].Start < span.End; i++ {
		if at := r.doc.Tokens[i].Start; (r.word(i) == low || r.word(i) == title) && !r.inQuote(at) {
			return m.Start > at || r.low(r.titlesAt(r.tokenAt(m.Start))-1) == "by"
		}
	}
	return false
}

// ownAside says whether the pronoun at byte at stands in an aside right behind "who",
// which says more of m, and so is not m.
func (r *reading) ownAside(m *extract.Mention, at int32) bool {
	k := r.tokenAt(m.End)
	return r.word(k) == "," && r.low(k+1) == "who" && r.word(k+2) == "," && r.tokenAt(at) == k+3
}

// asker says whether a name is of who asks, where sentence s begins with what somebody
// was asked.
func (r *reading) asker(m *extract.Mention, s int) bool {
	first := r.tokenAt(r.doc.Sentences[s].Start)
	switch r.word(first) {
	case "Asked", "Pressed", "Questioned":
		return r.low(first+1) == "by" && r.titlesAt(r.tokenAt(m.Start)) <= first+3
	}
	return false
}

// met says whether a name is of who is met by the subject of the sentence that it
// stands in: In an interview with Smith, he said.
func (r *reading) met(m *extract.Mention) bool {
	i := r.tokenAt(m.Start)
	if r.low(i-1) != "with" || !comma(r.word(r.tokenAt(m.End))) {
		return false
	}
	switch r.low(i - 2) {
	case "interview", "conversation", "meeting", "call", "talks", "debate":
		return true
	}
	return false
}

func (r *reading) fits(e int32, want lexicon.Gender) bool {
	g := r.genders[e]
	return g == want || g != lexicon.Male && g != lexicon.Female
}

func within(at int32, parts []extract.Span) bool {
	for _, p := range parts {
		if p.Start <= at && at < p.End {
			return true
		}
	}
	return false
}

// subject says whether a name may be the subject of its clause: no preposition
// before it, no possessive behind it, no noun that it stands before.
func (r *reading) subject(s extract.Span) bool {
	i := r.tokenAt(s.Start)
	end := r.tokenAt(s.End)
	if r.tag(end) == extract.POS || r.tag(end).Noun() && r.name(end) < 0 && !r.verbal(end) {
		return false
	}
	i = r.titlesAt(i)
	if r.besideOblique(i, end) || r.low(i-1) == "whose" { // Lee, whose sister Ann was killed, left
		return false
	}
	switch r.tag(i - 1) {
	case extract.IN, extract.TO:
		switch r.low(i - 1) {
		case "for":
			return r.word(end) == "," && r.word(i-1) == "For" // For Lee, it was late. She said
		case "that", "because", "if", "while", "although", "though", "as", "since", "whether", "when":
			return true
		}
		return false
	case extract.VBD, extract.VBZ, extract.VBP, extract.VB, extract.VBG, extract.VBN:
		if low := r.low(i - 1); low == "was" || low == "is" { // Among them was Ann Lee.
			first := r.tokenAt(r.doc.Sentences[max(0, r.sentenceAt(s.Start))].Start)
			return r.low(first) == "among"
		}
		return strings.HasPrefix(r.low(i-1), "sa") // said Smith
	case extract.CC:
		if m := r.name(i - 2); m >= 0 && r.tag(i-2) != extract.POS { // of Ely and Corran
			switch r.tag(r.tokenAt(r.doc.Mentions[m].Start) - 1) {
			case extract.IN, extract.TO:
				return false
			}
		}
	}
	return true
}

// verbal says whether token i, a noun in the plural for the tagger, is a verb by what
// follows it: Lee bristles/NNS when.
func (r *reading) verbal(i int) bool {
	if r.tag(i) != extract.NNS {
		return false
	}
	switch r.tag(i + 1) {
	case extract.WRB, extract.PRP, extract.PRPS, extract.DT, extract.RP:
		return true
	}
	return false
}

// besideOblique says whether tokens [i, end) name, between commas, who stands behind
// a preposition: Asked by the chairman, | Tan Lee, | whether it hurt, Ash paused.
func (r *reading) besideOblique(i, end int) bool {
	if r.word(i-1) != "," || r.word(end) != "," || r.tag(i-2) != extract.NN || !lexicon.Role(r.low(i-2)) {
		return false
	}
	k := r.titlesAt(i - 2)
	if r.tag(k-1) == extract.DT || r.tag(k-1) == extract.PRPS {
		k--
	}
	return r.low(k-1) == "by" || r.low(k-1) == "with" || r.tag(k-1) == extract.TO
}

// titlesAt is where the titles begin that stand before token i, i for none.
func (r *reading) titlesAt(i int) int {
	for stop := i - 8; i > 0 && i > stop && r.titular(i-1); i-- {
	}
	return i
}

// titular says whether token i may be of a title before a name.
func (r *reading) titular(i int) bool {
	t := r.tag(i)
	return (t == extract.NNP || t == extract.NN || t == extract.JJ) && !comma(r.word(i))
}

// lastBody is the body or country that "it" means: the subject of the sentence
// or of one of the two before it, where there is but one.
func (r *reading) lastBody(h head, parts []extract.Span) int32 {
	here := r.sentenceAt(h.span.Start)
	k := r.nameAfter(h.span.Start - 1)
	end := max(0, k-backNames)
	for s := here; s >= 0 && s > here-3; s-- {
		if r.spokeIt[s] && s < here {
			return -1 // The notice said the river stank. “…,” it asked.
		}
		if e, ok := r.speaks[s]; ok && e >= 0 {
			if r.doc.Entities[e].Type != extract.Person {
				return e
			}
			return -1
		}
		found := int32(-1)
		for ; k > end && r.doc.Mentions[r.names[k-1]].Start >= r.doc.Sentences[s].Start; k-- {
			m := &r.doc.Mentions[r.names[k-1]]
			if m.Type != extract.Org && m.Type != extract.GPE || m.Entity < 0 || r.inQuote(m.Start) || s == here && within(m.Start, parts) || !r.subject(m.Span) {
				continue
			}
			if found >= 0 && found != m.Entity {
				return -1
			}
			found = m.Entity
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}
