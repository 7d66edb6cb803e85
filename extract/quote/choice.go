package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// A choice is what a marked stretch may be that no cue holds: words of the one
// that a source points at, words of nobody whom the text tells, or no words of
// anybody (a term held at arm's length). The model weighs what speaks for each.
type choice struct {
	kind    choiceKind
	speaker phrase
	from    *report // the report that it goes on from; nil for none
	sources []string
	own     row     // facts that the others don't share
	sure    float64 // how likely, once weighed
}

type choiceKind uint8

const (
	unsaid  choiceKind = iota // nobody said it
	unknown                   // the text does not tell who
	someone
)

// lead stands before the names of the facts that all choices share.
func (k choiceKind) lead() string { return [...]string{"unsaid ", "unknown ", "said "}[k] }

// choosing is what one marked stretch may be.
type choosing struct {
	*heirs
	list   []choice // the first two are unsaid and unknown
	around row      // facts that all share
}

// choices is what the marked stretch at item i of frame fi may be. It holds until
// the next is asked for.
func (h *heirs) choices(fi, i int, whole bool) choosing {
	f := h.frames[fi]
	block := h.blockOf(f)
	c := choosing{heirs: h, list: append(h.room.choices[:0], choice{kind: unsaid}, choice{kind: unknown})}
	c.last("announced", h.announced)
	c.last("elsewhere", h.elsewhere(i))
	c.add("after-marks", h.tailSubject(i, f), nil)
	near, cue, first := h.subjects(i, f.lo)
	c.add("clause-subject", cue, nil)
	c.add("clause-verb", near, nil)
	c.add("clause-first", first, nil)
	owner, source := h.ownerBefore(i, f.lo)
	c.add(source, owner, nil)
	c.add("by", h.byPhrase(i, f.hi), nil)
	if h.saidIn == block {
		c.last("mid-sentence", h.said)
	} else {
		c.add("sentence-before", h.told, nil)
		if block-h.saidIn <= 1 {
			c.last("next-paragraph", h.said)
		}
	}
	if i == f.lo {
		c.add("paragraph-before", h.toldBefore, nil)
	}
	if fi+1 < len(h.ends) && h.blockOf(h.frames[fi+1])-block <= 1 && h.ends[fi] < h.ends[fi+1] {
		c.add("next-said", h.reports[h.ends[fi]].speaker, nil)
	}
	h.room.choices = c.list
	c.describe(fi, i, whole)
	return c
}

// add notes that a source points at a speaker.
func (c *choosing) add(source string, p phrase, from *report) {
	if !p.ok() || !c.speaks(p) || c.expletive(p) || strings.HasPrefix(source, "clause-") && c.mute(p) {
		return
	}
	for k := range c.list {
		if o := &c.list[k]; o.kind == someone && o.speaker.head == p.head {
			o.sources = append(o.sources, source)
			return
		}
	}
	c.list = append(c.list, choice{kind: someone, speaker: p, from: from, sources: []string{source}})
}

// last notes that a source points at who spoke in report n; -1 for none.
func (c *choosing) last(source string, n int) {
	if n >= 0 {
		c.add(source, c.reports[n].speaker, &c.reports[n])
	}
}

// expletive says whether a phrase is the "it" of It is hard because “people are,” or a
// thing held in marks.
func (v *view) expletive(p phrase) bool {
	if s := v.span(p.lo, p.hi); v.items[p.head].name < 0 && strings.ContainsAny(s.Of(v.text), "“\"‘") {
		return true // the so-called “smart home” has a “panic room”
	}
	if !v.items[p.head].is("it") || p.hi >= len(v.items) {
		return false
	}
	switch v.items[p.hi].low {
	case "is", "was", "'s", "’s", "may", "might", "will", "would", "has", "seems", "takes", "took":
		return true
	}
	return false
}

// ownerBefore is whose the last thing before the marked stretch at item i is:
// "her remark that", "Smith’s". source tells a noun of saying from others.
func (v *view) ownerBefore(i, lo int) (p phrase, source string) {
	source = "owner"
	for k := i - 1; k > lo && k > i-8; k-- {
		it := &v.items[k]
		if it.quoted() || it.is(",") {
			break
		}
		if it.has(sayingNoun) {
			source = "saying"
		}
		if it.tag == extract.PRPS || it.tag == extract.POS {
			return v.owner(k+1, lo), source
		}
	}
	return phrase{}, source
}

// subjects are the subjects of the nearest verb before item i, of the nearest
// verb of saying and of the first verb of its frame.
func (v *view) subjects(i, lo int) (near, cue, first phrase) {
	for k := i - 1; k >= lo && k > i-reach; k-- {
		it := &v.items[k]
		if it.quoted() || !it.finite() || it.tag == extract.MD {
			continue
		}
		g := v.groupAt(k, lo)
		if s := v.subjectOf(g, lo, 0); s.ok() && v.speaks(s) {
			if !near.ok() {
				near = s
			}
			if !cue.ok() && it.isCue && speaking(it.cue.kind) {
				cue = s
			}
			first = s
		}
		k = g.lo
	}
	return near, cue, first
}

// byPhrase is who is named by "by" soon after the marked stretch at item i.
func (v *view) byPhrase(i, hi int) phrase {
	for k := i + 1; k+1 < hi && k < i+5; k++ {
		if v.items[k].is("by") {
			return v.phraseAt(k+1, hi)
		}
		if v.items[k].quoted() || v.items[k].finite() {
			break
		}
	}
	return phrase{}
}

// describe writes the facts: what the stretch looks like and what stands around
// it, together with what is chosen and where it comes from.
func (c *choosing) describe(fi, i int, whole bool) {
	f, to := c.frames[fi], &c.room.facts
	to.reset()
	m := &c.marked[c.items[i].mark]
	in := m.In.Of(c.text)
	place := "mid"
	switch {
	case whole && c.alone(fi):
		place = "block"
	case whole:
		place = "whole"
	case i == f.lo:
		place = "first"
	case i == f.hi-1 || i == f.hi-2 && c.items[i+1].tag == extract.Punct:
		place = "last"
	}
	words := wordCount(in)
	length := lengthClass(words)
	end := "\x00"
	if k := strings.IndexByte(",.?!", c.lastByte(&c.items[i])); k >= 0 {
		end = ",.?!"[k : k+1]
	}
	before, word := c.kindAround(i-1, f)
	after, _ := c.kindAround(i+1, f)
	to.add("bias")
	to.add("len=", length)
	to.add("place=", place)
	to.add("end=", end)
	to.add("before=", before)
	to.add("after=", after)
	to.add("word=", word)
	to.add("len,place=", length, place)
	to.add("len,before=", length, before)
	to.add("len,end=", length, end)
	to.add("before,after=", before, after)
	to.add("len,after=", length, after)
	if m.Style == Single {
		to.add("single")
		to.add("single,len=", length)
	}
	if m.Block == 0 || c.kindOf(m.Block) == extract.Heading {
		to.add("head")
		to.add("head,place=", place)
	}
	if words > 1 && titleCase(strings.Fields(in)) {
		to.add("title")
		to.add("title,before=", before)
	}
	if c.scare(i, f.hi) {
		to.add("scare")
	}
	if row := c.rowBefore(i, f.lo); row != "" {
		to.add("row=", row)
		to.add("row=", row, ",len=", length)
	}
	if !m.Closed {
		to.add("open")
	}
	if upper(c.text[m.In.Start]) {
		to.add("upper")
		to.add("upper,before=", before)
	}
	if m.Continues {
		to.add("continues")
	}
	if c.announced >= 0 {
		to.add("announced")
		to.add("announced,place=", place)
	}
	verb := c.verbBefore(i, f.lo)
	to.add("verb=", verb)
	to.add("len,verb=", length, verb)
	known := digits[min(len(c.list)-2, 3)]
	to.add("known=", known)
	c.around = to.since(0)
	for k := range c.list {
		o := &c.list[k]
		n := len(to.ends)
		if o.kind == someone {
			kind := c.headKind(o.speaker)
			to.add("kind=", kind)
			to.add("sources=", digits[min(len(o.sources), 3)])
			for _, s := range o.sources {
				to.add(s)
				to.add(s, " kind=", kind)
				to.add(s, " len=", length)
				to.add(s, " place=", place)
				to.add(s, " end=", end)
				to.add(s, " verb=", verb)
				to.add(s, " before=", before)
				to.add(s, " known=", known)
			}
			if o.from != nil && o.from.rule != "" {
				to.add("from=", o.from.rule)
			}
		}
		o.own = to.since(n)
	}
}

var digits = [...]string{"0", "1", "2", "3"}

// rowBefore says of a marked stretch that stands in a row with the one before it
// ("“low,” “slow” and “late”") whether that one was said; "" where it begins one.
func (h *heirs) rowBefore(i, lo int) string {
	k := i - 1
	if k > lo && h.items[k].tag == extract.CC {
		k--
	}
	if k > lo && h.items[k].is(",") {
		k--
	}
	switch {
	case k < lo || !h.items[k].quoted():
		return ""
	case h.marked[h.items[k].mark].NotSaid != "":
		return "unsaid"
	}
	return "said"
}

func lengthClass(n int) string {
	switch {
	case n < 2:
		return "1"
	case n < 4:
		return "3"
	case n < 6:
		return "5"
	case n < 11:
		return "10"
	}
	return "more"
}

// kindAround is the kind of item k and, where it is a small word, the word.
func (h *heirs) kindAround(k int, f frame) (kind, word string) {
	if k < f.lo || k >= f.hi {
		return "edge", ""
	}
	switch it := &h.items[k]; {
	case it.quoted():
		return "marks", ""
	case it.isCue && it.tag.Verb():
		return "cue " + it.cue.kind, it.low
	case it.name >= 0:
		return "name", ""
	case it.tag == extract.Punct:
		return it.low, ""
	case it.tag.Noun():
		return "noun", it.low
	case it.tag.Verb() || it.tag == extract.MD:
		return "verb", it.low
	default:
		return it.tag.String(), it.low
	}
}

// verbBefore is the kind of the nearest finite verb before item i.
func (v *view) verbBefore(i, lo int) string {
	for k := i - 1; k >= lo && k > i-reach/2; k-- {
		switch it := &v.items[k]; {
		case it.quoted():
		case it.isCue && it.tag.Verb():
			return it.cue.kind
		case it.finite() && it.has(auxiliary):
			return "auxiliary"
		case it.finite():
			return "other"
		}
	}
	return "none"
}

// headKind is what sort of words a speaker is.
func (v *view) headKind(p phrase) string {
	h := &v.items[p.head]
	switch {
	case h.name >= 0:
		return v.doc.Mentions[h.name].Type.String()
	case h.tag == extract.PRP:
		return h.low
	case h.has(anonymousHead):
		return "anonymous"
	case h.has(personHead | titleWord):
		return "person"
	case h.has(organizationHead):
		return "organization"
	case h.has(documentHead):
		return "document"
	case v.mute(p):
		return "thing"
	case h.tag == extract.NNS || h.tag == extract.NNPS:
		return "plural"
	}
	return "noun"
}
