package boilerplate

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// noHeading are marks of furniture whose headings are no part of the story even
// where the text under them was kept.
const noHeading = furniture &^ (isByline | isCaption | isTool | isPull | isTags)

// keepHeadings keeps headings right above text that is kept. The model weighs a
// heading by its own few words ("Ingredients", "Cons"); of 915 such headings on
// the development pages people had kept 782.
func (t *tree) keepHeadings() {
	for i := len(t.blocks) - 2; i >= 0; i-- {
		b, next := &t.blocks[i], &t.blocks[i+1]
		if b.kind != extract.Heading || b.level < 2 || b.verdict == extract.Kept || !b.region && !b.near || next.verdict != extract.Kept {
			continue
		}
		if b.linked*2 > b.chars || b.marks&noHeading != 0 || next.kind != extract.Heading && next.score < 0 {
			continue
		}
		b.verdict, b.rule = extract.Kept, "heading_of_text"
	}
}

// ofReferences are headings over what a story rests on or leads to.
var ofReferences = map[string]bool{"sources": true, "references": true, "bibliography": true, "works cited": true, "external links": true, "related news": true, "see also": true, "sister links": true,
	"quellen": true, "einzelnachweise": true, "weblinks": true, "literatur": true}

// dropReferences takes out the items under such a heading that is no part of the
// story: between commas and years they read like text.
func (t *tree) dropReferences() {
	under := false
	for i := range t.blocks {
		b := &t.blocks[i]
		switch {
		case b.kind == extract.Heading:
			under = b.verdict != extract.Kept && b.words <= 3 && ofReferences[strings.ToLower(strings.Trim(b.text, ": "))]
		case b.kind != extract.ListItem:
			under = under && b.verdict != extract.Kept
		case under && b.verdict == extract.Kept:
			b.verdict, b.rule = extract.Chrome, "reference"
		}
	}
}
