// Package content tells what a body of bytes is and undoes what it is packed
// in: the media type and charset of a header, content and transfer codings of
// HTTP, files that are gzip or zstd. What comes out is bounded; broken bytes
// are faults of the kinds bad_gzip, bad_zstd, bad_br and bad_deflate.
package content

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
)

// Window is how much of a stream Unpack's reader can show ahead.
const Window = 64 << 10

const (
	zstdWindow     = 128 << 20 // what zstd --long writes; a frame that wants more is refused
	zstdDictionary = 16 << 20
)

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
	skippable = []byte{0x2a, 0x4d, 0x18} // after a byte 0x5?: a frame that zstd reads over
)

// Packed says whether a body begins like gzip or zstd.
func Packed(body []byte) bool {
	return bytes.HasPrefix(body, gzipMagic) || bytes.HasPrefix(body, zstdMagic) ||
		len(body) >= 4 && body[0]&0xf0 == 0x50 && bytes.Equal(body[1:4], skippable)
}

// Unpack looks at the first bytes of r and undoes gzip or zstd, once. The
// function it returns ends that; it does not close r.
func Unpack(r io.Reader) (*bufio.Reader, func(), error) {
	br, _, end, err := UnpackPlaces(r)
	return br, end, err
}

// UnpackPlaces does what Unpack does, and tells where in r an offset lies.
func UnpackPlaces(r io.Reader) (*bufio.Reader, Places, func(), error) {
	in := &counter{Reader: r}
	br := bufio.NewReaderSize(in, Window)
	head, _ := br.Peek(4)
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := newMembers(br, in)
		if err != nil {
			return nil, nil, nil, broken("gzip", err)
		}
		return bufio.NewReaderSize(&unpacker{Reader: z, format: "gzip", in: in}, Window), z.place, func() { z.z.Close() }, nil
	case Packed(head):
		z, err := newZstd(br)
		if err != nil {
			return nil, nil, nil, broken("zstd", err)
		}
		return bufio.NewReaderSize(&unpacker{Reader: z, format: "zstd", in: in}, Window), nowhere, z.Close, nil
	}
	return br, same, func() {}, nil
}

// newZstd reads zstd, and the dictionary that web archives keep in a frame of
// its own before all others
// (https://iipc.github.io/warc-specifications/specifications/warc-zstd/).
func newZstd(br *bufio.Reader) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow)}
	if head, _ := br.Peek(8); len(head) == 8 && head[0] == 0x5d && bytes.Equal(head[1:4], skippable) {
		size := binary.LittleEndian.Uint32(head[4:])
		if size > zstdDictionary {
			return nil, fmt.Errorf("a dictionary of %d bytes", size)
		}
		_, _ = br.Discard(8)
		dictionary, err := io.ReadAll(io.LimitReader(br, int64(size)))
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(dictionary, zstdMagic) {
			z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(zstdDictionary))
			if err != nil {
				return nil, err
			}
			defer z.Close()
			if dictionary, err = z.DecodeAll(dictionary, nil); err != nil {
				return nil, err
			}
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	return zstd.NewReader(br, options...)
}

// A bomb is what unpacks to so much, and to so many times its size. JSON Lines
// of articles shrink to a fifth, the same article over and over to a hundredth.
const (
	bombSize  = 1 << 30
	bombRatio = 250
)

// unpacker names the format in the errors of a decompressor, and stops a bomb:
// what streams through is bounded in memory by its readers, but not in time.
type unpacker struct {
	io.Reader
	format string
	in     *counter
	out    int64
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if u.out += int64(n); u.out > bombSize && u.out/bombRatio > u.in.n {
		return n, extract.Faultf("too_large", "%s: %d bytes unpack to more than %d times as many", u.format, u.in.n, bombRatio)
	}
	if err != nil && err != io.EOF {
		err = broken(u.format, err)
	}
	return n, err
}

type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

func broken(format string, err error) error {
	var f *extract.Fault
	switch {
	case errors.As(err, &f): // of a reader beneath
		return err
	case errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF:
		return extract.Faultf("bad_"+format, "%s: cut off before its end", format)
	}
	return extract.Faultf("bad_"+format, "%s: %w", format, err)
}
