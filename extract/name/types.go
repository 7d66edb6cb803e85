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
	last := s[strings.LastIndexByte(s, ' ')+1:]
	several := last != s
	switch {
	case kind == place && lexicon.Place(s) != lexicon.NoPlace: // the Russian Federation
		return placeType(s)
	case kind == place && several && (last == "Court" && court(s) || last == "House" && state(s[:len(s)-len(" House")])): // the Kentucky House
		return extract.Org
	case strings.HasPrefix(s, "Isle of ") && strings.Count(s, " ") == 2:
		return extract.Loc
	case peer(s):
		return extract.Person
	case kind == body || kind == place && several && ensemble(last) || several && (serves(last) || teaches(last)) || kind == person && several && last == "Office" || kind == other && league(s) || kind == place && (exchange(s) || agency(s) || strings.HasPrefix(s, "Police ")):
		return extract.Org
	case kind == place && (compound(last) || lexicon.Calendar(strings.ReplaceAll(s, "’", "'"))) || several && ship(s[:strings.IndexByte(s, ' ')]):
		return extract.Misc
	case kind == place:
		return placeType(s)
	case several && building(last) || kind == person && last == "Church" && strings.Count(s, " ") > 1:
		return extract.Loc
	case kind == person && several && (last == "Award" || last == "Awards" || last == "Prize" || last == "Day" && strings.Count(s, " ") > 1):
		return extract.Misc // the Jacob Lawrence Prize, Martin Luther King Day
	case kind == person && several && last == "Nagar": // Lake Nagar, a quarter
		return extract.GPE
	case kind == person:
		return extract.Person
	case people(s):
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
	if planet(s) || strings.HasSuffix(s, "'s") || strings.HasSuffix(s, "’s") || first != s && (lexicon.PlaceWord(last) || building(last) || facility(last) || first == "Lake" || first == "Mount" || first == "Mt." || first == "Cape" || first == "Gulf" || first == "River") {
		return extract.Loc
	}
	return extract.GPE
}

// peer says whether s is a person's title with the place that it is of: "Duchess of
// Lancaster".
func peer(s string) bool {
	style, of, ok := strings.Cut(s, " of ")
	if !ok || strings.Contains(of, " ") {
		return false
	}
	switch style {
	case "Duke", "Duchess", "Earl", "Countess", "Marquess", "Prince", "Princess":
		return true
	}
	return false
}

// agency says whether s is a news agency as datelines name it: "LONDON, June 10 (UPI)".
func agency(s string) bool {
	switch s {
	case "UPI", "AFP", "DPA", "EFE", "PTI", "ANI", "IANS", "CNA", "PNA":
		return true
	}
	return false
}

// planet says whether s is one, or the Moon: a place without a government.
func planet(s string) bool {
	switch s {
	case "Earth", "Venus", "Saturn", "Uranus", "Neptune", "Pluto", "Moon":
		return true
	}
	return false
}

// compound says whether w is said of what has to do with a place: "Ely-based".
func compound(w string) bool {
	for _, end := range [...]string{"-based", "-headquartered", "-born", "-led", "-owned", "-backed", "-area", "-bound", "-listed", "-worthy", "-themed", "-style", "-educated", "-trained"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// ship says whether w stands before the names of ships.
func ship(w string) bool {
	switch w {
	case "MV", "M/V", "MT", "M/T", "INS", "USS", "HMS", "HMAS", "HMCS", "USNS", "USCGC", "SS", "RMS", "RRS":
		return true
	}
	return false
}

// serves says whether w ends the names of bodies and of nothing else, whatever
// the model took them for: "Corran Fire Service", "Ely Vale Trains". Of other such
// words "Court" and "Park" name places too, "Trust" and "Party" works.
func serves(w string) bool {
	switch w {
	case "Service", "Services", "Trains", "Railways", "Airways", "Airlines", "Council", "Police", "Authority", "Agency", "Ministry", "Commission", "Committee", "Corporation", "Federation", "Association",
		"Foundation", "Orchestra", "Ltd", "Ltd.", "LLC", "Inc", "Inc.", "Corp", "Corp.", "Regiment":
		return true
	}
	return false
}

// ensemble says whether w ends the names of orchestras and companies of artists, where
// the model takes them for places: "Lakeshore Symphony".
func ensemble(w string) bool {
	switch w {
	case "Symphony", "Philharmonic", "Ballet", "Choir", "Strings", "Quartet", "Ensemble":
		return true
	}
	return false
}

// teaches says whether w ends the names of schools. Annotators of news and of
// Wikipedia have all of them as bodies, whether one goes there or not.
func teaches(w string) bool {
	switch w {
	case "School", "College", "University", "Institute", "Polytechnic", "Elementary":
		return true
	}
	return false
}

// state says whether s is a country or state that has a house of representatives.
func state(s string) bool {
	kind := lexicon.Place(s)
	return s == "state" || kind == lexicon.State || kind == lexicon.Country
}

// court says whether s is a court's name, and no street's.
func court(s string) bool {
	for _, w := range [...]string{"District", "Circuit", "Crown", "Superior", "Supreme", "High", "County", "Federal", "Magistrates"} {
		if strings.HasSuffix(s, w+" Court") {
			return true
		}
	}
	return false
}

// league says whether s is a league that sports are played in: a body, but for
// competitions between clubs of several and the two leagues of baseball.
func league(s string) bool {
	if s == "Major League Baseball" || s == "Major League Soccer" {
		return true
	}
	before, ok := strings.CutSuffix(s, " League")
	if !ok || !strings.Contains(before, " ") {
		return false
	}
	switch before[strings.LastIndexByte(before, ' ')+1:] {
	case "Champions", "Europa", "Premier", "Nations", "Conference", "Super", "Pro", "National", "American":
		return false
	}
	return true
}

// building says whether w ends the names of buildings, and hardly those of
// persons and works.
func building(w string) bool {
	switch w {
	case "Gallery", "Museum", "Theatre", "Theater", "Hospital", "Cathedral", "Stadium", "Arena", "Airport", "Library", "Clinic", "Mosque", "Hotel", "Casino":
		return true
	}
	return false
}

// facility says whether w ends the names of buildings that one goes to, of
// streets or of mountains, where the model takes them for places.
func facility(w string) bool {
	switch w {
	case "Center", "Centre", "Church", "Temple", "Mall", "Gate", "Hall", "House", "Campus", "Lodge", "Inn", "Resort", "Hotels", "Lounge", "Winery", "Pass", "Alps", "Rockies", "Himalayas", "Speedway", "Raceway", "Pavilion", "Galleries", "Gardens",
		"Auditorium", "Aquarium", "Zoo", "Capitol", "Mansion", "Schoolhouse", "Courthouse", "Garden", "Cemetery", "Memorial", "Abbey", "Monastery", "Synagogue", "Chapel", "Basilica", "Observatory", "Shrine", "Jail",
		"Penitentiary", "Barracks", "Tunnel", "Freeway", "Expressway", "Parkway", "Turnpike", "Interchange", "Railway", "Trail", "Ranch", "Vineyard", "Ballpark", "Coliseum", "Fieldhouse", "Playhouse", "Dome", "Building", "Towers", "Market",
		"Office", "Room", "Suite", "Alley", "Lane", "Drive", "Fame", "Belt", "Hemisphere", "Wilderness", "Reserve", "Crater", "Shoal",
		"St.", "Ave.", "Ave", "Blvd.", "Blvd", "Rd.", "Rd", "Hwy.", "Hwy":
		return true
	}
	return false
}

func people(s string) bool {
	_, ok := lexicon.People(s)
	return ok
}
