package cli

import (
	"iter"
	"sync"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
)

// earlier tells the inputs that earlier runs have done from those to do. The
// source asks for pages, ahead of the others, so as not to fetch them.
type earlier struct {
	mu   sync.Mutex
	skip *journal.Skipper // nil where there was no earlier run
	tell func()           // is called for each that is done
	err  error            // of reading what is done
}

func newEarlier(done iter.Seq2[journal.Entry, error], tell func()) *earlier {
	e := &earlier{tell: tell}
	if done != nil {
		e.skip = journal.Skip(done)
	}
	return e
}

// has says whether the next input of this id is done.
func (e *earlier) has(id string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.skip == nil || e.err != nil {
		return false
	}
	done, err := e.skip.Done(id)
	e.err = err
	if done {
		e.tell()
	}
	return done
}

func (e *earlier) failed() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.err
}

func (e *earlier) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.skip != nil {
		e.skip.Close()
		e.skip = nil
	}
}

// left are the inputs that are to do.
func (e *earlier) left(inputs iter.Seq[pipeline.Input]) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for in := range inputs {
			if e.has(in.ID) {
				continue
			}
			if e.failed() != nil || !yield(in) {
				return
			}
		}
	}
}
