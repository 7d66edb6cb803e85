package quote

import "github.com/quoth/quoth/extract"

// heirs gives the marked stretches that no report holds one of their own: from
// an attribution that announces them, from the run of quotations they stand in,
// from the clause around them. It walks the frames once.
type heirs struct {
	*view
	pick       func(*heirs, report, choosing) (report, bool)
	reports    []report
	held       *quoted // what reports hold in marks; nil until asked for
	ends       []int   // reports around cues up to the end of each frame
	own        []int   // report that holds each marked stretch, -1 for none
	said       int     // index of the report that spoke in marks last, -1 for none
	saidIn     int32   // and its block
	other      int     // index of the report of another than the reporter that did, -1 for none
	otherIn    int32   // and its block
	announced  int     // index of the report that announces what follows, -1 for none
	added      int     // index of the report without marks in the sentence before, of the same block, -1 for none
	told       phrase  // who speaks or acts in the sentence before, of the same block
	toldBefore phrase  // told, at the end of the block before
	lines      [2]line // of a dialogue, the last two
	guest      phrase  // who is interviewed, once asked for
	asked      bool
	sole       phrase // see only
	sought     bool
}

// inherit appends the reports of the stretches that none of reports holds;
// ends[i] is the number of reports up to the end of frame i.
func (v *view) inherit(reports []report, ends []int) []report {
	return v.inheritBy(reports, ends, (*heirs).choose)
}

func (v *view) inheritBy(reports []report, ends []int, choose func(*heirs, report, choosing) (report, bool)) []report {
	h := heirs{view: v, pick: choose, ends: ends, reports: reports, own: v.owners(reports), said: -1, saidIn: -1, other: -1, announced: -1, added: -1, lines: [2]line{{block: -9}, {block: -9}}}
	from := 0
	for i, f := range v.frames {
		if i > 0 && v.blockOf(v.frames[i-1]) != v.blockOf(f) {
			h.told, h.toldBefore, h.added = phrase{}, h.told, -1
		}
		if !h.blockQuote(f) {
			h.frame(i, f)
			h.leave(i, f, from, ends[i])
		}
		from = ends[i]
	}
	v.room.reports = h.reports
	return h.reports
}

func (v *view) blockOf(f frame) int32 { return v.items[f.lo].block }

// blockQuote reads a frame of a block quote that was announced: said, if
// without marks. It is one quotation from end to end.
func (h *heirs) blockQuote(f frame) bool {
	block := h.blockOf(f)
	if h.announced < 0 || h.kindOf(block) != extract.BlockQuote || h.hasMarks(f) {
		return false
	}
	if last := &h.reports[len(h.reports)-1]; last.exact && h.items[last.parts[0][0]].block == block {
		last.parts[0][1] = f.hi
		return true
	}
	r := report{parts: [][2]int{{f.lo, f.hi}}, exact: true}
	r.take(&h.reports[h.announced], "block-quote")
	h.reports = append(h.reports, r)
	return true
}

// frame gives the stretches of a frame their reports.
func (h *heirs) frame(fi int, f frame) {
	block := h.blockOf(f)
	whole := h.onlyMarks(f)
	for i := f.lo; i < f.hi; i++ {
		m := h.items[i].mark
		if m < 0 {
			continue
		}
		if h.own[m] >= 0 {
			h.spoke(h.own[m], block)
			if i == f.lo {
				h.noteLine(fi, h.said)
			}
			continue
		}
		r, ok := h.heir(fi, i, whole)
		if !ok {
			h.marked[m].NotSaid = "model"
			continue
		}
		h.reports = append(h.reports, r)
		if r.speaker.ok() && (i == f.lo || h.announced >= 0) {
			h.spoke(len(h.reports)-1, block)
			if i == f.lo {
				h.noteLine(fi, h.said)
			}
		}
	}
}

// heir is the report of the marked stretch at item i, in the frame fi that may
// hold nothing else; ok is false where nobody said it. What stands in a run of
// quotations or is signed needs no model.
func (h *heirs) heir(fi, i int, whole bool) (r report, ok bool) {
	f := h.frames[fi]
	r = report{parts: [][2]int{{i, i + 1}}, rule: "free"}
	if p := h.came(i, f); p.ok() {
		r.speaker, r.rule, r.kind = p, "after-marks", "say"
		return r, true
	}
	if i == f.lo && h.announced < 0 {
		if h.said >= 0 && h.saidIn == h.blockOf(f) {
			from := h.said
			if p, before := h.told, h.reports[from].speaker; p.ok() && h.added < 0 && h.personAt(p.head) && h.items[before.head].name >= 0 && h.body(before) {
				r.speaker, r.rule, r.kind = p, "sentence-before", "say" // The centre called it “high.” Ann Smith says people misread that. “…”
				return r, true
			}
			if h.added >= 0 {
				from = h.added // “…,” Smith said. He said it was late. “…”
			}
			r.take(&h.reports[from], "continued")
			return r, true
		}
		if next := h.nextInRun(fi); next >= 0 {
			r.take(&h.reports[next], "run-before")
			return r, true
		}
	}
	if h.signature(i, f, &r) {
		return r, true
	}
	if p := h.headed(i, f); p.ok() {
		r.speaker, r.rule, r.kind = p, "headline", "say"
		return r, true
	}
	if i == f.lo && whole && h.announced < 0 {
		if n := h.alternates(fi); n >= 0 {
			r.take(&h.reports[n], "alternates")
			return r, true
		}
		if p := h.answers(fi); p.ok() {
			r.speaker, r.rule, r.kind = p, "interview", "say"
			return r, true
		}
	}
	return h.pick(h, r, h.choices(fi, i, whole))
}

// came is from whom the words of the marked stretch at item i came: “Call the
// roll,” came shouts from the crowd.
func (v *view) came(i int, f frame) phrase {
	j := i + 1
	if j < f.hi && v.items[j].is(",") {
		j++
	}
	if j+3 < f.hi && (v.items[j].is("was") || v.items[j].is("is")) {
		return v.reply(j+1, f.hi)
	}
	if j+3 >= f.hi || !v.items[j].is("came") && !v.items[j].is("comes") {
		return phrase{}
	}
	for k := j + 1; k+1 < f.hi && k < j+5; k++ {
		switch v.items[k].low {
		case "shout", "shouts", "cry", "cries", "call", "calls", "chant", "chants", "reply", "replies", "answer", "response", "voice", "voices", "scream", "screams":
			if v.items[k+1].is("from") && k+2 < f.hi {
				return v.coreAt(k+2, f.hi)
			}
		}
	}
	return phrase{}
}

// reply is whose answer the words from item j on call what stands before them: “No,”
// was | Smith's reply; “No,” was | the answer from the mayor.
func (v *view) reply(j, hi int) phrase {
	for k := j; k < hi && k < j+8 && !v.items[k].quoted(); k++ {
		switch v.items[k].low {
		case "reply", "response", "answer", "retort", "verdict", "reaction", "assessment", "conclusion", "comeback", "warning", "message", "advice":
			if p := v.owner(k, j-1); p.ok() {
				return p
			}
			if k+2 < hi && (v.items[k+1].is("from") || v.items[k+1].is("of")) {
				return v.phraseAt(k+2, hi)
			}
			return phrase{}
		}
	}
	return phrase{}
}

// tailSubject is who does what stands right behind the marked stretch at item
// i, whatever verb that is: “We wait,” remembered Ann Smith; “Wait!” Smith,
// a baker, beamed.
func (v *view) tailSubject(i int, f frame) phrase {
	a := i + 1
	if a < f.hi && v.items[a].is(",") {
		a++
	} else if end := v.lastByte(&v.items[i]); end != ',' && end != '?' && end != '!' {
		return phrase{}
	}
	if a >= f.hi || v.marked[v.items[i].mark].In.Len() < 12 {
		return phrase{}
	}
	if it := &v.items[a]; it.finite() && it.tag != extract.MD && !it.has(auxiliary) {
		if p := v.phraseAt(a+1, f.hi); v.speaks(p) && !v.objectOnly(p.head) {
			return p
		}
		return phrase{}
	}
	p := v.coreAt(a, f.hi)
	if !v.speaks(p) || v.objectOnly(p.head) {
		return phrase{}
	}
	k := p.hi
	if k < f.hi && v.items[k].is(",") {
		if k = v.closingComma(k, f.hi); k == 0 {
			return phrase{}
		}
	}
	for k < f.hi && v.items[k].tag == extract.RB {
		k++
	}
	if k < f.hi && v.items[k].finite() && v.items[k].tag != extract.MD && !v.items[k].has(auxiliary) {
		return p
	}
	return phrase{}
}

// leave notes what a frame, whose own reports are [from, to), tells of the next
// ones.
func (h *heirs) leave(fi int, f frame, from, to int) {
	marks := h.hasMarks(f)
	if !marks || fi+1 < len(h.frames) && h.blockOf(h.frames[fi+1]) != h.blockOf(f) {
		h.announced = -1
	}
	for i := from; i < to; i++ {
		if h.reports[i].pending {
			h.announced = i
		}
	}
	h.added = -1
	for i := from; i < to && !marks; i++ {
		if r := &h.reports[i]; r.speaker.ok() && speaking(r.kind) && !r.within && !r.pending && r.mood == extract.Actual && len(r.parts) > 0 {
			h.added = i
			break
		}
	}
	switch {
	case h.onlyMarks(f):
	case to > from && h.reports[from].speaker.ok() && speaking(h.reports[from].kind):
		h.told = h.reports[from].speaker
	case !marks:
		h.told = h.clauseSubject(f.hi, f.lo)
	default:
		h.told = phrase{}
	}
}

// nextInRun is the report of the next marked stretch of the block, where
// nothing but marked stretches stands before it; -1 for none.
func (h *heirs) nextInRun(fi int) int {
	block := h.blockOf(h.frames[fi])
	for k := fi; k < len(h.frames) && k < fi+8; k++ {
		f := h.frames[k]
		if h.blockOf(f) != block || !h.items[f.lo].quoted() {
			return -1
		}
		if o := h.own[h.items[f.lo].mark]; o >= 0 {
			return o
		}
		if !h.onlyMarks(f) {
			return -1
		}
	}
	return -1
}

func (r *report) take(from *report, rule string) {
	r.speaker, r.rule, r.doubted = from.speaker, rule, from.doubted
	r.kind = from.kind
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
	r.speaker, r.rule, r.kind = p, "signature", "say"
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
		if it.isCue && speaking(it.cue.kind) && k > lo && v.items[k-1].is(",") && v.personAt(k+1) {
			return v.phraseAt(k+1, i) // Probably, says Smith, in May.
		}
		g := v.groupAt(k, lo)
		s := v.subjectOf(g, lo, 0)
		if s.ok() && v.speaks(s) {
			if it.isCue && speaking(it.cue.kind) {
				return s
			}
			if !first.ok() || !v.fronted(lo, first.lo) {
				first = s
			}
		}
		k = g.lo
	}
	for k := i - 1; !first.ok() && k > lo+1 && k > i-reach; k-- {
		if v.items[k].tag == extract.VBN && v.items[k-1].is(",") {
			if s := v.apposed(k-1, lo); s.ok() && v.personAt(s.lo) {
				return s // Smith, for her part, brushed/VBN it aside. “…”
			}
		}
	}
	return first
}

// fronted says whether a clause that leans on the next opens the frame at item lo, up
// to the comma before item i: Asked how they were, | he went quiet.
func (v *view) fronted(lo, i int) bool {
	if i <= lo || !v.items[i-1].is(",") {
		return false
	}
	first := &v.items[lo]
	switch first.low {
	case "asked", "pressed", "questioned", "quizzed":
		return true
	}
	return first.has(subordinator) && first.tag == extract.IN || first.is("when")
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

// alone says whether the frames of the block of frame fi hold nothing but
// marked stretches.
func (h *heirs) alone(fi int) bool {
	block := h.blockOf(h.frames[fi])
	for k := fi; k < len(h.frames) && h.blockOf(h.frames[k]) == block; k++ {
		if k > fi+8 || !h.onlyMarks(h.frames[k]) {
			return false
		}
	}
	return true
}
