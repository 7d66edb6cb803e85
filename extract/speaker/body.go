package speaker

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// describedBody is the body that "the company" takes up: the one that the
// sentence before is about, or alone names. -1 where that is none of the sort.
func (r *reading) describedBody(h head) int32 {
	if h.at != h.first+1 || h.end != h.at+1 || !bodyNoun(h.noun) {
		return -1
	}
	here := r.sentenceAt(h.span.Start)
	k := r.nameAfter(h.span.Start - 1)
	last := max(0, k-backNames)
	for s := here; s >= 0 && s > here-near; s-- {
		if r.introduced(s, h) {
			return -1
		}
		if e, ok := r.speaks[s]; ok && s < here && e >= 0 && r.isSort(e, h.noun) {
			return e
		}
		only, subject, subjects := int32(-1), int32(-1), 0
		for ; k > last && r.doc.Mentions[r.names[k-1]].Start >= r.doc.Sentences[s].Start; k-- {
			m := &r.doc.Mentions[r.names[k-1]]
			if m.Entity < 0 || r.inQuote(m.Start) || !r.isSort(m.Entity, h.noun) && !(r.subject(m.Span) && r.unknownPlace(m.Entity)) {
				continue
			}
			switch {
			case only < 0:
				only = m.Entity
			case only != m.Entity:
				only = nobody
			}
			if r.subject(m.Span) && m.Entity != subject {
				subject = m.Entity
				subjects++
			}
		}
		switch {
		case only >= 0:
			return only
		case only == nobody && subjects == 1:
			return subject
		case only == nobody:
			return -1
		}
	}
	return -1
}

// farthest bounds how many tokens back a body may be introduced.
const farthest = 120

// introduced says whether a sentence, before h, tells of a body of the sort that
// the name is not next to: "take Vexley, a beauty brand".
func (r *reading) introduced(s int, h head) bool {
	end := r.doc.Sentences[s].End
	for i := max(r.tokenAt(r.doc.Sentences[s].Start), h.first-farthest); i < h.first && r.doc.Tokens[i].Start < end; i++ {
		if r.low(i) == h.noun && r.tag(i) == extract.NN && r.low(i-1) != "the" {
			for k := i - 1; k > i-4; k-- {
				if low := r.low(k); low == "a" || low == "an" {
					return true
				}
			}
		}
	}
	return false
}

// bodyNoun says whether a noun tells of a body that has a name of its own sort.
func bodyNoun(noun string) bool {
	switch noun {
	case "company", "firm", "retailer", "manufacturer", "airline", "bank", "lender", "insurer", "startup", "start-up", "developer", "supplier", "operator", "carrier", "brand", "chain",
		"club", "union", "charity", "regulator", "watchdog", "broadcaster", "newspaper", "publisher", "nonprofit", "agency", "organisation", "organization", "group", "university", "hospital":
		return true
	}
	return len(noun) > len("maker") && strings.HasSuffix(noun, "maker") && noun != "lawmaker" && noun != "filmmaker" && noun != "policymaker"
}

// isSort says whether an entity may be what a noun tells of: no ministry is a
// company, and of a union, a charity or the like the name itself must say so, or say
// nothing, as an acronym does.
func (r *reading) isSort(e int32, noun string) bool {
	ent := &r.doc.Entities[e]
	if ent.Type != extract.Org || lexicon.Place(ent.Name) != lexicon.NoPlace {
		return false
	}
	low := strings.ToLower(ent.Name)
	if hasWord(low, noun) {
		return true
	}
	for w := range strings.FieldsSeq(low) {
		if noun == "agency" && official(w) {
			return true
		}
		if publicWord(w) {
			return false
		}
	}
	switch noun {
	case "union", "charity", "regulator", "watchdog", "broadcaster", "newspaper", "university", "hospital", "agency", "nonprofit", "organisation", "organization":
		return strings.ToUpper(ent.Name) == ent.Name
	}
	return true
}

// unknownPlace says whether an entity that the engine takes for a place may be a
// firm: of more than a word, in no list of places.
func (r *reading) unknownPlace(e int32) bool {
	name := r.doc.Entities[e].Name
	last := lastWord(name)
	return r.doc.Entities[e].Type == extract.GPE && last != name && lexicon.Place(name) == lexicon.NoPlace && !lexicon.PlaceWord(last)
}

// official says whether a word of a name tells of an agency of a government.
func official(w string) bool {
	switch w {
	case "centers", "administration", "bureau", "department", "service", "authority", "commission", "office", "ministry":
		return true
	}
	return false
}

// publicWord says whether a word of a name, in small letters, tells of a body
// that is no firm or club.
func publicWord(w string) bool {
	switch w {
	case "ministry", "department", "council", "committee", "commission", "court", "senate", "congress", "house", "parliament", "assembly", "police", "government", "union", "university", "party",
		"association", "agency", "office", "bureau", "army", "navy", "force", "church", "school", "hospital", "college", "institute", "authority", "service", "nations", "exchange", "times", "post", "news",
		"journal", "herald", "gazette", "tribune", "guardian", "telegraph", "abc", "nbc", "cbs", "npr", "pbs", "fox", "reuters", "bloomberg", "twitter", "facebook", "x", "instagram", "bbc", "cnn", "ap":
		return true
	}
	return false
}
