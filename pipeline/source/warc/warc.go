// Package warc reads web archives record by record, as a stream of unpacked
// bytes: WARC 0.17 to 1.1 (ISO 28500,
// https://iipc.github.io/warc-specifications/). It holds one header at a time
// and never a block.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
)

// Bounds of what is held of a record.
const (
	longestLine   = 64 << 10  // of a header; longer ones are cut
	longestHeader = 256 << 10 // all its lines
)

// Record is the header of one record.
type Record struct {
	N           int    // its number in the stream, from 1
	Type        string // lower case: response, resource, request, revisit, …
	ID          string // without the angle brackets around it; empty where there is none
	URI         string // of the target
	Date        string // as written: RFC 3339
	ContentType string // of the block
	Truncated   string // why the block is not whole: length, time, disconnect, …
	Length      int64  // of the block, bytes
	Offset      int64  // in the stream, of the record's first line

	PayloadDigest string // as written: sha1:BASE32
	Revisit       Revisit
}

// Revisit is what a record of that type says of the one whose payload it has.
type Revisit struct {
	NotModified bool   // by the word of the server, and not by the payload's digest
	ID          string // of that record; empty where it does not say
	URI, Date   string // of its target; likewise
}

// Reader reads records. After Next, the block of the record is read from it.
type Reader struct {
	r    *bufio.Reader
	n    int
	at   int64 // offset of what is read next
	left int64 // of the block
	err  error // no record can follow
}

// NewReader reads a stream of records that is not packed.
func NewReader(r *bufio.Reader) *Reader { return &Reader{r: r} }

// Next goes to the next record and reads its header. At the end it gives
// io.EOF. Its errors (kind bad_warc, and those of the stream) end the archive:
// where a record is broken, nobody knows where the next one begins.
func (r *Reader) Next() (*Record, error) {
	if r.err != nil {
		return nil, r.err
	}
	rec, err := r.next()
	if err != nil {
		r.err = err
		return nil, err
	}
	return rec, nil
}

func (r *Reader) next() (*Record, error) {
	if err := r.skip(); err != nil {
		return nil, err
	}
	version, err := r.begin()
	if err != nil {
		return nil, err
	}
	r.n++
	begins := r.at
	r.at += int64(len(version))
	if !bytes.HasPrefix(version, []byte("WARC/")) {
		return nil, extract.Faultf("bad_warc", "record %d: begins with %.20q, not with WARC/", r.n, version)
	}
	rec := &Record{N: r.n, Length: -1, Offset: begins}
	n, err := fields(r.r, rec.field)
	if r.at += n; err != nil {
		return nil, cut(r.n, err)
	}
	if rec.Length < 0 {
		return nil, extract.Faultf("bad_warc", "record %d: no Content-Length", r.n)
	}
	r.left = rec.Length
	return rec, nil
}

// begin is the first line that is not blank.
func (r *Reader) begin() ([]byte, error) {
	for {
		line, err := r.r.ReadSlice('\n')
		blank := len(bytes.TrimSpace(line)) == 0
		if blank {
			r.at += int64(len(line))
		}
		switch {
		case err == io.EOF && blank:
			return nil, io.EOF
		case err == io.EOF:
			return nil, cut(r.n+1, io.ErrUnexpectedEOF)
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		case !blank:
			return line, nil
		}
	}
}

// skip reads over what is left of the block.
func (r *Reader) skip() error {
	for r.left > 0 {
		n, err := r.r.Discard(int(min(r.left, 1<<20)))
		r.at, r.left = r.at+int64(n), r.left-int64(n)
		if err != nil {
			return cut(r.n, err)
		}
	}
	return nil
}

// Read reads the block. It gives io.EOF at its end, and a fault of kind
// bad_warc where the archive ends before.
func (r *Reader) Read(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	if r.left == 0 {
		return 0, io.EOF
	}
	n, err := r.r.Read(p[:min(int64(len(p)), r.left)])
	r.at += int64(n)
	if r.left -= int64(n); err != nil && r.left > 0 {
		r.err = cut(r.n, err)
		return n, r.err
	}
	return n, nil
}

// Broken says that the archive ended, or could not be read, within a block:
// Next will only say it once more.
func (r *Reader) Broken() bool { return r.err != nil && r.err != io.EOF }

// cut tells an end where none should be.
func cut(n int, err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return extract.Faultf("bad_warc", "record %d: cut off before its end", n)
	}
	return err
}

func (rec *Record) field(name, value string) {
	switch name {
	case "warc-type":
		rec.Type = strings.ToLower(value)
	case "warc-record-id":
		rec.ID = strings.Trim(value, "<>")
	case "warc-target-uri":
		rec.URI = strings.Trim(value, "<>") // brackets: wget, and the letter of version 1.0
	case "warc-date":
		rec.Date = value
	case "warc-payload-digest":
		rec.PayloadDigest = value
	case "warc-profile":
		rec.Revisit.NotModified = strings.HasSuffix(strings.ToLower(strings.Trim(value, "<>/")), "server-not-modified")
	case "warc-refers-to":
		rec.Revisit.ID = strings.Trim(value, "<>")
	case "warc-refers-to-target-uri":
		rec.Revisit.URI = strings.Trim(value, "<>")
	case "warc-refers-to-date":
		rec.Revisit.Date = value
	case "warc-truncated":
		rec.Truncated = value
	case "content-type":
		rec.ContentType = value
	case "content-length":
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && n >= 0 {
			rec.Length = n
		}
	}
}

// fields reads the lines of a header up to the blank one, and hands each field
// on with its name in lower case. Lines that are none are left out. It says how
// many bytes it read.
func fields(r *bufio.Reader, field func(name, value string)) (total int64, err error) {
	var name string
	var value []byte
	flush := func() {
		if name != "" {
			field(name, string(bytes.TrimSpace(value)))
		}
		name = ""
	}
	for {
		line, n, err := boundedLine(r)
		if err != nil {
			return total, err
		}
		if total += int64(n); total > longestHeader {
			return total, extract.Faultf("bad_warc", "a header of more than %d bytes", longestHeader)
		}
		switch trimmed := bytes.TrimSpace(line); {
		case len(trimmed) == 0:
			flush()
			return total, nil
		case (line[0] == ' ' || line[0] == '\t') && name != "":
			value = append(append(value, ' '), trimmed...)
		default:
			flush()
			before, after, ok := bytes.Cut(trimmed, []byte(":"))
			if ok {
				name, value = strings.ToLower(string(bytes.TrimSpace(before))), append(value[:0], after...)
			}
		}
	}
}

// boundedLine reads a line, holds longestLine bytes of it and tells how long it
// was.
func boundedLine(r *bufio.Reader) (line []byte, n int, err error) {
	for {
		part, err := r.ReadSlice('\n')
		n += len(part)
		if len(line)+len(part) <= longestLine {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull && n <= longestHeader:
			continue
		case err == io.EOF:
			return line, n, io.ErrUnexpectedEOF
		case err == bufio.ErrBufferFull:
			return line, n, nil
		}
		return line, n, err
	}
}
