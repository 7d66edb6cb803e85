package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// frame is a run of items with one sentence's grammar: a sentence, but for the
// sentences inside quotation marks.
type frame struct{ lo, hi int }

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
	if it.Start == prev.End && !it.quoted() && !prev.quoted() && it.tag != extract.Punct {
		return false // within "(D-N.Y.)", however the engine cuts it
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
		if (end == '?' || end == '!') && v.attributionAt(i) || end == '.' && v.bareAttribution(i) {
			return false
		}
		return upper(v.text[it.Start]) && (it.first || !v.attributionAt(i))
	}
	if it.quoted() && (prev.is(".") || prev.is("?") || prev.is("!")) {
		return true
	}
	if it.quoted() && strings.HasSuffix(prev.low, ".") && !prev.has(titleWord) {
		in := v.marked[it.mark].In
		return upper(v.text[in.Start]) && strings.Count(in.Of(v.text), " ") > 2 || it.first && !v.abbreviated(i-1) // a member of Station Q. “It was late again.”
	}
	return it.first && !v.abbreviated(i-1)
}

// abbreviated says whether the full stop at item i ends no sentence: it belongs
// to "Mr." or an initial, however the engine cuts.
func (v *view) abbreviated(i int) bool {
	it := &v.items[i]
	if it.is(".") && i > 0 && v.items[i-1].End == it.Start {
		if it = &v.items[i-1]; classes()[it.low+"."]&titleWord != 0 {
			return true // Del. Ann Carter
		}
	} else if it.quoted() || !strings.HasSuffix(it.low, ".") {
		return false
	}
	if it.has(titleWord) { // "Sen.", but not "She thanked the president."
		return classes()[strings.TrimSuffix(it.low, ".")+"."]&titleWord != 0
	}
	// "D. Smith", "Wm. Smith", but not "at 9 am. Smith", "they go. Smith"
	return it.low != "" && len(it.low) <= 2 && 'a' <= it.low[0] && it.low[0] <= 'z' && it.tag != extract.PRP && (upper(v.text[it.Start]) || it.low == "v")
}

// attributionAt says whether a short attribution starts at item i: "Smith
// asked.", "he said", "Smith told the BBC on Monday", "Smith, a baker, asked".
func (v *view) attributionAt(i int) bool {
	aside := false
	for j := i; j < len(v.items) && (j < i+8 || aside && j < i+20); j++ {
		it := &v.items[j]
		if it.quoted() || j > i && it.first && v.cutsBefore(j) {
			return false
		}
		if it.isCue && it.tag.Verb() && (j > i || !upper(v.text[it.Start])) && (!aside || v.items[j-1].is(",")) {
			if j == i || j == i+1 && v.items[i].tag == extract.PRP && !upper(v.text[v.items[i].Start]) {
				return true
			}
			return v.attributionEnds(j)
		}
		switch {
		case aside:
		case it.is(",") && j > i && (v.items[j-1].name >= 0 || v.items[j-1].has(personHead)):
			aside = true // Smith, a baker, asked
		case !it.noun() && it.tag != extract.DT && it.tag != extract.JJ && it.tag != extract.RB && it.tag != extract.PRPS && it.tag != extract.POS:
			return false
		}
	}
	return false
}

// bareAttribution says whether the sentence at item i is nothing but who said what
// stands before it, as some papers set it: “We won.” Smith said.
func (v *view) bareAttribution(i int) bool {
	p := v.coreAt(i, min(len(v.items), i+6))
	if !p.ok() || p.hi+1 >= len(v.items) || v.items[p.head].name < 0 && v.items[p.head].tag != extract.PRP {
		return false
	}
	it, stop := &v.items[p.hi], &v.items[p.hi+1]
	if !it.isCue || !it.finite() || !stop.is(".") || stop.block != it.block {
		return false
	}
	switch it.cue.lemma {
	case "say", "add", "explain", "note", "tweet", "write":
		return true
	}
	return false
}

// attributionEnds says whether the attribution whose verb of saying is item j
// has no room for what was said: it ends there, or with the one addressed.
func (v *view) attributionEnds(j int) bool {
	it := &v.items[j]
	k := j + 1
	if it.cue.particle {
		k++
	}
	for range 2 {
		if k >= len(v.items) {
			return true
		}
		if next := &v.items[k]; next.tag == extract.Punct || next.first || next.tag == extract.IN && !next.is("that") || next.tag == extract.RB || next.has(timeWord) {
			return true
		}
		if it.cue.frames&addressed == 0 {
			return false
		}
		p := v.coreAt(k, min(len(v.items), k+8))
		if !p.ok() {
			return false
		}
		k = p.hi
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

// bracketed is the frame up to the bracket that closes the one that item i stands in,
// the whole of it for none: actors (yes, he wrote that it was late|) are veterans.
func (v *view) bracketed(i int, f frame) frame {
	for k := i + 1; k < f.hi && k < i+reach && !v.items[k].is("("); k++ {
		if !v.items[k].is(")") {
			continue
		}
		for j := i - 1; j >= f.lo && j > i-reach; j-- {
			if v.items[j].is("(") {
				return frame{f.lo, k}
			}
		}
		break
	}
	return f
}
