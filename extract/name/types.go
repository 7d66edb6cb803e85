package name

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// typeOf makes a type of a kind. The model's training texts tell no countries
// and cities from mountains, nor peoples from other things, so lists and
// words do: a place is a GPE unless it is a region or ends like a river.
func typeOf(kind int, s string) extract.EntityType {
	switch kind {
	case person:
		if last := s[strings.LastIndexByte(s, ' ')+1:]; last != s && (serves(last) || last == "Office") {
			return extract.Org
		}
		return extract.Person
	case body:
		return extract.Org
	case place:
		return placeType(s)
	}
	if people(s) {
		return extract.NORP
	}
	return extract.Misc
}

func placeType(s string) extract.EntityType {
	switch lexicon.Place(s) {
	case lexicon.Country, lexicon.State, lexicon.City:
		return extract.GPE
	case lexicon.Region:
		return extract.Loc
	}
	first, _, _ := strings.Cut(s, " ")
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if first != s && serves(last) {
		return extract.Org
	}
	if first != s && (lexicon.PlaceWord(last) || facility(last) || first == "Lake" || first == "Mount" || first == "Mt." || first == "Cape" || first == "Gulf" || first == "River") {
		return extract.Loc
	}
	return extract.GPE
}

// serves says whether w ends the names of bodies and of no place or person,
// whatever the model took them for: "Corran Fire Service", "Ely Vale Trains". Of other such
// words "Court" and "Park" name places too.
func serves(w string) bool {
	switch w {
	case "Service", "Services", "Trains", "Railways", "Airways", "Airlines", "Council", "Police", "Authority", "Agency", "Ministry", "Commission", "Committee", "Corporation", "Federation", "Association":
		return true
	}
	return false
}

// facility says whether w ends the names of buildings that one goes to, or of
// mountains.
func facility(w string) bool {
	switch w {
	case "Center", "Centre", "Theatre", "Theater", "Hospital", "Museum", "Clinic", "Church", "Mosque", "Temple", "Library", "School", "Hotel", "Mall", "Gate", "Hall", "House", "Campus",
		"Lodge", "Inn", "Resort", "Hotels", "Lounge", "Winery", "Pass", "Alps", "Rockies", "Himalayas":
		return true
	}
	return false
}

func people(s string) bool {
	_, ok := lexicon.People(s)
	return ok
}
