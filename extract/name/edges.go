package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// appendNames makes mentions of labels. Where names begin and end is as users
// have it, which the texts that the model learned from do not always know.
func appendNames(dst []extract.Mention, text string, toks []extract.Token, labels []uint8, small bool) []extract.Mention {
	start, names := 0, 0
	for _, l := range labels {
		if _, at := split(int(l)); l != Outside && (at == begin || at == only) {
			names++
		}
	}
	dst = slices.Grow(dst, names)
	for i, l := range labels {
		if l == Outside {
			continue
		}
		kind, at := split(int(l))
		if at == begin || at == only {
			start = i
		}
		if at == last || at == only {
			end := trimmed(text, toks, kind, start, i)
			if kind == body && start < end && station(toks[end].Of(text)) && end+1 < len(toks) && toks[end+1].Shape == extract.Number && toks[end+1].Len() == 1 {
				end++ // BBC Radio 4
			}
			if end+2 < len(toks) && toks[end].Of(text) == "Magistrates" && toks[end+2].Of(text) == "Court" {
				end, kind = end+2, body // Harwick Magistrates' Court
			}
			if kind == body {
				over := overOffice(text, toks, start, end)
				if over < start {
					continue
				}
				if over < end && (lexicon.Place(text[toks[start].Start:toks[over].End]) != lexicon.NoPlace || toks[over].Of(text) == "State") {
					kind = place
				}
				end = over
			}
			if kind != person && start+1 == end && ranked(toks[start].Of(text)) && toks[end].Shape == extract.TitleWord {
				start, kind = end, person // PC Adair
			}
			if sits(text, toks, start, end) { // Florida Senator | Ruth Adair
				end, kind = end-1, place
			}
			if end-start >= 2 && toks[end].Of(text) == "House" && toks[end-1].Of(text) == "White" {
				dst = tenant(dst, text, toks, start, end-2)
				start, kind = end-1, place
			}
			start = untitled(text, toks, kind, start, end)
			if kind != person && end-start == 2 && toks[start].Of(text) == "Little" {
				if _, first := lexicon.FirstName(toks[start+1].Of(text)); first {
					start, kind = start+1, person // Little Poppy Ashworth, nine,
				}
			}
			if kind != other && workInMarks(text, toks, start) {
				kind = other
			}
			if kind != other && (start == end && start > 0 && storm(toks[start-1].Of(text)) || start+1 == end && storm(toks[start].Of(text))) {
				kind = other
			}
			if kind == other && start == end && i+1 < len(toks) && toks[i+1].Of(text) == "IPO" {
				kind = body
			}
			if kind == other && start == end && i+1 < len(toks) && shortOffice(text, toks, i+1) && lexicon.Place(toks[start].Of(text)) != lexicon.NoPlace {
				kind = place // Vermont Sen. Ruth Adair
			}
			if kind == other && start == end && i+1 < len(toks) && trader(toks[i+1].Of(text)) {
				kind = body // the Sovran consultancy
			}
			if kind == person && start == end && i+1 < len(toks) && analyst(toks[i+1].Of(text)) {
				kind = body // Davy analyst Ann Lee
			}
			if kind == place && start == end && i+1 < len(toks) && reached(toks[i+1].Of(text)) {
				kind = other
			}
			if kind == place && start == end && start > 0 && toks[start].Of(text) == "Con" && toks[start-1].Of(text) == "(" {
				kind = body // Ann Lee (Con, Priory Park)
			}
			if kind == other && start == end && arabic(toks[start].Of(text)) {
				kind = body
				if start > 0 && within(toks[start-1].Of(text)) || i+1 < len(toks) && sort(toks[i+1].Of(text)) {
					kind = place
				}
			}
			switch kind {
			case person:
				if d := len(dst) - 1; start > 0 && patronym(toks[start-1].Of(text)) {
					start--
					if start > 0 && d >= 0 && dst[d].Type == extract.Person && dst[d].End == toks[start-1].End {
						dst[d].End = toks[end].End
						continue
					}
				}
				if d := len(dst) - 1; d >= 0 && start > 2 && dst[d].Type == extract.Person && turned(text, toks, start, end) && dst[d].Start == toks[start-2].Start {
					dst[d].End = toks[end].End
					continue
				}
				if start == end && start > 0 && labels[start-1] == Outside && toks[start-1].Of(text) == "Oh" && givenInTwo(toks[start].Of(text)) {
					start-- // Oh Se-hoon
				}
				end = bare(text, toks, start, end)
				for k := start + 1; k < end; k++ {
					if seated(toks[k].Of(text)) && !initialism(toks[start]) { // Harwick Senator Ruth Adair
						dst = append(dst, mention(place, extract.Span{Start: toks[start].Start, End: toks[k-1].End}, text))
						start = k + 1
						break
					}
				}
				for start < end && (addressed(toks[start].Of(text)) || lexicon.ParentOf(strings.ToLower(toks[start].Of(text)))) {
					start++
				}
				if start < end && start > 1 && toks[start-1].Of(text) == "of" && lexicon.Place(toks[start].Of(text)) == lexicon.Country && (lexicon.Title(toks[start-2].Of(text)) || lexicon.Role(strings.ToLower(toks[start-2].Of(text)))) {
					dst = append(dst, mention(place, toks[start].Span, text)) // Chief Justice of India Asha Rao
					start++
				}
				if start+3 < end && toks[start].Of(text) == "Hall" && toks[start+2].Of(text) == "Famer" {
					start += 3
				}
				for start+1 < end && (toks[start].Of(text) == "CM" || toks[start].Of(text) == "PM") {
					start++ // CM Asha Rao
				}
				for start < end && initialism(toks[start]) && toks[end].Shape == extract.TitleWord {
					if w := toks[start].Of(text); !honour(w) && !executive(w) {
						dst = append(dst, mention(body, toks[start].Span, text))
					}
					start++
				}
			case body:
				if start < end && trade(toks[start].Of(text), toks[start+1].Of(text)) {
					start++
				}
				if start < end && lexicon.Place(toks[start].Of(text)) == lexicon.Country && i+1 < len(toks) && office(toks[i+1].Of(text)) {
					dst = append(dst, mention(place, toks[start].Span, text))
					start++
					if start == end && noBody(toks[start].Of(text)) {
						continue
					}
				}
			}
			if start > 1 && article(toks[start-1].Of(text)) && (kind == other && opens(toks[start-2].Shape) || (kind == other || kind == body) && runsOn(text, toks[start-2], toks[start-1])) {
				start--
			}
			if from := widened(text, toks, kind, start, end); from < start {
				start, kind = from, body
				dst = before(dst, text, toks, from)
			}
			if last, ok := council(text, toks, end); ok && kind == place {
				end, kind = last, body
			}
			if kind == place && police(text, toks, labels, end) {
				end, kind = end+1, body
			}
			end = dated(text, toks, kind, end)
			if start == end && start > 0 && toks[start].Of(text) == "Amendment" && ordinal(toks[start-1].Of(text)) {
				start--
			}
			if start == end && start > 0 {
				w, prev := toks[start].Of(text), toks[start-1].Of(text)
				d := len(dst) - 1
				behind := kind != place || d >= 0 && start > 1 && dst[d].Type == extract.Person && dst[d].End == toks[start-2].End
				if prev == "," && (honour(w) && behind || d >= 0 && dst[d].Type == extract.Person && rowOfDegrees(text, toks, start, dst[d].End)) || zone(w) && clock(prev) {
					continue
				}
			}
			span := extract.Span{Start: toks[start].Start, End: toks[end].End}
			if start > 0 && seat(toks[start-1].Of(text), toks[start].Of(text)) {
				span.Start += 2
				kind = place
			}
			if d := len(dst) - 1; kind == place && d >= 0 && capital(dst[d].Of(text), text[dst[d].End:span.Start], span.Of(text)) {
				dst[d].End = span.End
				continue
			}
			if d := len(dst) - 1; d >= 0 && text[dst[d].End:span.Start] == " v. " {
				dst[d].End, dst[d].Type = span.End, extract.Misc // Kohls v. Bonta
				continue
			}
			if d := len(dst) - 1; d >= 0 && kind == body && dst[d].Type == extract.Org && goesOn(dst[d].Of(text), text[dst[d].End:span.Start], span.Of(text)) ||
				d >= 0 && dst[d].Type == extract.Org && seatOfCourt(dst[d].Of(text), text[dst[d].End:span.Start], span.Of(text)) {
				dst[d].End = span.End
				continue
			}
			if readable(span.Of(text)) && !code(text, span) && !noName(text, toks, kind, start, end, small) && !(start == end && end+1 < len(toks) && amount(span.Of(text), toks[end+1].Of(text))) {
				dst = append(dst, mention(kind, span, text))
			}
		}
	}
	return dst
}

func mention(kind int, s extract.Span, text string) extract.Mention {
	return extract.Mention{Span: s, Type: typeOf(kind, s.Of(text)), Kind: extract.NameMention, Entity: -1}
}

// arabic says whether s begins with the Arabic article, as the names of bodies
// and papers do: "al-Corran". Persons and places that do the model knows as such.
func arabic(s string) bool {
	return len(s) > 4 && (s[:3] == "al-" || s[:3] == "Al-") && 'A' <= s[3] && s[3] <= 'Z'
}

// within says whether s is said of where one is.
func within(s string) bool { return s == "in" || s == "near" || s == "at" || s == "outside" }

// sort says whether s is a sort of place, behind the names of such.
func sort(s string) bool {
	switch s {
	case "mosque", "village", "camp", "hospital", "district", "province", "town", "square", "street", "neighborhood", "neighbourhood", "compound", "prison":
		return true
	}
	return false
}

// patronym says whether s stands within names of persons, in small letters, and
// before the name that they are called by: "Salim bin Harun", "bin Harun".
func patronym(s string) bool { return s == "bin" || s == "ibn" || s == "bint" }

// givenInTwo says whether s is a given name of two parts as Koreans have: "Se-hoon".
func givenInTwo(s string) bool {
	one, two, ok := strings.Cut(s, "-")
	return ok && len(one) > 1 && len(one) < 7 && len(two) > 1 && len(two) < 7 && 'A' <= one[0] && one[0] <= 'Z' && strings.ToLower(two) == two
}

// turned says whether the name of tokens start to end is the second half of one
// that stands in marks with the surname first, as in mail: "Adair, Ruth".
func turned(text string, toks []extract.Token, start, end int) bool {
	return end+1 < len(toks) && end-start < 2 && toks[start-1].Shape == extract.Comma &&
		quotes(toks[start-3].Shape) && quotes(toks[end+1].Shape)
}

// bare is the last token of a person's name without the honours and degrees
// behind it: "Ruth Adair KC", "Ruth Adair, M.D.". "Jr." belongs to the name.
func bare(text string, toks []extract.Token, start, end int) int {
	for end > start {
		last := toks[end].Of(text)
		if last != "," && !honour(last) {
			break
		}
		end--
	}
	return end
}

// initialism says whether a token is a word of three capitals or more, which
// stands before a person's name and is not of it: "BJP MLA Ravi Menon". "JD" and "TJ"
// are first names.
func initialism(t extract.Token) bool {
	return t.Shape == extract.CapsWord && t.Len() > 2 && t.Len() < 6
}

// ranked says whether s is a rank of the British police in short, as it stands before
// surnames.
func ranked(s string) bool {
	switch s {
	case "PC", "WPC", "DC", "DS", "DI", "DCI", "DSU", "PCSO", "Sgt", "Insp", "Supt", "PS":
		return true
	}
	return false
}

// executive says whether s is an office in capitals.
func executive(s string) bool {
	switch s {
	case "CEO", "CFO", "COO", "CTO", "DCP", "ACP", "DGP":
		return true
	}
	return false
}

// honour says whether s is a decoration, degree or seat that is written behind
// names.
func honour(s string) bool {
	switch s {
	case "KC", "QC", "SC", "MP", "MSP", "MEP", "MLA", "TD", "JP", "OBE", "CBE", "MBE", "KBE", "DBE", "GBE", "FRS", "SAN", "IAS", "IPS", "IFS", "M.Ed.", "B.Sc.", "M.Sc.", "MSc", "BSc", "M.A.", "MPhil", "DPhil", "MPH", "LLB", "LLM", "PharmD", "RDN", "FRCS", "MD", "M.D.", "PhD", "Ph.D.", "Ph.D", "MBA", "CPA", "RN", "Esq", "Esq.", "DDS", "D.D.S.", "JD", "J.D.":
		return true
	}
	return false
}

// rowOfDegrees says whether the word at token i stands in a row of words in capitals
// that begins with a degree, behind a person whose name ends at byte end: "Ruth Adair,
// RD, CSSD, LDN", "Ruth Adair MS, RD". Bodies stand in rows, too.
func rowOfDegrees(text string, toks []extract.Token, i int, end int32) bool {
	caps := func(k int) bool {
		return k < len(toks) && toks[k].Len() < 7 && (toks[k].Shape == extract.CapsWord || honour(toks[k].Of(text)))
	}
	first := i
	for first > 2 && toks[first-1].Shape == extract.Comma && caps(first-2) {
		first -= 2
	}
	if first < 2 || !honour(toks[first].Of(text)) && !degrees(toks[first].Of(text)) {
		return false
	}
	row := i > first || i+2 < len(toks) && toks[i+1].Shape == extract.Comma && caps(i+2)
	return row && (toks[first-1].End == end || toks[first-1].Shape == extract.Comma && toks[first-2].End == end)
}

// degrees says whether s is a degree or licence that stands in rows behind names and
// alone means something else.
func degrees(s string) bool {
	switch s {
	case "MS", "MA", "BA", "BS", "RD", "LD", "LDN", "DO", "NP", "PA", "BSN", "MSN", "MSW", "LCSW", "CSSD", "CDE", "CDCES", "CNSC", "DVM", "EdD", "PsyD", "DNP", "FACC", "FACS", "CFP", "CFA", "PT", "DPT", "ATC", "IBCLC":
		return true
	}
	return false
}

// zone says whether s is a time zone in short, which is no name behind a time:
// "at 7 p.m. ET". "CAT" is something else elsewhere, and the annotators of CoNLL
// take GMT for a name.
func zone(s string) bool {
	switch s {
	case "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "UTC", "BST", "CET", "CEST", "EET", "MSK", "IST", "PKT", "WAT", "CAT", "EAT", "SAST", "SGT", "HKT", "JST", "KST", "AEST", "AEDT", "NZST", "NZDT":
		return true
	}
	return false
}

// clock says whether s ends a time of day.
func clock(s string) bool {
	switch strings.ToLower(s) {
	case "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "hours", "hrs":
		return true
	}
	last := s[len(s)-1]
	return last >= '0' && last <= '9'
}

// trade says whether s names the trade of the body that the next word begins
// to name: "Chipmaker Vexley", "Retailer Brannoc". "Publishers Guild" is a name.
func trade(s, next string) bool {
	switch s {
	case "Retailer", "Insurer", "Startup", "Start-up", "Broadcaster", "Supplier", "Manufacturer", "Homebuilder", "Conglomerate", "Lender":
	default:
		if !strings.HasSuffix(s, "maker") || len(s) < len("carmaker") {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(r) && !lexicon.OrgWord(next) && !lexicon.OrgWord(strings.TrimSuffix(next, "s"))
}

// office says whether s is an office that the name of a country and a body
// stand before: "U.S. Commerce Secretary".
func office(s string) bool {
	switch s {
	case "Secretary", "Undersecretary", "Minister":
		return true
	}
	return false
}

// noBody says whether s is part of an office and not the body it is of: "Home
// Secretary", but "Commerce Secretary".
func noBody(s string) bool { return s == "Home" || s == "Foreign" || s == "Prime" || s == "First" }

// seat says whether s is a party's letter and the place that its member sits
// for, as they stand behind a name: "Ann Lee, D-Harwick", "(R-Ohio)". "D-Day" is
// a name.
func seat(before, s string) bool {
	return (before == "," || before == "(") && len(s) > 3 && (s[0] == 'D' || s[0] == 'R' || s[0] == 'I') && s[1] == '-' && unicode.IsUpper(rune(s[2])) && (strings.ToUpper(s) != s || len(s) == 4)
}

// capital says whether a city and its district stand beside each other that are one
// place: "Washington, D.C.".
func capital(city, between, district string) bool {
	return city == "Washington" && (between == ", " || between == " ") && (district == "D.C." || district == "DC" || district == "D.C")
}

// addressed says whether s is a form of address, which is no part of a name:
// "Ms.", "Dr". "Sir" and "King" are, often enough.
func addressed(s string) bool {
	switch s {
	case "Mr", "Mrs", "Ms", "Dr", "Justice", "Comrade", "Alhaji", "Hajia", "Shri", "Smt", "Col", "Lt", "Capt", "Sgt", "Maj", "Brig", "Prof", "Sen", "Rep", "Gov", "Rev", "Hon", "Supt",
		"MEC", "Det", "Ch", "Insp", "PC", "WPC", "DS", "DI", "DCI", "Barrister", "Advocate", "Adv", "Imam", "Ustaz", "Maulana":
		return true
	}
	_, honorific := lexicon.Honorific(s)
	return strings.HasSuffix(s, ".") && (honorific || lexicon.Title(s))
}

// opens says whether a token of shape s opens a title in marks.
func opens(s extract.Shape) bool { return s == extract.OpenQuote || s == extract.StraightQuote }

// runsOn says whether a sentence goes on from one token to the next, which has a
// capital then for belonging to a name: "played by The Harbour Lights".
func runsOn(text string, before, next extract.Token) bool {
	return (before.Shape == extract.LowerWord || before.Shape == extract.Comma) && text[before.End:next.Start] == " "
}

// dated is the last token of the name of an act with its year, if it has one:
// "Harbour Act of 1924", "Harbour Act 1924".
func dated(text string, toks []extract.Token, kind, end int) int {
	if kind != other || toks[end].Of(text) != "Act" {
		return end
	}
	k := end + 1
	if k < len(toks) && toks[k].Of(text) == "of" {
		k++
	}
	if k < len(toks) && toks[k].Shape == extract.Number && toks[k].Len() == 4 {
		return k
	}
	return end
}

// station says whether s stands before the number of a station.
func station(s string) bool { return s == "Radio" || s == "Channel" || s == "News" }

// overOffice is the last token of what an office is over, where the name of tokens
// start to end ends in one: "Senate | Minority Whip". It is start-1 for an office
// alone and end for none.
func overOffice(text string, toks []extract.Token, start, end int) int {
	switch toks[end].Of(text) {
	case "Whip", "Commissioner", "Ombudsman", "Editor-in-Chief":
	case "General": // HHS Inspector General, but not the Office of Inspector General
		if end-start < 2 || toks[start].Shape != extract.CapsWord && toks[end-2].Of(text) != "Department" || toks[end-1].Of(text) != "Inspector" && toks[end-1].Of(text) != "Attorney" && toks[end-1].Of(text) != "Auditor" {
			return end
		}
		end--
	default:
		return end
	}
	for end--; end >= start; end-- {
		switch toks[end].Of(text) {
		case "Minority", "Majority", "Deputy", "Resident", "Electoral", "Chief", "Assistant", "Information", "Privacy", "High", "Crime", "Police", "and", "&":
		default:
			return end
		}
	}
	return end
}

// article says whether s is an article that opens a title: "The Last Ferry".
func article(s string) bool { return s == "The" || s == "A" || s == "An" }
