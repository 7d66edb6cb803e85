package quote

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/quoth/quoth/extract"
)

//go:embed data/rules.txt
var ruleData string

// trust is how sure a rule is of its quotes with marks and without.
type trust struct{ marks, indirect float64 }

var trusts = sync.OnceValue(func() map[string]trust {
	m := make(map[string]trust, 32)
	for line := range strings.Lines(ruleData) {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			continue
		}
		marks, _ := strconv.ParseFloat(f[1], 64)
		indirect, _ := strconv.ParseFloat(f[2], 64)
		m[f[0]] = trust{marks, indirect}
	}
	return m
})

// doubt is what a quote loses whose speaker another clause tells, or that is
// negated.
const doubt = 0.1

// confidence is how sure the report r is as a quote of a kind.
func (r *report) confidence(kind extract.QuoteKind) float64 {
	if r.sure > 0 {
		return r.sure // as the model of choices has it
	}
	t := trusts()[r.rule]
	sure := t.marks
	if kind == extract.Indirect {
		sure = t.indirect
	}
	if r.doubted {
		sure -= doubt
	}
	return max(0, sure)
}
