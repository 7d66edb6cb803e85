package junk

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// cutBlocks cuts what stands under a heading of furniture: the stories under
// "Most popular stories", the comments under "Comments", a disclaimer under its
// heading. A block ends where the story goes on, if it does.
func (a *article) cutBlocks() {
	if len(a.opened) == 0 {
		return
	}
	before := a.wordsBefore()
	ahead := a.ahead()
	total := before[len(before)-1]
	for n, o := range a.opened {
		end := len(a.pieces)
		if n+1 < len(a.opened) && a.opened[n+1].piece > o.piece {
			end = a.opened[n+1].piece
		}
		late := before[o.piece] > total-before[o.piece]
		for i := o.piece + 1; i < end; i++ {
			if !a.kept(i) {
				continue
			}
			if !a.under(o, i, i == o.piece+1, late, ahead[i]) {
				break
			}
			a.cut(i, o.rule.kind)
		}
	}
}

// wordsBefore counts the words of kept pieces before each piece, and at the end
// all of them.
func (a *article) wordsBefore() []int {
	n := make([]int, len(a.pieces)+1)
	for i := range a.pieces {
		n[i+1] = n[i]
		if a.kept(i) {
			n[i+1] += len(a.of(i))
		}
	}
	return n
}

// under says whether piece i belongs to the block that o opened.
func (a *article) under(o opened, i int, next, late bool, ahead int) bool {
	words := a.of(i)
	p := &a.pieces[i]
	if p.Kind != extract.ListItem && reports(words) {
		return false // the story goes on: "...," Thomas said.
	}
	switch o.rule.kind {
	case "disclaimer":
		return late && next && len(words) <= longDisclaimer
	case "contact": // under "Notes to editors:"
		return late && ahead < 200 && len(words) <= endWords
	case "comments":
		return late && ahead < 400 && !a.storyGoesOn(i)
	case "company":
		return late && next && (len(words) <= 60 || len(words) <= longDisclaimer && a.tellsOf(a.of(o.piece), words))
	case "byline":
		return late && next && len(words) <= 60
	case "signup": // what a page offers under "To continue reading, subscribe"; texts have whole newsletters behind such a line
		return a.page && ahead < offer
	case "poll": // a question and what readers may say to it
		return len(words) <= 12 && (strings.HasSuffix(p.Text, "?") || !next && !sentenceEnd(p.Text)) && a.asked(o, i)
	case "tags":
		return late && len(words) <= 6 && !sentenceEnd(p.Text)
	case "teaser":
		return p.Kind == extract.ListItem || next && a.title(words, p.Text)
	}
	if p.Kind == extract.ListItem {
		return len(words) <= longTeaser
	}
	if n := figures(words); n > 1 && n*3 >= len(words) { // "Blackpool 0 Wycombe 0"
		return false
	}
	return a.title(words, p.Text) || late && len(words) < 25 && ahead < 200
}

// asked says whether a question stands behind the heading of a poll, and no more
// than a few lines before piece i.
func (a *article) asked(o opened, i int) bool {
	const options = 8
	return i-o.piece <= options && strings.HasSuffix(a.pieces[o.piece+1].Text, "?")
}

// storyGoesOn says whether piece i is a paragraph that addresses nobody and has
// words of the story: "Have your say" stands in the middle of stories too.
func (a *article) storyGoesOn(i int) bool {
	words := a.of(i)
	if len(words) < 12 || !sentenceEnd(a.pieces[i].Text) {
		return false
	}
	for j := range words {
		if words[j].is&(toReader|ofUs|sign) != 0 || words[j].hash == iWord {
			return false
		}
	}
	longer, shared := a.shares(i)
	return shared*3 >= longer
}

var iWord = hashOf("i")

// offer is how many words of paragraphs there are at most from a piece on that
// may be an offer to subscribers.
const offer = 50

// tellsOf says whether a paragraph under "About Acme Dredging" begins with the name.
func (a *article) tellsOf(heading, words []word) bool {
	const opening = 8
	for i := range words[:min(len(words), opening)] {
		if len(heading) > 1 && words[i].hash == heading[1].hash {
			return true
		}
	}
	return false
}

// reports says whether a piece tells who said something.
func reports(words []word) bool {
	for i := range words {
		if words[i].is&saysSo != 0 {
			return true
		}
	}
	return false
}

// title says whether a line could be the title of a story.
func (a *article) title(words []word, s string) bool {
	if len(words) > 22 || quoted(s) {
		return false
	}
	return !sentenceEnd(s) || titleCase(words) && len(words) <= 18
}

// ahead counts, for each piece, the words of paragraphs of 25 words or more
// from it on: how much story may follow.
func (a *article) ahead() []int {
	n := make([]int, len(a.pieces)+1)
	for i := len(a.pieces) - 1; i >= 0; i-- {
		n[i] = n[i+1]
		if a.kept(i) && len(a.of(i)) >= 25 {
			n[i] += len(a.of(i))
		}
	}
	return n
}

// cutContinued cuts what goes on, in a small letter, from a note or disclaimer
// that was cut and ends in no stop: links in it stood in lines of their own.
func (a *article) cutContinued() {
	kind := ""
	for i := range a.pieces {
		p := &a.pieces[i]
		switch {
		case p.Verdict == extract.Chrome || p.Text == "":
			continue
		case p.Verdict == extract.Cut:
			if r := a.rule(i, true); r != nil && (r.kind == "correction" || r.kind == "disclaimer") {
				kind = r.kind
			} else {
				kind = ""
			}
		case kind != "" && startOf(p.Text) == 2:
			a.cut(i, kind)
		default:
			kind = ""
		}
		if sentenceEnd(p.Text) {
			kind = ""
		}
	}
}
