package quote

import "github.com/quoth/quoth/extract"

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

// initial says whether the item is a single capital: "A" of "Jill A. Martin".
func (it *item) initial(text string) bool {
	return !it.quoted() && it.Len() == 1 && 'A' <= text[it.Start] && text[it.Start] <= 'Z' && it.low != "i"
}
