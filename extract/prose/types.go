package prose

import (
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// lexical is the type of a name that the lexicon knows as a whole.
func lexical(s string) (extract.EntityType, bool) {
	if lexicon.Org(s) {
		return extract.Org, true
	}
	switch lexicon.Place(s) {
	case lexicon.Country, lexicon.State, lexicon.City:
		return extract.GPE, true
	case lexicon.Region:
		return extract.Loc, true
	}
	if _, ok := lexicon.People(s); ok {
		return extract.NORP, true
	}
	return extract.Misc, false
}

// typeOf decides what the name words[i:end] is, from sure signs to prose's
// labels.
func typeOf(words []word, i, end int, addressed bool) extract.EntityType {
	name := phrase(words[i:end])
	first, last := words[i].text, words[end-1].text
	if addressed {
		return extract.Person
	}
	if t, ok := lexical(name); ok {
		return t
	}
	for _, w := range words[i:end] {
		if end-i > 1 && lexicon.OrgWord(w.text) {
			return extract.Org
		}
	}
	if end-i > 1 {
		if eventWord(last) {
			return extract.Misc
		}
		if lexicon.PlaceWord(last) || first == "Lake" || first == "Mount" || first == "Cape" || first == "Fort" {
			return extract.Loc
		}
	}
	if _, ok := lexicon.FirstName(first); ok {
		return extract.Person
	}
	if end-i > 1 && initial(first) || end-i > 2 && initial(words[i+1].text) {
		return extract.Person
	}
	if end-i == 1 && acronym(name) {
		return extract.Org
	}
	return voted(words[i:end])
}

func voted(words []word) extract.EntityType {
	person, org, gpe, loc := 0, 0, 0, 0
	for _, w := range words {
		switch w.kind {
		case "PERSON":
			person++
		case "ORGANIZATION":
			org++
		case "GPE", "GSP":
			gpe++
		case "FACILITY", "LOCATION":
			loc++
		}
	}
	switch n := max(person, org, gpe, loc); {
	case n == 0:
		return extract.Misc
	case person == n:
		return extract.Person
	case org == n:
		return extract.Org
	case gpe == n:
		return extract.GPE
	}
	return extract.Loc
}

func eventWord(s string) bool {
	switch s {
	case "Cup", "Open", "Olympics", "Championship", "Championships", "Games", "Prix", "Festival", "War", "Award", "Awards", "Prize", "Act", "Treaty", "Agreement",
		"Accord", "Summit", "Revolution", "Bowl", "Series", "Tour", "Masters", "Classic", "Trophy", "Constitution", "Amendment", "Day", "Election", "Plan":
		return true
	}
	return false
}

func initial(s string) bool {
	return len(s) == 2 && s[1] == '.' && s[0] >= 'A' && s[0] <= 'Z'
}

// acronym is for "NTSB" and "F.B.I.".
func acronym(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			letters++
		} else if r != '.' && r != '&' && !unicode.IsDigit(r) {
			return false
		}
	}
	return letters >= 2 && letters <= 6 && strings.Count(s, ".") <= letters
}
