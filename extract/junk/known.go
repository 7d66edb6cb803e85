package junk

import (
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
)

// nameOf gives the kind of a piece that is furniture by more than a pattern of
// its words, "" for none; above says that no paragraph of the story stands before
// it, and last that none follows.
func (a *article) nameOf(i int, above, last bool) string {
	p, words := &a.pieces[i], a.of(i)
	switch {
	case p.Kind == extract.Table || p.Kind == extract.Preformatted:
	case !startsWithLetter(p.Text) && isCounter(p.Text):
		return "counter"
	case !startsWithLetter(p.Text) && (isEndMark(p.Text) || a.page && last && strings.IndexFunc(p.Text, isLetterOrDigit) < 0):
		return "end_mark"
	case strings.HasPrefix(p.Text, "{\"") && strings.HasSuffix(p.Text, "}"): // {"slot":"inline"}
		return "embed"
	case !a.page && len(words) < 6 && isAddress(p.Text):
		return "contact"
	case !a.page && len(words) < 8 && isScript(p.Text):
		return "embed"
	case !a.page && i > 0 && bracketed(words, p.Text):
		return "teaser"
	case p.Kind == extract.ListItem || p.Kind == extract.Heading && (a.page || i == 0):
	case captioned(words, p.Text), credited(words, p.Text):
		return "credit"
	case !a.page && above && i > 0 && sourced(words, p.Text):
		return "credit"
	case p.Kind == extract.Heading:
	case last && a.aboutWriter(words, p.Text):
		return "byline"
	case i*2 > len(a.pieces):
		return a.headed(words, p.Text)
	}
	return ""
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// longBio is how many words a line about the author has at most.
const longBio = 90

// aboutWriter says whether a piece tells of an author whom the page credits:
// "Oona Marsh is a retired teacher who lives in Corran.", "• Oona Marsh, a former
// judge, is head of the Corran Museum."
func (a *article) aboutWriter(words []word, s string) bool {
	if len(words) > longBio {
		return false
	}
	s = strings.TrimLeft(s, "•*-–—( \u00a0")
	for _, name := range a.writers {
		if rest, ok := strings.CutPrefix(s, name); ok && strings.Contains(name, " ") {
			next := wordsOf(rest[:min(len(rest), 160)])
			if strings.HasPrefix(rest, ",") { // an apposition
				for len(next) > 0 && !ofWriters.has(next[0].hash) {
					next = next[1:]
				}
			}
			if len(next) > 0 && ofWriters.has(next[0].hash) {
				return true
			}
		}
	}
	return false
}

var ofWriters = setOf("is", "was", "writes", "lives", "teaches", "works", "covers", "reports", "has", "serves", "runs", "leads", "joined", "can", "served", "worked", "holds", "heads", "edits", "studies")

// headed gives the kind of a piece whose first line is a heading of furniture:
// "About Acme Dredging\nAcme Dredging has …", in a paragraph with a line break.
func (a *article) headed(words []word, s string) string {
	head, _, more := strings.Cut(s, "\n")
	if !more || len(head) > 80 || len(words) > longDisclaimer {
		return ""
	}
	var f found
	heading := wordsOf(head)
	if seek(heading, allOf(heading), &f); f.edge == nil || f.edge.place != open {
		return ""
	}
	switch f.edge.kind {
	case "company", "contact", "byline", "disclaimer":
		return f.edge.kind
	}
	return ""
}

// startsWithLetter is what most pieces do, and no counter or mark.
func startsWithLetter(s string) bool { return s != "" && (upper(s[0]) || lower(s[0])) }

// isAddress tells an e-mail address that stands alone.
func isAddress(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1 && strings.IndexByte(s, ' ') < 0
}

// isScript tells what a page's program left: "googletag.cmd.push", "div-gpt-ad-1".
func isScript(s string) bool {
	if s == "" || !lower(s[0]) || strings.IndexByte(s, ' ') >= 0 {
		return false
	}
	for _, part := range [...]string{"googletag", "gpt-ad", "adsbygoogle", ".push", "window.", "function("} {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// bracketed tells the title of another story in square brackets: "[In maps: where the
// water went]", "[[ The dam in ten pictures ]]".
func bracketed(words []word, s string) bool {
	if len(words) < 4 || len(words) > longTeaser || s[0] != '[' || s[len(s)-1] != ']' {
		return false
	}
	in := strings.Trim(s, "[] ")
	return !strings.ContainsAny(in, "[]") && in != "" && upper(in[0]) && !sentenceEnd(in) && words[0].is&capitals == 0 // "[CORRECTED 05:30 GMT]"
}

// isCounter tells the place of a picture among others: "1 / 3".
func isCounter(s string) bool {
	at, all, ok := strings.Cut(s, "/")
	at, all = strings.TrimSpace(at), strings.TrimSpace(all)
	return ok && isNumber(at) && isNumber(all) && (len(at) < len(all) || len(at) == len(all) && at <= all)
}

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && len(s) < 4
}

// isEndMark tells what releases and agencies end with: "###", "-30-".
func isEndMark(s string) bool {
	if t := strings.Trim(s, "#  "); t == "" {
		return strings.Count(s, "#") > 1
	}
	return strings.Trim(s, "-–—  ") == "30" && !isNumber(s)
}

// longCaption is how many words a caption with its credit has at most.
const longCaption = 45

// captioned says whether a line is a caption with its credit: "The bridge will
// stand two metres higher. (Northern Post: Joe Kettle)", "… (Joe Kettle/Northern Post)".
func captioned(words []word, s string) bool {
	s = strings.TrimRight(s, " .")
	if len(words) > longCaption || !strings.HasSuffix(s, ")") {
		return false
	}
	open := strings.LastIndexByte(s, '(')
	if open < 0 {
		return false
	}
	credit := s[open+1 : len(s)-1]
	mark := strings.IndexAny(credit, ":/")
	if mark < 0 || strings.IndexAny(credit[mark+1:], ":/") >= 0 {
		return isPhotoCredit(wordsOf(credit), credit)
	}
	if credit[mark] == '/' && (len(words) < 8 || strings.HasPrefix(credit[mark+1:], " ")) {
		return false
	}
	before, behind := wordsOf(credit[:mark]), wordsOf(credit[mark+1:])
	least := 3
	if len(before) == 1 && pictures.has(before[0].hash) { // "(Image: Corran News)", "(Picture: Corranpix)"
		least = 2
	}
	return len(before)+len(behind) <= 8 && len(before)+len(behind) >= least && named(before) && named(behind)
}

// sourced says whether a sentence above the story has behind it whose picture it
// is about: "Workers lay a cable under the road. (RCMP)", "The mill last spring. Joe
// Kettle/Northern Post file".
func sourced(words []word, s string) bool {
	n := len(words)
	if n > longCaption/2+8 || n < 5 {
		return false
	}
	if words[n-1].hash == fileWord {
		n--
	}
	from := n - 1
	for from > 3 && words[from-1].is&ended == 0 {
		from--
	}
	if from == 3 || n-from > 6 || !named(words[from:n]) {
		return false
	}
	between, rest := s[words[from-1].end:words[from].start], s[words[from].start:]
	if strings.HasSuffix(between, "(") { // and not "[": what each paragraph of a roundup ends in is its source
		return strings.HasSuffix(rest, ")")
	}
	return n-from > 1 && strings.IndexByte(rest, '/') > 0 && !sentenceEnd(rest)
}

var fileWord = hashOf("file")

// named says whether words are capitalised, as names are.
func named(words []word) bool {
	for i := range words {
		if words[i].is&(capital|joinsNames|sign) == 0 {
			return false
		}
	}
	return len(words) > 0
}

// credited says whether a line is a caption that ends in who took the picture:
// "The winning team holds the cup. Photo by Joe Kettle".
func credited(words []word, s string) bool {
	if len(words) > longCaption {
		return false
	}
	for i := len(words) - 2; i > 2 && i >= len(words)-10; i-- {
		if words[i-1].is&ended != 0 {
			rest := s[words[i].start:]
			return pictures.has(words[i].hash) && isPhotoCredit(wordsOf(rest), rest)
		}
	}
	return false
}

var (
	pictures = setOf("photo", "photos", "photograph", "picture", "pictures", "image", "images", "illustration", "credit", "courtesy", "foto", "fotos", "bild", "grafik", "video", "screenshot")
	alone    = setOf("courtesy", "credit") // need no "by" behind them
	credits  = setOf("by", "courtesy", "credit", "credits", "from", "via", "of", "provided", "submitted", "supplied", "the")
)

// isPhotoCredit tells "Photo by Joe Kettle", "Courtesy of the Harwick Museum",
// "Picture: Joe Kettle".
func isPhotoCredit(words []word, s string) bool {
	if len(words) < 2 || len(words) > 9 || !pictures.has(words[0].hash) {
		return false
	}
	n := 1
	for n < len(words) && credits.has(words[n].hash) {
		n++
	}
	if n == len(words) {
		return true // "Photo submitted"
	}
	return (n > 1 || words[0].is&divided != 0 || s[words[0].end] == '/' || alone.has(words[0].hash)) && named(words[n:])
}
