package name

import (
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// shops makes names of the possessives that stores, banks and bars go by:
// "Brannoc's was sold", "they met at Corran's." Whose name stands without 's as
// well, or whose 's is before what he has, bears none: one place that goes on
// without a noun decides for all places of the document.
func (t *tagger) shops() {
	any := false
	for k := range t.sents {
		s := &t.sents[k]
		for i := s.from; i < s.to; i++ {
			w := &t.words[t.ids[i]]
			switch {
			case !w.capital:
			case !t.possessive(s, i) || i+2 < s.to && slices.Contains(ills[:], t.words[t.ids[i+2]].exact):
				w.bare = true
			case t.labels[i+1] != Outside, slices.Contains(brands[:], w.exact), t.labels[i] != Outside && t.ownName(s, i):
				w.shop, any = true, true
			}
		}
	}
	if !any {
		return
	}
	for k := range t.sents {
		s := &t.sents[k]
		for i := s.from; i < s.to; i++ {
			w := &t.words[t.ids[i]]
			if !w.shop || w.bare || w.ends || !t.possessive(s, i) || t.labels[i+1] != Outside {
				continue
			}
			if t.labels[i] == Outside {
				if i > s.from && slices.Contains(brands[:], w.exact) {
					t.labels[i], t.labels[i+1] = Label(body, 0, 2), Label(body, 1, 2)
				}
				continue
			}
			if kind, at := split(int(t.labels[i])); at == only {
				if kind == person {
					kind = body
				}
				t.labels[i], t.labels[i+1] = Label(kind, 0, 2), Label(kind, 1, 2)
			}
		}
	}
}

// possessive says whether 's stands behind token i.
func (t *tagger) possessive(s *sent, i int) bool {
	return i+1 < s.to && slices.Contains(possessives[:], t.words[t.ids[i+1]].exact)
}

// ownName says whether behind token i and its 's the sentence goes on without
// what it would be of, and is no comparison that leaves it out: "louder than Adair's."
func (t *tagger) ownName(s *sent, i int) bool {
	if i+2 >= s.to || i > s.from && slices.Contains(comparing[:], t.words[t.ids[i-1]].lower) {
		return false
	}
	switch next := &t.words[t.ids[i+2]]; next.shape {
	case extract.FullStop, extract.Comma, extract.CloseBracket:
		return i > s.from
	case extract.LowerWord:
		return slices.Contains(doing[:], next.exact) || next.exact == wordIn && i+3 < s.to && t.words[t.ids[i+3]].shape == extract.Number
	}
	return false
}

var wordIn = model.Hash("in")

// brands are the best known of those names, without their 's.
var brands = hashes("Applebee", "Arby", "Bloomingdale", "Cabela", "Chili", "Christie", "Claire", "Culver", "Denny", "Dick", "Dillard", "Domino", "Foyle", "Hardee", "Harper", "Kellogg", "Kohl", "Levi",
	"Lloyd", "Lowe", "Macy", "McDonald", "Moody", "Nando", "Sainsbury", "Smucker", "Sotheby", "Wendy", "Zaxby")

var (
	possessives = hashes("'s", "’s")
	comparing   = hashes("than", "like", "unlike", "as", "of", "and", "or", "with", "to", "from", "but", "not", "on", "are", "is", "was")
	ills        = hashes("disease", "syndrome", "lymphoma", "palsy") // that go by whoever described them
	doing       = hashes("was", "were", "is", "has", "had", "will", "would", "said", "says", "became", "announced", "reported", "plans", "sells", "operates", "declined", "did", "does", "can", "could", "also", "which")
)

// called makes bodies of names that a word for bodies stands right before: "the
// band Corran", "the airline Vexley". Persons who are told of by their full names
// stay ("the team Adair joined"), and so do places that lists know ("the team
// Germany fields").
func (t *tagger) called() {
	any := false
	for k := range t.sents {
		s := &t.sents[k]
		if s.titled || s.shouted {
			continue
		}
		for i := s.from + 1; i < s.to; i++ {
			if t.labels[i] == Outside || !slices.Contains(bodies[:], t.words[t.ids[i-1]].exact) {
				continue
			}
			kind, at := split(int(t.labels[i]))
			if kind == body || at != begin && at != only {
				continue
			}
			w := &t.words[t.ids[i]]
			switch {
			case at == only && (w.ends || kind == place && w.traits>>listShift&listPlace != 0):
				continue
			case at == begin && kind != other:
				continue
			}
			t.become(body, i)
			if at == only {
				w.called, any = true, true
			}
		}
	}
	for i := 0; any && i < len(t.labels); i++ {
		if l := int(t.labels[i]); l != Outside && t.words[t.ids[i]].called {
			if kind, at := split(l); kind != body && at == only {
				t.become(body, i)
			}
		}
	}
}

// storms makes storms' of the names alone that a storm has in the document:
// "Hurricane Corran hit. Corran weakened." Who is told of by a full name that
// begins or ends with the word keeps it.
func (t *tagger) storms() {
	any := false
	for k := range t.sents {
		s := &t.sents[k]
		if s.titled || s.shouted {
			continue
		}
		for i := s.from; i+1 < s.to; i++ {
			w := &t.words[t.ids[i+1]]
			if slices.Contains(tempests[:], t.words[t.ids[i]].exact) && w.shape == extract.TitleWord && t.labels[i+1] != Outside && (i+2 == s.to || !t.words[t.ids[i+2]].capital) {
				w.storm, any = true, true
				if t.labels[i] == Label(person, 0, 2) {
					w.ends = false
				}
			}
		}
	}
	if !any {
		return
	}
	for i, l := range t.labels {
		if l == Label(person, 0, 2) {
			if w := &t.words[t.ids[i]]; i+1 < len(t.ids) && !slices.Contains(tempests[:], w.exact) {
				w.storm = false
			}
		}
	}
	for i, l := range t.labels {
		w := &t.words[t.ids[i]]
		if l == Outside || !w.storm {
			continue
		}
		switch _, at := split(int(l)); {
		case at == only && !w.ends:
			t.become(other, i)
		case at == last && i > 0 && t.labels[i-1] != Outside && slices.Contains(tempests[:], t.words[t.ids[i-1]].exact):
			if _, before := split(int(t.labels[i-1])); before == begin {
				t.become(other, i-1)
			}
		}
	}
}

var tempests = hashes("Hurricane", "Typhoon", "Cyclone", "Storm")

// governments makes persons' of those whom a government goes by: "the Adair
// administration" is a body to the model where the text has no other name of hers.
func (t *tagger) governments() {
	for i, l := range t.labels {
		w := &t.words[t.ids[i]]
		if l == Label(body, 0, 1) && w.shape == extract.TitleWord && w.traits>>listShift&(listBody|listPlace) == 0 && i+1 < len(t.ids) && t.words[t.ids[i+1]].exact == wordAdministration {
			t.labels[i] = Label(person, 0, 1)
		}
	}
}

var wordAdministration = model.Hash("administration")

// become gives the name that begins at token i another kind.
func (t *tagger) become(kind, i int) {
	for {
		_, at := split(int(t.labels[i]))
		t.labels[i] = uint8(1 + 4*kind + at)
		if at == only || at == last {
			return
		}
		i++
	}
}

var bodies = hashes("band", "airline", "carrier", "newspaper", "broadcaster", "startup", "start-up", "company", "firm", "chipmaker", "automaker", "carmaker", "drugmaker", "retailer",
	"lender", "insurer", "charity", "nonprofit", "non-profit", "daily", "weekly", "tabloid", "publisher", "conglomerate", "consultancy", "brokerage", "subsidiary", "militia", "cartel", "regulator", "watchdog", "collective", "contractor", "giant", "operator", "miner", "brewer", "jeweller", "jeweler", "supermarket", "chain", "quartet", "trio", "duo")
