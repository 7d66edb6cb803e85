// Package dateline reads what a report opens with: the place, the day and the
// agency that it comes from.
package dateline

import (
	"strings"

	"github.com/quoth/quoth/internal/lexicon"
)

// Line is what a text opens with: "NEW DELHI, Oct. 18 (Reuters) — ".
type Line struct {
	Place  string // "NEW DELHI"; "" where none is told
	Agency string // "Reuters", its usual name; "" where none is known
	Len    int    // bytes before the report itself; 0 for no dateline
}

// widest bounds a dateline, in bytes.
const widest = 90

// dashes part a dateline from the report.
var dashes = [...]string{"—", " - ", " – ", "―", " -- "}

// Read reads the dateline at the start of a text. The place's first word is all
// in capitals; an agency in brackets may stand alone.
func Read(s string) Line {
	if len(s) < 3 || s[0] != '(' && !capital(s[0]) {
		return Line{}
	}
	if s[0] != '(' && !capital(s[1]) {
		if l := dated(s[:min(len(s), widest)]); l.Len > 0 {
			return l
		}
		return known(s)
	}
	head, end := cut(s[:min(len(s), widest)])
	if end == 0 {
		return known(s)
	}
	l := Line{Len: end}
	head, sender := sent(head)
	if sender != "" {
		if l.Agency = Agencies[sender]; l.Agency == "" && !named(sender) { // "(WKLV)", a station
			return Line{}
		}
	}
	if head == "" {
		return l
	}
	words := strings.Fields(head)
	first := strings.TrimRight(words[0], ",.")
	if len(words) > 8 || len(first) < 3 || !loud(first) {
		return Line{}
	}
	if len(first) < 4 && (len(words) < 2 || !loud(words[1])) {
		if sender == "" {
			return Line{}
		}
		return l
	}
	l.Place = place(words)
	return l
}

// dated reads the dateline of a place in small letters, which has its day and its
// agency: "New Delhi, Oct 18 (PTI) The", "Kochi (Kerala) [India], October 18 (ANI): The".
func dated(head string) Line {
	for open := range len(head) {
		if head[open] != '(' {
			continue
		}
		end := strings.IndexByte(head[open:], ')') + open
		if end < open {
			break
		}
		agency := Agencies[head[open+1:end]]
		if agency == "" {
			continue
		}
		before, day, ok := strings.Cut(strings.TrimSpace(head[:open]), ", ")
		if rest := strings.TrimLeft(head[end+1:], " "); !ok && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")) {
			before, day, ok = "", before, true // Nov 17 (Bloomberg) -- The; Oct 29 (Reuters) - The
		}
		words := strings.Fields(day)
		if !ok || len(words) != 2 || !lexicon.Calendar(strings.TrimRight(words[0], ".")) || words[1][0] < '0' || words[1][0] > '9' || strings.Count(before, " ") > 4 {
			break
		}
		rest := strings.TrimLeft(head[end+1:], " :—–-")
		return Line{Place: before, Agency: agency, Len: len(head) - len(rest)}
	}
	return Line{}
}

// known reads the dateline of a city that many know, or of one with its country:
// "Kyiv, Ukraine – The", "New Delhi: The", "LAHORE: The". A country alone is a topic.
func known(s string) Line {
	head := s[:min(len(s), widest)]
	for _, mark := range [...]string{" – ", " — ", ": "} {
		place, rest, ok := strings.Cut(head, mark)
		if !ok || rest == "" || !capital(rest[0]) && rest[0] != '"' || strings.Count(place, " ") > 4 {
			continue
		}
		city, country, two := strings.Cut(place, ", ")
		if two && (lexicon.Place(country) == lexicon.Country || lexicon.Place(country) == lexicon.State) && named(city) || !two && knownCity(city) {
			return Line{Place: place, Len: len(place) + len(mark)}
		}
	}
	return Line{}
}

// knownCity says whether many know a city, in capitals or not.
func knownCity(s string) bool {
	if loud(s) {
		words := strings.Fields(s)
		for i, w := range words {
			words[i] = lexicon.Capitalised(w)
		}
		s = strings.Join(words, " ")
	}
	return lexicon.Place(s) == lexicon.City
}

// cut is what stands before the mark that ends a dateline, and where the report
// begins, 0 for none.
func cut(head string) (string, int) {
	if head[0] == '(' {
		end := strings.IndexByte(head, ')')
		if end < 0 || !named(head[1:end]) {
			return "", 0
		}
		rest := head[end+1:]
		for _, dash := range dashes {
			if strings.HasPrefix(rest, dash) || strings.HasPrefix(rest, " "+dash) {
				at := end + 1 + strings.Index(rest, dash) + len(dash)
				return head[:end+1], at + blanks(head[at:])
			}
		}
		return "", 0
	}
	if at := strings.Index(head, "--("); at > 0 { // DUBLIN--(BUSINESS WIRE)--The firm
		if end := strings.Index(head[at:], ")--"); end > 0 {
			end += at + len(")--")
			return head[:at] + " " + head[at+2:end-2], end + blanks(head[end:])
		}
	}
	if strings.Contains(head, " / ") { // ELY, NY / ACCESSWIRE / May 5, 2026 / The firm
		if parts := strings.SplitN(head, " / ", 4); len(parts) == 4 && loud(parts[1]) {
			return parts[0] + " (" + parts[1] + ")", len(head) - len(parts[3])
		}
	}
	first, at := -1, 0
	for _, dash := range dashes {
		if n := strings.Index(head, dash); n >= 0 && (first < 0 || n < first) {
			first, at = n, n+len(dash)
		}
	}
	if first < 0 {
		return "", 0
	}
	return strings.TrimSpace(head[:first]), at + blanks(head[at:])
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// sent parts what ends with who sent it, "(Reuters)" or "/PRNewswire/".
func sent(head string) (before, sender string) {
	open := strings.IndexByte(head, '(')
	if open < 0 || !strings.HasSuffix(head, ")") {
		if open = strings.IndexByte(head, '/'); open < 0 || open == len(head)-1 || head[len(head)-1] != '/' {
			return head, ""
		}
	}
	return strings.TrimSpace(head[:open]), strings.TrimSpace(head[open+1 : len(head)-1])
}

// named says whether every word of s begins with a capital.
func named(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !capital(w[0]) {
			return false
		}
	}
	return len(words) > 0 && len(words) < 4
}

// place is the place that the words open with, up to a day or a number.
func place(words []string) string {
	n := 0
	for n < len(words) {
		w := strings.TrimRight(words[n], ",.")
		if w == "" || w[0] >= 'a' && w[0] <= 'z' || w[0] >= '0' && w[0] <= '9' || lexicon.Calendar(w) {
			break
		}
		n++
	}
	if n == 0 { // "MONDAY — The ferry"
		return ""
	}
	s := strings.TrimRight(strings.Join(words[:n], " "), ",. ")
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if kind, _ := lexicon.Abbreviation(last); kind == lexicon.StateAbbr || strings.ContainsRune(last, '.') {
		s += "." // "Calif.", "D.C."
	}
	return s
}

func capital(c byte) bool { return 'A' <= c && c <= 'Z' || c >= 0x80 }

// loud says whether a word is in capitals.
func loud(w string) bool { return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w }

// Agencies gives the usual name of each agency as it signs.
var Agencies = map[string]string{"AP": "AP", "Reuters": "Reuters", "REUTERS": "Reuters", "AFP": "AFP", "PTI": "PTI", "ANI": "ANI", "IANS": "IANS", "UPI": "UPI", "DPA": "dpa", "dpa": "dpa",
	"Bloomberg": "Bloomberg", "Xinhua": "Xinhua", "TASS": "TASS", "Tass": "TASS", "EFE": "EFE", "Kyodo": "Kyodo", "Yonhap": "Yonhap", "ANSA": "ANSA", "PA": "PA", "CP": "CP", "AAP": "AAP",
	"GLOBE NEWSWIRE": "GlobeNewswire", "GlobeNewswire": "GlobeNewswire", "BUSINESS WIRE": "Business Wire", "Business Wire": "Business Wire", "PRNewswire": "PR Newswire", "PR NEWSWIRE": "PR Newswire",
	"ACCESSWIRE": "Accesswire", "HealthDay News": "HealthDay", "HealthDay": "HealthDay", "Bernama": "Bernama", "BERNAMA": "Bernama"}
