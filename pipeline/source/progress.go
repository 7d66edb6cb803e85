package source

import (
	"io"
	"sync/atomic"
)

// BytesRead is how much of the files that the source names was read, before
// decompression. It may be asked for at any time.
func (s *Source) BytesRead() int64 { return s.read.Load() }

// counted counts what is read.
type counted struct {
	io.Reader
	n *atomic.Int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// countedAt does the same for what is read here and there.
type countedAt struct {
	io.ReaderAt
	n *atomic.Int64
}

func (c countedAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, off)
	c.n.Add(int64(n))
	return n, err
}
