// Package lexicon holds the word lists that several rooms share: first names,
// titles, places, peoples, organisations, the calendar.
//
// A list is an embedded text, sorted by bytes, one entry a line; where its
// entries stand is noted when it is first asked, so it costs nothing before.
// Names are looked up in the case they are written in; a name all in capitals
// is looked up as it stands ("NATO") and then in title case ("UKRAINE").
package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	firstNames = &list{name: "firstnames"}
	honorifics = &list{name: "honorifics"}
	titles     = &list{name: "titles"}
	places     = &list{name: "places"}
	placeWords = &list{name: "placewords"}
	peoples    = &list{name: "peoples"}
	orgs       = &list{name: "orgs"}
	bodies     = &list{name: "bodies"}
	orgWords   = &list{name: "orgwords"}
	calendar   = &list{name: "calendar"}
	openers    = &list{name: "openers"}
	roles      = &list{name: "roles"}
	common     = &list{name: "common"}
	english    = &list{name: "english"}
	aliases    = &list{name: "aliases"}
	nicknames  = &list{name: "nicknames"}
	initials   = &list{name: "initials"}
)

// Gender is whom a first name or form of address may belong to.
type Gender uint8

const (
	Unknown Gender = iota
	Male
	Female
	Either
)

func gender(s string) Gender {
	switch s {
	case "m":
		return Male
	case "f":
		return Female
	case "fm":
		return Either
	}
	return Unknown
}

// FirstName tells whose first name s is ("Donald", "MARY"). Of a double name
// unknown as a whole ("Karl-Heinz") it asks the first half.
func FirstName(s string) (Gender, bool) {
	v, ok := lookUp(firstNames, s)
	if !ok {
		if half, _, double := strings.Cut(s, "-"); double {
			v, ok = lookUp(firstNames, half)
		}
	}
	return gender(v), ok
}

// Honorific tells who is addressed with s: "Mr.", "Mrs", "Sir", "Professor".
func Honorific(s string) (Gender, bool) {
	v, ok := lookUp(honorifics, s)
	return gender(v), ok
}

// Courtesy says whether s, in small letters, is a form of address before a name
// that says nothing of an office: "mr.", "alhaji".
func Courtesy(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "madam", "mister", "messrs", "comrade", "alhaji", "alhaja", "hajia", "hajiya", "mallam", "engr", "barr", "arc", "hon", "shri", "smt", "sp", "cp", "dsp", "asp",
		"csp", "acp", "dcp", "aig", "dig", "igp":
		return true
	}
	return false
}

// Title says whether s is a title or office as it stands before a name:
// "President", "Sen.", "Prime Minister".
func Title(s string) bool { return has(titles, s) }

// PlaceKind is what kind of place a name means.
type PlaceKind uint8

const (
	NoPlace PlaceKind = iota
	Country
	State // or province
	City
	Region // continents, seas, mountains, quarters
)

// Place tells what kind of place s is.
func Place(s string) PlaceKind {
	switch v, _ := lookUp(places, s); v {
	case "country":
		return Country
	case "state":
		return State
	case "city":
		return City
	case "region":
		return Region
	}
	return NoPlace
}

// PlaceWord says whether s is a word that makes a name that of a place:
// "River", "Square".
func PlaceWord(s string) bool { return has(placeWords, s) }

// People says whether s is a nationality, party or religion ("Ukrainian",
// "Republicans"), and of which country, where it is of one.
func People(s string) (country string, ok bool) { return lookUp(peoples, s) }

// Org says whether s is an organisation known by name: "CNN", "United Nations".
// Accents may be left out or not: "Sinn Féin".
func Org(s string) bool {
	if has(orgs, s) {
		return true
	}
	plain, ok := withoutAccents(s)
	return ok && has(orgs, plain)
}

// Body says whether s is an organisation known by name, of orgs.txt or of the longer
// list that no trained model has as a feature.
func Body(s string) bool { return Org(s) || Known(s) }

// Known says whether s is in that longer list, which has no common words and names of
// persons and places.
func Known(s string) bool { return has(bodies, s) }

// OrgWord says whether s is a word that makes a name that of an organisation:
// "Inc.", "University", "Ministry".
func OrgWord(s string) bool { return has(orgWords, s) }

// Calendar says whether s is a month, weekday, holiday or time zone.
func Calendar(s string) bool { return has(calendar, s) }

// Opener says whether s is a word that is no name, capitalised or not: "The",
// "Earlier", "Both".
func Opener(s string) bool { return has(openers, s) }

// Role says whether s, in lower case, is a word for a person by office, trade
// or kin: "senator", "nurse", "brother".
func Role(s string) bool { return has(roles, s) }

// ParentOf says whether s, in lower case, is what papers call a person by the number
// of his or her children: "mother-of-two".
func ParentOf(s string) bool {
	who, _, ok := strings.Cut(s, "-of-")
	switch who {
	case "mum", "mom", "mam", "dad", "mother", "father", "gran", "grandmother", "grandfather":
		return ok
	}
	return false
}

// Common says whether s, in lower case, is a word that opens sentences and
// stands in headings more often than it is a name: "tonight", "reject".
func Common(s string) bool { return has(common, s) }

// English says whether s, in lower case, is one of 9,000 common English words,
// names left out.
func English(s string) bool {
	_, ok := english.find(s)
	return ok
}

// Alias is the name that stands for s where it has several: "United States"
// for "U.S.".
func Alias(s string) (string, bool) { return aliases.find(s) }

// Initials says whether s is a common noun in short, in capitals, and so no name:
// "CEO", "DVDs".
func Initials(s string) bool { return has(initials, s) }

// Nickname is the first name that s is short for: "William" for "Bill".
func Nickname(s string) (string, bool) { return nicknames.find(s) }

func has(l *list, s string) bool {
	_, ok := lookUp(l, s)
	return ok
}

func lookUp(l *list, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	v, ok := l.find(s)
	if !ok && capitals(s) {
		var room [64]byte
		v, ok = l.find(string(appendTitle(room[:0], s)))
	}
	return v, ok
}

// capitals says whether s has at least four letters and all are capitals:
// shorter ones are acronyms more often than shouted words ("US", "WHO").
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 4
}

// appendTitle appends s in title case, without a place on the heap for it.
func appendTitle(b []byte, s string) []byte {
	inside := false
	for _, r := range s {
		if inside {
			r = unicode.ToLower(r)
		}
		inside = unicode.IsLetter(r)
		b = utf8.AppendRune(b, r)
	}
	return b
}
