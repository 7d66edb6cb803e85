// Package train reads corpora and trains the models of the native engine.
//
// Training is reproducible bit by bit: seeds are fixed, sums are made in one
// order on one goroutine, and nothing depends on the order of a map.
package train

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// Annotated is a text with sentences and names, in bytes.
type Annotated struct {
	ID        string
	Text      string
	Sentences []extract.Span
	Names     []Name
	Free      []extract.Span // where nobody knows whether a name stands, in order
}

// Name is an annotated name.
type Name struct {
	extract.Span
	Type string // as its corpus calls it
}

// ReadAnnotated reads JSON Lines of texts with sentences and entities, whose
// positions count code points; gzipped where the file's name ends with .gz.
func ReadAnnotated(file string) ([]Annotated, error) {
	in, err := Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var docs []Annotated
	for dec := json.NewDecoder(in); dec.More(); {
		var l struct {
			ID        string
			Text      string
			Sentences [][2]int32
			Entities  []struct {
				Start, End int32
				Type       string
			}
		}
		if err := dec.Decode(&l); err != nil {
			return nil, fmt.Errorf("%s: text %d: %w", file, len(docs), err)
		}
		at := ByteOffsets(l.Text)
		d := Annotated{ID: l.ID, Text: l.Text}
		for _, s := range l.Sentences {
			d.Sentences = append(d.Sentences, extract.Span{Start: at[s[0]], End: at[s[1]]})
		}
		for _, e := range l.Entities {
			d.Names = append(d.Names, Name{extract.Span{Start: at[e.Start], End: at[e.End]}, e.Type})
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// ByteOffsets gives for each code point of s, and for its end, how many bytes
// come before it: positions in corpora count code points.
func ByteOffsets(s string) []int32 {
	at := make([]int32, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		at = append(at, int32(i))
	}
	return append(at, int32(len(s)))
}
