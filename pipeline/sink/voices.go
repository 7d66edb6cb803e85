package sink

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
)

// A voice is one who speaks in an article, with the quotes that are theirs.
type voice struct {
	name   string // "" where the text does not tell
	role   string
	quotes []int
}

// voices gathers the quotes of an article by who speaks, in order of their
// first words; of[i] is the voice of quote i. Quotes that no one is told to
// have said come last.
func voices(d *extract.Document) (list []voice, of []int) {
	of = make([]int, len(d.Quotes))
	seen := map[string]int{}
	open := -1
	for i := range d.Quotes {
		s := &d.Quotes[i].Speaker
		name := ""
		switch {
		case s.Kind == extract.NoSpeaker:
		case s.Name != "":
			name = s.Name
		default:
			name = d.At(s.Span)
		}
		key := strings.ToLower(name)
		if s.Entity >= 0 {
			key = "\x00" + strconv.Itoa(int(s.Entity)) // two of one name are two
		}
		k, ok := seen[key]
		if !ok {
			k = len(list)
			seen[key] = k
			list = append(list, voice{name: name})
			if name == "" {
				open = k
			}
		}
		if list[k].role == "" {
			list[k].role = s.Role
		}
		list[k].quotes = append(list[k].quotes, i)
		of[i] = k
	}
	if last := len(list) - 1; open >= 0 && open < last {
		v := list[open]
		list = append(slices.Delete(list, open, open+1), v)
		for i, k := range of {
			if k == open {
				of[i] = last
			} else if k > open {
				of[i]--
			}
		}
	}
	return list, of
}

// A stretch is a piece of text with the quote that it is part of, the innermost
// one; -1 for none.
type stretch struct {
	extract.Span
	quote int
}

// piece is a part of a quote.
type piece struct {
	extract.Span
	quote int
}

// pieces are the parts of all quotes, in order of their starts, the longer
// first.
func pieces(d *extract.Document) []piece {
	var list []piece
	for i := range d.Quotes {
		for _, p := range d.Quotes[i].Parts {
			list = append(list, piece{p, i})
		}
	}
	sort.SliceStable(list, func(a, b int) bool {
		if list[a].Start != list[b].Start {
			return list[a].Start < list[b].Start
		}
		return list[a].End > list[b].End
	})
	return list
}

// stretches cuts the span s at the edges of the pieces. The pieces that end
// before s are passed over: rest are those left for what follows s.
func stretches(s extract.Span, list []piece) (out []stretch, rest []piece) {
	var open []piece
	at := s.Start
	put := func(end int32) {
		if end <= at {
			return
		}
		q := -1
		if len(open) > 0 {
			q = open[len(open)-1].quote
		}
		out = append(out, stretch{extract.Span{Start: at, End: end}, q})
		at = end
	}
	k := 0
	for at < s.End {
		for len(open) > 0 && open[len(open)-1].End <= at {
			open = open[:len(open)-1]
		}
		for k < len(list) && list[k].Start <= at {
			if list[k].End > at {
				open = append(open, list[k])
			}
			k++
		}
		end := s.End
		if len(open) > 0 {
			end = min(end, open[len(open)-1].End)
		}
		if k < len(list) {
			end = min(end, list[k].Start)
		}
		put(end)
	}
	for k > 0 && list[k-1].End > s.End {
		k--
	}
	return out, list[k:]
}
