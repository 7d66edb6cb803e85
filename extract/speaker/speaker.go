// Package speaker finds out who the speaker of a quote is.
package speaker

import "github.com/quoth/quoth/extract"

// Stage names the speakers of quotes.
func Stage() extract.Stage {
	return extract.Stage{Name: "speaker", Doc: "Finds out who the speaker of a quote is.",
		Needs: extract.Quotes | extract.Entities, Gives: extract.Speakers, Annotate: annotate}
}

func annotate(d *extract.Document) error {
	for i := range d.Quotes {
		s := &d.Quotes[i].Speaker
		for _, m := range d.Mentions {
			if s.Kind != extract.NoSpeaker && m.Overlaps(s.Span) {
				s.Entity, s.Name = m.Entity, d.Entities[m.Entity].Name
			}
		}
	}
	return nil
}
