package junk

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
)

//go:embed data/furniture.txt
var furnitureText string

// furniture gives words of the page's furniture a weight in tenths and a kind,
// for lines at the ends of a story that no rule knows. Words of story telling
// have a negative one.
var furniture = readFurniture(furnitureText)

type weight struct {
	tenths int
	kind   string
}

func readFurniture(text string) hashed[weight] {
	m := map[uint32]weight{}
	for l := range strings.Lines(text) {
		f := strings.Split(strings.TrimSuffix(l, "\n"), "\t")
		if len(f) == 3 && l[0] != '#' {
			n, _ := strconv.Atoi(f[1])
			m[hashOf(f[0])] = weight{n, f[2]}
		}
	}
	return hashedOf(m)
}

const (
	topLines   = 6   // pieces that may stand before the story
	topWords   = 16  // of one of them
	topDates   = 2   // of them that are a date; more are a table or a chronicle
	endWords   = 60  // of one behind it
	edgeTenths = 25  // weight from which a line is furniture
	teller     = -10 // weight of a word that no furniture has
)

// cutEnds cuts lines at both ends of the story that read like furniture: from
// the outside in, until a line does not.
func (a *article) cutEnds() {
	for i := len(a.pieces) - 1; i >= 0; i-- {
		if !a.kept(i) {
			continue
		}
		kind := a.furniture(i, endWords)
		if kind == "" {
			break
		}
		a.cut(i, kind)
		a.learned = append(a.learned, learned{i, kind})
	}
	seen, dates := 0, 0
	var kinds [topLines]string
	first := 0
	for i := 0; i < len(a.pieces) && seen < topLines; i++ {
		if !a.kept(i) {
			continue
		}
		if a.paragraph(i) {
			break
		}
		kind := a.furniture(i, topWords)
		if kind != "" && seen == 0 && a.titles(i) { // "Sponsored walk raises £12,000 for hospice"
			kind = ""
		}
		if kind == "" {
			if kind = a.stamp(i); kind == "date" {
				dates++
			}
			if kind != "" && seen == 0 && a.headlined(i) || kind == "date" && clock(a.of(i)) && a.chronicle(i) {
				kind = ""
			}
		}
		if seen == 0 {
			first = i
		}
		kinds[seen] = kind
		seen++
	}
	for i, n := first, 0; n < seen; i++ {
		if !a.kept(i) {
			continue
		}
		if kind := kinds[n]; kind != "" && (kind != "date" || dates <= topDates) {
			a.cut(i, kind)
			a.learned = append(a.learned, learned{i, kind})
		}
		n++
	}
}

// cutLastSigns cuts what stands below a text and has no word: "***", "👍 👎".
func (a *article) cutLastSigns() {
	for i := len(a.pieces) - 1; i >= 0; i-- {
		switch {
		case !a.kept(i):
		case len(a.of(i)) > 0 || strings.IndexFunc(a.pieces[i].Text, isLetterOrDigit) >= 0:
			return
		default:
			a.cut(i, "end_mark")
		}
	}
}

// furniture gives the kind of furniture that piece i reads like, "" for none.
func (a *article) furniture(i, longest int) string {
	words := a.of(i)
	s := a.pieces[i].Text
	if len(words) == 0 || len(words) > longest || quoted(s) || a.pieces[i].Kind == extract.Table {
		return ""
	}
	return weighFurniture(words, s)
}

// weighFurniture gives the kind of furniture that words weigh enough for.
func weighFurniture(words []word, s string) string {
	sum, best, kind := 0, 0, ""
	for j := range words {
		if words[j].is&weighs == 0 {
			continue
		}
		w := furniture.of(words[j].hash)
		if w.tenths <= teller { // "she", "said": whatever else it has, it tells a story
			return ""
		}
		sum += w.tenths
		if w.tenths > best {
			best, kind = w.tenths, w.kind
		}
	}
	least := edgeTenths + len(words)/4
	if sum < least || best < 8 || sum < least+15 && (strings.IndexByte(s, '"') >= 0 || strings.Contains(s, "“")) {
		return ""
	}
	return kind
}

// stamp gives the kind of a line before the story that holds nothing but names
// and a date: "Tom Becker 18 Oct 2025", "City Wire | October 18, 2025".
func (a *article) stamp(i int) string {
	words := a.of(i)
	s := a.pieces[i].Text
	dates, names, figures := 0, 0, 0
	calendar := a.year(words, s) // "74 59 .556" of a table is no date
	for j := range words {
		switch w := &words[j]; {
		case w.is&date != 0:
			dates++
			if w.is&figure != 0 {
				figures++
			} else {
				calendar = true
			}
		case w.is&capital != 0 || w.is&joinsNames != 0 || w.is&sign != 0:
			names++
		case w.is&joinsDates != 0 || w.is&divided != 0:
		default:
			return ""
		}
	}
	if dates == 0 && i+1 < len(a.pieces) && a.signed(words, s, names) {
		return "byline"
	}
	if dates < 2 || figures == 0 || !calendar || names > 8 || strings.HasSuffix(s, ".") && names > 0 && !companies.has(words[len(words)-1].hash) {
		return ""
	}
	if names > 0 && (dates < 3 && !a.year(words, s) || !dated(words, s)) {
		return ""
	}
	return "date"
}

var (
	theWord   = hashOf("the")
	companies = setOf("inc", "ltd", "llc", "plc", "corp", "co", "s.a", "n.v")
	halfDays  = setOf("am", "pm", "a.m", "p.m")
)

// clock says whether a line is a time of the day and nothing else: "6:45 p.m."
func clock(words []word) bool {
	if len(words) == 0 || len(words) > 4 || words[0].is&figure == 0 {
		return false
	}
	half := false
	for i := range words {
		switch {
		case halfDays.has(words[i].hash):
			half = true
		case words[i].is&date == 0:
			return false
		}
	}
	return half
}

// chronicle says whether more such times stand behind line i, each over what
// came about then.
func (a *article) chronicle(i int) bool {
	n := 0
	for i++; i < len(a.pieces); i++ {
		if a.kept(i) && clock(a.of(i)) {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// dated says whether a day stands among the words: three words of a date or more
// next to each other, or two of which neither is a year. "The 12 best boots of 2026"
// has none, nor has "10 films to see in October 2026".
func dated(words []word, s string) bool {
	run, years := 0, 0
	for _, w := range words {
		switch {
		case w.is&date != 0:
			if run++; w.is&figure != 0 && w.end-w.start == 4 && !strings.ContainsAny(s[w.start:w.end], ".:") {
				years++
			}
			if run >= 3 || run == 2 && years == 0 {
				return true
			}
		case w.is&joinsDates == 0:
			run, years = 0, 0
		}
	}
	return false
}

// signed says whether a line is a name with a paper or a second name behind
// it: "Ana Sousa, Northern Post", "Tom Becker | City Wire".
func (a *article) signed(words []word, s string, names int) bool {
	if names != len(words) || names < 3 || names > 10 {
		return false
	}
	known := isFirstName(s[words[0].start:words[0].end])
	at := strings.IndexAny(s, ",|•·")
	if at <= 0 || len(wordsOf(s[:at])) > 4 {
		return false
	}
	// "The" tells a paper by its name, but not in "LIES AND THE DAM".
	return known || siteWord(s[at:]) && (words[0].is&capitals == 0 && words[0].hash != theWord || siteWord(strings.ReplaceAll(strings.ToLower(s[at:]), "the ", "")))
}

func (a *article) year(words []word, s string) bool {
	for _, w := range words {
		if w.is&figure != 0 && w.end-w.start == 4 && (s[w.start] == '1' || s[w.start] == '2') && s[w.start+1] != '.' { // "2.75"
			return true
		}
	}
	return false
}
