// Package junk takes out of a story's text what is no story: teasers, bylines,
// disclaimers, sign-ups, lists of other stories, comments and the like.
//
// First the seams are cut where a heading or teaser was glued to a paragraph.
// Then each piece is held against the rules (data/rules.txt), lines at both
// ends of the story against the words of furniture (data/furniture.txt), all
// lines of a plain text are weighed by a trained scorer (data/lines.bin), and
// short pieces are held against the rest of the story, for a pull quote says it
// again.
// What is cut stays in the draft with its rule; byline and date that were cut
// become metadata.
package junk

import "github.com/quoth/quoth/extract"

const stage = "junk"

// Stage cuts what is no story.
func Stage() extract.Stage {
	return extract.Stage{Name: stage, Doc: "Cuts teasers, disclaimers, sign-ups and the like out of the text.", Shape: shape}
}

func shape(d *extract.Draft) error {
	a := read(d.Pieces)
	a.page = d.Format == extract.HTML
	a.byRules()
	a.cutByScore()
	a.cutPulls()
	a.cutRepeats()
	if !a.page {
		a.cutAgain()
	}
	d.Pieces = a.pieces
	a.tell(d)
	return nil
}

// byRules cuts what rules know.
func (a *article) byRules() {
	a.cutSeams()
	a.cutByRules()
	a.cutBlocks()
	a.cutEnds()
}

// article is a draft while junk is sought in it.
type article struct {
	pieces []extract.Piece
	page   bool       // read from a page and not from a text
	spans  [][2]int32 // of each piece in words
	words  []word
	vocab  vocabulary // empty until asked for

	found   []found   // of each piece, when it was held against the rules
	opened  []opened  // headings that open a block of furniture
	learned []learned // what cut pieces say about the article
}

// opened is a piece that was cut and announces what the next pieces are.
type opened struct {
	piece int
	rule  *rule
}

// learned is a cut piece that may name the author, the date or the agency.
type learned struct {
	piece int
	kind  string
}

func read(pieces []extract.Piece) *article {
	size := 0
	for i := range pieces {
		size += len(pieces[i].Text)
	}
	a := &article{pieces: pieces, spans: make([][2]int32, len(pieces)), words: make([]word, 0, size/5+16)}
	for i := range pieces {
		if pieces[i].Verdict == extract.Kept {
			a.spans[i] = a.scan(pieces[i].Text)
		}
	}
	return a
}

// scan reads the words of a piece and gives their range.
func (a *article) scan(text string) [2]int32 {
	start := int32(len(a.words))
	a.words = appendWords(a.words, text)
	return [2]int32{start, int32(len(a.words))}
}

// of is the words of piece i.
func (a *article) of(i int) []word { return a.words[a.spans[i][0]:a.spans[i][1]] }

func (a *article) kept(i int) bool { return a.pieces[i].Verdict == extract.Kept }

func (a *article) cut(i int, rule string) {
	a.pieces[i].Cut(stage, rule)
}
