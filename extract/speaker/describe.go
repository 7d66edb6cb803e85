package speaker

import (
	"sort"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// nobody is who speaks where a sentence tells of a single person whom the text
// does not name: "A neighbour saw it. “It was loud,” he said."
const nobody = -2

// near is how many sentences a description looks back, those that stand whole in
// quotation marks not counted, and farthestBack with them.
const near, farthestBack = 3, 12

// described is the person whom a noun with its article takes up though the
// article has not called him or her that before: "Petrie promised that. “We
// will,” the captain said." It is who alone is told of in the sentence before. An
// office that another may hold ("the judge"), kin, and what was spoken of before
// say nobody; -1 then.
func (r *reading) described(h head, at extract.Span) int32 {
	if !h.definite || !r.redescribes(h) {
		return -1
	}
	if e, again := r.taken[h.noun]; again {
		return e
	}
	if r.spokenOf(h) {
		return -1
	}
	here := r.sentenceAt(h.span.Start)
	gender := genderOfRole(h.noun)
	k := r.nameAfter(h.span.Start - 1)
	last := max(0, k-backNames)
	for s, seen := here, 0; s >= 0 && seen < near && s > here-farthestBack; s-- {
		if span := r.doc.Sentences[s]; !r.inQuote(span.Start+2) || !r.inQuote(span.End-2) {
			seen++
		}
		only := int32(-1)
		for ; k > last && r.doc.Mentions[r.names[k-1]].Start >= r.doc.Sentences[s].Start; k-- {
			n := r.names[k-1]
			if !r.person(n) || r.inQuote(r.doc.Mentions[n].Start) {
				continue
			}
			e := r.doc.Mentions[n].Entity
			if said, ok := r.speaks[s]; ok && s == here && said == e {
				continue // Whitlock said the midfielder had asked: he is not she
			}
			if s == here && r.askedAbout(s, h.first) {
				continue // Asked if Reed could play, the Spaniard smiled: he is not Reed
			}
			if only >= 0 && only != e && s < here && r.toldMore(n) != r.toldMore(r.lastNamed(only, s)) {
				if r.toldMore(n) {
					only = e // She will play Ann Lee, who beat Mei Ash. The Swede said
				}
				continue
			}
			if only >= 0 && only != e || (s == here || contest(h.noun)) && !r.subject(r.doc.Mentions[n].Span) {
				only = nobody
				break
			}
			only = e
		}
		if e, ok := r.speaks[s]; ok && s < here {
			only = e
		} else if q, ok := r.openingNoun(s); ok && s < here {
			if only = r.bearer(q, q.span.Start); only < 0 {
				only = nobody
			}
		}
		if only >= 0 {
			if r.doc.Entities[only].Type != extract.Person || gender != lexicon.Unknown && !r.fits(only, gender) {
				return -1
			}
			if r.taken == nil {
				r.taken = map[string]int32{}
			}
			r.taken[h.noun] = only
			return only
		}
		if only == nobody {
			return -1
		}
	}
	return -1
}

// toldMore says whether "who" stands behind the comma behind a name.
func (r *reading) toldMore(n int32) bool {
	if n < 0 {
		return false
	}
	k := r.tokenAt(r.doc.Mentions[n].End)
	return r.word(k) == "," && r.low(k+1) == "who"
}

// lastNamed is the first name of an entity in sentence s, -1 for none.
func (r *reading) lastNamed(e int32, s int) int32 {
	span := r.doc.Sentences[s]
	for k := r.nameAfter(span.Start); k < len(r.names) && r.doc.Mentions[r.names[k]].Start < span.End; k++ {
		if r.doc.Mentions[r.names[k]].Entity == e {
			return r.names[k]
		}
	}
	return -1
}

// askedAbout says whether sentence s begins with what somebody was asked, up to the
// comma before token i.
func (r *reading) askedAbout(s, i int) bool {
	switch r.low(r.tokenAt(r.doc.Sentences[s].Start)) {
	case "asked", "pressed", "questioned", "quizzed":
		return r.word(i-1) == ","
	}
	return false
}

// oneOfMany is the person of whom the sentence before alone tells, where many
// bear the role of h, the text has given it to bearer, who is some sentences away,
// and has given the other none: "Wu voted no. “Never,” the councilwoman said." -1
// where it is the bearer.
func (r *reading) oneOfMany(h head, at extract.Span, bearer int32) int32 {
	switch h.noun {
	case "councilwoman", "councilman", "councillor", "councilor", "councilmember", "lawmaker", "legislator", "senator", "congressman", "congresswoman", "mp", "assemblyman", "assemblywoman", "alderman",
		"commissioner", "delegate", "student", "resident", "player", "officer", "activist", "striker", "midfielder", "defender":
	default:
		return -1
	}
	if h.at != h.first+1 {
		return -1
	}
	here := r.sentenceAt(h.span.Start)
	k := r.nameAfter(h.span.Start - 1)
	last := max(0, k-backNames)
	only, in := int32(-1), -1
	for s := here; s >= 0 && s > here-near; s-- {
		for ; k > last && r.doc.Mentions[r.names[k-1]].Start >= r.doc.Sentences[s].Start; k-- {
			m := &r.doc.Mentions[r.names[k-1]]
			switch {
			case !r.person(r.names[k-1]) || r.inQuote(m.Start):
			case m.Entity == bearer:
				return -1
			case only < 0:
				only, in = m.Entity, s
			case s < in:
			case only != m.Entity:
				return -1
			}
		}
	}
	if only < 0 || r.best[only] >= 0 && !partisan(r.roles[r.best[only]].head) {
		return -1
	}
	if g := genderOfRole(h.noun); g != lexicon.Unknown && !r.fits(only, g) {
		return -1
	}
	return only
}

// redescribes says whether a noun may be said of anybody whom the text has just
// named.
func (r *reading) redescribes(h head) bool {
	for i := h.first + 1; i < h.at; i++ {
		switch r.low(i) {
		case "other", "another", "second", "opposing", "rival", "latter", "same", "late", "two", "three":
			return false
		}
	}
	if m := r.name(h.at); m >= 0 && r.doc.Mentions[m].Type == extract.NORP || strings.HasSuffix(h.noun, "-year-old") || r.low(h.at+1) == "of" && number(r.low(h.at+2)) { // the mother of four
		return true
	}
	switch h.noun {
	case "don", "cp", "senior", "junior", "sophomore", "freshman", "accused", "convict", "widow", "widower", "monarch", "retiree", "mvp", "all-star", "rookie", "cornerback", "linebacker", "shortstop", "outfielder":
		return true
	case "lawmaker", "democrat", "republican", "conservative", "liberal", "nominee", "frontrunner", "front-runner", "newcomer", "veteran", "star", "champion", "native", "incumbent", "billionaire",
		"millionaire", "international", "striker", "midfielder", "defender", "goalkeeper", "keeper", "winger", "forward", "quarterback", "pitcher", "batsman", "batter", "bowler", "sprinter", "golfer", "boxer", "cyclist",
		"singer", "rapper", "guitarist", "drummer", "comedian", "novelist", "author", "writer", "poet", "playwright", "actor", "actress", "filmmaker", "entrepreneur", "businessman", "businesswoman",
		"politician", "captain", "skipper", "pensioner", "grandmother", "grandfather", "survivor", "activist", "campaigner", "farmer", "fisherman", "teenager", "student", "scientist", "academic",
		"researcher", "historian", "inventor", "founder", "tycoon", "mogul", "legislator", "congressman", "congresswoman", "mp", "peer", "backbencher", "cleric":
		return true
	}
	return len(h.noun) > 6 && strings.HasSuffix(h.noun, "ist") || h.at > h.first+1 && lexicon.Role(h.noun) && r.justSpoke(h)
}

// justSpoke says whether a person spoke in the sentence before h, in the same
// block: Wells said it was so. “I saw it,” said the IT consultant.
func (r *reading) justSpoke(h head) bool {
	s := r.sentenceAt(h.span.Start)
	for k := s - 1; k >= 0 && k > s-near; k-- {
		if e, ok := r.speaks[k]; ok {
			return e >= 0 && r.doc.Entities[e].Type == extract.Person && r.best[e] < 0 && r.sameBlock(r.doc.Sentences[k].Start, h.span.Start)
		}
	}
	return false
}

func (r *reading) sameBlock(a, b int32) bool {
	i := sort.Search(len(r.doc.Blocks), func(i int) bool { return r.doc.Blocks[i].End > a })
	return i < len(r.doc.Blocks) && b < r.doc.Blocks[i].End
}

func number(low string) bool {
	switch low {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return false
}

// contest says whether a noun tells of one of several who are in the article as
// a rule.
func contest(noun string) bool {
	return noun == "nominee" || noun == "frontrunner" || noun == "front-runner"
}

// spokenOf says whether the text has had the noun of h before, and not as what
// a person is called.
func (r *reading) spokenOf(h head) bool {
	if r.first == nil {
		r.first = map[string]int32{}
		for i := range r.doc.Tokens {
			if t := &r.doc.Tokens[i]; t.Tag == extract.NN {
				low := r.low(i)
				if _, again := r.first[low]; !again && !r.inQuote(t.Start) {
					r.first[low] = t.Start
				}
			}
		}
	}
	at, ok := r.first[h.noun]
	return ok && at < h.span.Start
}
