package train

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/quoth/quoth/extract"
)

// Attributed is a text with who said what in it, in bytes.
type Attributed struct {
	ID           string
	Text         string
	Attributions []Attribution
}

// Attribution is something said or thought: who, by which word, what. Each may
// be of several pieces; who may be nobody whom the text names.
type Attribution struct{ Source, Cue, Content []extract.Span }

// ReadAttributed reads JSON Lines of texts with attributions, whose
// positions count code points.
func ReadAttributed(file string) ([]Attributed, error) {
	in, err := Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var docs []Attributed
	for dec := json.NewDecoder(in); dec.More(); {
		var l struct {
			ID           string
			Text         string
			Attributions []struct{ Source, Cue, Content [][2]int32 }
		}
		if err := dec.Decode(&l); err != nil {
			return nil, fmt.Errorf("%s: text %d: %w", file, len(docs), err)
		}
		at := ByteOffsets(l.Text)
		spans := func(list [][2]int32) (out []extract.Span) {
			for _, s := range list {
				out = append(out, extract.Span{Start: at[s[0]], End: at[s[1]]})
			}
			return out
		}
		d := Attributed{ID: l.ID, Text: l.Text}
		for _, a := range l.Attributions {
			d.Attributions = append(d.Attributions, Attribution{spans(a.Source), spans(a.Cue), spans(a.Content)})
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// Holds says whether most of s, six tenths or more, is in what was said.
func (a *Attribution) Holds(s extract.Span) bool {
	n := 0
	for _, p := range a.Content {
		n += int(Common(s, p))
	}
	return 10*n >= 6*s.Len()
}

// IsSource says whether a speaker's span lies on one who said it: more than half
// of the shorter of the two is common.
func (a *Attribution) IsSource(s extract.Span) bool {
	return slices.ContainsFunc(a.Source, func(w extract.Span) bool { return 2*int(Common(s, w)) > min(s.Len(), w.Len()) })
}

// Common is how many bytes two spans share.
func Common(a, b extract.Span) int32 { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }
