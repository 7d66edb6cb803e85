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

// evidence is what speaks for or against the quote q that the report r gives;
// r is nil for a turn of a transcript.
func evidence(q *extract.Quote, r *report) []string {
	sort := "marks"
	if q.Kind == extract.Indirect {
		sort = "indirect"
	}
	list := []string{sort, sort + " rule " + q.Rule, sort + " speaker " + q.Speaker.Kind.String()}
	if q.Kind == extract.Mixed {
		list = append(list, "mixed")
	}
	if q.CueKind != "" {
		list = append(list, sort+" cue "+q.CueKind)
	}
	if q.Modality != extract.Actual {
		list = append(list, sort+" modality "+q.Modality.String())
	}
	if q.Via.Kind != extract.NoSpeaker {
		list = append(list, "via")
	}
	if len(q.Parts) > 1 {
		list = append(list, sort+" parts")
	}
	size := 0
	for _, p := range q.Parts {
		size += p.Len()
	}
	list = append(list, sort+" size "+strconv.Itoa(int(math.Log2(float64(size+1)))))
	switch {
	case r == nil:
	case r.sure > 0:
		list = append(list, "model "+strconv.Itoa(int(r.sure*10)))
	case r.doubted:
		list = append(list, sort+" doubted")
	}
	return list
}

// trust sets how sure the quote q is.
func trust(q *extract.Quote, r *report, note func(*extract.Quote, []string)) {
	list := evidence(q, r)
	q.Confidence = confidence(list)
	if note != nil {
		note(q, list)
	}
}

// confidence is how likely a quote is right, from what speaks for it.
func confidence(evidence []string) float64 {
	sum := 0.0
	for _, e := range evidence {
		sum += confidences()[e]
	}
	return 1 / (1 + math.Exp(-sum))
}

// Evidence calls yield for each quote of d with what speaks for and against it,
// for training.
func Evidence(d *extract.Document, yield func(*extract.Quote, []string)) {
	find(nil, d, yield)
}
