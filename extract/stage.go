package extract

import (
	"errors"
	"fmt"
)

// Layer is a set of layers of a document.
type Layer uint16

const (
	Blocks Layer = 1 << iota
	Sentences
	Tokens
	Names // Document.Mentions of kind name, not yet gathered
	Entities
	Quotes
	Speakers
)

var layerNames = [...]string{"blocks", "sentences", "tokens", "names", "entities", "quotes", "speakers"}

func (l Layer) String() string {
	s := ""
	for i, n := range layerNames {
		if l&(1<<i) != 0 {
			if s != "" {
				s += ","
			}
			s += n
		}
	}
	return s
}

// Stage fits a plain function into the pipeline. Exactly one of Shape and
// Annotate is set: a shaping stage runs before Freeze, an annotating one after.
// A stage keeps no state between documents and may run on many at once.
type Stage struct {
	Name  string // as in Removed.Stage and in error records: "junk"
	Doc   string // one sentence
	Needs Layer  // what must be there before
	Gives Layer  // what is there after

	Shape    func(*Draft) error
	Annotate func(*Document) error

	// Verbatim says that a shaping stage runs on a text that is to be taken as
	// it is, too.
	Verbatim bool
}

// CheckStages says what is wrong with a list of stages: a name twice, no
// document line, a need that nobody before it gives, shaping after annotating.
func CheckStages(stages []Stage) error {
	seen := map[string]bool{}
	have := Blocks // Freeze gives them
	annotating := false
	for _, s := range stages {
		switch {
		case s.Name == "" || s.Doc == "":
			return fmt.Errorf("stage %q: needs a name and a sentence of documentation", s.Name)
		case seen[s.Name]:
			return fmt.Errorf("stage %s: listed twice", s.Name)
		case (s.Shape == nil) == (s.Annotate == nil):
			return fmt.Errorf("stage %s: must either shape or annotate", s.Name)
		case s.Shape != nil && annotating:
			return fmt.Errorf("stage %s: shapes after the text was frozen", s.Name)
		case s.Needs&^have != 0:
			return fmt.Errorf("stage %s: needs %s, which no stage before it gives", s.Name, s.Needs&^have)
		}
		seen[s.Name] = true
		have |= s.Gives
		annotating = s.Annotate != nil
	}
	return nil
}

// Fault is an error with a kind that scripts can act on ("no_story",
// "too_large").
type Fault struct {
	Kind string
	Err  error
}

func (f *Fault) Error() string { return f.Err.Error() }
func (f *Fault) Unwrap() error { return f.Err }

// Faultf makes a Fault.
func Faultf(kind, format string, args ...any) error {
	return &Fault{kind, fmt.Errorf(format, args...)}
}

// FaultKind is the kind of the first Fault in err's chain, else "failed".
func FaultKind(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Kind
	}
	return "failed"
}
