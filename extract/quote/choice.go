package quote

import (
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
)

// A choice is what a marked stretch may be that no cue holds: words of the one
// that a source points at, words of nobody whom the text tells, or no words of
// anybody (a term held at arm's length). The model weighs its features.
type choice struct {
	kind     choiceKind
	speaker  phrase
	from     *report // the report that it goes on from; nil for none
	sources  []string
	features []string
	sure     float64 // how likely, once weighed
}

type choiceKind uint8

const (
	unsaid  choiceKind = iota // nobody said it
	unknown                   // the text does not tell who
	someone
)

// choices is what the marked stretch at item i of frame fi may be. The first
// two are unsaid and unknown.
func (h *heirs) choices(fi, i int, whole bool) []choice {
	f := h.frames[fi]
	block := h.blockOf(f)
	list := []choice{{kind: unsaid}, {kind: unknown}}
	add := func(source string, p phrase, from *report) {
		if !p.ok() || !h.speaks(p) || h.expletive(p) || strings.HasPrefix(source, "clause-") && h.mute(p) {
			return
		}
		for k := range list {
			if c := &list[k]; c.kind == someone && c.speaker.head == p.head {
				c.sources = append(c.sources, source)
				return
			}
		}
		list = append(list, choice{kind: someone, speaker: p, from: from, sources: []string{source}})
	}
	last := func(source string, n int) {
		if n >= 0 {
			add(source, h.reports[n].speaker, &h.reports[n])
		}
	}
	last("announced", h.announced)
	last("elsewhere", h.elsewhere(i))
	add("after-marks", h.tailSubject(i, f), nil)
	near, cue, first := h.subjects(i, f.lo)
	add("clause-subject", cue, nil)
	add("clause-verb", near, nil)
	add("clause-first", first, nil)
	owner, source := h.ownerBefore(i, f.lo)
	add(source, owner, nil)
	add("by", h.byPhrase(i, f.hi), nil)
	if h.saidIn == block {
		last("mid-sentence", h.said)
	} else {
		add("sentence-before", h.told, nil)
		if block-h.saidIn <= 1 {
			last("next-paragraph", h.said)
		}
	}
	if i == f.lo {
		add("paragraph-before", h.toldBefore, nil)
	}
	if fi+1 < len(h.ends) && h.blockOf(h.frames[fi+1])-block <= 1 && h.ends[fi] < h.ends[fi+1] {
		add("next-said", h.reports[h.ends[fi]].speaker, nil)
	}
	h.describe(list, fi, i, whole)
	return list
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

// describe writes the features of all choices: what the stretch looks like and
// what stands around it, together with what is chosen and where it comes from.
func (h *heirs) describe(list []choice, fi, i int, whole bool) {
	f := h.frames[fi]
	m := &h.marked[h.items[i].mark]
	in := m.In.Of(h.text)
	words := strings.Fields(in)
	place := "mid"
	switch {
	case whole && h.alone(fi):
		place = "block"
	case whole:
		place = "whole"
	case i == f.lo:
		place = "first"
	case i == f.hi-1 || i == f.hi-2 && h.items[i+1].tag == extract.Punct:
		place = "last"
	}
	length := lengthClass(len(words))
	end := string(rune(0))
	if c := h.lastByte(&h.items[i]); c < 0x80 && strings.IndexByte(",.?!", c) >= 0 {
		end = string(rune(c))
	}
	before, word := h.around(i-1, f)
	after, _ := h.around(i+1, f)
	around := []string{"bias", "len=" + length, "place=" + place, "end=" + end, "before=" + before, "after=" + after, "word=" + word,
		"len,place=" + length + place, "len,before=" + length + before, "len,end=" + length + end, "before,after=" + before + after, "len,after=" + length + after}
	if m.Style == Single {
		around = append(around, "single", "single,len="+length)
	}
	if m.Block == 0 || h.kindOf(m.Block) == extract.Heading {
		around = append(around, "head", "head,place="+place)
	}
	if titleCase(words) && len(words) > 1 {
		around = append(around, "title", "title,before="+before)
	}
	if h.scare(i, f.hi) {
		around = append(around, "scare")
	}
	if row := h.rowBefore(i, f.lo); row != "" {
		around = append(around, "row="+row, "row="+row+",len="+length)
	}
	if !m.Closed {
		around = append(around, "open")
	}
	if upper(h.text[m.In.Start]) {
		around = append(around, "upper", "upper,before="+before)
	}
	if m.Continues {
		around = append(around, "continues")
	}
	if h.announced >= 0 {
		around = append(around, "announced", "announced,place="+place)
	}
	verb := h.verbBefore(i, f.lo)
	around = append(around, "verb="+verb, "len,verb="+length+verb)
	known := strconv.Itoa(min(len(list)-2, 3))
	around = append(around, "known="+known)
	for k := range list {
		c := &list[k]
		who := [...]string{"unsaid ", "unknown ", "said "}[c.kind]
		for _, a := range around {
			c.features = append(c.features, who+a)
		}
		if c.kind != someone {
			continue
		}
		kind := h.headKind(c.speaker)
		c.features = append(c.features, "kind="+kind, "sources="+strconv.Itoa(min(len(c.sources), 3)))
		for _, s := range c.sources {
			c.features = append(c.features, s, s+" kind="+kind, s+" len="+length, s+" place="+place, s+" end="+end, s+" verb="+verb, s+" before="+before, s+" known="+known)
		}
		if c.from != nil && c.from.rule != "" {
			c.features = append(c.features, "from="+c.from.rule)
		}
	}
}

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

// around is the kind of item k and, where it is a small word, the word.
func (h *heirs) around(k int, f frame) (kind, word string) {
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
