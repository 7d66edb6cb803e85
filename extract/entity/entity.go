// Package entity gathers mentions into one entity for each person, body or
// place of an article.
package entity

import "github.com/quoth/quoth/extract"

// Stage gathers mentions into entities.
func Stage() extract.Stage {
	return extract.Stage{Name: "entity", Doc: "Gathers mentions into one entity for each person, body or place.",
		Needs: extract.Tokens | extract.Names, Gives: extract.Entities, Annotate: annotate}
}

func annotate(d *extract.Document) error {
	at := map[string]int32{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		name := d.At(m.Span)
		e, ok := at[name]
		if !ok {
			e = int32(len(d.Entities))
			at[name] = e
			d.Entities = append(d.Entities, extract.Entity{Type: m.Type, Name: name})
		}
		m.Entity = e
		d.Entities[e].Mentions = append(d.Entities[e].Mentions, int32(i))
	}
	return nil
}
