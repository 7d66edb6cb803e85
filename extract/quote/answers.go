package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// An interview without labels and marks is told by its questions, each a block of its
// own that ends with a question mark, by answers that say "I", and by a text that says
// it is one. Of a page of questions and answers about a law the answers say "you".
const (
	fewestQuestions = 3   // in an interview
	manyQuestions   = 5   // tell of one where nothing else does
	longestQuestion = 400 // bytes
	interviewTrust  = 0.85
)

// interview is the answers of an interview that has neither labels nor marks, each a
// turn of the person whom the text before the first question names most.
func interview(d *extract.Document) []turn {
	text := d.Text()
	first, questions, toYou, ofMe := -1, 0, 0, 0
	for i := range d.Blocks {
		if !asking(text, d.Blocks[i].Span) || i+1 == len(d.Blocks) || asking(text, d.Blocks[i+1].Span) {
			continue
		}
		if opening(d.Blocks[i+1].Of(text)) > 0 {
			return nil // answers in marks
		}
		if first < 0 {
			first = i
		}
		questions++
		if holdsWord(d.Blocks[i].Of(text), "you", "your") {
			toYou++
		}
		if holdsWord(d.Blocks[i+1].Of(text), "i", "we", "my", "our", "me", "us") {
			ofMe++
		}
	}
	if first <= 0 || questions < fewestQuestions || 3*toYou < questions || 3*ofMe < 2*questions {
		return nil
	}
	intro := text[:d.Blocks[first].Start] + text[d.Blocks[len(d.Blocks)-1].Start:]
	if questions < manyQuestions && !holdsWord(intro, "interview", "q&a", "conversation", "spoke", "speaks", "talks", "talked", "asked", "chatted", "sat", "interviewed", "caught") {
		return nil
	}
	guest := mostNamed(d, d.Blocks[first].Start)
	if guest.Empty() {
		return nil
	}
	return answersOf(d, first, guest)
}

// answersOf is the turns of guest between the questions from block first on. Behind
// the last question what does not say "I" is the reporter's.
func answersOf(d *extract.Document, first int, guest extract.Span) []turn {
	text := d.Text()
	last := first
	for i := first; i+1 < len(d.Blocks); i++ {
		if asking(text, d.Blocks[i].Span) {
			last = i
		}
	}
	var turns []turn
	for i := first; i < len(d.Blocks); i++ {
		said := trimmed(text, d.Blocks[i].Span)
		switch {
		case asking(text, d.Blocks[i].Span) || said.Empty() || d.Blocks[i].Kind == extract.Heading:
		case i > last+1 && !holdsWord(said.Of(text), "i", "we", "my", "our", "me"):
			return turns
		case len(turns) > 0 && turns[len(turns)-1].last == i-1:
			t := &turns[len(turns)-1]
			t.last, t.said = i, append(t.said, said)
		default:
			turns = append(turns, turn{block: i, last: i, label: guest, said: []extract.Span{said}, rule: "interview"})
		}
	}
	return turns
}

// asking says whether a block is a question: “You were young. Were you afraid?”
func asking(text string, b extract.Span) bool {
	s := strings.TrimSpace(b.Of(text))
	return len(s) <= longestQuestion && strings.HasSuffix(s, "?") && opening(s) == 0
}

// holdsWord says whether one of the words, in small letters, stands in s; a part
// before an apostrophe counts: "you've".
func holdsWord(s string, words ...string) bool {
	for f := range strings.FieldsFuncSeq(s, func(c rune) bool { return c <= ' ' || strings.ContainsRune(".,;:!?'’“”\"()—–-", c) }) {
		for _, w := range words {
			if strings.EqualFold(f, w) {
				return true
			}
		}
	}
	return false
}

// mostNamed is the first name of the person whom the text before byte end names most,
// of equal ones the one named first.
func mostNamed(d *extract.Document, end int32) (first extract.Span) {
	times, at := map[int32]int{}, map[int32]extract.Span{}
	most := 0
	for _, n := range appendNames(nil, d) {
		m := &d.Mentions[n]
		if m.Start >= end {
			break
		}
		if m.Type != extract.Person || m.Entity < 0 {
			continue
		}
		if times[m.Entity]++; times[m.Entity] == 1 {
			at[m.Entity] = m.Span
		}
		if times[m.Entity] > most {
			most, first = times[m.Entity], at[m.Entity]
		}
	}
	return first
}
