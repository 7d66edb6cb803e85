// Package boilerplate finds the story in a page.
//
// A walk over the DOM makes the page a list of blocks (walk.go, inline.go)
// within a tree of elements that say what they hold (classes.go). The element
// whose prose outweighs its furniture holds the story (region.go); what tells
// story from furniture of each block (features.go) is weighed (model.go),
// and the verdicts are those that fit the whole sequence best (decide.go).
package boilerplate

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate/meta"
)

const name = "page"

// Stage turns a page into pieces.
func Stage() extract.Stage {
	return extract.Stage{Name: name, Doc: "Finds the story in an HTML page, and what the page says about it.", Shape: func(d *extract.Draft) error {
		return noticeScripts(d, shape(d, ownModel()))
	}}
}

func shape(d *extract.Draft, m *Model) error {
	if d.Format != extract.HTML {
		return nil
	}
	page, err := parse(d.Input)
	if err != nil {
		return err
	}
	about := meta.Explain(page, d.Source.URL)
	d.Metadata, d.Origins = about.Metadata, about.Origins
	t := walk(page.Nodes[0])
	defer t.release()
	body := articleBody(t.linked)
	t.read(contextOf(&about, d.Source.URL, body), m, d.Explain)
	d.Pieces = t.pieces()
	if kept := t.kept(); kept < thinStory || mostElsewhere(body, kept) {
		if more := embedded(d.Input, body); more != nil {
			for i := range d.Pieces {
				if p := &d.Pieces[i]; p.Verdict == extract.Kept {
					p.Verdict, p.Rule = extract.Chrome, "story_elsewhere"
				}
			}
			d.Pieces = append(d.Pieces, more...)
			return nil
		}
	}
	if len(t.blocks) == 0 && d.Metadata.Description != "" {
		// Pages that scripts fill show nothing here; a story's first sentences
		// may still stand in what they give to searchers and sharers.
		d.Pieces = []extract.Piece{{Text: d.Metadata.Description, Stage: name, Rule: "description_alone"}}
		return nil
	}
	if len(t.blocks) == 0 {
		return extract.Faultf("no_story", "no text found")
	}
	doubt := t.doubt(func() pageKind { return kindOf(page.Nodes[0], d.Source.URL) })
	switch {
	case doubt.weight < noStory:
	case d.Anyway:
		d.Warnings = append(d.Warnings, "no story found, this is the best guess: "+strings.Join(doubt.signs, ", "))
	default:
		return extract.Faultf("no_story", "no story found: %s", strings.Join(doubt.signs, ", "))
	}
	return nil
}

// read decides what becomes of each block.
func (t *tree) read(c context, m *Model, explain bool) {
	t.inherit()
	t.findRegion()
	t.decide(c, m, explain)
	if t.kept() == 0 {
		t.guess()
	}
}

// kept is the length of the prose that is kept, in characters.
func (t *tree) kept() (n int32) {
	for i := range t.blocks {
		if b := &t.blocks[i]; b.verdict == extract.Kept && b.prose {
			n += b.chars
		}
	}
	return n
}

// guess keeps what reads most like a story where no block is likely to be
// one: the region's prose, else the longest block.
func (t *tree) guess() {
	longest, some := -1, false
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.region && b.prose {
			b.verdict, b.rule, some = extract.Kept, "best_guess", true
		}
		if longest < 0 || b.chars > t.blocks[longest].chars {
			longest = i
		}
	}
	if longest >= 0 && !some {
		t.blocks[longest].verdict, t.blocks[longest].rule = extract.Kept, "best_guess"
	}
}

func (t *tree) pieces() []extract.Piece {
	pieces := make([]extract.Piece, len(t.blocks))
	for i := range t.blocks {
		b := &t.blocks[i]
		pieces[i] = extract.Piece{Kind: b.kind, Level: b.level, Text: b.text, Verdict: b.verdict, Stage: name, Rule: b.rule, Why: b.why}
	}
	return pieces
}
