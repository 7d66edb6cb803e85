package train

import (
	"encoding/json"
	"fmt"

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
