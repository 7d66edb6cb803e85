package junk

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// tell adds to the metadata what the text says of itself and nothing else
// knows: the headline, and of what was cut the authors, the date, the agency.
func (a *article) tell(m *extract.Metadata) {
	if m.Title == "" {
		m.Title = a.headline()
	}
	_ = strings.TrimSpace
}

// headline is the first kept piece of the story, where it is a headline.
func (a *article) headline() string {
	for i := range a.pieces {
		if !a.kept(i) {
			continue
		}
		p := &a.pieces[i]
		if p.Kind == extract.Heading && p.Rule != "glued-heading" {
			return strings.TrimSpace(p.Text)
		}
		return ""
	}
	return ""
}
