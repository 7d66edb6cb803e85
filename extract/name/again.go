package name

import (
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
	"github.com/quoth/quoth/internal/model"
)

// Bodies that the model passes over in one place of a document and finds in
// another, or that their form tells.

// inShort finds bodies by what their longer names make of them: "Corran Marine
// Group lost money. Corran cut jobs." by the first word, "the DCI" by the first letters
// of Directorate of Coastal Inquiry.
func (t *tagger) inShort(text string, toks []extract.Token) {
	var room [16]uint64
	letters := room[:0]
	heads := false
	for i, l := range t.labels {
		if l == Outside {
			continue
		}
		if kind, at := split(int(l)); kind != body || at != begin {
			continue
		}
		w := &t.words[t.ids[i]]
		if w.shape == extract.TitleWord && toks[i].Len() > 3 && w.traits>>listShift&(listFirstName|listPlace|listPeople|listOpener|listTitle|listBodyWord) == 0 {
			if t.rare(w) { // not of Psychotherapy Institute
				w.heads, heads = true, true
			}
		}
		if h, ok := t.initials(text, toks, i); ok && len(letters) < cap(letters) {
			letters = append(letters, h)
		}
	}
	if !heads && len(letters) == 0 {
		return
	}
	for k := range t.sents {
		s := &t.sents[k]
		if s.titled || s.shouted {
			continue
		}
		for i := s.from; i < s.to; i++ {
			w := &t.words[t.ids[i]]
			if t.labels[i] != Outside || !w.capital {
				continue
			}
			if w.caps && slices.Contains(letters, w.exact) ||
				w.heads && !w.lowerSeen && (i+1 == s.to || !t.words[t.ids[i+1]].capital) {
				t.labels[i] = Label(body, 0, 1)
			}
		}
	}
}

// known finds bodies of one word that lists know, where they stand: "M23 rebels",
// "Caritas nuns".
func known(text string, toks []extract.Token, labels []uint8) {
	for i, tok := range toks {
		if labels[i] != Outside {
			continue
		}
		switch tok.Shape {
		case extract.TitleWord, extract.MixedWord, extract.Alphanumeric:
			if lexicon.Known(tok.Of(text)) && (i+1 == len(toks) || !toks[i+1].Shape.Capitalised() || labels[i+1] != Outside) {
				labels[i] = Label(body, 0, 1)
			}
		}
	}
}

// initials is the hash of the first letters of the words with capitals of the name
// that begins at token i, of three words or more.
func (t *tagger) initials(text string, toks []extract.Token, i int) (hash uint64, ok bool) {
	var room [8]byte
	b := room[:0]
	for ; i < len(toks) && len(b) < cap(b); i++ {
		if c := text[toks[i].Start]; 'A' <= c && c <= 'Z' {
			b = append(b, c)
		}
		if _, at := split(int(t.labels[i])); at == last {
			return model.HashBytes(b), len(b) > 2
		}
	}
	return 0, false
}

// callSigns finds the stations of Australia by their call signs, a digit with
// two or three capitals: "told 3AW", "6PR radio". One place that tells of radio
// decides for the document.
func callSigns(text string, toks []extract.Token, labels []uint8) {
	var signs []string
	for i, tok := range toks {
		if tok.Shape == extract.Alphanumeric && labels[i] == Outside && callSign(tok.Of(text)) && onAir(text, toks, i) {
			signs = append(signs, tok.Of(text))
		}
	}
	for i, tok := range toks {
		if len(signs) > 0 && tok.Shape == extract.Alphanumeric && labels[i] == Outside && slices.Contains(signs, tok.Of(text)) {
			labels[i] = Label(body, 0, 1)
		}
	}
}

func callSign(s string) bool {
	if len(s) < 3 || len(s) > 4 || s[0] < '2' || s[0] > '8' || s[1:] == "WD" {
		return false
	}
	for k := 1; k < len(s); k++ {
		if s[k] < 'A' || s[k] > 'Z' {
			return false
		}
	}
	return true
}

// onAir says whether what stands beside token i is said of stations.
func onAir(text string, toks []extract.Token, i int) bool {
	if i > 0 {
		switch toks[i-1].Of(text) {
		case "told", "on", "Radio", "radio", "station", "stations":
			return true
		}
	}
	if i+1 < len(toks) {
		switch toks[i+1].Of(text) {
		case "radio", "Radio", "host", "presenter", "announcer", "listeners", "Breakfast", "Mornings", "Drive":
			return true
		}
	}
	return false
}
