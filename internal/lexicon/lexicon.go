// Package lexicon holds the word lists that several rooms share: first names,
// titles, places, peoples, organisations, the calendar.
//
// A list is an embedded text, sorted by bytes, one entry a line; a look-up is
// a binary search in that text, so lists cost nothing until they are asked.
// Names are looked up in the case they are written in; a name all in capitals
// is looked up as it stands ("NATO") and then in title case ("UKRAINE").
package lexicon

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	//go:embed data/firstnames.txt
	firstNames string
	//go:embed data/honorifics.txt
	honorifics string
	//go:embed data/titles.txt
	titles string
	//go:embed data/places.txt
	places string
	//go:embed data/placewords.txt
	placeWords string
	//go:embed data/peoples.txt
	peoples string
	//go:embed data/orgs.txt
	orgs string
	//go:embed data/orgwords.txt
	orgWords string
	//go:embed data/calendar.txt
	calendar string
	//go:embed data/openers.txt
	openers string
	//go:embed data/roles.txt
	roles string
	//go:embed data/common.txt
	common string
	//go:embed data/english.txt
	english string
	//go:embed data/aliases.txt
	aliases string
	//go:embed data/nicknames.txt
	nicknames string
	//go:embed data/initials.txt
	initials string
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

// Common says whether s, in lower case, is a word that opens sentences and
// stands in headings more often than it is a name: "tonight", "reject".
func Common(s string) bool { return has(common, s) }

// English says whether s, in lower case, is one of 9,000 common English words,
// names left out.
func English(s string) bool {
	_, ok := find(english, s)
	return ok
}

// Alias is the name that stands for s where it has several: "United States"
// for "U.S.".
func Alias(s string) (string, bool) { return find(aliases, s) }

// Initials says whether s is a common noun in short, in capitals, and so no name:
// "CEO", "DVDs".
func Initials(s string) bool { return has(initials, s) }

// Nickname is the first name that s is short for: "William" for "Bill".
func Nickname(s string) (string, bool) { return find(nicknames, s) }

func has(list, s string) bool {
	_, ok := lookUp(list, s)
	return ok
}

func lookUp(list, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	v, ok := find(list, s)
	if !ok && capitals(s) {
		var room [64]byte
		v, ok = find(list, string(appendTitle(room[:0], s)))
	}
	return v, ok
}

// find searches the lines of a sorted list for key, and gives what stands
// behind the tab. The head's lines begin with '#', which sorts before every
// entry.
func find(list, key string) (string, bool) {
	for lo, hi := 0, len(list); lo < hi; {
		start := lo + strings.LastIndexByte(list[lo:lo+(hi-lo)/2], '\n') + 1
		line := list[start:]
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		entry, value, _ := strings.Cut(line, "\t")
		switch {
		case line[0] != '#' && entry == key:
			return value, true
		case line[0] == '#' || entry < key:
			lo = start + len(line) + 1
		default:
			hi = start
		}
	}
	return "", false
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
