package entity

import (
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

// listing is what came out: a line for each entity, "PERSON Ann Lee: Ann Lee,
// Lee".
func listing(t testing.TB, d *extract.Document) string {
	t.Helper()
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range d.Entities {
		var texts []string
		for _, m := range e.Mentions {
			texts = append(texts, d.At(d.Mentions[m].Span))
		}
		lines = append(lines, e.Type.String()+" "+e.Name+": "+strings.Join(texts, ", "))
	}
	return strings.Join(lines, "\n")
}
