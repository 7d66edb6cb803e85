package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// item is a word of the text outside quotation marks, or a whole marked
// stretch.
type item struct {
	extract.Span
	tag   extract.Tag
	low   string
	mark  int32 // index into view.marked; -1 for a word
	name  int32 // index of the mention it belongs to; -1 for none
	class wordClass
	cue   cue
	isCue bool
	first bool // a sentence begins here
	block int32
}

func (it *item) quoted() bool       { return it.mark >= 0 }
func (it *item) is(low string) bool { return it.mark < 0 && it.low == low }
func (it *item) has(c wordClass) bool {
	return it.class&c != 0
}

// finite says whether the item is a verb that a clause can stand on.
func (it *item) finite() bool {
	switch it.tag {
	case extract.VBD, extract.VBZ, extract.VBP, extract.MD:
		return true
	}
	return false
}

// noun says whether a noun phrase can end with the item.
func (it *item) noun() bool {
	if it.quoted() {
		return false
	}
	return it.name >= 0 || it.tag.Noun() || it.tag == extract.PRP || it.tag == extract.CD || it.has(anonymousHead) && it.tag != extract.IN
}

// view is a document as the rules see it: items, cut into frames.
type view struct {
	doc    *extract.Document
	text   string
	marked []Marked
	items  []item
	frames []frame
}

// frame is a run of items with one sentence's grammar: a sentence, but for the
// sentences inside quotation marks.
type frame struct{ lo, hi int }

// newView builds the view of a document. Marked stretches that keep says no to
// are read as words.
func newView(d *extract.Document, marked []Marked, keep func(int) bool) *view {
	v := &view{doc: d, text: d.Text(), marked: marked}
	v.items = make([]item, 0, len(d.Tokens))
	known, class := cues(), classes()
	m, s, b, n := 0, 0, 0, 0
	put := -1
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for m < len(marked) && marked[m].End <= t.Start {
			m++
		}
		for b < len(d.Blocks)-1 && d.Blocks[b].End <= t.Start {
			b++
		}
		for n < len(d.Mentions) && d.Mentions[n].End <= t.Start {
			n++
		}
		first := false
		for s < len(d.Sentences) && d.Sentences[s].Start <= t.Start {
			first = true
			s++
		}
		it := item{Span: t.Span, tag: t.Tag, mark: -1, name: -1, first: first, block: int32(b)}
		if m < len(marked) && marked[m].Start < t.End && marked[m].End > t.Start {
			if keep(m) {
				if put != m {
					put = m
					it.Span, it.tag, it.mark, it.block = marked[m].Span, extract.NoTag, int32(m), marked[m].Block
					v.items = append(v.items, it)
				}
				continue
			}
			if t.End <= marked[m].In.Start || t.Start >= marked[m].In.End {
				continue // the marks themselves
			}
		}
		if last := len(v.items) - 1; v.text[t.Start] == '.' && t.Len() == 1 && last >= 0 && v.items[last].initial(v.text) && v.items[last].End == t.Start && !first {
			v.items[last].End = t.End // "Jill A. Martin" is one name
			continue
		}
		it.low = strings.ToLower(t.Of(v.text))
		if n < len(d.Mentions) && d.Mentions[n].Start < t.End {
			it.name = int32(n)
		}
		it.class = class[it.low]
		it.cue, it.isCue = known[it.low]
		v.items = append(v.items, it)
	}
	v.retag()
	v.cut()
	return v
}

// initial says whether the item is a single capital: "A" of "Jill A. Martin".
func (it *item) initial(text string) bool {
	return !it.quoted() && it.Len() == 1 && 'A' <= text[it.Start] && text[it.Start] <= 'Z' && it.low != "i"
}

// particles are the second words of cues of two words: "went on".
var particles = map[string]bool{"back": true, "for": true, "in": true, "it": true, "on": true, "out": true, "up": true}

// retag mends what taggers get wrong next to marks, where nothing but an
// attribution can stand: “We won,” writes/NNS Smith; “We won,” veteran/VBD
// analyst Smith said; “We won,” the statement read/NN.
func (v *view) retag() {
	for i := range v.items {
		it := &v.items[i]
		if it.has(personHead|titleWord) && it.tag.Verb() {
			it.tag = extract.NN
		}
		if it.tag.Verb() && i+1 < len(v.items) && !v.items[i+1].quoted() && particles[v.items[i+1].low] {
			if c, ok := cues()[it.low+"_"+v.items[i+1].low]; ok {
				it.cue, it.isCue = c, true
				continue
			}
		}
		if !it.isCue || it.tag.Verb() || it.name >= 0 || i == 0 || upper(v.text[it.Start]) {
			continue
		}
		prev := &v.items[i-1]
		switch {
		case it.tag == extract.JJ && it.cue.form > 1 && !v.ing(i) && prev.tag != extract.DT && prev.tag != extract.JJ && i+1 < len(v.items) &&
			(v.items[i+1].name >= 0 || v.items[i+1].tag == extract.PRP || v.items[i+1].is("as") || v.items[i+1].is("that")):
			it.tag = extract.VBD
		case it.cue.form == 1 && v.afterMark(i):
			it.tag = extract.VBZ
		case it.cue.form > 1 && !v.ing(i) && v.afterMark(i):
			it.tag = extract.VBD
		case it.is("read") && prev.noun() && i+1 < len(v.items) && v.items[i+1].tag == extract.Punct:
			it.tag = extract.VBD
		}
	}
}

// afterMark says whether item i follows a marked stretch, or the comma after one.
func (v *view) afterMark(i int) bool {
	if v.items[i-1].is(",") {
		i--
	}
	return i > 0 && v.items[i-1].quoted()
}

// cut finds the frames. The engine's sentences decide, and where a marked
// stretch ends a sentence, what follows it.
func (v *view) cut() {
	lo := 0
	for i := 1; i < len(v.items); i++ {
		if v.cutsBefore(i) {
			v.frames = append(v.frames, frame{lo, i})
			lo = i
		}
	}
	if lo < len(v.items) {
		v.frames = append(v.frames, frame{lo, len(v.items)})
	}
}

func (v *view) cutsBefore(i int) bool {
	it, prev := &v.items[i], &v.items[i-1]
	if it.block != prev.block {
		return true
	}
	if prev.quoted() {
		end := v.lastByte(prev)
		if it.quoted() {
			return end != ','
		}
		if end == ',' {
			return false // “We won,” Smith said, however the engine cuts it
		}
		if end != '.' && end != '?' && end != '!' && !it.first {
			return false
		}
		if it.tag == extract.Punct && it.low != "(" && it.low != "[" {
			return false
		}
		if (end == '?' || end == '!') && v.attributionAt(i) {
			return false
		}
		return upper(v.text[it.Start]) && (it.first || !v.attributionAt(i))
	}
	if it.quoted() && (prev.is(".") || prev.is("?") || prev.is("!")) {
		return true
	}
	return it.first && !v.abbreviated(i-1)
}

// abbreviated says whether the full stop at item i ends no sentence: it belongs
// to "Mr." or an initial, however the engine cuts.
func (v *view) abbreviated(i int) bool {
	it := &v.items[i]
	if it.is(".") && i > 0 && v.items[i-1].End == it.Start {
		it = &v.items[i-1]
	} else if it.quoted() || !strings.HasSuffix(it.low, ".") {
		return false
	}
	return it.has(titleWord) || it.low != "" && len(it.low) <= 2 && 'a' <= it.low[0] && it.low[0] <= 'z' && it.tag != extract.PRP
}

// attributionAt says whether a short attribution starts at item i: "Smith
// asked.", "he said", "Smith told the BBC on Monday".
func (v *view) attributionAt(i int) bool {
	for j := i; j < len(v.items) && j < i+8; j++ {
		it := &v.items[j]
		if it.isCue && it.tag.Verb() && (j > i || !upper(v.text[it.Start])) {
			if j == i || j == i+1 && v.items[i].tag == extract.PRP && !upper(v.text[v.items[i].Start]) {
				return true
			}
			k := j + 1
			if it.cue.frames&addressed != 0 {
				if p := v.phraseAt(k, min(len(v.items), k+8)); p.ok() {
					k = p.hi
				}
			}
			if k >= len(v.items) {
				return true
			}
			next := &v.items[k]
			return next.tag == extract.Punct || next.first || next.tag == extract.IN && !next.is("that") || next.has(timeWord)
		}
		if !it.noun() && it.tag != extract.DT && it.tag != extract.JJ && it.tag != extract.RB && it.tag != extract.PRPS && it.tag != extract.POS {
			return false
		}
	}
	return false
}

// lastByte is the last byte of what a marked stretch quotes, full stops and
// the like after the mark taken in.
func (v *view) lastByte(it *item) byte {
	in := trimmed(v.text, v.marked[it.mark].In)
	if in.Empty() {
		return 0
	}
	c := v.text[in.End-1]
	if (c == '\'' || c == 0x99) && in.Len() > 4 { // a single mark at the end
		if c == 0x99 {
			c = v.text[in.End-4]
		} else {
			c = v.text[in.End-2]
		}
	}
	return c
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' || c >= 0x80 }
