package meta

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// option is one value that a member of the metadata may have.
type option struct {
	text   string // the title, the authors, the day
	from   string
	out    bool     // training learns of it, but it is never chosen
	traits []string // what speaks for it or against it, by the names in data/weights.txt
}

func (o *option) is(traits ...string) { o.traits = append(o.traits, traits...) }

// Weights tell what the traits of the options for a member of the metadata
// are worth: member, then trait.
type Weights map[string]map[string]float64

//go:embed data/weights.txt
var weightData string

var ownWeights = sync.OnceValue(func() Weights { return ParseWeights(weightData) })

// ParseWeights reads lines of a member, a trait and a number, parted by tabs.
// Other lines tell nothing.
func ParseWeights(text string) Weights {
	w := Weights{}
	for line := range strings.Lines(text) {
		if line[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 {
			continue
		}
		v, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			continue
		}
		if w[f[0]] == nil {
			w[f[0]] = map[string]float64{}
		}
		w[f[0]][f[1]] = v
	}
	return w
}

// best is the option that the weights of a member speak for most, the first of
// equals; -1 where there is none.
func (w Weights) best(member string, options []option) int {
	of, best, most := w[member], -1, 0.0
	for i := range options {
		if options[i].out {
			continue
		}
		sum := 0.0
		for _, t := range options[i].traits {
			sum += of[t]
		}
		if best < 0 || sum > most {
			best, most = i, sum
		}
	}
	return best
}

// Best is the option of those that training saw, the first of equals; -1 for
// none.
func (w Weights) Best(member string, seen []Option) int {
	list := make([]option, len(seen))
	for i := range seen {
		list[i].traits, list[i].out = seen[i].Traits, seen[i].Out
	}
	return w.best(member, list)
}

// bucket names the first of the limits that v does not pass: "words<6",
// "words>24".
func bucket(name string, v int, limits ...int) string {
	for _, l := range limits {
		if v < l {
			return name + "<" + strconv.Itoa(l)
		}
	}
	return name + ">=" + strconv.Itoa(limits[len(limits)-1])
}
