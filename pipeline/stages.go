package pipeline

import (
	"fmt"
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate"
	"github.com/quoth/quoth/extract/decode"
	"github.com/quoth/quoth/extract/entity"
	"github.com/quoth/quoth/extract/junk"
	"github.com/quoth/quoth/extract/language"
	"github.com/quoth/quoth/extract/lines"
	"github.com/quoth/quoth/extract/name"
	"github.com/quoth/quoth/extract/prose"
	"github.com/quoth/quoth/extract/quote"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/spacing"
	"github.com/quoth/quoth/extract/speaker"
	"github.com/quoth/quoth/extract/tag"
	"github.com/quoth/quoth/extract/token"
)

// An Engine reads language: it gives sentences, tokens and names.
type Engine struct {
	Name   string
	Doc    string
	Stages func() []extract.Stage
}

// Engines are the engines there are, the default first.
var Engines = []Engine{
	{Name: "native", Doc: "quoth's own models, trained on treebanks and annotated news.", Stages: native},
	{Name: "prose", Doc: "jdkato/prose v2, its output repaired by word lists and rules.", Stages: prose.Stages},
}

// native is the list of the engine "native".
func native() []extract.Stage {
	return []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), name.Stage()}
}

// shaping is what makes a story out of bytes, in this order.
func shaping() []extract.Stage {
	return []extract.Stage{decode.Stage(), boilerplate.Stage(), lines.Stage(), junk.Stage(), spacing.Stage(), language.Stage()}
}

// gathering is what is read out of sentences, tokens and names, in this order.
func gathering() []extract.Stage {
	return []extract.Stage{entity.Stage(), quote.Stage(), speaker.Stage()}
}

// Stages is the list of stages, in order, that an engine ("" for the default)
// needs to give layers (0 for all of them).
func Stages(engine string, layers extract.Layer) ([]extract.Stage, error) {
	for _, e := range Engines {
		if engine == "" || engine == e.Name {
			return only(slices.Concat(shaping(), e.Stages(), gathering()), layers), nil
		}
	}
	return nil, fmt.Errorf("engine %q: no such engine", engine)
}

// only leaves out the annotating stages that nothing asked for needs.
func only(list []extract.Stage, layers extract.Layer) []extract.Stage {
	if layers == 0 {
		return list
	}
	var kept []extract.Stage
	for _, s := range slices.Backward(list) {
		if s.Annotate != nil && s.Gives&layers == 0 {
			continue
		}
		layers |= s.Needs
		kept = append(kept, s)
	}
	slices.Reverse(kept)
	return kept
}
