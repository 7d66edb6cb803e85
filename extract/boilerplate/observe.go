package boilerplate

import (
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate/meta"
)

// Observed is a block as training sees it.
type Observed struct {
	Text     string
	Kind     extract.BlockKind
	Level    uint8
	Features []uint8 // those that are true, as rows of Model.In
}

// Observe reads the blocks of a page and decides nothing.
func Observe(input, url string) ([]Observed, error) {
	page, err := parse(input)
	if err != nil {
		return nil, err
	}
	about := meta.Explain(page, url)
	t := walk(page.Nodes[0])
	t.inherit()
	t.findRegion()
	d := t.describer(contextOf(&about, url, articleBody(t.linked)))
	all := make([]Observed, len(t.blocks))
	for i := range t.blocks {
		b := &t.blocks[i]
		all[i] = Observed{Text: b.text, Kind: b.kind, Level: b.level}
		for _, f := range d.describe(i, slices.Clone(d.page)) {
			all[i].Features = append(all[i].Features, uint8(f))
		}
	}
	return all, nil
}

// Features is how many features there are.
const Features = int(nFeatures)

// Read is the stage with a model.
func Read(input, url string, m *Model) (*extract.Draft, error) {
	d := &extract.Draft{Format: extract.HTML, Input: input, Source: extract.Source{URL: url}}
	return d, shape(d, m)
}

// Keep gives the texts of a page that a model keeps.
func Keep(input, url string, m *Model) (texts []string) {
	d, err := Read(input, url, m)
	if err != nil {
		return nil
	}
	for i := range d.Pieces {
		if d.Pieces[i].Verdict == extract.Kept {
			texts = append(texts, d.Pieces[i].Text)
		}
	}
	return texts
}
