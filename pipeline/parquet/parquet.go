// Package parquet writes results as Parquet, with the nested schema of the
// JSON: a [parts.Joiner]. A file is of use only when it was ended, so a run
// that is to survive writes many, which can be joined.
package parquet

import (
	"io"

	pq "github.com/parquet-go/parquet-go"
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
)

// group is how much text a row group holds, in bytes, or a little more: it is
// held in memory until then, and a reader reads it at once.
const group = 16 << 20

// Codec writes Parquet.
type Codec struct {
	Unit       extract.Unit
	SkipErrors bool // leave the rows of failed inputs out

	maker maker
	w     *pq.GenericWriter[row]
	held  int
}

func newWriter(w io.Writer, options ...pq.WriterOption) *pq.GenericWriter[row] {
	return pq.NewGenericWriter[row](w, append(options, pq.Compression(&pq.Zstd), pq.CreatedBy("quoth", "", ""), pq.KeyValueMetadata("schema", extract.SchemaVersion))...)
}

// Begin starts a file.
func (c *Codec) Begin(w io.Writer, _ bool) error {
	c.maker.unit, c.held = c.Unit, 0
	if c.w == nil {
		c.w = newWriter(w)
	} else {
		c.w.Reset(w)
	}
	return nil
}

// Add writes a result as a row.
func (c *Codec) Add(r *pipeline.Result) error {
	var made row
	if err := sink.Try(r, func() error { c.make(&made, r); return nil }); err != nil {
		c.make(&made, r)
	}
	if made.ID == "" && made.Schema == "" {
		return nil
	}
	if _, err := c.w.Write([]row{made}); err != nil {
		return err
	}
	if made.Text != nil {
		c.held += len(*made.Text)
	}
	if c.held += 1 << 10; c.held >= group {
		c.held = 0
		return c.w.Flush()
	}
	return nil
}

func (c *Codec) make(to *row, r *pipeline.Result) {
	if r.Doc != nil || r.Err != nil && !c.SkipErrors {
		*to = c.maker.row(r)
	}
}

// Cut does nothing: there is no point within a file where it could end.
func (c *Codec) Cut() error { return nil }

// End ends the file.
func (c *Codec) End() error { return c.w.Close() }
