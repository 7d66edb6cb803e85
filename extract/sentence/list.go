package sentence

import (
	"strconv"

	"github.com/quoth/quoth/extract"
)

// list follows a list within one block: "1) The first item 2) The second item".
// The block must begin with a marker; a sentence then ends before the next marker
// of the same kind, if it has the next number or letter.
type list struct {
	marker     marker
	from, upTo int // tokens of the last marker
}

// marker is what stands before an item of a list; zero is none.
type marker struct {
	value  int
	letter bool // "a."
	bullet bool // "• 9."
	after  byte // ")" for ")", "." for ".", "]" for ".)"
}

// markerAt reads the marker at token i and how many tokens it takes.
func (v *view) markerAt(i int) (m marker, n int) {
	j := i
	if v.shape(j) == extract.Symbol || v.shape(j) == extract.Dash {
		switch v.word(j) {
		case "•", "⁃", "-", "–", "*", "·", "▪", "◦", "‣", "●":
			m.bullet = true
			j++
		default:
			return marker{}, 0
		}
	}
	w := v.word(j)
	if n := len(w); n > 0 && w[n-1] == '.' {
		m.after = '.'
		w = w[:n-1]
	}
	switch {
	case len(w) == 1 && 'a' <= w[0] && w[0] <= 'z':
		m.letter, m.value = true, int(w[0]-'a'+1)
	case len(w) > 0 && len(w) < 3 && '0' <= w[0] && w[0] <= '9':
		m.value, _ = strconv.Atoi(w)
	}
	if m.value == 0 {
		return marker{}, 0
	}
	j++
	glued := func() bool { return j < len(v.toks) && v.toks[j].Start == v.toks[j-1].End }
	if m.after == 0 && v.shape(j) == extract.FullStop && glued() {
		m.after = '.'
		j++
	}
	if v.word(j) == ")" && glued() {
		if m.after == '.' {
			m.after = ']'
		} else {
			m.after = ')'
		}
		j++
	}
	if m.after == 0 || j >= len(v.toks) || v.toks[j].Start == v.toks[j-1].End {
		return marker{}, 0
	}
	return m, j - i
}

// enter looks for a marker at the start of the block.
func (l *list) enter(v *view) {
	*l = list{}
	if m, n := v.markerAt(0); n > 0 {
		l.marker, l.upTo = m, n
	}
}

func (l *list) decide(v *view, i int) verdict {
	if l.upTo == 0 {
		return undecided
	}
	if i >= l.from && i < l.upTo {
		return no
	}
	m, n := v.markerAt(i + 1)
	if n == 0 || m.value != l.marker.value+1 || m.letter != l.marker.letter || m.bullet != l.marker.bullet || m.after != l.marker.after || !v.gap.blank {
		return undecided
	}
	l.marker, l.from, l.upTo = m, i+1, i+1+n
	return yes
}
