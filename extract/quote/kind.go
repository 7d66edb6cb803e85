package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// notSaid names the rule by which a marked stretch is no quotation: the title
// of a work, a nickname, a word as a word. It is "" for what somebody said.
func notSaid(text string, m *Marked, b extract.Span) string {
	in := trimmed(text, m.In)
	words := strings.Fields(in.Of(text))
	if len(words) == 0 {
		return "empty"
	}
	if len(words) > 8 {
		return ""
	}
	before := strings.TrimRightFunc(text[b.Start:m.Start], unicode.IsSpace)
	after := text[m.End:b.End]
	last := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	low := strings.ToLower(strings.Trim(last, "(),.;:"))
	class := classes()[strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")]
	r, _ := utf8.DecodeLastRuneInString(before)
	follow, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	title := titleCase(words)
	switch {
	case r == '=':
		return "markup"
	case len(words) <= 2 && title && before != "" && unicode.IsUpper(firstRune(last)) && unicode.IsUpper(follow) && strings.HasPrefix(after, " ") && unicode.IsLetter(r) || r == '.' && len(words) == 1 && len(last) == 2 && unicode.IsUpper(follow):
		return "nickname"
	case title && class&workHead != 0:
		return "title"
	case title && len(words) >= 2 && (low == "on" || low == "in" || strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s")) && unicode.IsUpper(firstRune(words[len(words)-1])):
		return "title"
	case low == "so-called" || low == "nicknamed" || low == "codenamed":
		return "term"
	case title && len(words) >= 2 && !headlineAround(text, b) && !saysBefore(low, last, r):
		return "title"
	case class&coverTerm != 0 && len(words) <= 3 && !strings.HasSuffix(last, ":") && !strings.HasSuffix(last, ","):
		return "term"
	}
	return ""
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

// saysBefore says whether the word before the marks, or the mark after that
// word, announces speech.
func saysBefore(low, last string, r rune) bool {
	if r == ':' || r == ',' || last == "" {
		return true
	}
	c, ok := cues()[low]
	return ok && speaking(c.kind)
}

// scare names the rule by which a marked stretch that no cue holds is no
// quotation: a word held at arm's length ("the “opt-out” movement").
func (v *view) scare(i, hi int, free bool) string {
	m := &v.marked[v.items[i].mark]
	words := strings.Fields(trimmed(v.text, m.In).Of(v.text))
	if len(words) > 5 {
		return ""
	}
	last := v.lastByte(&v.items[i])
	if len(words) > 2 && (last == '.' || last == '!' || last == '?') {
		return ""
	}
	if i+1 < hi && v.items[i+1].tag.Noun() && v.items[i+1].name < 0 && last != ',' {
		return "scare"
	}
	if free && last != '!' && last != '?' || m.Style == Single && len(words) <= 2 {
		return "scare"
	}
	return ""
}
