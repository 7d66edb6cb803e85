package name

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// noName says whether what the model takes for a name of tokens start to end is
// none: a common noun in capitals ("CEO"), a number ("No. 1"), a ticker behind its
// exchange ("NYSE: VXL"), an office without its holder, the end of a firm's name.
func noName(text string, toks []extract.Token, kind, start, end int, small bool) bool {
	w := toks[start].Of(text)
	if start < end {
		if start+1 == end && toks[end].Of(text) == "General" && general(w) {
			return true
		}
		if kind == person && !small && toks[start].Shape == extract.LowerWord && !particle(w) {
			return true // kayo sa dagat
		}
		return w == "Det" || (w == "No." || w == "Nos.") && start+1 == end && toks[end].Shape == extract.Number ||
			kind == person && (w == "of" || w == "Members" && toks[start+1].Of(text) == "of") || // the Secretary | of Labor
			smallWords(text, toks[start:end+1]) ||
			kind != person && officeAlone(text, toks, start, end) ||
			kind == person && lexicon.Title(text[toks[start].Start:toks[end].End])
	}
	switch toks[start].Shape {
	case extract.LowerWord:
		if len(w) == 1 || lexicon.English(w) {
			return true
		}
	case extract.CapsWord:
		if currency(w) && start+1 < len(toks) && toks[start+1].Shape == extract.Number {
			return true
		}
		if start > 1 && toks[start-1].Of(text) == ":" && exchange(toks[start-2].Of(text)) {
			return true
		}
	}
	switch w {
	case "Taoiseach", "Tánaiste", "I", "O.K.", "pope", "No.", "Nos.", "Inc", "Inc.", "Ltd", "Ltd.", "LLC", "LLC.", "L.P.", "Corp.", "Co.":
		return true
	}
	if kind == place && len(w) == 1 && toks[start].Start > 0 && text[toks[start].Start-1] == '.' { // D-N.Y.
		return true
	}
	return kind == place && portfolio(text, toks, start) || shortOffice(text, toks, start) || side(text, toks, start) || vocative(text, toks, start) || aside(text, toks, start) || lexicon.Initials(w) || kind == person && lexicon.Title(w) && !mayBeName(w)
}

// general says whether w is of an office that ends with "General".
func general(w string) bool {
	switch w {
	case "Attorney", "Auditor", "Solicitor", "Surgeon", "Comptroller", "Accountant", "Registrar", "Advocate":
		return true
	}
	return false
}

// smallWords says whether all tokens are common words in small letters: "space station".
func smallWords(text string, toks []extract.Token) bool {
	for _, t := range toks {
		if t.Shape != extract.LowerWord || !lexicon.English(t.Of(text)) {
			return false
		}
	}
	return true
}

// currency says whether s is the code of one, which sums stand behind: "EUR 985 million".
func currency(s string) bool {
	switch s {
	case "EUR", "USD", "GBP", "AUD", "CAD", "NZD", "JPY", "CHF", "CNY", "RMB", "INR", "PKR", "NGN", "KES", "ZAR", "SGD", "HKD", "MYR", "SEK", "NOK", "DKK", "AED", "SAR":
		return true
	}
	return false
}

// particle says whether w, in small letters, begins surnames: "van", "al".
func particle(w string) bool {
	switch w {
	case "de", "del", "della", "da", "das", "di", "do", "dos", "du", "d", "la", "le", "van", "von", "der", "den", "ten", "ter", "bin", "bint", "ibn", "al", "el", "abu", "st", "mac", "af", "av", "zu", "y":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’")
}

// mayBeName says whether a title is a name or surname as well, or names the one
// whom it means.
func mayBeName(w string) bool {
	switch w {
	case "Abbot", "Baron", "Bishop", "Cardinal", "Constable", "Count", "Dean", "Deacon", "Duke", "Earl", "Emperor", "Judge", "King", "Major", "Marshal", "Pastor", "Pope", "Pontiff", "Prince", "Princess", "Prophet", "Queen", "Rabbi", "Shah", "Sheikh", "Sheriff", "Speaker", "Sultan", "Swami", "Pandit", "Hakim", "Guru", "Warden", "Mayor":
		return true
	}
	return false
}

// exchange says whether s is a stock exchange, as it stands before tickers.
func exchange(s string) bool {
	switch s {
	case "NYSE", "NASDAQ", "Nasdaq", "NasdaqGS", "AMEX", "LSE", "AIM", "TSX", "TSXV", "CSE", "ASX", "NSE", "BSE", "OTC", "OTCQB", "OTCQX", "OTCMKTS", "HKEX", "SGX", "KRX", "TSE", "TYO", "FRA", "ETR", "EPA":
		return true
	}
	return false
}

// trimmed is the last token of a name without what stands behind it and is none
// of it: the points of a score ("Florida 87"), what it sells ("Vexley IPO"), its
// own initials ("Harwick Marine Index HMI").
func trimmed(text string, toks []extract.Token, kind, start, end int) int {
	for start < end {
		last := toks[end].Of(text)
		name := text[toks[start].Start:toks[end-1].End]
		switch {
		case kind == place && toks[end].Shape == extract.Number && lexicon.Place(name) != lexicon.NoPlace:
		case kind == body && member(last) && end+1 < len(toks) && (toks[end+1].Shape == extract.TitleWord || toks[end+1].Of(text) == "for"): // Boat Congress MP Asha Rao
		case kind != person && (last == "TDs" || last == "MPs" || last == "MSPs" || last == "MEPs" || last == "MLAs"): // Green Party TDs
		case kind != person && toks[end].Shape == extract.CapsWord && (lexicon.Initials(last) || end-start > 2 && ownInitials(name, last)):
		default:
			return end
		}
		end--
	}
	return end
}

// untitled is the first token of a name without what stands before it and is none
// of it: an office ("Chief Adair"), the kind of a work ("HBO series Low Water"), where
// a body sits ("Ely-based Harbour Centre"), half of the day ("9:15 AM Ruth Adair").
func untitled(text string, toks []extract.Token, kind, start, end int) int {
	if w := toks[start].Of(text); start < end && start > 0 && (w == "AM" || w == "PM") && clock(toks[start-1].Of(text)) {
		start++
	}
	switch kind {
	case person:
		for start < end && post(toks[start].Of(text)) {
			start++
		}
	case other:
		if start+1 == end && article(toks[start].Of(text)) && people(toks[end].Of(text)) { // The American people
			return end
		}
		for k := end - 1; k > start; k-- {
			if toks[k].Shape == extract.LowerWord && workKind(toks[k].Of(text)) {
				return k + 1
			}
		}
	case body:
		start = ownName(text, toks, start, end)
		if start < end && strings.HasSuffix(toks[start].Of(text), "-based") {
			start++
		}
	}
	return start
}

// post says whether w is an office that stands before names and is hardly a name
// itself.
func post(w string) bool {
	switch w {
	case "Chief", "Captain", "Coach", "Colonel", "Sergeant", "Lieutenant", "Admiral", "Commander", "Inspector", "Detective", "Senator", "Congressman", "Congresswoman", "Councillor",
		"Councilman", "Councilwoman", "Governor", "President", "Minister", "Secretary", "Ambassador", "Professor", "Commissioner", "Superintendent", "Chairman", "Chairwoman":
		return true
	}
	return false
}

// workKind says whether w is what works are called before their names.
func workKind(w string) bool {
	switch w {
	case "series", "miniseries", "film", "movie", "album", "song", "single", "novel", "book", "show", "drama", "comedy", "sitcom", "documentary", "musical", "podcast", "game", "track", "play", "opera", "memoir":
		return true
	}
	return false
}

// ownInitials says whether s is the first letters of the words of a name, with
// one more or less.
func ownInitials(name, s string) bool {
	k := 0
	for w := range strings.SplitSeq(name, " ") {
		if k < len(s) && w != "" && w[0] == s[k] {
			k++
		}
	}
	return k >= 3 && k >= len(s)-1
}

// member says whether s is who sits in a parliament, in short: behind a body's name
// its party's member.
func member(s string) bool {
	switch s {
	case "MP", "TD", "MSP", "MEP", "MLA", "MPA", "MNA", "MCA", "MLC":
		return true
	}
	return false
}

// reached says whether w is how far one came in what is named before it: a place
// there is a tournament, "the Wimbledon semifinalist".
func reached(w string) bool {
	switch strings.ReplaceAll(strings.TrimSuffix(w, "s"), "-", "") {
	case "champion", "finalist", "semifinalist", "quarterfinalist", "semifinal", "quarterfinal":
		return true
	}
	return false
}

// trader says whether w is what bodies are called, behind their names.
func trader(w string) bool {
	switch w {
	case "consultancy", "brokerage", "charity", "newspaper", "watchdog", "startup", "start-up", "retailer", "airline", "think-tank", "thinktank":
		return true
	}
	return false
}

// analyst says whether w is somebody who works for the house named before.
func analyst(w string) bool {
	switch w {
	case "analyst", "analysts", "economist", "economists", "strategist", "strategists":
		return true
	}
	return false
}

// storm says whether w is what storms are called, before their names.
func storm(w string) bool {
	switch w {
	case "Hurricane", "Hurricanes", "Typhoon", "Cyclone", "Storm":
		return true
	}
	return false
}

// ordinal says whether s is a number in a row, in figures: "14th".
func ordinal(s string) bool {
	n := strings.TrimLeft(s, "0123456789")
	return n != s && (n == "th" || n == "st" || n == "nd" || n == "rd")
}

// sits says whether the name of tokens start to end is a place's with the office of
// one who sits for it: "Florida Sen."
func sits(text string, toks []extract.Token, start, end int) bool {
	if start == end || !seated(strings.TrimSuffix(toks[end].Of(text), ".")) && !shortOffice(text, toks, end) {
		return false
	}
	return lexicon.Place(text[toks[start].Start:toks[end-1].End]) != lexicon.NoPlace
}

// seated says whether s is the office of one who sits for a place, behind its name.
func seated(s string) bool {
	switch s {
	case "Senator", "Governor", "Mayor", "Congressman", "Congresswoman", "Councillor", "Councilman", "Councilwoman", "Assemblyman", "Assemblywoman", "MP", "MLA", "MCA":
		return true
	}
	return false
}
