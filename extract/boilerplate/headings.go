package boilerplate

import "github.com/quoth/quoth/extract"

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
