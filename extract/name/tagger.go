package name

import (
	"slices"
	"sync/atomic"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// tagger labels sentences: a reader with the model over it.
type tagger struct {
	reader
	decoder
	model  model.Linear
	sum    model.Sum
	feats  []uint32
	shapes []shapeSum
	labels []uint8
	emit   []int32
	says   [len(saying)]uint64
}

// opened counts how often the model was opened, for tests.
var opened atomic.Int32

func newTagger() *tagger {
	opened.Add(1)
	t := &tagger{model: must(model.OpenLinear(modelData))}
	t.reader.open()
	t.decoder.open(t.model.Number)
	t.sum = t.model.NewSum()
	t.sums, t.shapes = make([]sums, manyWords), make([]shapeSum, 1<<shapeBits)
	for i := range t.sums {
		t.sums[i].owner = none
	}
	for i, w := range saying {
		t.says[i] = model.Hash(w)
	}
	return t
}

// label gives the labels of all tokens, good until the next call.
//
// Sentences are decoded twice: names of the first pass vote for what their
// words are in this document, and the votes weigh in the second. "Clinton" alone
// in a headline becomes what "Hillary Clinton" further down is.
func (t *tagger) label() []uint8 {
	n, small := len(t.ids), t.small()
	t.labels = grow(t.labels, n)
	t.emit = grow(t.emit, n*Labels)
	for k := range t.sents {
		s := &t.sents[k]
		for i := s.from; i < s.to; i++ {
			t.emissions(t.emit[i*Labels:(i+1)*Labels], s, i)
			if small {
				t.lift(t.emit[i*Labels : (i+1)*Labels])
			}
		}
		t.decode(t.labels[s.from:s.to], t.emit[s.from*Labels:s.to*Labels])
	}
	t.vote()
	for k := range t.sents {
		if s := &t.sents[k]; t.sway(s) {
			t.decode(t.labels[s.from:s.to], t.emit[s.from*Labels:s.to*Labels])
		}
	}
	t.recall()
	t.platforms()
	t.works()
	t.shops()
	t.called()
	t.storms()
	t.governments()
	return t.labels
}

// recall makes persons' of surnames that the model passed over, because they
// are common words: "Al Ferry spoke. Ferry said ...". What opens a sentence is
// one only before a word of saying, or where no small word is written so; of first
// names only such are taken: "“Dele never gives up,” she said."
func (t *tagger) recall() {
	any := false
	for i, l := range t.labels {
		if kind, at := split(int(l)); l != Outside && kind == person && (at == last || at == begin) {
			w := &t.words[t.ids[i]]
			w.ends = w.ends || at == last
			w.begins = w.begins || at == begin && w.shape == extract.TitleWord && t.rare(w)
			any = true
		}
	}
	if !any {
		return
	}
	for k := range t.sents {
		s := &t.sents[k]
		if s.titled || s.shouted {
			continue
		}
		for i := s.from; i < s.to; i++ {
			w := &t.words[t.ids[i]]
			if t.labels[i] != Outside || !w.ends && !w.begins || !w.capital {
				continue
			}
			if !w.ends || t.rare(w) {
				if i+1 == s.to || !t.words[t.ids[i+1]].capital {
					t.labels[i] = Label(person, 0, 1)
				}
				continue
			}
			opens := i == s.from || quotes(t.words[t.ids[i-1]].shape)
			if !opens || i+1 < s.to && slices.Contains(t.says[:], t.words[t.ids[i+1]].lower) {
				t.labels[i] = Label(person, 0, 1)
			}
		}
	}
}

// rare says whether a word with a capital is none that is written small, as far as
// tables and the document tell.
func (t *tagger) rare(w *word) bool {
	_, common := t.clusters.Get(w.lower)
	return !common && !w.lowerSeen
}

// platforms finds the platform X where it is written on: one capital letter is
// little to go by. "On X Street" is none.
func (t *tagger) platforms() {
	for i := 1; i < len(t.ids); i++ {
		if t.labels[i] != Outside || t.words[t.ids[i]].exact != letterX || t.words[t.ids[i-1]].exact != wordOn {
			continue
		}
		if i+1 == len(t.ids) || !t.words[t.ids[i+1]].capital && !t.words[t.ids[i+1]].digits {
			t.labels[i] = Label(body, 0, 1)
		}
	}
}

var letterX, wordOn = model.Hash("X"), model.Hash("on")

func quotes(s extract.Shape) bool { return s >= extract.OpenQuote && s <= extract.StraightQuote }

// saying are verbs that a speaker stands before.
var saying = [...]string{"said", "says", "told", "added", "asked", "wrote", "tweeted", "replied"}

// vote counts of which kinds the names are that each word is part of.
func (t *tagger) vote() {
	for i, l := range t.labels {
		if l != Outside {
			kind, at := split(int(l))
			n := uint16(1)
			if at != only {
				n = 2
			}
			t.words[t.ids[i]].votes[kind] += n
		}
	}
}

// sway adds the votes to a sentence's scores; it says whether there were any
// for other than what the first pass found.
func (t *tagger) sway(s *sent) bool {
	swayed := false
	for i := s.from; i < s.to; i++ {
		w := &t.words[t.ids[i]]
		if !w.capital {
			continue
		}
		v := &w.votes
		total := int32(0)
		for _, n := range v {
			total += int32(n)
		}
		if total < 2 {
			continue
		}
		now := none
		if l := t.labels[i]; l != Outside {
			now, _ = split(int(l))
		}
		for k, n := range v {
			if n == 0 {
				continue
			}
			bonus := Weight * int32(n) / total
			for p := range 4 {
				t.emit[i*Labels+1+4*k+p] += bonus
			}
			swayed = swayed || k != now
		}
	}
	return swayed
}

// Weight is what all votes together weigh, in the model's units.
var Weight int32 = 40

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// blank is s with room for n, none in each.
func blank(s []int32, n int) []int32 {
	s = grow(s, n)
	for i := range s {
		s[i] = none
	}
	return s
}
