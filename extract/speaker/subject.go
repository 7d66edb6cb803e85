package speaker

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// subjectNoun is the person whom a sentence is about where its subject is a noun
// that tells of one: "At Ely the driver opened the doors." It is nobody where the
// text does not name that person, and -1 where the subject is none or does not
// fit the pronoun.
func (r *reading) subjectNoun(s int, want lexicon.Gender) int32 {
	h, ok := r.openingNoun(s)
	if !ok {
		return -1
	}
	if g := genderOfRole(h.noun); (g == lexicon.Male || g == lexicon.Female) && g != want {
		return -1
	}
	e := r.bearing(h, h.span)
	switch {
	case e < 0 && h.definite && (r.redescribes(h) || held(h.noun)):
		return -1
	case e < 0:
		return nobody
	case r.doc.Entities[e].Type != extract.Person || !r.fits(e, want):
		return -1
	}
	return e
}

// openingNoun is the noun phrase for a single person that sentence s opens
// with, before its verb: "the driver | opened", "a neighbour who". A place or time
// may stand before it: "At Ely the driver".
func (r *reading) openingNoun(s int) (h head, ok bool) {
	const widest, fronted = 6, 8 // tokens
	i := r.tokenAt(r.doc.Sentences[s].Start)
	end := r.doc.Sentences[s].End
	for _, line := range r.opening {
		if line.Start == r.doc.Sentences[s].Start {
			i = r.tokenAt(line.End)
		}
	}
	if r.tag(i) == extract.IN {
		stop := i + fronted
		for i++; i < stop && !(opens(r.low(i)) && (r.tag(i-1) == extract.Punct || r.tag(i-1).Noun() || r.name(i-1) >= 0)); i++ {
		}
	}
	if i >= len(r.doc.Tokens) || !opens(r.low(i)) {
		return h, false
	}
	h = head{mention: -1, second: -1, first: i, definite: r.low(i) == "the"}
	for h.at = i + 1; h.at < i+widest && h.at < len(r.doc.Tokens); h.at++ {
		t := r.tag(h.at)
		if t == extract.NN && !r.tag(h.at+1).Noun() && r.tag(h.at+1) != extract.POS {
			break
		}
		if !t.Noun() && t != extract.JJ && t != extract.VBN && t != extract.CD && r.name(h.at) < 0 {
			return h, false
		}
	}
	h.noun, h.end = r.low(h.at), h.at+1
	if r.tag(h.at) != extract.NN || r.doc.Tokens[h.at].End > end || r.person(r.name(h.at)) || !lexicon.Role(h.noun) && genderOfRole(h.noun) == lexicon.Unknown {
		return h, false
	}
	h.span = extract.Span{Start: r.doc.Tokens[i].Start, End: r.doc.Tokens[h.at].End}
	switch next := r.tag(h.at + 1); {
	case r.inQuote(h.span.Start):
		return h, false
	case r.low(h.at+1) == "asked", (r.low(h.at+1) == "was" || r.low(h.at+1) == "is") && (r.low(h.at+2) == "asked" || r.low(h.at+2) == "pressed"):
		return h, false // who is asked, answers
	case next == extract.VBD, next == extract.VBZ, next == extract.MD, r.low(h.at+1) == "who":
		return h, true
	case next == extract.IN && !h.definite && genderOfRole(h.noun) != lexicon.Unknown:
		return h, !r.namesPerson(s) // A mum from the school isn't laughing.
	case r.word(h.at+1) == ",":
		return h, len(r.rolesIn(h.span)) > 0 // The driver, Ann Lee, opened
	}
	return h, false
}

// namesPerson says whether sentence s has the name of a person.
func (r *reading) namesPerson(s int) bool {
	span := r.doc.Sentences[s]
	for k := r.nameAfter(span.Start - 1); k < len(r.names) && r.doc.Mentions[r.names[k]].Start < span.End; k++ {
		if r.person(r.names[k]) {
			return true
		}
	}
	return false
}

// held are offices whose holder the text names as a rule, if not by the office.
func held(noun string) bool {
	switch noun {
	case "candidate", "president", "hopeful", "contender":
		return true
	}
	return false
}

// opens are words that a phrase for a person begins with.
func opens(low string) bool {
	switch low {
	case "the", "a", "an", "one", "another":
		return true
	}
	return false
}

// spokeUnnamed notes that a single person whom nobody names speaks, so that "he"
// is not somebody else.
func (r *reading) spokeUnnamed(h head, s *extract.Speaker) {
	if h.noun == "one" && h.indefinite && s.Kind == extract.AnonymousSpeaker {
		r.spoke(s.Start, nobody) // One, who works there, said it was late. “…,” she said.
		return
	}
	if h.noun == "" || s.Kind != extract.NominalSpeaker && s.Kind != extract.AnonymousSpeaker {
		return
	}
	if h.definite && (r.redescribes(h) || held(h.noun)) {
		return
	}
	if t := r.tag(h.at); t == extract.NN && (lexicon.Role(h.noun) || genderOfRole(h.noun) != lexicon.Unknown || strings.HasSuffix(h.noun, "person")) {
		r.spoke(s.Start, nobody)
	}
}
