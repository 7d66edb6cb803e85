package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
)

const (
	window     = 64 << 10  // of an input that is looked at to tell its kind
	zstdWindow = 128 << 20 // what zstd --long writes; a frame that wants more is refused
)

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
)

// decompress looks at the first bytes of r and undoes gzip or zstd, once. The
// function it returns ends the decompression; it does not close r.
func decompress(r io.Reader) (*bufio.Reader, func(), error) {
	br := bufio.NewReaderSize(r, window)
	switch head, _ := br.Peek(4); {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(br)
		if err != nil {
			return nil, nil, broken("gzip", err)
		}
		return bufio.NewReaderSize(&unzip{z, "gzip"}, window), func() { z.Close() }, nil
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow))
		if err != nil {
			return nil, nil, broken("zstd", err)
		}
		return bufio.NewReaderSize(&unzip{z, "zstd"}, window), z.Close, nil
	}
	return br, func() {}, nil
}

// unzip names the format in the errors of a decompressor.
type unzip struct {
	io.Reader
	format string
}

func (u *unzip) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = broken(u.format, err)
	}
	return n, err
}

func broken(format string, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		return extract.Faultf("bad_"+format, "%s: cut off before its end", format)
	}
	return extract.Faultf("bad_"+format, "%s: %w", format, err)
}
