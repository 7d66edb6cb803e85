package content

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
)

// Accepted is the Accept-Encoding of what Decoder undoes.
const Accepted = "gzip, br, zstd"

// mostCodings is how many codings may lie over each other; servers use one,
// and two by mistake.
const mostCodings = 3

// errCoding is of kind not_text: a coding that nobody asked for.
func errCoding(name string) error {
	return extract.Faultf("not_text", "content encoding %q was not asked for", name)
}

// Decoder undoes the codings of a Content-Encoding header, the last one first.
// Its errors are faults; those of r come through as they are. Close frees the
// decoders and does not close r.
func Decoder(header string, r io.Reader) (io.ReadCloser, error) {
	names := strings.FieldsFunc(strings.ToLower(header), func(c rune) bool { return c == ',' || c == ' ' || c == '\t' })
	if len(names) > mostCodings {
		return nil, errCoding(header)
	}
	d := &decoder{Reader: r}
	for len(names) > 0 {
		name := names[len(names)-1]
		names = names[:len(names)-1]
		if name == "identity" {
			continue
		}
		if err := d.undo(name); err != nil {
			d.Close()
			return nil, err
		}
	}
	return d, nil
}

type decoder struct {
	io.Reader
	closers []func()
}

func (d *decoder) Close() error {
	for _, c := range d.closers {
		c()
	}
	return nil
}

func (d *decoder) undo(name string) error {
	under := &Marking{R: d.Reader}
	format := strings.TrimPrefix(name, "x-")
	var z io.Reader
	var err error
	switch format {
	case "gzip":
		z, err = gzip.NewReader(under)
	case "br":
		z = brotli.NewReader(under)
	case "zstd":
		var dec *zstd.Decoder
		// A browser's bound (RFC 9659): no honest server wants more.
		if dec, err = zstd.NewReader(under, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(8<<20)); err == nil {
			d.closers = append(d.closers, dec.Close)
		}
		z = dec
	case "deflate":
		z, err = deflate(under)
	default:
		return errCoding(name)
	}
	if err != nil {
		return faultOf(under, format, err)
	}
	d.Reader = &coded{z, format, under}
	return nil
}

// deflate is zlib by the standard, and bare deflate by some servers.
func deflate(r io.Reader) (io.Reader, error) {
	br := bufio.NewReader(r)
	if head, _ := br.Peek(2); len(head) == 2 && head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0 {
		return zlib.NewReader(br)
	}
	return flate.NewReader(br), nil
}

// faultOf says what went wrong with a decoder over a reader.
func faultOf(under *Marking, format string, err error) error {
	if under.Err != nil {
		return under.Err
	}
	return broken(format, err)
}

type coded struct {
	io.Reader
	format string
	under  *Marking
}

func (c *coded) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = faultOf(c.under, c.format, err)
	}
	return n, err
}

// Decode undoes transfer and content codings of a body that was kept as it
// came: bytes of a web archive. Archives often keep the headers of a coding
// that they have undone, so a coding that is not there is none.
func Decode(transfer, coding string, body []byte, limit int64) ([]byte, error) {
	if strings.Contains(strings.ToLower(transfer), "chunked") {
		body = dechunk(body)
	}
	if coding == "" || !looksPacked(coding, body) {
		return body, nil
	}
	d, err := Decoder(coding, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return ReadAll(d, limit)
}

// looksPacked says whether body can be what the last coding of a header gives.
// Brotli has no mark: text that begins like a page is none.
func looksPacked(coding string, body []byte) bool {
	if i := strings.LastIndexByte(coding, ','); i >= 0 {
		coding = coding[i+1:]
	}
	switch strings.TrimPrefix(strings.ToLower(strings.TrimSpace(coding)), "x-") {
	case "gzip":
		return bytes.HasPrefix(body, gzipMagic)
	case "zstd":
		return bytes.HasPrefix(body, zstdMagic)
	case "br", "deflate":
		return !bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n\ufeff"), []byte("<"))
	}
	return true
}

// ReadAll reads at most limit bytes; more is a fault of kind too_large.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(body)) > limit {
		return nil, TooLarge(limit)
	}
	return body, err
}

// TooLarge is the fault of an article over its limit.
func TooLarge(limit int64) error {
	return extract.Faultf("too_large", "longer than %d bytes (see --max-bytes)", limit)
}

// dechunk undoes chunks, and leaves alone what is not in chunks. Of a body that
// breaks off, it gives what is there.
func dechunk(body []byte) []byte {
	var out []byte
	rest := body
	for {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, err := chunkSize(line)
		switch {
		case !ok || err != nil:
			if out == nil {
				return body
			}
			return out
		case size == 0:
			if out == nil {
				return []byte{}
			}
			return out
		case size >= len(after):
			return append(out, after...)
		}
		out = append(out, after[:size]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[size:], []byte("\r")), []byte("\n"))
	}
}

func chunkSize(line []byte) (int, error) {
	line, _, _ = bytes.Cut(line, []byte(";"))
	n, err := strconv.ParseUint(string(bytes.TrimSpace(line)), 16, 31)
	return int(n), err
}
