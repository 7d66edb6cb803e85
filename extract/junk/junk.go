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

import (
	"sync"

	"github.com/quoth/quoth/extract"
)

const stage = "junk"

// Stage cuts what is no story.
func Stage() extract.Stage {
	return extract.Stage{Name: stage, Doc: "Cuts teasers, disclaimers, sign-ups and the like out of the text.", Shape: shape}
}

func shape(d *extract.Draft) error {
	a := read(d.Pieces)
	defer a.free()
	a.page, a.writers = d.Format == extract.HTML, d.Metadata.Authors
	a.scores = !a.page && a.english()
	a.byRules()
	a.cutByScore()
	a.cutContinued()
	a.cutPulls()
	repeats := a.cutRepeats()
	if !a.page {
		a.cutAgain(repeats)
		a.cutLastSigns()
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
	pieces  []extract.Piece
	page    bool     // read from a page and not from a text
	scores  bool     // in a language in which lines are scored
	foreign bool     // a page in a language whose words say nothing of a seam
	writers []string // whom the page credits
	spans   []span   // of each piece
	words   []word
	vocab   vocabulary
	glues   []int32 // where two pieces may be glued together: bytes of the piece's text
	parted  []parting
	facts   []fact // of pieces: what is known of each, as soon as it is asked for

	opened  []opened  // headings that open a block of furniture
	learned []learned // what cut pieces say about the article

	unread []extract.Piece // while seams are cut
	room   int             // for pieces, before those
	spare  []span

	scored scored
	again  *article // what is left, when it is read again
	left   []int32  // the pieces that are
}

// span is the words of a piece.
type span struct {
	start, end      int32
	glues, gluesEnd int32 // its places among those of all
	has             signs
	english         int32 // how many of its words are one of englishWords
	all             mark  // the sum of its words' marks
	again           bool  // it says what the piece before it says: its words are not counted
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

// fact is what is known of a piece by its words alone.
type fact struct {
	found   found
	looked  bool
	weighed bool
	looks   looks // but for what depends on the rest of the text
	weight  int32 // of its words, for the scorer

	seen  looks // of the last scoring, where it had one
	where surroundings
	form  int32 // what its form and place weighed there
	score bool
}

func (a *article) fact(i int) *fact {
	if len(a.facts) != len(a.pieces) {
		a.facts = cleared(a.facts, len(a.pieces))
	}
	return &a.facts[i]
}

// cleared gives n zeros, in the same memory where there is enough.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// articles lends the memory in which an article is read: no word of it stays.
var articles = sync.Pool{New: func() any { return &article{again: &article{}} }}

// longest is how many words the article has whose memory is lent again.
const longest = 1 << 15

func (a *article) free() {
	b := a.again
	clear(b.pieces[:cap(b.pieces)])
	if len(a.words)+len(a.glues) > longest {
		return
	}
	*a = article{
		spans: a.spans, spare: a.spare, words: a.words[:0], glues: a.glues[:0], parted: a.parted[:0], facts: a.facts[:0], opened: a.opened[:0], learned: a.learned[:0],
		vocab: vocabulary{entries: a.vocab.entries[:0]}, scored: a.scored, again: b, left: a.left[:0],
	}
	*b = article{pieces: b.pieces[:0], spans: b.spans[:0], facts: b.facts[:0], opened: b.opened[:0], learned: b.learned[:0]}
	articles.Put(a)
}

func read(pieces []extract.Piece) *article {
	size := 0
	for i := range pieces {
		size += len(pieces[i].Text)
	}
	a := articles.Get().(*article)
	a.pieces, a.spans = pieces, cleared(a.spans, len(pieces))
	if cap(a.words) < size/5+16 {
		a.words = make([]word, 0, size/4+64)
	}
	a.vocab.prepare(size)
	last := ""
	for i := range pieces {
		if pieces[i].Verdict == extract.Kept {
			// A link that stands twice, with its picture and without, has no word of the story for that.
			a.vocab.fixed = len(last) > shortest && pieces[i].Text == last
			a.spans[i] = a.scan(pieces[i].Text)
			a.spans[i].again = a.vocab.fixed
			last = pieces[i].Text
		}
	}
	a.vocab.fixed = false
	return a
}

// shortest is how long a line is at least that stands twice, in bytes: whose first
// authors work at one place, a paper names it twice.
const shortest = 30

// scan reads the words of a piece and gives their range.
func (a *article) scan(text string) (s span) {
	r := reading{glues: a.glues}
	s.start, s.glues = int32(len(a.words)), int32(len(a.glues))
	a.words = appendWords(a.words, text, &r)
	a.glues, s.has = r.glues, r.signs
	s.end, s.gluesEnd = int32(len(a.words)), int32(len(a.glues))
	s.english, s.all = a.learn(s.start)
	return s
}

// gluesOf is where a span's text may be glued together.
func (a *article) gluesOf(s span) []int32 { return a.glues[s.glues:s.gluesEnd] }

// of is the words of piece i.
func (a *article) of(i int) []word { return a.words[a.spans[i].start:a.spans[i].end] }

func (a *article) kept(i int) bool { return a.pieces[i].Verdict == extract.Kept }

func (a *article) cut(i int, rule string) {
	a.pieces[i].Cut(stage, rule)
}
