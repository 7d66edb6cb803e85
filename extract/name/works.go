package name

import (
	"slices"

	"github.com/quoth/quoth/extract"
)

// works makes names of titles in marks that the model sees no name in, or only
// part of one: “A River of Days”, “The Long Quay”. All words but small ones begin
// with capitals there. What is said, or read on a sign, with such capitals ("Yes
// We Can"), nicknames within a person's name and what somebody claims to be are none.
func (t *tagger) works() {
	for k := range t.sents {
		s := &t.sents[k]
		if s.titled || s.shouted {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if !opens(t.words[t.ids[i]].shape) {
				continue
			}
			end := t.title(s, i+1)
			if end == none {
				continue
			}
			if t.mayBeWork(s, i, end) {
				for j := i + 1; j < end; j++ {
					t.labels[j] = Label(other, j-i-1, end-i-1)
				}
			}
			i = end
		}
	}
}

// title is where a title that begins at token from ends, none for no title.
func (t *tagger) title(s *sent, from int) int {
	if from >= s.to || slices.Contains(slogans[:], t.words[t.ids[from]].exact) {
		return none
	}
	capitals := 0
	for j := from; j < min(s.to, from+shortQuote); j++ {
		w := &t.words[t.ids[j]]
		switch {
		case w.capital:
			capitals++
		case j == from:
			return none
		case closes(w.shape):
			end := j
			switch t.words[t.ids[end-1]].shape {
			case extract.Comma, extract.FullStop:
				end--
			}
			if !t.words[t.ids[end-1]].capital || capitals < 2 {
				return none
			}
			return end
		case w.shape == extract.Comma || w.shape == extract.FullStop:
			if j+1 == s.to || !closes(t.words[t.ids[j+1]].shape) {
				return none
			}
		case w.digits, w.shape == extract.Clitic, w.shape == extract.LowerWord && slices.Contains(inTitles[:], w.exact):
		default:
			return none
		}
	}
	return none
}

// mayBeWork says whether the title between the mark at token open and end is a
// work's and not yet a name.
func (t *tagger) mayBeWork(s *sent, open, end int) bool {
	if open > s.from {
		before := &t.words[t.ids[open-1]]
		if slices.Contains(calling[:], before.exact) || before.shape == extract.Colon || t.labels[open-1] != Outside && end+1 < s.to && t.labels[end+1] != Outside {
			return false
		}
	}
	if next := end + 1; next < s.to {
		if closes(t.words[t.ids[next]].shape) {
			next++ // behind a comma within the marks
		}
		if next < s.to && (slices.Contains(t.says[:], t.words[t.ids[next]].exact) || slices.Contains(speakers[:], t.words[t.ids[next]].exact)) {
			return false
		}
	}
	for j := open; j <= end && j < s.to; j++ {
		if l := t.labels[j]; l != Outside {
			if _, at := split(int(l)); j == open || j == end || j == open+1 && at == begin && t.spans(j, end) {
				return false
			}
		}
	}
	return true
}

// spans says whether the name that begins at token i ends before token end.
func (t *tagger) spans(i, end int) bool {
	for ; i < end; i++ {
		if _, at := split(int(t.labels[i])); at == last {
			return i+1 == end
		}
	}
	return true
}

func closes(s extract.Shape) bool { return s == extract.CloseQuote || s == extract.StraightQuote }

var (
	calling = hashes("add", "adding", "be", "being", "dubbed", "nicknamed", "himself", "herself", "said", "says", "told", "added", "asked", "replied", "tweeted",
		"shouted", "shouting", "chanted", "chanting", "yelled", "cried", "read", "reads", "reading")
	slogans  = hashes("Death", "Down", "Long", "Stop", "No") // that begin so: "Death to …", "Long live …"
	speakers = hashes("he", "she", "they", "we", "I")
)

var inTitles = hashes("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "is", "but", "nor", "into", "over")
