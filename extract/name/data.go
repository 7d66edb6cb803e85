package name

import (
	_ "embed"

	"github.com/quoth/quoth/internal/model"
)

var (
	//go:embed data/model.bin
	modelData string
	//go:embed data/clusters.bin
	clusterData string
	//go:embed data/browns.bin
	brownData string
	//go:embed data/traits.bin
	traitData string
	//go:embed data/phrases.bin
	phraseData string
)

// open reads the heads of the tables. That they are sound is held by a test.
func (r *reader) open() {
	r.twins = map[uint64]uint8{}
	r.clusters = must(model.OpenTable(clusterData))
	r.browns = must(model.OpenTable(brownData))
	r.traits = must(model.OpenTable(traitData))
	r.phrases = must(model.OpenTable(phraseData))
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
