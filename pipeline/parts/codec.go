package parts

import (
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
)

// A Codec makes the bytes of the parts of an output.
type Codec interface {
	// Begin starts a part on w, or goes on with one that is not empty.
	Begin(w io.Writer, empty bool) error
	// Add writes a result. What it makes an error of is one in r too.
	Add(r *pipeline.Result) error
	// Cut brings what was added to w, whole: a reader could stop there.
	Cut() error
	// End ends the part.
	End() error
}

// Compression is how lines are packed.
type Compression string

// Gzip is a gzip file of members, Zstd a zstd file of frames: each can be cut
// off behind any of them, and every reader reads on over their ends.
const (
	Plain Compression = ""
	Gzip  Compression = "gzip"
	Zstd  Compression = "zstd"
)

// Lines makes a Codec of a format of lines.
func Lines(rows sink.Rows, c Compression) Codec { return &lines{rows: rows, compression: c} }

type lines struct {
	rows        sink.Rows
	compression Compression
	out         io.Writer
	packer      packer // nil for plain lines
	open        bool   // a member was begun
	line        []byte
}

type packer interface {
	io.WriteCloser
	Reset(io.Writer)
}

func (l *lines) Begin(w io.Writer, empty bool) (err error) {
	l.out, l.open = w, false
	if l.packer == nil {
		switch l.compression {
		case Gzip:
			l.packer = gzip.NewWriter(w)
		case Zstd: // one goroutine: a batch has its cores busy
			l.packer, err = zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
		}
	}
	if err == nil && empty {
		err = l.put(l.rows.Head())
	}
	return err
}

func (l *lines) Add(r *pipeline.Result) error {
	l.line = sink.Append(l.rows, l.line[:0], r)
	err := l.put(l.line)
	if cap(l.line) > 1<<20 {
		l.line = nil
	}
	return err
}

func (l *lines) put(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	if l.packer == nil {
		_, err := l.out.Write(b)
		return err
	}
	if !l.open {
		l.packer.Reset(l.out)
		l.open = true
	}
	_, err := l.packer.Write(b)
	return err
}

func (l *lines) Cut() error {
	if !l.open {
		return nil
	}
	l.open = false
	return l.packer.Close()
}

func (l *lines) End() error { return l.Cut() }
