package quote

import (
	"sort"
	"strings"
)

// Bounds of the search for the same words elsewhere.
const (
	mostSearches = 64
	mostSearched = 64 << 10 // bytes
)

// quoted is what reports hold in marks, in small letters, to search in.
type quoted struct {
	text     string
	ends     []int // of each stretch in text
	reports  []int
	searches int
}

// elsewhere is the report that has the words of the marked stretch at item i in
// marks, too: a headline takes its words from the story. It is -1 for none.
func (h *heirs) elsewhere(i int) int {
	words := strings.ToLower(trimmed(h.text, h.marked[h.items[i].mark].In).Of(h.text))
	words = strings.TrimRight(words, ",.;:!?")
	if strings.Count(words, " ") < 1 || len(words) > 400 {
		return -1
	}
	if h.held == nil {
		h.held = h.gather()
	}
	if h.held.searches++; h.held.searches > mostSearches {
		return -1
	}
	at := strings.Index(h.held.text, words)
	if at < 0 {
		return -1
	}
	return h.held.reports[sort.SearchInts(h.held.ends, at+1)]
}

// gather collects the stretches that reports of saying hold.
func (h *heirs) gather() *quoted {
	q := &quoted{}
	var b strings.Builder
	for m, r := range h.own {
		if r < 0 || r >= len(h.reports) || !h.reports[r].speaker.ok() {
			continue
		}
		if b.Len() > mostSearched {
			break
		}
		b.WriteString(strings.ToLower(h.marked[m].In.Of(h.text)))
		b.WriteByte('\n')
		q.ends, q.reports = append(q.ends, b.Len()), append(q.reports, r)
	}
	q.text = b.String()
	return q
}
