package name

import (
	"slices"

	"github.com/quoth/quoth/internal/model"
)

// run is a row of words with capitals, with small words such as "of" between
// them: "Harwick and Penmarrow Railway". What it begins and ends with, and what
// stands around it, tells of names that are longer than a token's features reach.
type run struct {
	from, to int // tokens
	s        *sent
}

// longRun is the length of what is no name but a line with capitals.
const longRun = 12

// findRuns finds the runs of sentences that are not all in capitals.
func (r *reader) findRuns() {
	r.runs = r.runs[:0]
	r.run = blank(r.run, len(r.ids))
	for k := range r.sents {
		s := &r.sents[k]
		if s.shouted || s.titled {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if !r.words[r.ids[i]].capital {
				continue
			}
			end := i + 1
			for j := i + 1; j < s.to; j++ {
				w := &r.words[r.ids[j]]
				if w.capital || w.digits {
					end = j + 1
				} else if j > end || !joins(w) {
					break
				}
			}
			if end-i > 1 && end-i <= longRun {
				for j := i; j < end; j++ {
					r.run[j] = int32(len(r.runs))
				}
				r.runs = append(r.runs, run{i, end, s})
			}
			i = end - 1
		}
	}
}

// joins says whether a word may stand within a name.
func joins(w *word) bool { return slices.Contains(joining[:], w.exact) }

var joining = [...]uint64{model.Hash("and"), model.Hash("of"), model.Hash("the"), model.Hash("for"), model.Hash("&")}

// inRun appends what the run of token i says.
func (r *reader) inRun(dst []uint32, i int) []uint32 {
	k := r.run[i]
	if k == none {
		return dst
	}
	x := &r.runs[k]
	first, last := &r.words[r.ids[x.from]], &r.words[r.ids[x.to-1]]
	at := uint64(min(i-x.from, 3))<<2 | uint64(min(x.to-1-i, 3))
	before, after := &edge, &edge
	if x.from > x.s.from {
		before = &r.words[r.ids[x.from-1]]
	}
	if x.to < x.s.to {
		after = &r.words[r.ids[x.to]]
	}
	return append(dst,
		joint(20, model.Mix(last.lower, uint64(min(x.to-1-i, 1)))),
		joint(21, uint64(last.cluster)<<8|at),
		joint(22, model.Mix(first.lower, uint64(min(i-x.from, 1)))),
		joint(23, at),
		joint(24, model.Mix(before.lower, at)),
		joint(25, model.Mix(after.lower, at)),
		joint(26, model.Mix(uint64(first.traits), uint64(last.traits))))
}
