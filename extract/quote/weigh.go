package quote

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/quoth/quoth/extract"
)

//go:embed data/heirs.txt
var weightData string

// weights are the model of choices: features with what each adds.
var weights = sync.OnceValue(func() map[string]float64 {
	m := make(map[string]float64, 2000)
	for line := range strings.Lines(weightData) {
		if name, value, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok && name[0] != '#' {
			m[name], _ = strconv.ParseFloat(value, 64)
		}
	}
	return m
})

// weigh sets how likely each choice is.
func (c *choosing) weigh() {
	list, model := c.list, weights()
	var shared [someone + 1]float64
	for k := range shared {
		shared[k] = c.room.facts.sum(model, choiceKind(k).lead(), c.around)
	}
	most := math.Inf(-1)
	for k := range list {
		o := &list[k]
		o.sure = shared[o.kind] + c.room.facts.sum(model, "", o.own)
		most = max(most, o.sure)
	}
	sum := 0.0
	for k := range list {
		list[k].sure = math.Exp(list[k].sure - most)
		sum += list[k].sure
	}
	for k := range list {
		list[k].sure /= sum
	}
}

// choose makes c the speaker of r.
func (r *report) choose(c *choice) {
	r.speaker, r.rule, r.kind, r.sure = c.speaker, c.sources[0], "say", c.sure
	if c.from != nil {
		r.kind = c.from.kind
	}
}

// What the model must say, for a stretch to be no quotation, and for its
// likeliest speaker to be named rather than left open: at least this share of
// what it gives to a speaker whom the text does not tell. On texts not seen, of
// what is kept 80 in 100 are said (of what a share higher by .04 keeps more,
// half is said, and in other texts than news more terms stand in marks), and of those
// named 7 in 10 are right, between the shares 1 and 0.6 still 4 in 10.
const (
	MostUnsaid = 0.398
	LeastShare = 0.6
)

// choose fills r in with the likeliest choice; ok is false where nobody said it.
func (h *heirs) choose(r report, c choosing) (report, bool) {
	if i := r.parts[0][0]; h.added >= 0 && h.announced < 0 && h.sentence(i) && h.frameOf(i).lo == i {
		r.take(&h.reports[h.added], "sentence-before") // Smith said it was late. “…”
		return r, true
	}
	c.weigh()
	list := c.list
	if list[unsaid].sure > MostUnsaid && !h.sentence(r.parts[0][0]) && !h.voiced(r.parts[0][0]) {
		return r, false
	}
	best := int(unknown)
	for k := range list {
		if list[k].kind == someone && (best == int(unknown) || list[k].sure > list[best].sure) {
			best = k
		}
	}
	if o := &list[best]; o.kind == unknown || o.sure < LeastShare*list[unknown].sure {
		r.sure = 1 - list[unsaid].sure
		if i := r.parts[0][0]; h.sentence(i) && h.onlyMarks(h.frameOf(i)) {
			if p := h.only(); p.ok() {
				r.speaker, r.rule, r.kind = p, "only", "say"
			}
		}
		return r, true
	}
	r.choose(&list[best])
	return r, true
}

// sentence says whether the marked stretch at item i stands alone and has more
// than a word, or is long: no term does, and no term is.
func (v *view) sentence(i int) bool {
	before, after := i == 0 || v.items[i].first || v.cutsBefore(i), i+1 == len(v.items) || v.cutsBefore(i+1)
	in := trimmed(v.text, v.marked[v.items[i].mark].In)
	n := strings.Count(in.Of(v.text), " ")
	return n > 0 && before && after || n > 5
}

// voiced says whether the marked stretch at item i is what a crowd was heard by:
// cries of “Shame” and “Out”, or what somebody utters: used the phrase “late boat”.
func (v *view) voiced(i int) bool {
	for i > 2 && (v.items[i-1].tag == extract.CC || v.items[i-1].is(",")) && v.items[i-2].quoted() {
		i -= 2
	}
	if i < 2 || v.items[i-1].quoted() || v.items[i-2].quoted() {
		return false
	}
	return v.items[i-1].is("of") && voices[v.items[i-2].low] || v.items[i-1].has(coverTerm) && utters(v.text[max(0, int(v.items[i].Start)-60):v.items[i].Start])
}

// Option is a choice of who said a marked stretch, for training.
type Option struct {
	Speaker  extract.Span // zero for the first two
	Features []string
}

// Options calls yield for each marked stretch of d that the model decides, with
// its span without marks and what it may be: said by nobody, by one whom the
// text does not tell, by a speaker. keep says which of them is taken.
func Options(d *extract.Document, keep func(extract.Span, []Option) int) {
	v, reports, ends := read(d, transcript(d.Text(), d.Blocks))
	defer v.release()
	v.inheritBy(reports, ends, func(h *heirs, r report, c choosing) (report, bool) {
		list := c.list
		options := make([]Option, len(list))
		for k, o := range list {
			options[k].Features = c.room.facts.list(c.room.facts.list(nil, o.kind.lead(), c.around), "", o.own)
			if o.kind == someone {
				options[k].Speaker = v.span(o.speaker.lo, o.speaker.hi)
			}
		}
		k := keep(trimmed(v.text, v.marked[v.items[r.parts[0][0]].mark].In), options)
		if list[k].kind == someone {
			r.choose(&list[k])
		}
		return r, k != int(unsaid)
	})
}
