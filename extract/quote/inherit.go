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
	var told phrase // who speaks or acts in the sentence before, of the same block
	for fi, f := range v.frames {
		block := v.items[f.lo].block
		if fi > 0 && v.items[v.frames[fi-1].lo].block != block {
			told = phrase{}
		}
		whole := f.hi-f.lo == 1 || v.onlyMarks(f)
		if announced >= 0 && v.doc.Blocks[block].Kind == extract.BlockQuote && !v.hasMarks(f) {
			if n := len(added) - 1; n >= 0 && added[n].exact && v.items[added[n].parts[0][0]].block == block {
				added[n].parts[0][1] = f.hi
				continue
			}
			r := report{parts: [][2]int{{f.lo, f.hi}}, exact: true}
			r.take(&reports[announced], "block-quote", 0.85)
			added = append(added, r)
			continue
		}
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
			case v.signature(i, f, &r):
			case i == f.lo && whole && told.ok() && lastBlock != block:
				r.speaker, r.rule, r.sure, r.kind = told, "sentence-before", 0.6, "say"
			case i == f.lo && (v.marked[m].Continues || whole) && last >= 0 && block-lastBlock <= 1:
				r.take(at(reports, added, last), "next-paragraph", 0.6)
			default:
				if s := v.clauseSubject(i, f.lo); s.ok() {
					r.speaker, r.rule, r.sure = s, "clause-subject", 0.4
				}
			}
			if (r.rule == "free" && !whole || r.rule == "clause-subject") && v.scare(i, f.hi, r.rule == "free") != "" {
				continue
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
		if !whole {
			told = phrase{}
			if ends[fi] > from && reports[from].speaker.ok() && speaking(reports[from].kind) {
				told = reports[from].speaker
			} else if !v.hasMarks(f) {
				told = v.clauseSubject(f.hi, f.lo)
			}
		}
		for ; from < ends[fi]; from++ {
			if reports[from].pending {
				announced = from
			}
		}
	}
	return append(reports, added...)
}

// signature reads who is named after a dash behind the marks: “We won.” — Ann
// Smith.
func (v *view) signature(i int, f frame, r *report) bool {
	j := i + 1
	if j < f.hi && !v.dash(j) {
		return false
	}
	if j >= f.hi && (j >= len(v.items) || !v.dash(j) || v.items[j].block-v.items[i].block > 1) {
		return false
	}
	hi := min(len(v.items), j+12)
	p := v.coreAt(j+1, hi)
	if !p.ok() || v.items[p.lo].name < 0 || v.items[p.lo].block != v.items[j].block {
		return false
	}
	if p.hi < hi && v.items[p.hi].tag != extract.Punct && v.items[p.hi].block == v.items[j].block {
		return false
	}
	r.speaker, r.rule, r.sure, r.kind = p, "signature", 0.9, "say"
	return true
}

// clauseSubject is the subject of the clause around the marked stretch at item
// i: of the nearest verb of saying before it, else of the first verb.
func (v *view) clauseSubject(i, lo int) phrase {
	var first phrase
	for k := i - 1; k >= lo && k > i-reach; k-- {
		it := &v.items[k]
		if it.quoted() || !it.finite() || it.tag == extract.MD {
			continue
		}
		g := v.groupAt(k, lo)
		s := v.subjectOf(g, lo, 0)
		if s.ok() && v.speaks(s) {
			if it.isCue && speaking(it.cue.kind) {
				return s
			}
			first = s
		}
		k = g.lo
	}
	return first
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

// speaking says whether a cue's kind is of saying, and not of thinking or
// judging.
func speaking(kind string) bool {
	switch kind {
	case "think", "show", "judge", "call":
		return false
	}
	return true
}

// listed says whether a report without marks is speech. Thoughts and judgements
// are not listed, and neither is what somebody wrote where that is a thing
// ("published a book"). What is denied, demanded or promised is, thing or clause
// ("called for a vote"): reported speech .709 -> .732 on 340 articles.
func listed(r *report) bool {
	if r.kind == "write" && (r.rule == "object" || r.rule == "preposition") {
		return false
	}
	return speaking(r.kind) && r.speaker.ok()
}
