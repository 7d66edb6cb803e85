package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// particle says whether the item is the second word of some cues of two: "went on".
func (it *item) particle() bool {
	switch it.low {
	case "back", "for", "in", "it", "on", "out", "up":
		return !it.quoted()
	}
	return false
}

// pasts are forms of the past that no verb begins with, and taggers take for the
// infinitive.
var pasts = map[string]bool{"began": true, "broke": true, "chose": true, "drew": true, "drove": true, "fell": true, "froze": true, "gave": true, "grew": true,
	"knew": true, "rang": true, "rose": true, "sang": true, "shook": true, "shrank": true, "spoke": true, "stole": true, "swore": true, "threw": true, "took": true, "wept": true, "went": true, "woke": true, "wrote": true}

// headlineVerbs are verbs of headlines that taggers take for nouns in the plural.
var headlineVerbs = map[string]bool{"backs": true, "blasts": true, "cuts": true, "defends": true, "eyes": true, "faces": true, "hails": true, "hits": true, "names": true, "plans": true, "praises": true,
	"rejects": true, "rips": true, "rules": true, "seeks": true, "signs": true, "slams": true, "urges": true, "visits": true, "vows": true, "wins": true}

// headlineAt says whether item i stands in what may be a headline.
func (v *view) headlineAt(i int) bool {
	b := v.items[i].block
	return b == 0 || v.kindOf(b) == extract.Heading
}

// retag mends what taggers get wrong next to marks, where nothing but an
// attribution can stand: “We won,” writes/NNS Smith; “We won,” veteran/VBD
// analyst Smith said; “We won,” the statement read/NN.
func (v *view) retag() {
	for i := range v.items {
		it := &v.items[i]
		if it.has(personHead|titleWord) && it.tag.Verb() {
			it.tag = extract.NN
		}
		v.retagWord(i)
		if it.has(anonymousHead) && it.tag == extract.VBZ && !it.isCue {
			it.tag = extract.NNS // a song which insiders/VBZ claim
		}
		if it.tag == extract.JJ && i > 0 && (it.has(personHead) || it.is("executive")) && !v.nounAfter(i) && (v.items[i-1].is("chief") || v.items[i-1].tag == extract.POS) {
			it.tag = extract.NN // the firm's chief executive, Smith, said
		}
		if it.tag == extract.VBN && strings.HasSuffix(it.low, "smen") {
			it.tag = extract.NNS // told newsmen that
		}
		if it.tag == extract.VBN && v.subjectPronoun(i-1) {
			it.tag = extract.VBD // the ministry said it determined that
		}
		if (it.tag == extract.NN || it.tag == extract.VB || it.tag == extract.RB) && it.isCue && it.cue.form == 0 && v.pluralSubject(i) {
			it.tag = extract.VBP // Six in 10 say they will stay.
		}
		if it.tag == extract.NNS && it.isCue && it.cue.form == 1 && i > 0 && i+1 < len(v.items) && v.items[i-1].noun() && v.items[i+1].tag == extract.VBG {
			it.tag = extract.VBZ // Harbour master denies taking cash
		}
		if (it.tag == extract.JJ || it.tag == extract.VBN) && i > 0 && v.items[i-1].is("those") && i+1 < len(v.items) && v.items[i+1].isCue {
			it.tag = extract.NNS // those surveyed say
		}
		if it.tag == extract.NNS && i > 0 && headlineVerbs[it.low] && v.personAt(i-1) && i+1 < len(v.items) && v.headlineAt(i) {
			it.tag = extract.VBZ // Smith backs/NNS a cut, says
		}
		if it.tag == extract.NNS && it.name < 0 && i > 0 && i+1 < len(v.items) && v.items[i+1].tag == extract.RP && v.items[i-1].block == it.block && v.singularSubject(i) {
			it.tag = extract.VBZ // The law singles/NNS out
		}
		if it.tag == extract.VB && pasts[it.low] {
			it.tag = extract.VBD
		}
		if it.tag == extract.NNS && it.isCue && it.cue.form == 1 && i > 0 && i+1 < len(v.items) && v.items[i-1].name >= 0 && v.items[i-1].block == it.block && v.items[i+1].is(".") {
			it.tag = extract.VBZ // Smith laughs.
		}
		if it.tag == extract.NNS && v.endsFronted(i) {
			it.tag = extract.VBZ // Asked whether it hurt, Smith shrugs.
		}
		if it.isCue && it.tag == extract.NN && it.cue.form == 0 && v.pluralAside(i) {
			it.tag = extract.VBP // The ice, the researchers report, is thin.
		}
		if it.tag == extract.JJ && it.name < 0 && i > 0 && (v.items[i-1].is("the") || v.items[i-1].is("one") || v.items[i-1].is("another")) && i+1 < len(v.items) && v.items[i+1].finite() && (v.items[i+1].isCue || v.items[i+1].tag == extract.MD) {
			it.tag = extract.NN // the senior said, the latter could
		}
		if it.tag == extract.VBN && v.takesObject(i) {
			it.tag = extract.VBD // Smith earlier used/VBN his speech
		}
		if it.tag == extract.RB && (it.has(personHead) || lexicon.Role(it.low)) && v.personAt(i+1) {
			it.tag = extract.NN // the union's steward/RB Ann Smith
		}
		if it.tag == extract.JJ && strings.HasSuffix(it.low, "-old") && !v.nounAfter(i) {
			it.tag = extract.NN // the 46-year-old said
		}
		if it.isCue {
			v.retagCue(i)
		}
		if i+1 < len(v.items) && v.items[i+1].particle() && (it.tag.Verb() || v.subjectAfterMark(i) || it.tag == extract.NN && i > 0 && (v.items[i-1].name >= 0 || v.afterMark(i))) {
			if c, ok := cues()[it.low+"_"+v.items[i+1].low]; ok {
				it.cue, it.isCue = c, true
				if !it.tag.Verb() || (it.tag == extract.VB || it.tag == extract.VBN) && i > 1 && v.items[i-1].is(",") && v.items[i-2].name >= 0 {
					it.tag = extract.VBD // The governor, Smith, hit back, saying
				}
				continue
			}
		}
		if it.tag == extract.PRP && i > 0 && it.Len() > 1 && upper(v.text[it.Start]) && v.withinName(i) {
			it.tag = extract.NNP // the group Leave It Be
		}
		if it.is("say") && i > 0 && v.items[i-1].is(",") {
			it.tag = extract.VBP // The bridge is late, say officials.
		}
		if it.isCue && it.tag == extract.VB && i > 0 && v.afterMark(i) {
			it.tag = extract.VBD // “We wait,” read the statement
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
		case it.cue.form != 2 && !v.ing(i) && it.tag.Noun() && v.subjectAfterMark(i) && v.clauseEnds(i+1):
			it.tag = extract.VBZ // “We wait,” Smith notes.
		case it.is("read") && prev.noun() && i+1 < len(v.items) && v.items[i+1].tag == extract.Punct:
			it.tag = extract.VBD
		}
	}
}

// retagWord mends single words that taggers get wrong.
func (v *view) retagWord(i int) {
	it := &v.items[i]
	var prev, next *item
	if i > 0 {
		prev = &v.items[i-1]
	}
	if i+1 < len(v.items) {
		next = &v.items[i+1]
	}
	switch it.low {
	case "lead":
		if it.tag != extract.JJ && (v.nounAfter(i) || next != nil && next.tag == extract.VBG) && prev != nil && (prev.isCue || prev.tag == extract.DT) {
			it.tag = extract.JJ // said lead/VB author Ann Smith
		}
	case "left":
		if it.tag == extract.JJ && prev != nil && prev.is(",") && !v.nounAfter(i) {
			it.tag = extract.VBD // Smith, who said it was safe, left/JJ early.
		}
	case "acting":
		if next != nil && (lexicon.Role(next.low) || v.nounAfter(i)) && (it.first || prev.tag == extract.POS) {
			it.tag = extract.JJ // Acting/VBG director Ann Lee
		}
	case "minutes":
		if it.name < 0 && (it.first || prev != nil && (prev.is("the") || prev.is("its"))) && next != nil && (next.is("of") || next.is("from")) {
			it.class = documentHead // The minutes of the meeting showed
		}
	case "advocate":
		if it.tag.Verb() && v.personAt(i+1) {
			it.tag = extract.NN // told senior advocate/VBP Ann Smith
		}
	case "aloud":
		it.tag = extract.RB // wondered aloud/JJ whether
	case "international":
		if it.tag == extract.JJ && prev != nil && prev.name >= 0 && !v.nounAfter(i) {
			it.tag = extract.NN // the Croatia international said
		}
	case "alleged":
		if prev != nil && prev.tag == extract.CD {
			it.tag = extract.JJ // one alleged victim
		}
	case "general":
		if it.tag == extract.JJ && prev != nil && prev.tag.Noun() && next != nil && (next.is(",") || next.isCue && next.finite()) {
			it.tag = extract.NN // the auditor general said; its director general, Ann Smith,
		}
	case "shadow":
		if next != nil && (next.is("home") || lexicon.Role(next.low) || next.is("chancellor")) {
			it.tag = extract.JJ
		}
	case "home":
		if it.tag == extract.RB && next != nil && next.tag.Noun() && lexicon.Role(next.low) {
			it.tag = extract.NN // shadow home/RB secretary Ann Smith
		}
	case "plant", "store", "shop", "farm", "branch":
		if it.tag.Verb() && it.name < 0 && i > 1 && prev.name >= 0 && v.afterArticle(i-1) {
			it.tag = extract.NN // entered the Boat Works plant/VBP
		}
	}
}

// afterArticle says whether an article stands before the name that item i ends.
func (v *view) afterArticle(i int) bool {
	n := v.items[i].name
	for i > 0 && v.items[i].name == n {
		i--
	}
	return v.items[i].tag == extract.DT
}

// endsFronted says whether the sentence ends with item i, after a comma and the
// name of a person alone.
func (v *view) endsFronted(i int) bool {
	if i+1 >= len(v.items) || !v.items[i+1].is(".") || i == 0 || v.items[i-1].name < 0 {
		return false
	}
	k := i - 1
	for k > 0 && v.items[k].name == v.items[i-1].name {
		k--
	}
	return v.items[k].is(",") && v.items[k].block == v.items[i].block && v.doc.Mentions[v.items[i-1].name].Type == extract.Person
}

// subjectPronoun says whether item i is a pronoun that stands for who does
// something: "he", and "it" where no verb but one of saying has it for an object.
func (v *view) subjectPronoun(i int) bool {
	if i < 0 || v.items[i].tag != extract.PRP || v.items[i].quoted() {
		return false
	}
	switch v.items[i].low {
	case "he", "she", "they", "we", "i":
		return i == 0 || !v.items[i-1].has(auxiliary)
	case "it":
		if i == 0 || v.items[i].first {
			return true
		}
		prev := &v.items[i-1]
		return prev.is("that") || prev.is("which") || prev.isCue && prev.cue.frames&clauses != 0 && prev.finite()
	}
	return false
}

// pluralSubject says whether a verb in the plural with its clause can begin with
// item i: several stand before it, and what they say after it.
func (v *view) pluralSubject(i int) bool {
	if i == 0 || i+1 >= len(v.items) || v.items[i].name >= 0 || upper(v.text[v.items[i].Start]) {
		return false
	}
	prev, next := &v.items[i-1], &v.items[i+1]
	if prev.quoted() || next.quoted() || prev.tag != extract.NNS && prev.tag != extract.CD && prev.tag != extract.NNPS {
		return false
	}
	if prev.is("others") && !v.nounAfter(i) {
		return true // others warn of a crash
	}
	if i > 1 && (v.items[i-2].tag == extract.WDT || v.items[i-2].is("which") || v.items[i-2].is("that")) && next.finite() {
		return true // a song which insiders claim is about her
	}
	return next.is("that") || next.is("there") || next.is("they") || next.is("it") || next.is("he") || next.is("she") || v.items[i].is("say")
}

// pluralAside says whether item i follows a noun in the plural that a comma and
// an article stand before, and no noun follows.
func (v *view) pluralAside(i int) bool {
	if i < 3 || i+1 >= len(v.items) || v.nounAfter(i) || v.items[i-1].tag != extract.NNS && !v.items[i-1].is("data") {
		return false
	}
	k := i - 2
	for k > 0 && k > i-5 && (v.items[k].tag == extract.JJ || v.items[k].tag.Noun()) {
		k--
	}
	if k == i-2 && v.items[k].is(",") && v.items[i].is("report") {
		return true // The ice is thin, scientists report/NN in the journal.
	}
	return k > 0 && v.items[k].tag == extract.DT && v.items[k-1].is(",")
}

// withinName says whether words with capitals stand on both sides of item i.
func (v *view) withinName(i int) bool {
	if i+1 >= len(v.items) || v.items[i].first || v.items[i-1].first || v.items[i-1].quoted() || v.items[i+1].quoted() || v.kindOf(v.items[i].block) == extract.Heading {
		return false
	}
	return upper(v.text[v.items[i-1].Start]) && upper(v.text[v.items[i+1].Start]) && v.items[i+1].tag != extract.Punct
}

// nounAfter says whether a noun follows item i.
func (v *view) nounAfter(i int) bool {
	return i+1 < len(v.items) && !v.items[i+1].quoted() && (v.items[i+1].tag.Noun() || v.items[i+1].name >= 0 || v.items[i+1].tag == extract.JJ)
}

// clauseEnds says whether the clause has no room for an object from item i on.
func (v *view) clauseEnds(i int) bool {
	return i >= len(v.items) || !v.items[i].quoted() && (v.items[i].tag == extract.Punct || v.items[i].tag == extract.IN || v.items[i].tag == extract.RB || v.items[i].tag == extract.RP || v.items[i].first || v.items[i].has(timeWord))
}

// subjectAfterMark says whether nothing but a noun phrase stands between a
// marked stretch that a verb may follow and item i.
func (v *view) subjectAfterMark(i int) bool {
	k := i - 1
	for ; k > 0 && k > i-8; k-- {
		it := &v.items[k]
		if it.quoted() || it.is(",") {
			break
		}
		if !it.noun() && it.tag != extract.DT && it.tag != extract.JJ && it.tag != extract.PRPS && it.tag != extract.POS {
			return false
		}
	}
	if k < 0 || k == i-1 || !v.afterMark(k+1) {
		return false
	}
	q := k
	if !v.items[q].quoted() {
		q--
	}
	end := v.lastByte(&v.items[q])
	return end == ',' || end == '?' || end == '!' || q != k
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
