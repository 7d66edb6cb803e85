package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// notSaid names the rule by which a marked stretch is no quotation: the title
// of a work, a nickname, a word as a word. It is "" for what somebody said. It
// looks at words alone, before any cue is read.
func notSaid(text string, m *Marked, b extract.Span) string {
	words := strings.Fields(m.In.Of(text))
	if len(words) == 0 {
		return "empty"
	}
	before := strings.TrimRightFunc(text[b.Start:m.Start], unicode.IsSpace)
	if len(words) > 8 {
		return ""
	}
	prev := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	low := strings.ToLower(strings.Trim(prev, "(),.;:"))
	owner := strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
	class := classes()[owner]
	title := titleCase(words)
	if class&workHead != 0 || owner != low {
		last := words[len(words)-1]
		words[len(words)-1] = strings.TrimRight(last, ".,") // on NBC’s “Morning Street.”
		title = words[len(words)-1] != "" && titleCase(words)
	}
	switch {
	case nickname(text[m.End:b.End], prev, words):
		return "nickname"
	case title && class&workHead != 0:
		return "title"
	case title && len(words) >= 2 && (low == "on" || low == "in" || owner != low) && unicode.IsUpper(firstRune(words[len(words)-1])):
		return "title" // on NBC’s “Morning Street”
	case low == "as" && knownAs(before):
		return "term"
	case low == "so-called" || low == "nicknamed" || low == "codenamed":
		return "term"
	case title && len(words) >= 2 && !headlineAround(text, b) && !saysBefore(low, prev) && !inRow(before):
		return "title"
	case class&coverTerm != 0 && len(words) <= 3 && !strings.HasSuffix(prev, ":") && !strings.HasSuffix(prev, ","):
		return "term"
	}
	return ""
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
	n := len(strings.Fields(m.In.Of(v.text)))
	last := v.lastByte(&v.items[i])
	if n > 5 || n > 2 && (last == '.' || last == '!' || last == '?') {
		return false
	}
	beforeNoun := i+1 < hi && v.items[i+1].tag.Noun() && last != ',' && (v.items[i+1].name < 0 || v.kindOf(m.Block) == extract.Heading)
	return beforeNoun || m.Style == Single && n <= 2
}
