package boilerplate

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/model.txt
var modelData string

var ownModel = sync.OnceValue(func() *Model {
	m, err := ParseModel(modelData)
	if err != nil {
		return &Model{packed: &packed{}} // a test reads the file
	}
	return m
})

// Hidden is how many units the model has: five models of sixteen, averaged, are
// one of so many. On hosts that they have not seen each alone is .0008 to .003
// worse. Five of twelve, with twice as many features hidden in training, are
// .0003 to .003 better there, and as much worse on those they have.
const Hidden = 80

// Model tells how likely a block with certain features is story: a sum over
// the features, and units that tell what several features mean together.
type Model struct {
	Bias   float32
	Direct [nFeatures]float32         // what a feature tells alone, in log odds
	In     [nFeatures][Hidden]float32 // what it adds to each unit
	Start  [Hidden]float32            // a unit counts by how far it is above zero
	Out    [Hidden]float32            // what a unit tells

	packed *packed
}

// awake are the units that are above zero for a block, and what each tells of
// each thing added to it.
type awake struct {
	n      int
	unit   [Hidden]uint8
	weight [Hidden]float32
}

// tells is what a feature adds to a score with the units as they are.
func (m *Model) tells(f feature, a *awake) float32 {
	v := m.Direct[f]
	in := &m.In[f]
	for k, h := range a.unit[:a.n] {
		v += in[h] * a.weight[k]
	}
	return v
}

// told is the feature that told most for a score.
func (m *Model) told(fs features, score float32, a *awake) (told feature) {
	most := float32(math.Inf(-1))
	for _, f := range fs {
		v := m.tells(f, a)
		if score < 0 {
			v = -v
		}
		if v > most {
			most, told = v, f
		}
	}
	return told
}

// ParseModel reads a model: a line for each feature with its name, what it
// tells alone, and what it adds to each unit. Three lines have names of their
// own: -bias, -start and -out.
func ParseModel(text string) (*Model, error) {
	m := &Model{}
	byName := map[string]feature{}
	for f := range nFeatures {
		byName[f.String()] = f
	}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0][0] == '#' {
			continue
		}
		var v [Hidden + 1]float32
		if len(f) > len(v)+1 {
			return nil, fmt.Errorf("model: %s: %d numbers", f[0], len(f)-1)
		}
		for i, s := range f[1:] {
			x, err := strconv.ParseFloat(s, 32)
			if err != nil {
				return nil, fmt.Errorf("model: %s: %w", f[0], err)
			}
			v[i] = float32(x)
		}
		switch f[0] {
		case "-bias":
			m.Bias = v[0]
		case "-start":
			copy(m.Start[:], v[:])
		case "-out":
			copy(m.Out[:], v[:])
		default:
			k, ok := byName[f[0]]
			if !ok {
				return nil, fmt.Errorf("model: no feature %q", f[0])
			}
			m.Direct[k] = v[0]
			copy(m.In[k][:], v[1:])
		}
	}
	return m, m.pack()
}

// String writes a model as ParseModel reads it.
func (m *Model) String() string {
	var b strings.Builder
	line := func(name string, v ...float32) {
		b.WriteString(name)
		for _, x := range v {
			b.WriteByte(' ')
			b.WriteString(strconv.FormatFloat(float64(x), 'f', 3, 32))
		}
		b.WriteByte('\n')
	}
	line("-bias", m.Bias)
	line("-start", m.Start[:]...)
	line("-out", m.Out[:]...)
	for f := range nFeatures {
		line(f.String(), append([]float32{m.Direct[f]}, m.In[f][:]...)...)
	}
	return b.String()
}
