package source

import (
	"bufio"
	"io"
	"os"
	"sync/atomic"

	"github.com/quoth/quoth/internal/content"
)

// BytesRead is how much of the files that the source names was read, before
// decompression. It may be asked for at any time.
func (s *Source) BytesRead() int64 { return s.read.Load() }

// LinesRead is how many lines of lists of addresses were read.
func (s *Source) LinesRead() int64 { return s.lines.Load() }

// Lines is how many lines a file has, packed or not.
func Lines(path string) (n int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	br, end, err := content.Unpack(f)
	if err != nil {
		return 0, err
	}
	defer end()
	for {
		part, err := br.ReadSlice('\n')
		if err == nil || err == io.EOF && len(part) > 0 {
			n++
		}
		switch err {
		case nil, bufio.ErrBufferFull:
		case io.EOF:
			return n, nil
		default:
			return n, err
		}
	}
}

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
