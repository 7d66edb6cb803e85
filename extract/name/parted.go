package name

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// Persons that the model takes together with what they are of, or for something else.

// partAtOf parts what the model takes for one person from the body or place that
// the person is of: "Clare Adair | of | Civic Party". "Catherine of Aragon" and dukes
// are called so; what ends with an office is no person.
func partAtOf(text string, toks []extract.Token, labels []uint8) {
	start := 0
	for i, l := range labels {
		if l == Outside {
			continue
		}
		kind, at := split(int(l))
		if at == begin {
			start = i
		}
		if kind != person || at != last {
			continue
		}
		first := toks[start].Of(text)
		of := start + 2
		if post(first) {
			of-- // President of the Brotherhood of Carters
		}
		for of < i && toks[of].Of(text) != "of" {
			of++
		}
		if of >= i || mayBeName(first) {
			continue
		}
		if own := ownFrom(text, toks[of:i+1]); own > 0 && (lexicon.Title(first) || lexicon.Role(strings.ToLower(first))) {
			relabel(labels, start, of+own, -1) // Minister of State for Works | Ann Adair
			relabel(labels, of+own, i+1, person)
			continue
		}
		if lexicon.Title(first) && !post(first) {
			continue
		}
		if lexicon.Title(toks[of-1].Of(text)) {
			relabel(labels, start, of, -1)
		} else {
			relabel(labels, start, of, person)
		}
		from := of
		for from < i && toks[from].Shape == extract.LowerWord {
			from++
		}
		relabel(labels, of, from, -1)
		relabel(labels, from, i+1, ofKind(text, toks[from:i+1]))
	}
}

// partAtSmall parts what the model takes for one name at a small word that stands
// within none: "Vexley | or | Corran", "Harwick | host | Ely".
func partAtSmall(text string, toks []extract.Token, labels []uint8) {
	for i := 1; i+1 < len(labels); i++ {
		if labels[i] == Outside || toks[i].Shape != extract.LowerWord {
			continue
		}
		kind, at := split(int(labels[i]))
		if at != inside || kind == other { // “Sink or Swim”
			continue
		}
		switch toks[i].Of(text) {
		case "or", "host", "hosts", "hosted", "beat", "face", "faces", "visit", "meet":
		default:
			continue
		}
		from, to := i, i+1
		for from > 0 && labels[from] != Outside {
			if _, at := split(int(labels[from])); at == begin {
				break
			}
			from--
		}
		for to < len(labels)-1 {
			if _, at := split(int(labels[to])); at == last {
				break
			}
			to++
		}
		if toks[i+1].Shape == extract.LowerWord || toks[i-1].Shape == extract.LowerWord {
			continue
		}
		relabel(labels, from, i, kind)
		relabel(labels, i, i+1, -1)
		relabel(labels, i+1, to+1, kind)
	}
}

// ownFrom is the token that a person's own name begins with among the words behind
// an office: "Secretary of State | Ann Adair". It is -1 for none.
func ownFrom(text string, toks []extract.Token) int {
	for i := len(toks) - 2; i >= 0; i-- {
		if _, ok := lexicon.FirstName(toks[i].Of(text)); ok && toks[i].Shape == extract.TitleWord {
			return i
		}
	}
	return -1
}

// employers makes bodies of what is taken for a person's name where somebody is
// theirs: "Forrester's Ann Adair", "Paul Marsh of Wedbush". First names and the surnames of
// others in the text are left.
func employers(text string, toks []extract.Token, labels []uint8) {
	var surnames map[string]bool
	for i, l := range labels {
		if l == Label(person, 0, 2) && i+1 < len(labels) && labels[i+1] == Label(person, 1, 2) && i > 2 && toks[i-1].Of(text) == "of" && labels[i-2] == Label(person, 1, 2) {
			// Ruth Adair of Bexley Traynor
			if _, first := lexicon.FirstName(toks[i].Of(text)); !first && toks[i].Shape == extract.TitleWord {
				relabel(labels, i, i+2, body)
			}
			continue
		}
		if l != Label(person, 0, 1) {
			continue
		}
		of := i > 2 && toks[i-1].Of(text) == "of" && labels[i-2] == Label(person, 1, 2)
		its := i+3 < len(toks) && (toks[i+1].Of(text) == "'s" || toks[i+1].Of(text) == "’s") && labels[i+2] == Label(person, 0, 2)
		w := toks[i].Of(text)
		if _, first := lexicon.FirstName(w); !of && !its || first || toks[i].Shape != extract.TitleWord {
			continue
		}
		if surnames == nil {
			surnames = labelled(text, toks, labels, Label(person, 1, 2))
		}
		if !surnames[w] {
			labels[i] = Label(body, 0, 1)
		}
	}
}

// firstNames makes persons' of first names alone that the model takes for places,
// where the text has who bears them: "asked for Hala", who is Hala Adair.
func firstNames(text string, toks []extract.Token, labels []uint8) {
	var bearers map[string]bool
	for i, l := range labels {
		if l != Label(place, 0, 1) && l != Label(other, 0, 1) || toks[i].Shape != extract.TitleWord {
			continue
		}
		if bearers == nil {
			bearers = labelled(text, toks, labels, Label(person, 0, 2))
		}
		if w := toks[i].Of(text); bearers[w] && lexicon.Place(w) == lexicon.NoPlace {
			labels[i] = Label(person, 0, 1)
		}
	}
}

// labelled are the words that have a label.
func labelled(text string, toks []extract.Token, labels []uint8, label uint8) map[string]bool {
	words := map[string]bool{}
	for i, l := range labels {
		if l == label {
			words[toks[i].Of(text)] = true
		}
	}
	return words
}

// ofKind is the kind of what a person is of: -1 for no name.
func ofKind(text string, toks []extract.Token) int {
	end := len(toks) - 1
	s := text[toks[0].Start:toks[end].End]
	switch {
	case toks[0].Shape != extract.TitleWord && toks[0].Shape != extract.CapsWord:
		return -1
	case lexicon.Place(s) != lexicon.NoPlace, end == 0 && toks[0].Shape == extract.TitleWord && !lexicon.Org(s):
		return place
	}
	return body
}

// relabel makes one name of tokens from to to, or none where kind is -1.
func relabel(labels []uint8, from, to, kind int) {
	for i := from; i < to; i++ {
		labels[i] = Outside
		if kind >= 0 {
			labels[i] = Label(kind, i-from, to-from)
		}
	}
}
