package sink

import (
	"fmt"
	"runtime/debug"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Rows makes the lines of a format.
type Rows interface {
	// Head is what an output begins with.
	Head() []byte
	// Append appends the lines of a result, line ends included. A result with
	// neither document nor error was left out on purpose and has none.
	Append(b []byte, r *pipeline.Result) []byte
}

// Append appends the lines of a result. A document that breaks its promises (a
// span outside the text) is a bug of a stage and must not cost the articles
// after it: it becomes an error, in r too.
func Append(rows Rows, b []byte, r *pipeline.Result) []byte {
	if err := Try(r, func() error { b = rows.Append(b, r); return nil }); err != nil {
		b = rows.Append(b, r)
	}
	return b
}

// Try runs what turns a result into an output. If that panics, the result
// becomes the error that Try gives.
func Try(r *pipeline.Result, run func() error) (err error) {
	defer func() {
		if v := recover(); v != nil && r.Doc != nil {
			r.Doc, r.Err = nil, &pipeline.Error{ID: r.ID, Stage: "encode", Kind: "panic", Err: fmt.Errorf("panic: %v", v), Stack: debug.Stack()}
			err = r.Err
		} else if v != nil {
			panic(v)
		}
	}()
	return run()
}

// JSON is the format JSON Lines: one line for each result.
type JSON struct {
	Encoder    extract.Encoder
	SkipErrors bool // leave the records of failed inputs out
}

// Head is nothing.
func (*JSON) Head() []byte { return nil }

// Append appends a document or an error record.
func (j *JSON) Append(b []byte, r *pipeline.Result) []byte {
	switch {
	case r.Err != nil && !j.SkipErrors:
		b = extract.AppendError(b, r.ID, r.Err.Stage, r.Err.Kind, r.Err.Err.Error())
	case r.Doc != nil:
		b = j.Encoder.Append(b, r.Doc)
	default:
		return b
	}
	return append(b, '\n')
}
