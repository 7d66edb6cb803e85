package quote

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/quoth/quoth/extract"
)

//go:embed data/confidence.txt
var confidenceData string

// confidences are the weights of what speaks for or against a quote, as
// `make train-confidence` writes them.
var confidences = sync.OnceValue(func() map[string]float64 {
	m := make(map[string]float64, 128)
	for line := range strings.Lines(confidenceData) {
		if name, value, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok && name[0] != '#' {
			m[name], _ = strconv.ParseFloat(value, 64)
		}
	}
	return m
})

// evidence writes what speaks for or against the quote q that the report r gives;
// r is nil for a turn of a transcript.
func (f *facts) evidence(q *extract.Quote, r *report) {
	f.reset()
	sort := "marks"
	if q.Kind == extract.Indirect {
		sort = "indirect"
	}
	f.add(sort)
	f.add(sort, " rule ", q.Rule)
	f.add(sort, " speaker ", q.Speaker.Kind.String())
	if q.Kind == extract.Mixed {
		f.add("mixed")
	}
	if q.CueKind != "" {
		f.add(sort, " cue ", q.CueKind)
	}
	if q.Modality != extract.Actual {
		f.add(sort, " modality ", q.Modality.String())
	}
	if q.Via.Kind != extract.NoSpeaker {
		f.add("via")
	}
	if len(q.Parts) > 1 {
		f.add(sort, " parts")
	}
	size := 0
	for _, p := range q.Parts {
		size += p.Len()
	}
	f.add(sort, " size ", strconv.Itoa(int(math.Log2(float64(size+1)))))
	switch {
	case r == nil:
	case r.sure > 0:
		f.add("model ", strconv.Itoa(int(r.sure*10)))
	case r.doubted:
		f.add(sort, " doubted")
	}
}

// trust sets how sure the quote q is.
func (f *facts) trust(q *extract.Quote, r *report, note func(*extract.Quote, []string)) {
	f.evidence(q, r)
	all := f.since(0)
	q.Confidence = 1 / (1 + math.Exp(-f.sum(confidences(), "", all)))
	if note != nil {
		note(q, f.list(nil, "", all))
	}
}

// evidence is what speaks for or against a turn of a transcript.
func evidence(q *extract.Quote) []string {
	var f facts
	f.evidence(q, nil)
	return f.list(nil, "", f.since(0))
}

// Evidence calls yield for each quote of d with what speaks for and against it,
// for training.
func Evidence(d *extract.Document, yield func(*extract.Quote, []string)) {
	find(nil, d, yield)
}
