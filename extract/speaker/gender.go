package speaker

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// readGenders finds whose pronouns the persons of the article have: by forms
// of address, first names, words of their roles; else by the pronouns in
// sentences that name nobody else.
func (r *reading) readGenders() {
	d := r.doc
	r.genders = make([]lexicon.Gender, len(d.Entities))
	votes := make([][2]int, len(d.Entities))
	vote := func(e int32, g lexicon.Gender, n int) {
		switch g {
		case lexicon.Male:
			votes[e][0] += n
		case lexicon.Female:
			votes[e][1] += n
		}
	}
	for _, n := range r.names {
		if !r.person(n) {
			continue
		}
		m := &d.Mentions[n]
		if g, ok := lexicon.Honorific(r.word(r.tokenAt(m.Start) - 1)); ok {
			vote(m.Entity, g, 10)
		}
	}
	for e := range d.Entities {
		if d.Entities[e].Type != extract.Person {
			continue
		}
		first, _, _ := strings.Cut(d.Entities[e].Name, " ")
		if g, ok := lexicon.FirstName(first); ok {
			vote(int32(e), g, 5)
		}
	}
	for i := range r.roles {
		vote(r.roles[i].entity, genderOfRole(r.roles[i].head), 8)
	}
	r.votePronouns(vote)
	for e, v := range votes {
		switch {
		case v[0] > v[1]:
			r.genders[e] = lexicon.Male
		case v[1] > v[0]:
			r.genders[e] = lexicon.Female
		}
	}
}

// learn notes the gender of a person whom a pronoun was found to mean, where nothing else
// tells it: whoever was “she” is not “he” further on.
func (r *reading) learn(pronoun string, e int32) {
	if r.genders[e] == lexicon.Male || r.genders[e] == lexicon.Female {
		return
	}
	switch pronoun {
	case "he", "him", "his":
		r.genders[e] = lexicon.Male
	case "she", "her":
		r.genders[e] = lexicon.Female
	}
}

func genderOfRole(head string) lexicon.Gender {
	switch head {
	case "mother", "mum", "mom", "gran", "sister", "daughter", "wife", "widow", "aunt", "niece", "girlfriend", "grandmother", "granddaughter", "queen", "princess", "duchess", "nun", "actress", "hostess", "waitress":
		return lexicon.Female
	case "father", "dad", "brother", "son", "husband", "widower", "uncle", "nephew", "boyfriend", "grandfather", "grandson", "king", "prince", "duke", "monk", "actor", "waiter":
		return lexicon.Male
	}
	switch {
	case strings.HasSuffix(head, "woman"):
		return lexicon.Female
	case strings.HasSuffix(head, "man"):
		return lexicon.Male
	}
	return lexicon.Unknown
}

// votePronouns lets the pronouns of sentences vote that name one person alone.
func (r *reading) votePronouns(vote func(int32, lexicon.Gender, int)) {
	d := r.doc
	k := 0
	for _, s := range d.Sentences {
		only, after, several := int32(-1), int32(0), false
		for ; k < len(r.names) && d.Mentions[r.names[k]].Start < s.End; k++ {
			m := &d.Mentions[r.names[k]]
			if !r.person(r.names[k]) || m.Start < s.Start || r.low(r.titlesAt(r.tokenAt(m.Start))-1) == "by" {
				continue
			}
			if only >= 0 && only != m.Entity {
				several = true
			} else if only < 0 {
				only, after = m.Entity, m.End
			}
		}
		if only < 0 || several {
			continue
		}
		parted := false // a mark stands between the name and the pronoun
		for t := r.tokenAt(after); t < len(d.Tokens) && d.Tokens[t].Start < s.End; t++ {
			tok := d.Tokens[t]
			if tok.Start < after {
				continue
			}
			parted = parted || comma(r.word(t))
			if tok.Len() > 3 {
				continue
			}
			g := lexicon.Unknown
			switch r.low(t) {
			case "he", "his":
				g = lexicon.Male
			case "she":
				g = lexicon.Female
			case "him":
				if parted { // Kavya met him: he is not she
					g = lexicon.Male
				}
			case "her":
				if parted || r.tag(t) != extract.PRP {
					g = lexicon.Female
				}
			}
			if g != lexicon.Unknown && !r.inQuote(tok.Start) {
				vote(only, g, 1)
			}
		}
	}
}
