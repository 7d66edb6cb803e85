package main

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/train"
)

// sameSpeech is how much of the union of two reports must be common.
const sameSpeech = 0.5

// judged says whether the quote q is right by the annotations: each of its
// marked stretches, or its reported speech as a whole, is of an attribution, and
// where q has a speaker it is the annotated one. A quote with a speaker where
// the annotation has none is not judged.
func judged(a train.Attributed, q *extract.Quote) (right, known bool) {
	open := q.Speaker.Kind == extract.NoSpeaker
	if q.Kind == extract.Indirect {
		mine, best := whole(q.Parts), -1
		for i, at := range a.Attributions {
			if best < 0 || share(mine, whole(at.Content)) > share(mine, whole(a.Attributions[best].Content)) {
				best = i
			}
		}
		if best < 0 || share(mine, whole(a.Attributions[best].Content)) < sameSpeech {
			return false, true
		}
		at := &a.Attributions[best]
		return open || at.IsSource(q.Speaker.Span), open || len(at.Source) > 0
	}
	named := open
	for _, s := range q.Quoted {
		at := holding(a, trim(a.Text, s))
		if at == nil {
			return false, true
		}
		if !open && len(at.Source) > 0 {
			named = true
			if !at.IsSource(q.Speaker.Span) {
				return false, true
			}
		}
	}
	return true, named
}

// holding is the attribution that holds the marked stretch s; nil for none.
func holding(a train.Attributed, s extract.Span) *train.Attribution {
	for i := range a.Attributions {
		if at := &a.Attributions[i]; at.Holds(s) {
			return at
		}
	}
	return nil
}

// trim leaves out the marks and blanks at the edges of s.
func trim(text string, s extract.Span) extract.Span {
	edge := func(r rune) bool {
		return strings.ContainsRune("“”„«»\"'‘’,.;:!?…-–— \t\r\n\u00a0", r)
	}
	t := s.Of(text)
	rest := strings.TrimLeftFunc(t, edge)
	s.Start += int32(len(t) - len(rest))
	s.End = s.Start + int32(len(strings.TrimRightFunc(rest, edge)))
	return s
}

func whole(parts []extract.Span) extract.Span {
	w := parts[0]
	for _, p := range parts[1:] {
		w.Start, w.End = min(w.Start, p.Start), max(w.End, p.End)
	}
	return w
}

// share is how much of the union of a and b is common.
func share(a, b extract.Span) float64 {
	n := train.Common(a, b)
	return float64(n) / float64(max(1, int32(a.Len()+b.Len())-n))
}
