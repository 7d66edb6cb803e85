package quote

import "github.com/quoth/quoth/extract"

// inherit gives the marked stretches that no report holds one of their own:
// from an attribution that announces them, from the run of quotations they
// stand in, from the clause around them.
func (v *view) inherit(reports []report, ends []int) []report {
	own := v.owners(reports)
	var added []report
	last := -1 // report that spoke last in marks, in this block or the one before
	lastBlock := int32(-1)
	announced := -1 // report that announces what follows
	from := 0
	for fi, f := range v.frames {
		block := v.items[f.lo].block
		whole := f.hi-f.lo == 1 || v.onlyMarks(f)
		for i := f.lo; i < f.hi; i++ {
			m := v.items[i].mark
			if m < 0 {
				continue
			}
			if own[m] >= 0 {
				last, lastBlock = own[m], block
				continue
			}
			r := report{parts: [][2]int{{i, i + 1}}, rule: "free", sure: 0.3}
			switch {
			case announced >= 0:
				r.take(&reports[announced], "announced", 0.85)
			case i == f.lo && last >= 0 && lastBlock == block:
				r.take(at(reports, added, last), "continued", 0.9)
			case i == f.lo && v.nextInRun(fi, own) >= 0:
				r.take(&reports[v.nextInRun(fi, own)], "run-before", 0.85)
			case i == f.lo && (v.marked[m].Continues || whole) && last >= 0 && block-lastBlock <= 1:
				r.take(at(reports, added, last), "next-paragraph", 0.6)
			default:
				if s := v.governing(i-1, f.lo, 0); i > f.lo && s.ok() && v.speaks(s) {
					r.speaker, r.rule, r.sure = s, "clause-subject", 0.4
				}
			}
			added = append(added, r)
			if r.speaker.ok() && (i == f.lo || announced >= 0) {
				last, lastBlock = len(reports)+len(added)-1, block
			}
		}
		if !v.hasMarks(f) {
			announced = -1
		} else if fi+1 < len(v.frames) && v.items[v.frames[fi+1].lo].block != block {
			announced = -1
		}
		for ; from < ends[fi]; from++ {
			if reports[from].pending {
				announced = from
			}
		}
	}
	return append(reports, added...)
}

func at(reports, added []report, i int) *report {
	if i < len(reports) {
		return &reports[i]
	}
	return &added[i-len(reports)]
}

func (r *report) take(from *report, rule string, sure float64) {
	r.speaker, r.rule = from.speaker, rule
	r.sure = min(sure, from.sure)
	r.kind = from.kind
}

func (v *view) hasMarks(f frame) bool {
	for i := f.lo; i < f.hi; i++ {
		if v.items[i].quoted() {
			return true
		}
	}
	return false
}

// onlyMarks says whether a frame holds marked stretches and punctuation alone.
func (v *view) onlyMarks(f frame) bool {
	for i := f.lo; i < f.hi; i++ {
		if !v.items[i].quoted() && v.items[i].tag != extract.Punct {
			return false
		}
	}
	return true
}

// nextInRun is the report of the next marked stretch of the block, where
// nothing but marked stretches stands before it; -1 for none.
func (v *view) nextInRun(fi int, own []int) int {
	block := v.items[v.frames[fi].lo].block
	for k := fi; k < len(v.frames) && k < fi+8; k++ {
		f := v.frames[k]
		if v.items[f.lo].block != block || !v.items[f.lo].quoted() {
			return -1
		}
		if o := own[v.items[f.lo].mark]; o >= 0 {
			return o
		}
		if !v.onlyMarks(f) {
			return -1
		}
	}
	return -1
}

// keepIndirect says whether a report without marks is speech: thoughts and
// judgements are not listed.
func keepIndirect(r *report) bool {
	switch r.kind {
	case "think", "show", "judge", "call":
		return false
	}
	return r.speaker.ok() && r.rule != "preposition" && r.rule != "object"
}
