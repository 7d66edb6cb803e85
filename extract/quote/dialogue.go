package quote

import "strings"

// line is a block that is one line of a dialogue: “No,” said Smith.
type line struct {
	block  int32
	report int
}

// Bounds of a line of dialogue, in words: of what is said, and around it.
const (
	longestLine = 25
	longestTag  = 5
)

// alternates is the report whose speaker says the block that begins with frame
// fi and stands in marks alone: that of the line before the last, where two
// talk by turns. It is -1 where they do not.
func (h *heirs) alternates(fi int) int {
	block := h.blockOf(h.frames[fi])
	if h.lines[1].block != block-1 || !h.isLine(fi) {
		return -1
	}
	if h.lines[0].block != block-2 {
		return h.repliesTo(h.lines[1])
	}
	a, b := h.reports[h.lines[0].report].speaker, h.reports[h.lines[1].report].speaker
	if h.items[a.head].low == h.items[b.head].low {
		return -1
	}
	return h.lines[0].report
}

// repliesTo is the report of the one who spoke last before the reporter did in
// line l, in marks: “Have you been there?” I ask. “Why?” It is -1 for none.
func (h *heirs) repliesTo(l line) int {
	if h.items[h.reports[l.report].speaker.head].low != "i" || h.other < 0 || h.otherIn < l.block-nearLines {
		return -1
	}
	return h.other
}

// nearLines is how many blocks before the reporter's question whoever answers it
// spoke last.
const nearLines = 3

// spoke notes that report n holds words in marks in a block.
func (h *heirs) spoke(n int, block int32) {
	h.said, h.saidIn = n, block
	if s := h.reports[n].speaker; s.ok() && h.items[s.head].low != "i" {
		h.other, h.otherIn = n, block
	}
}

// noteLine notes who speaks the block that begins with frame fi.
func (h *heirs) noteLine(fi, report int) {
	block := h.blockOf(h.frames[fi])
	if h.lines[1].block == block || !h.reports[report].speaker.ok() || !h.isLine(fi) {
		return
	}
	h.lines = [2]line{h.lines[1], {block, report}}
}

// isLine says whether a block begins with frame fi and is a line of dialogue.
func (h *heirs) isLine(fi int) bool {
	f := h.frames[fi]
	block := h.blockOf(f)
	if fi > 0 && h.blockOf(h.frames[fi-1]) == block || !h.items[f.lo].quoted() {
		return false
	}
	said, around := 0, 0
	for i := f.lo; i < len(h.items) && h.items[i].block == block && around <= longestTag && said <= longestLine; i++ {
		switch it := &h.items[i]; {
		case it.quoted():
			m := &h.marked[it.mark]
			if !m.Closed {
				return false
			}
			said += 1 + strings.Count(trimmed(h.text, m.In).Of(h.text), " ")
		case it.low != "" && (it.low[0] >= 'a' || it.low[0] >= '0' && it.low[0] <= '9'):
			around++
		}
	}
	return said <= longestLine && around <= longestTag
}
