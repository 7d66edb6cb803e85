package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// readTurns finds who the labels of a transcript's or an interview's turns are:
// "YOO" is the councilman Marcus Yoo, "MI" Marta Ilves, "A" who is interviewed
// and "Q" who asks, where the text before the first turn tells.
func (r *reading) readTurns() {
	var asks, answers int32
	known := false
	var labels map[string]int32
	var people map[string][]int32
	for i := range r.doc.Quotes {
		q := &r.doc.Quotes[i]
		if q.Rule != extract.TurnRule {
			continue
		}
		label := r.doc.At(q.Speaker.Span)
		e, again := labels[label]
		if !again {
			switch label {
			case "Q", "A", "Question", "Answer":
				if !known {
					asks, answers = r.interview(q.Speaker.Start)
					known = true
				}
				if e = answers; label[0] == 'Q' {
					e = asks
				}
			default:
				if people == nil {
					people = r.byLabel()
				}
				e = r.labelled(label, q.Speaker.Entity, people)
			}
			if labels == nil {
				labels = map[string]int32{}
			}
			labels[label] = e
		}
		if e < 0 || e == q.Speaker.Entity {
			continue
		}
		q.Speaker.Entity, q.Speaker.Name, q.Speaker.Kind = e, r.doc.Entities[e].Name, extract.NamedSpeaker
		q.Speaker.Role = r.roleOf(e, q.Speaker.Span)
		if r.nameOn(q.Speaker.Span) < 0 {
			r.add(q.Speaker.Span, extract.NominalMention, e)
		}
	}
}

// labelled is the person that a label names by the last name or by initials,
// was where that is already one, and -1 for none or more than one.
func (r *reading) labelled(label string, was int32, people map[string][]int32) int32 {
	if was >= 0 && r.doc.Entities[was].Type == extract.Person && r.doc.Entities[was].Name != label {
		return was
	}
	found := int32(-1)
	for _, key := range [...]string{strings.ToLower(strings.TrimRight(lastWord(label), ".")), label} {
		for _, e := range people[key] {
			if r.doc.Entities[e].Name == label || e == found {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

// namesakes bounds the persons that are kept for a label: of two nobody knows
// which is meant, and one may be called as the label itself is.
const namesakes = 3

// byLabel are the persons of the article by their last names in small letters,
// and by their initials in capitals.
func (r *reading) byLabel() map[string][]int32 {
	people := map[string][]int32{}
	for i := range r.doc.Entities {
		e := &r.doc.Entities[i]
		if e.Type != extract.Person {
			continue
		}
		for _, key := range [...]string{strings.ToLower(lastWord(e.Name)), initials(e.Name)} {
			if key != "" && len(people[key]) < namesakes {
				people[key] = append(people[key], int32(i))
			}
		}
	}
	return people
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// initials of a name of two words or more: "MI" of "Marta Ilves".
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// interview tells who asks and who answers in an interview whose first label
// stands at byte at: the person that headings and introduction name most often
// answers, the one whom that person "spoke to" asks. -1 for who is not told.
func (r *reading) interview(at int32) (asks, answers int32) {
	asks, answers = -1, -1
	times := map[int32]int{}
	block := 0
	for _, n := range r.names {
		m := &r.doc.Mentions[n]
		if m.Start >= at {
			break
		}
		if !r.person(n) {
			continue
		}
		for block+1 < len(r.doc.Blocks) && r.doc.Blocks[block+1].Start <= m.Start {
			block++
		}
		if asks < 0 && len(times) > 0 && r.metBy(r.tokenAt(m.Start)) {
			asks = m.Entity
			continue
		}
		times[m.Entity]++
		if r.doc.Blocks[block].Kind == extract.Heading {
			times[m.Entity]++
		}
	}
	delete(times, asks)
	most, tie := 0, false
	for e, n := range times {
		switch {
		case n > most:
			most, answers, tie = n, e, false
		case n == most:
			tie = true
		}
	}
	if tie {
		answers = -1
	}
	return asks, answers
}

// metBy says whether a verb of meeting leads to the name that begins at token
// i: "She spoke to | Hanna Reed", "interviewed by | Hanna Reed".
func (r *reading) metBy(i int) bool {
	switch r.low(i - 1) {
	case "to", "with", "by":
	case "told":
		return true
	default:
		return false
	}
	for k := i - 2; k >= max(0, i-5); k-- {
		switch r.low(k) {
		case "spoke", "speaks", "talked", "talks", "speaking", "talking", "sat", "interviewed", "interview", "conversation", "chatted", "chats":
			return true
		}
	}
	return false
}
