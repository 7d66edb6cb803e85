// Package lines reads plain text into pieces.
package lines

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// Stage turns a plain text into pieces.
func Stage() extract.Stage {
	return extract.Stage{Name: "lines", Doc: "Reads a plain text into paragraphs, headings and lists.", Shape: shape}
}

func shape(d *extract.Draft) error {
	if d.Format != extract.Text {
		return nil
	}
	at := int32(0)
	for line := range strings.Lines(d.Input) {
		from := extract.Span{Start: at, End: at + int32(len(line))}
		at = from.End
		if strings.TrimSpace(line) != "" {
			d.Pieces = append(d.Pieces, extract.Piece{Text: strings.TrimSpace(line), From: from, Stage: "lines", Rule: "line"})
		}
	}
	return nil
}
