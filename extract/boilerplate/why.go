package boilerplate

import (
	"cmp"
	"math"
	"slices"

	"github.com/quoth/quoth/extract"
)

// mostReasons is how many signs of a block are named.
const mostReasons = 6

// why is the score with the features that told most, for or against.
func (m *Model) why(fs features, score float32, a *awake) *extract.Why {
	w := &extract.Why{Score: float64(score)}
	for _, f := range fs {
		if v := float64(m.tells(f, a)); f != fBias && math.Abs(v) >= 0.005 {
			w.Reasons = append(w.Reasons, extract.Reason{Name: ruleNames[f], Weight: v})
		}
	}
	slices.SortStableFunc(w.Reasons, func(a, b extract.Reason) int { return -cmp.Compare(math.Abs(a.Weight), math.Abs(b.Weight)) })
	w.Reasons = w.Reasons[:min(len(w.Reasons), mostReasons)]
	return w
}
