package quote

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/cues.txt
var cueData string

// cue is a verb of saying, with what may follow it (see data/cues.txt).
type cue struct {
	lemma    string
	kind     string
	frames   frames
	particle bool  // of two words
	form     uint8 // index of the form: 0 the lemma, 1 the third person, the last the participle in -ing
}

// frames is the set of what a cue takes as content.
type frames uint16

const (
	clauses     frames = 1 << iota // with or without "that"
	thatClauses                    // with "that" alone
	whClauses                      // whether, how, why
	infinitives
	addressed // names the one addressed first
	objects   // a noun phrase
	prepositions
)

var frameLetters = map[rune]frames{'c': clauses, 't': thatClauses, 'w': whClauses, 'i': infinitives, 'o': addressed, 'n': objects, 'p': prepositions}

// noCue is the cue of words that are none.
var noCue = &cue{}

// cues maps each form, lower case, to its cue.
var cues = sync.OnceValue(func() map[string]*cue {
	m := make(map[string]*cue, 2000)
	for line := range strings.Lines(cueData) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] == "#" {
			continue
		}
		c := cue{lemma: f[0], kind: f[1], particle: strings.Contains(f[0], "_")}
		for _, r := range f[2] {
			c.frames |= frameLetters[r]
		}
		for i, form := range f[3:] {
			if _, taken := m[form]; !taken {
				of := c
				of.form = uint8(i)
				m[form] = &of
			}
		}
	}
	return m
})

//go:embed data/words.txt
var wordData string

// wordClass is a set of classes of words (see data/words.txt).
type wordClass uint16

const (
	timeWord wordClass = 1 << iota
	anonymousHead
	organizationHead
	documentHead
	personHead
	titleWord
	workHead
	auxiliary
	subordinator
	coverTerm
	occasion
	sayingNoun
)

var classNames = map[string]wordClass{"time": timeWord, "anonymous": anonymousHead, "organization": organizationHead, "document": documentHead,
	"person": personHead, "title": titleWord, "work": workHead, "auxiliary": auxiliary, "subordinator": subordinator, "term": coverTerm, "occasion": occasion, "saying": sayingNoun}

// classes maps lower case words to their classes.
var classes = sync.OnceValue(func() map[string]wordClass {
	m := make(map[string]wordClass, 1000)
	for line := range strings.Lines(wordData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		word, names, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		for name := range strings.FieldsSeq(names) {
			m[word] |= classNames[name]
		}
	}
	return m
})

// known is what the lists say of a word.
type known struct {
	class wordClass
	cue   *cue
}

// vocabulary holds the lists of words and of cues, so that a word is looked up once.
var vocabulary = sync.OnceValue(func() map[string]known {
	m := make(map[string]known, 3000)
	for word, class := range classes() {
		m[word] = known{class, noCue}
	}
	for word, c := range cues() {
		m[word] = known{classes()[word], c}
	}
	return m
})
