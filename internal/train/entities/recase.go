package main

import "github.com/quoth/quoth/internal/train"

// recased are copies of some documents written otherwise, so that headlines in
// capitals, titles and text without capitals are read too. Every tenth document
// comes in each way.
func recased(docs []train.Annotated) []train.Annotated {
	var out []train.Annotated
	for i, d := range docs {
		b := []byte(d.Text)
		inside := false
		for k, c := range b {
			small := 'a' <= c && c <= 'z'
			switch {
			case i%10 == 3 && small, i%10 == 9 && small && !inside:
				b[k] = c - 'a' + 'A'
			case i%10 == 6 && 'A' <= c && c <= 'Z':
				b[k] = c - 'A' + 'a'
			}
			inside = small || 'A' <= c && c <= 'Z' || c == '\'' || c >= 0x80
		}
		if i%10 == 3 || i%10 == 6 || i%10 == 9 {
			d.Text = string(b)
			out = append(out, d)
		}
	}
	return out
}
