package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// notSaid names the rule by which a marked stretch is no quotation: the title
// of a work, a nickname, a word as a word. It is "" for what somebody said. It
// looks at words alone, before any cue is read.
func notSaid(text string, m *Marked, b extract.Span) string {
	switch n := wordCount(m.In.Of(text)); {
	case n == 0:
		return "empty"
	case n > 8:
		return ""
	}
	words := strings.Fields(m.In.Of(text))
	before := strings.TrimRightFunc(text[b.Start:m.Start], unicode.IsSpace)
	prev, low := wordBefore(before)
	owner := strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
	class := classes()[owner]
	prized := strings.HasSuffix(low, "-nominated") || strings.HasSuffix(low, "-winning")
	title := titleCase(words)
	if class&workHead != 0 || owner != low || prized {
		last := words[len(words)-1]
		words[len(words)-1] = strings.TrimRight(last, ".,!?") // on NBC’s “Morning Street.”
		title = words[len(words)-1] != "" && titleCase(words)
	}
	switch {
	case strings.HasSuffix(before, ":") && len(before) == len(prev) && 'a' <= before[0] && before[0] <= 'z':
		return "term" // city: “Ely”
	case nickname(text[m.End:b.End], prev, words):
		return "nickname"
	case officeInMarks(text[m.End:b.End], low, words):
		return "term"
	case !strings.HasSuffix(m.In.Of(text), ",") && names(before):
		return ""
	case title && class&workHead != 0, low == "called" && (title || stopped(words)) && thing(before):
		return "title"
	case title && len(words) >= 2 && (low == "on" || low == "in" || owner != low) && unicode.IsUpper(firstRune(words[len(words)-1])):
		return "title" // on NBC’s “Morning Street”
	case title && prized:
		return "title" // the prize-winning “Salt Roads”
	case low == "as" && knownAs(before):
		return "term"
	case len(words) == 1 && (prev == "Typhoon" || prev == "Hurricane" || prev == "Storm" || prev == "Cyclone" || prev == "Depression" || prev == "Operation"):
		return "term" // Typhoon “Tino”
	case low == "so-called" || low == "nicknamed" || low == "codenamed":
		return "term"
	case title && len(words) >= 2 && !headlineAround(text, b) && !saysBefore(low, prev) && !inRow(before):
		return "title"
	case stopped(words) && (titlesAfter[low] || low == "as" && publishedAs(before) || low == "of" && partOf(before)):
		return "title" // a look at “The Last Wait.”
	case len(words) == 1 && rating(strings.Trim(words[0], ".,")) && strings.Contains(before, "rating") && (low == "to" || low == "from" || low == "a" || low == "its" || low == "at"):
		return "term" // cut it to “hold” from “buy”
	case len(words) <= 3 && (low == "means" || low == "meaning"):
		return "term"
	case before == "" && title && strings.TrimSpace(text[m.End:b.End]) == "" && !speechLike(words):
		return "title" // a heading within a list of films
	case title && (low == "in" || low == "starred" || low == "starring") && stars(before):
		return "title"
	case class&coverTerm != 0 && len(words) <= 3 && !utters(before) && !strings.HasSuffix(prev, ":") && !strings.HasSuffix(prev, ",") && !strings.HasSuffix(prev, "."):
		return "term"
	}
	return ""
}

// wordCount is the number of words of s.
func wordCount(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// rating says whether a word is what brokers advise to do with a share.
func rating(w string) bool {
	switch strings.ToLower(w) {
	case "hold", "buy", "sell", "neutral", "overweight", "underweight", "outperform", "underperform":
		return true
	}
	return false
}

// wordBefore is the last word of what stands before the marks, and that word in
// small letters without punctuation.
func wordBefore(before string) (word, low string) {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	word = before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return word, strings.ToLower(strings.Trim(word, "(),.;:"))
}

// names says whether what stands before the marks ends with who calls something
// what they hold ("called Smith", "he dubbed the"), or with voices ("chants of").
func names(before string) bool {
	words := strings.Fields(before[max(0, len(before)-60):])
	n := len(words)
	if n >= 2 && words[n-1] == "of" && voices[strings.ToLower(words[n-2])] {
		return true
	}
	for i := n - 1; i > 0 && i >= n-5; i-- {
		switch w := words[i]; {
		case strings.ContainsAny(w[len(w)-1:], ",;:.)\"") || strings.HasSuffix(w, "”") || strings.HasSuffix(w, "—") || w == "-" || w == "–":
			return false
		case calling[w]:
			// "a plan called “Open Water”" is a title, so is what "has been called the “Open Water”".
			return subjects[words[i-1]] || i < n-2 && !passive[words[i-1]]
		}
	}
	return false
}

// thing says whether what stands before the marks ends with a thing and "called", and
// not with who calls it so: a boat called “Late Hope”, not what she called “Late Hope”.
func thing(before string) bool {
	words := strings.Fields(before[max(0, len(before)-40):])
	n := len(words)
	if n < 3 || !unicode.IsLower(firstRune(words[n-2])) {
		return false
	}
	for _, w := range words[max(0, n-4) : n-2] {
		switch w {
		case "a", "an", "the", "A", "An", "The":
			return true
		}
	}
	return false
}

// utters says whether what stands before the marks ends with who takes them into the
// mouth, and so says them: "she used the phrase", "refuses to say the words".
func utters(before string) bool {
	words := strings.Fields(before[max(0, len(before)-40):])
	n := len(words)
	if n < 4 || classes()[words[n-1]]&coverTerm == 0 || words[n-2] != "the" {
		return false
	}
	switch words[n-3] {
	case "say", "says", "said", "saying", "use", "used", "uses", "using", "utter", "uttered", "uttering":
		return true
	}
	return false
}

// voices are what a crowd is heard by.
var voices = map[string]bool{"calls": true, "chant": true, "chants": true, "cries": true, "cry": true, "jeers": true, "screams": true, "shouts": true, "yells": true}

// calling are verbs of giving a name; passive and subjects are words right before them that tell
// a passive and one who calls.
var (
	calling  = map[string]bool{"branded": true, "branding": true, "called": true, "calling": true, "dubbed": true, "dubbing": true, "labeled": true, "labelled": true, "nicknamed": true}
	passive  = map[string]bool{"are": true, "be": true, "been": true, "is": true, "was": true, "were": true}
	subjects = map[string]bool{"has": true, "have": true, "had": true, "he": true, "I": true, "she": true, "they": true, "we": true, "who": true}
)

// titlesAfter are words that lead to a title, and seldom to what somebody said.
var titlesAfter = map[string]bool{"at": true, "by": true, "from": true, "her": true, "his": true, "in": true, "including": true, "like": true, "my": true,
	"on": true, "their": true, "to": true, "with": true}

// stopped says whether words are a title but for the full stop that a sentence
// puts within the marks.
func stopped(words []string) bool {
	n := len(words)
	if n < 2 || !strings.HasSuffix(words[n-1], ".") {
		return false
	}
	last := words[n-1]
	words[n-1] = strings.TrimSuffix(last, ".")
	is := words[n-1] != "" && unicode.IsUpper(firstRune(words[n-1])) && titleCase(words)
	words[n-1] = last
	return is
}

// publishedAs says whether what stands before the marks ends with how something is
// published: "in our May issue as".
func publishedAs(before string) bool {
	for _, w := range strings.Fields(before[max(0, len(before)-60):]) {
		switch w {
		case "published", "issue", "released", "printed", "titled":
			return true
		}
	}
	return false
}

// partOf says whether what stands before the marks ends with a piece of a work:
// "an episode of".
func partOf(before string) bool {
	words := strings.Fields(strings.ToLower(before[max(0, len(before)-40):]))
	if len(words) < 2 {
		return false
	}
	switch words[len(words)-2] {
	case "episode", "episodes", "issue", "season", "cast", "star", "host", "production", "screening", "version", "reruns", "performance", "copy", "author", "director", "fan", "fans":
		return true
	}
	return false
}

// stars says whether what stands before the marks ends with a part that somebody
// plays: "when she starred in".
func stars(before string) bool {
	words := strings.Fields(strings.ToLower(before[max(0, len(before)-40):]))
	for _, w := range words[max(0, len(words)-3):] {
		switch w {
		case "starred", "starring", "stars", "role", "appeared", "sang", "danced", "acted":
			return true
		}
	}
	return false
}

// speechLike says whether words in title case hold one that somebody says of
// themselves or to another: ‘We Will Not Go’.
func speechLike(words []string) bool {
	for _, w := range words {
		switch low := strings.ToLower(w); {
		case low == "i", low == "we", low == "you", low == "my", low == "our", low == "us", low == "me", low == "your":
			return true
		case strings.ContainsAny(low, "’'") && !strings.HasSuffix(low, "s"):
			return true
		}
	}
	return false
}

// nickname says whether words stand within a name: William “Bill” Tanner,
// C. “Butch” Tanner.
func nickname(after, prev string, words []string) bool {
	rest, blank := strings.CutPrefix(after, " ")
	if !blank || !unicode.IsUpper(firstRune(rest)) || prev == "" || !unicode.IsUpper(firstRune(prev)) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(prev)
	return unicode.IsLetter(end) && len(words) <= 2 && titleCase(words) || end == '.' && len(prev) == 2 && len(words) == 1
}

// officeInMarks says whether words are what somebody is by trade, with an owner before
// them and the name behind: its “boats reporter” Ann Smith.
func officeInMarks(after, low string, words []string) bool {
	switch low {
	case "its", "his", "her", "their", "our":
	default:
		return false
	}
	name, blank := strings.CutPrefix(after, " ")
	return blank && len(words) < 5 && unicode.IsUpper(firstRune(name)) && lexicon.Role(strings.ToLower(words[len(words)-1]))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// titleCase says whether the words are written as a title: a capital on each
// but the small ones, no end of a sentence.
func titleCase(words []string) bool {
	for i, w := range words {
		r := firstRune(strings.TrimLeft(w, "‘'“\"("))
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			if i == 0 || len(w) > 4 {
				return false
			}
			switch w {
			case "a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "is", "la", "of", "on", "or", "the", "to", "with", "&", "-", "–":
			default:
				return false
			}
		}
		if i < len(words)-1 && strings.HasSuffix(w, ".") && len(w) > 3 {
			return false
		}
	}
	end := words[len(words)-1]
	return !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, "!")
}

// headlineAround says whether the block is itself written as a title, so that
// capitals tell nothing of the words in marks.
func headlineAround(text string, b extract.Span) bool {
	lower, upper := 0, 0
	head := b.Of(text)
	for i, w := range strings.Fields(head[:min(len(head), 300)]) {
		switch r := firstRune(strings.TrimLeft(w, "‘'“\"(")); {
		case i == 0:
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && len(w) > 4:
			lower++
		}
	}
	return upper > 2*lower
}

// knownAs says whether what stands before the marks ends with "known … as", but
// for a few words: "was known to friends as".
func knownAs(before string) bool {
	words := strings.Fields(before[max(0, len(before)-60):])
	for i := len(words) - 2; i >= max(0, len(words)-5); i-- {
		if words[i] == "known" {
			return true
		}
	}
	return false
}

// inRow says whether what stands before the marks ends with others, or with
// others and a conjunction: “Miss Mop” and “Miss Bucket”.
func inRow(before string) bool {
	for _, and := range []string{" and", " or"} {
		before = strings.TrimSuffix(before, and)
	}
	return strings.HasSuffix(before, "”") || strings.HasSuffix(before, `"`)
}

// saysBefore says whether the word before the marks, or the mark after that
// word, announces speech.
func saysBefore(low, prev string) bool {
	if prev == "" || strings.HasSuffix(prev, ":") || strings.HasSuffix(prev, ",") || strings.HasSuffix(strings.TrimRight(prev, "”\"’'"), ".") && len(prev) > 3 {
		return true
	}
	if low == "as" {
		return true // referred to her as “Miss Mop”
	}
	c, ok := cues()[low]
	return ok && (speaking(c.kind) || c.kind == "call") && c.lemma != "release" && c.lemma != "publish" && c.lemma != "sing" && c.lemma != "pen"
}

// unsaid lists what stands in marks and nobody said.
func (v *view) unsaid() []extract.Unsaid {
	var list []extract.Unsaid
	for i := range v.marked {
		if m := &v.marked[i]; m.NotSaid != "" && m.NotSaid != "empty" {
			list = append(list, extract.Unsaid{Span: trimmed(v.text, m.In), Rule: m.NotSaid})
		}
	}
	return list
}

// scare says whether the marked stretch at item i looks like a word held at
// arm's length: the “opt-out” movement. hi ends its frame.
func (v *view) scare(i, hi int) bool {
	m := &v.marked[v.items[i].mark]
	n := wordCount(m.In.Of(v.text))
	last := v.lastByte(&v.items[i])
	if n > 5 || n > 2 && (last == '.' || last == '!' || last == '?') {
		return false
	}
	beforeNoun := i+1 < hi && v.items[i+1].tag.Noun() && last != ',' && (v.items[i+1].name < 0 || v.kindOf(m.Block) == extract.Heading)
	return beforeNoun || m.Style == Single && n <= 2
}

// repeatTitles takes what a text calls a title in one place for one wherever it
// stands in marks: her “Suits” make-up artist.
func repeatTitles(text string, blocks []extract.Block, marked []Marked) {
	name := func(m *Marked) string { return strings.TrimRight(trimmed(text, m.In).Of(text), ".,;:") }
	var titles map[string]bool
	for i := range marked {
		if marked[i].NotSaid == "title" {
			if titles == nil {
				titles = map[string]bool{}
			}
			titles[name(&marked[i])] = true
		}
	}
	if titles == nil {
		return
	}
	for i := range marked {
		m := &marked[i]
		if m.NotSaid != "" || m.In.Len() >= 80 || !titles[name(m)] {
			continue
		}
		if prev, low := wordBefore(text[blocks[m.Block].Start:m.Start]); prev == "" || !saysBefore(low, prev) {
			m.NotSaid = "title"
		}
	}
}
