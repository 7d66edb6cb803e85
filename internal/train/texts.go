package train

import (
	"encoding/json"
	"fmt"
	"strings"
)

// EnglishTexts reads the texts of articles and the gold texts of pages that are
// in English.
func EnglishTexts(file string) ([]string, error) {
	in, err := Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var texts []string
	for dec := json.NewDecoder(in); dec.More(); {
		var l struct {
			Text string
			Gold struct{ Text string }
		}
		if err := dec.Decode(&l); err != nil {
			return nil, fmt.Errorf("%s: text %d: %w", file, len(texts), err)
		}
		if text := l.Text + l.Gold.Text; english(text) {
			texts = append(texts, text)
		}
	}
	return texts, nil
}

// english says whether the commonest English words are common in the beginning of a
// text.
func english(text string) bool {
	words, the := 0, 0
	for w := range strings.FieldsSeq(Beginning(text)) {
		words++
		switch w {
		case "the", "of", "and", "to":
			the++
		}
	}
	return words >= 40 && the*14 > words
}

// Beginning is at most the first 20,000 bytes of a text, whole words.
func Beginning(text string) string {
	const most = 20000
	if len(text) > most {
		text = text[:strings.LastIndexByte(text[:most], ' ')+1]
	}
	return text
}
