package main

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/train"
)

// How much must be common: of two reports' union, and of a marked stretch.
const (
	sameSpeech = 0.5
	within     = 0.6
)

// judged says whether the quote q is right by the annotations: each of its
// marked stretches, or its reported speech as a whole, is of an attribution, and
// where q has a speaker it is the annotated one. A quote with a speaker where
// the annotation has none is not judged.
func judged(a train.Attributed, q *extract.Quote) (right, known bool) {
	speaks := func(source []extract.Span) bool {
		for _, w := range source {
			if s := q.Speaker.Span; 2*int(common(s, w)) > min(s.Len(), w.Len()) {
				return true
			}
		}
		return false
	}
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
		source := a.Attributions[best].Source
		return open || speaks(source), open || len(source) > 0
	}
	named := open
	for _, s := range q.Quoted {
		source, ok := marked(a, trim(a.Text, s))
		if !ok {
			return false, true
		}
		if !open && len(source) > 0 {
			named = true
			if !speaks(source) {
				return false, true
			}
		}
	}
	return true, named
}

// marked is the source of the attribution that holds the marked stretch s; ok
// is false where none does.
func marked(a train.Attributed, s extract.Span) (source []extract.Span, ok bool) {
	for _, at := range a.Attributions {
		var n int32
		for _, p := range at.Content {
			n += common(s, p)
		}
		if float64(n) >= within*float64(s.Len()) {
			return at.Source, true
		}
	}
	return nil, false
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

func common(a, b extract.Span) int32 { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// share is how much of the union of a and b is common.
func share(a, b extract.Span) float64 {
	n := common(a, b)
	return float64(n) / float64(max(1, int32(a.Len()+b.Len())-n))
}
