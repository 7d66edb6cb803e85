package junk

import (
	_ "embed"
	"strings"
)

//go:embed data/lines.bin
var lineWeights string

// The weights are bytes with sign: six transitions, from story, furniture and
// the edge of the text to story and to furniture, and one for each place of a
// feature's hash. Behind them stands a bit for each place of a word's hash: whether
// the scorer has learned of such a word.
const (
	transitions  = 6
	learnedWords = transitions + 1<<FeatureBits
)

// FeatureBits and WordBits are how many top bits of a feature's hash pick its
// weight, and of a word's hash the bit that says whether it was learned.
const (
	FeatureBits = 18
	WordBits    = 18
)

// knows says whether the scorer has learned of a word. What features of others
// weigh is chance: with them .911 of other templates' lines were gone, without .915.
func knows(h uint32) bool {
	return lineWeights[learnedWords+int(h>>(32-WordBits+3))]>>(h>>(32-WordBits)&7)&1 != 0
}

// What must speak for furniture beyond even odds before a line is cut, on the
// scale of the weights. At the ends of a text furniture is what one expects; a
// text with few paragraphs is a list, a table or a letter.
const (
	cautionEdge     = -110
	cautionMiddle   = 60
	cautionHeadline = 275 // of what looks like the text's headline
	cautionShared   = 150 // more of what has words of the story
	cautionSentence = 400 // of a sentence among paragraphs that addresses nobody
	cautionPlain    = 180 // of such a sentence that has a word of furniture: "Get all of it in one place with the morning briefing."
	cautionLast     = 100 // of one behind them: "The council meets on Wednesday."
	cautionStrange  = 100 // of one behind them, above other lines, that has next to nothing of the story: "The rosary is said daily at 5.30pm."
	cautionFirst    = 180 // of one before them: "Not every wall is as old as it looks."
	cautionTold     = 150 // more of one that tells of the past and of somebody whom the story has named: "Then Adair asked for a second report."
	cautionList     = 400 // more of it where paragraphs are few
	cautionSpeaks   = 150 // more of a sentence where the story speaks to its reader: "Our ancestors had to be active to survive."
)

// cutByScore cuts lines that read like furniture by their words, their form
// and what stands around them: the labels story and furniture that fit all
// lines of the text best, found by Viterbi's method.
//
// Pages are left alone: there the page stage has weighed the same words and the
// page's own form besides, and of what this one cut of pages it had not seen,
// 19 lines were story and five were none.
func (a *article) cutByScore() {
	if a.page || !a.english() {
		return
	}
	lines, seen, where := a.view()
	if len(lines) == 0 || a.letter(lines) {
		return
	}
	from := cleared(a.scored.from, 2*len(lines)) // the best label before each label
	a.scored.from = from
	var features [128]uint32
	t := func(i int) int32 { return int32(int8(lineWeights[i])) }
	story, furniture := t(4), t(5)
	for n, i := range lines {
		sum := int32(-1 << 20)
		if !surelyStory(&seen[n], &where[n]) && !(seen[n].signs&hasFigures != 0 && result(a.of(int(i)))) {
			f := a.fact(int(i))
			seen[n].shared, seen[n].closer = a.sharing(int(i)), a.closer(int(i))
			if !f.weighed {
				f.weighed = true
				f.weight = weigh(describeWords(features[:0], a.of(int(i)), &seen[n], knows))
			}
			if !f.score || f.seen != seen[n] || f.where != where[n] {
				f.score, f.seen, f.where = true, seen[n], where[n]
				l := seen[n]
				if n < 2 && l.signs&hasDate != 0 && !dated(a.of(int(i)), a.pieces[i].Text) { // "The 12 best dams of 2026"
					l.signs &^= hasDate
				}
				f.form = weigh(describeForm(features[:0], &seen[n], &where[n])) - caution(&l, &where[n])
			}
			sum = f.weight + f.form
		}
		if n > 0 {
			s, f := max(story+t(0), furniture+t(2)), max(story+t(1), furniture+t(3))
			if furniture+t(2) > story+t(0) {
				from[2*n] = 1
			}
			if furniture+t(3) > story+t(1) {
				from[2*n+1] = 1
			}
			story, furniture = s, f
		}
		if seen[n].rule == 2 {
			sum = max(sum, 0)
		}
		furniture += sum
	}
	label := uint8(0)
	if furniture > story {
		label = 1
	}
	for n := len(lines) - 1; n >= 0; n-- {
		if i := int(lines[n]); label == 1 && a.kept(i) && !a.titles(i) {
			kind := a.kindOf(i)
			if a.cut(i, kind); kind == "agency" || (kind == "date" || kind == "byline") && n < topLines {
				a.learned = append(a.learned, learned{i, kind})
			}
		}
		label = from[2*n+int(label)]
	}
}

// weigh sums the weights of features.
func weigh(features []uint32) (sum int32) {
	weights := lineWeights[transitions : transitions+1<<FeatureBits]
	for _, f := range features {
		sum += int32(int8(weights[f>>(32-FeatureBits)]))
	}
	return sum
}

// gluedWeight is what the words of a sentence must weigh for furniture where it
// runs into a paragraph: of 3,529 first sentences of paragraphs 61 weigh as much,
// of 781 of furniture 684.
const gluedWeight = 150

// addressing says whether a sentence is furniture by its words alone, as far as the
// scorer knows, and tells of nobody.
func addressing(words []word, s string) bool {
	for i := range words {
		if words[i].is&ofOthers != 0 {
			return false
		}
	}
	var features [128]uint32
	l := looks{length: bucketOf(len(words)), end: endOf(s)}
	return l.length > 3 && weigh(describeWords(features[:0], words, &l, knows)) > gluedWeight
}

// surelyStory says whether a line need not be weighed: a paragraph of 46 words or
// more, and among paragraphs one of 29, or of 19 that address nobody, or a sentence
// of four that has no word of furniture either. Of 78,281 paragraphs among paragraphs
// the scorer cut none, of 2,801 at the ends one, which was story; of such sentences
// it cut none. Nor did it of 13,800 paragraphs that must weigh as much as
// sentences and have quotations, figures or more than 18 plain words.
func surelyStory(l *looks, at *surroundings) bool {
	if l.solid && at.above > 1 && at.bottom < 6 && l.signs&(hasYou|hasWe) != 0 && l.signs&hasQuote == 0 { // "We welcome readers' comments. ..." above another line of that kind
		return false
	}
	if l.length > 9 {
		return l.solid
	}
	among := at.above > 0 && at.below > 0
	if among && l.rule == 0 && (l.solid && l.length > 8 || addressesNobody(l) && (l.solid && l.length == 8 || l.bare && l.length > 3)) {
		return true
	}
	return l.solid && (l.signs&hasQuote != 0 || among && l.signs&hasFigures != 0 || l.length > 7 && addressesNobody(l)) && caution(l, at) >= cautionSentence
}

// addressesNobody says whether a line is a plain sentence.
func addressesNobody(l *looks) bool {
	return l.end == 1 && l.signs&(hasYou|hasWe|hasAddress|hasBar|hasFigures) == 0
}

// letter says whether a salutation stands above ("Dear Jean:") or a parting below
// ("Yours,"). What a letter has around its story is the writer's.
func (a *article) letter(lines []int32) bool {
	for _, i := range lines[:min(len(lines), 12)] {
		if words := a.of(int(i)); len(words) > 1 && len(words) <= 6 && words[0].hash == dearWord && strings.ContainsAny(a.pieces[i].Text[words[len(words)-1].end:], ",:") {
			return true
		}
	}
	for _, i := range lines[max(0, len(lines)-8):] {
		if words := a.of(int(i)); len(words) > 0 && len(words) <= 3 && partings.has(words[0].hash) && strings.HasSuffix(a.pieces[i].Text, ",") {
			return true
		}
	}
	return false
}

var (
	dearWord = hashOf("dear")
	partings = setOf("yours", "sincerely", "regards", "love", "best", "cheers", "warmly", "respectfully", "faithfully", "kind", "warm")
)

func caution(l *looks, at *surroundings) int32 {
	more := int32(0)
	plain := addressesNobody(l)
	if l.start == 4 && l.end == 6 && l.length > 2 && l.signs&hasAddress == 0 { // "It was like a door closing."
		return cautionSentence + more
	}
	if l.signs&(hasQuote|hasTold) == hasQuote|hasTold && l.end == 1 && l.signs&hasAddress == 0 { // “Shop our winter wool,” the poster said.
		return cautionSentence + more
	}
	if l.end == 2 && (l.bare && at.after.start == 4 || l.start == 6 && l.signs&hasBar == 0) { // of an interview: its answer follows; "- What do you think this is, some kind of lake?"
		return cautionSentence + more
	}
	if l.end == 6 && l.start == 1 && l.signs&hasQuote != 0 && l.signs&hasBar == 0 { // The mill posted: "Shop our winter wool."
		plain = true
	}
	if l.bare && !l.labelled && l.start == 1 && l.length > 3 && l.capital < 3 && l.signs&(hasYou|hasAddress|hasBar) == 0 { // "Is it too much to ask? We think not."
		plain = true
	}
	if at.listed {
		more = cautionList
	}
	if at.speaks && l.end <= 2 && l.start == 1 && l.length > 3 && l.signs&(hasAddress|hasBar|hasDate) == 0 {
		more += cautionSpeaks
	}
	switch {
	case at.counted:
		return cautionSentence + more
	case (at.top == 0 || at.top == 1 && at.before.length < 2) && (l.length > 3 || l.shared > 0 && l.shared < 4) && (l.end >= 6 || l.end == 2) && (l.start == 1 || l.start == 3 || l.start == 4) && l.signs&(hasAddress|hasBar|hasDate) == 0 && (l.signs&(hasYou|hasWe) == 0 || l.signs&hasYou == 0 && l.length > 4 && l.shared > 0 && l.shared < 4): // "Dam to stay empty", "Five things we learned from the dam"
		if l.shared > 0 && l.shared < 4 { // "The valley's last paper becomes a newsletter"
			more += cautionShared
		}
		return cautionHeadline + more
	case at.above == 0 && l.length > 5 && l.start == 1 && l.capital >= 3 && l.shared > 0 && l.shared < 4 && l.signs&(hasAddress|hasBar|hasDate) == 0: // "Adair Said Something About the Dam - It Might Surprise You."
		return cautionHeadline + more
	case plain && l.bare && at.below == 0 && at.above > 0 && at.bottom > 0 && l.length <= 7 && l.shared == 0 && l.names == 0 && l.past == 0 && l.signs&(hasTold|hasQuote) == 0:
		return cautionStrange + more
	case plain && l.bare && (l.length > 3 || l.length > 1 && l.capital < 4) && at.before.rule == 0: // "The gym holds 1,100 people."
		return cautionSentence + more
	case at.above == 0 && at.below > 0 && plain && l.length > 3:
		return cautionFirst + more
	case (at.above == 0 || at.below == 0) && plain && l.length > 3:
		if l.past > 1 && l.names >= 3 && l.length <= 8 {
			more += cautionTold
		}
		if l.asks == 0 && l.shared > 0 && l.shared < 4 { // "The polls close at eight in the evening."
			more += cautionShared
		}
		return cautionLast + more
	case at.above == 0 || at.below == 0:
		return cautionEdge + more
	case l.length <= 3 && l.rule == 0: // "Get in": a heading of a guide
		return cautionSentence + more
	case plain && l.capital >= 3 && l.length > 3 && l.asks == 0: // "The Governor Read Nothing At All."
		return cautionSentence + more
	case plain && !l.bare && l.end == 1:
		return cautionPlain + more
	case plain:
		return cautionSentence + more
	}
	return cautionMiddle + more
}

// kindOf names what a line is that the scorer cut: an agency, a date ("Thu 5 Nov
// 2026 14.02 GMT"), or what its word of furniture that weighs most tells.
func (a *article) kindOf(i int) string {
	return kindOf(a.of(i), a.pieces[i].Text)
}

func kindOf(words []word, s string) string {
	switch {
	case len(words) <= 4 && agency(words, s) != "":
		return "agency"
	case len(words) <= 7 && words[0].is&(date|figure) != 0 && day(words, s) != "":
		return "date"
	case opensByline(words, s): // By political reporter Ana Sousa
		return "byline"
	}
	best, kind := 7, "furniture"
	for _, w := range words {
		if w.is&weighs == 0 {
			continue
		}
		if f := furniture.of(w.hash); f.tenths > best {
			best, kind = f.tenths, f.kind
		}
	}
	return kind
}

// english says whether the text is in the language that the scorer learned:
// one word in sixteen is one of those that English prose has one in five of.
// Of few words nobody can tell.
func (a *article) english() bool { return a.oneIn(16) }

// oneIn says whether one word in n or more is one of englishWords.
func (a *article) oneIn(n int32) bool {
	found, all := int32(0), int32(0)
	for i := range a.spans {
		all += a.spans[i].end - a.spans[i].start
		found += a.spans[i].english
	}
	return found*n >= all || all < 40
}

var englishWords = setOf("the", "of", "and", "to", "that", "is", "for", "with")
