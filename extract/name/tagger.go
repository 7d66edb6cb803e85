package name

import (
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/model"
)

// tagger labels sentences: a reader with the model over it.
type tagger struct {
	reader
	decoder
	model  model.Linear
	sum    model.Sum
	labels []uint8
}

func newTagger() *tagger {
	t := &tagger{model: must(model.OpenLinear(modelData))}
	t.reader.open()
	t.decoder.open(t.model.Number)
	t.sum = t.model.NewSum()
	return t
}

// label gives the labels of a sentence's tokens, good until the next call.
func (t *tagger) label(s *sent) []uint8 {
	n := s.to - s.from
	if cap(t.labels) < n {
		t.labels, t.emit = make([]uint8, n), make([]int32, n*Labels)
	}
	t.labels, t.emit = t.labels[:n], t.emit[:n*Labels]
	for i := range n {
		t.feats = t.features(t.feats[:0], s, s.from+i)
		clear(t.sum)
		known := t.model.Add(t.sum, t.feats)
		t.model.Scores(t.emit[i*Labels:(i+1)*Labels], t.sum, known)
	}
	t.decode(t.labels)
	return t.labels
}

func (t *tagger) appendNames(dst []extract.Mention, text string, toks []extract.Token, labels []uint8) []extract.Mention {
	start := 0
	for i, l := range labels {
		if l == Outside {
			continue
		}
		kind, at := split(int(l))
		if at == begin || at == only {
			start = i
		}
		if at == last || at == only {
			span := extract.Span{Start: toks[start].Start, End: toks[i].End}
			dst = append(dst, extract.Mention{Span: span, Type: typeOf(kind, span.Of(text)), Kind: extract.NameMention, Entity: -1})
		}
	}
	return dst
}
