package quote

import (
	"sort"

	"github.com/quoth/quoth/extract"
)

// leastAlone is how many reports of one person's words make a text that has no
// other's.
const leastAlone = 3

// frameOf is the frame of item i.
func (h *heirs) frameOf(i int) frame {
	k := sort.Search(len(h.frames), func(k int) bool { return h.frames[k].hi > i })
	return h.frames[k]
}

// only is who alone speaks in marks in the text, as far as verbs of saying tell;
// none where several do, or few of its reports are of anybody.
func (h *heirs) only() phrase {
	if h.sought {
		return h.sole
	}
	h.sought = true
	times, of := 0, ""
	for _, r := range h.own {
		if r < 0 || r >= len(h.reports) || !h.reports[r].speaker.ok() || !speaking(h.reports[r].kind) {
			continue
		}
		p := h.reports[r].speaker
		it := &h.items[p.head]
		switch {
		case it.tag == extract.PRP || it.name < 0:
			continue
		case of == "":
			of, h.sole = it.low, p
		case of != it.low:
			h.sole = phrase{}
			return h.sole
		}
		times++
	}
	if times < leastAlone {
		h.sole = phrase{}
	}
	return h.sole
}
