package sentence

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

type verdict uint8

const (
	undecided verdict = iota
	yes
	no
)

// rule decides on the gap that was read last where the training data is silent
// or of another mind than newsrooms.
func (v *view) rule() verdict {
	g := &v.gap
	if d := v.list.decide(v, g.i); d != undecided {
		return d
	}
	next := v.toks[g.i+1]
	switch v.toks[g.i].Shape {
	case extract.Abbreviation, extract.Acronym, extract.Initial, extract.Link:
	case extract.Dash, extract.Comma:
		return no
	default:
		// Mail has sentences that end with no mark, but so few that the model takes
		// headlines for them: "Obama Administration To Expand".
		if v.toks[g.i].Shape.Word() {
			return no
		}
	}
	// "Rt. Hon. Ann Lee"
	if strings.HasPrefix(v.word(g.next), "Hon") && (v.word(g.end) == "Rt." || v.word(g.end-1) == "Rt") {
		return no
	}
	switch end := v.toks[g.end]; end.Shape {
	case extract.FullStop:
		if d := v.spacedStops(); d != undecided {
			return d
		}
		// "N°. 7"
		if next.Shape == extract.Number && g.end > 0 && v.toks[g.end-1].End == end.Start && strings.HasSuffix(v.word(g.end-1), "°") {
			return no
		}
		if v.plain() {
			return yes
		}
	case extract.Ender:
		if v.namedMark() {
			return no
		}
		if v.followedByOpener() {
			return yes
		}
	case extract.Ellipsis:
		if next.Shape == extract.LowerWord {
			return no
		}
		if v.followedByOpener() {
			return yes
		}
	case extract.Abbreviation, extract.Acronym:
		if d := v.abbreviation(); d != undecided {
			return d
		}
	}
	if !g.blank && v.shape(g.end).Word() {
		return no
	}
	// "(He left in May.) and", "“Why?” she"
	if g.closers > 0 && g.opens == 0 && next.Shape == extract.LowerWord {
		return no
	}
	return undecided
}

// spacedStops decides within and after full stops with blanks between them.
// Three leave something out. Of four, the one written close to a word is the
// sentence's own, else the last one is.
func (v *view) spacedStops() verdict {
	const reach = 8
	i := v.gap.end
	from, to := i, i
	for from > 0 && i-from < reach && v.shape(from-1) == extract.FullStop && v.toks[from].Start-v.toks[from-1].End == 1 {
		from--
	}
	for to-i < reach && v.shape(to+1) == extract.FullStop && v.toks[to+1].Start-v.toks[to].End == 1 {
		to++
	}
	if from == to {
		return undecided
	}
	close := from > 0 && v.toks[from-1].End == v.toks[from].Start
	follows := to+1 < len(v.toks) && !v.closes(to+1)
	switch {
	case i == from && v.gap.i == i && close && to-from == 3 && follows && v.shape(to+1) != extract.LowerWord:
		return yes
	case i < to:
		return no
	case v.gap.closers > 0:
		return undecided
	case v.shape(to+1) == extract.LowerWord:
		return no
	case close && to-from == 2:
		return undecided
	case to-from == 3 && !close:
		return yes
	}
	return no
}

// plain is for the end that most sentences have: a word with its full stop, a
// blank, a capitalised word. In 10,500 such places of the treebanks' training
// parts that this holds of, 20 are no ends.
func (v *view) plain() bool {
	g := &v.gap
	if g.closers > 0 || g.opens > 0 || !g.blank || v.bracket > 0 || v.shape(g.next) != extract.TitleWord || g.end <= v.first {
		return false
	}
	before := v.toks[g.end-1]
	return before.End == v.toks[g.end].Start && before.Shape.Word() && before.Len() > 2
}

func (v *view) followedByOpener() bool {
	g := &v.gap
	return g.closers == 0 && g.opens == 0 && g.blank && v.bracket == 0 && g.end > v.first && opener(v.word(g.next)) != 0 && v.word(g.next) != "I"
}

// namedMark is for an exclamation mark that belongs to a name: a capitalised
// word within the sentence, and the sentence goes on with a small word:
// "works at Yahoo! in the", "hosted Jeopardy! for".
func (v *view) namedMark() bool {
	g := &v.gap
	if g.closers > 0 || g.end-1 <= v.first || v.toks[g.end].Len() != 1 || v.word(g.end) != "!" {
		return false
	}
	name := v.toks[g.end-1]
	before := v.shape(g.end - 2)
	if name.Shape != extract.TitleWord || name.End != v.toks[g.end].Start || before != extract.LowerWord && before != extract.TitleWord && before != extract.Clitic {
		return false
	}
	switch v.word(g.i + 1) {
	case "in", "on", "at", "of", "for", "to", "from", "with", "by", "as", "and", "or", "is", "was", "has", "had", "will", "were", "are", "said", "says", "'s", "’s":
		return true
	}
	return false
}

// abbreviation decides where an abbreviation and a capitalised word meet.
func (v *view) abbreviation() verdict {
	g := &v.gap
	word := v.word(g.next)
	clock := v.clock(g.end)
	switch {
	case g.kind == lexicon.TitleAbbr || g.kind == lexicon.LeadAbbr || g.kind == lexicon.NumberAbbr:
		if g.closers == 0 && g.opens == 0 {
			return no
		}
	case clock && (lexicon.Calendar(word) || v.shape(g.next) == extract.LowerWord):
		return no // "7 p.m. Monday", "7 p.m. EST"
	case clock && g.end-v.first < 4:
		return no // "At 5 a.m. Mr. Smith went"
	case clock && v.shape(g.next) == extract.Abbreviation:
		return yes // "until 6 p.m. Mr. Smith then"
	case g.closers == 0 && g.end > v.first && pronoun(word):
		return yes // "Briggs & Co. It", "in the E.U. How"
	}
	return undecided
}

// clock says whether token i is "a.m." or "p.m.".
func (v *view) clock(i int) bool {
	w := v.word(i)
	return len(w) == 4 && (w[0]|0x20 == 'a' || w[0]|0x20 == 'p') && w[1] == '.' && w[2]|0x20 == 'm'
}

// pronoun is for capitalised words that begin no name.
func pronoun(word string) bool {
	switch word {
	case "It", "He", "She", "They", "We", "You", "This", "That", "These", "Those", "There", "How", "What", "Why", "Who", "When", "Where", "But", "However", "If", "His", "Her", "Its", "Their":
		return true
	}
	return false
}
