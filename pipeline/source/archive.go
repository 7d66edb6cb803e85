package source

import (
	"archive/tar"
	"bufio"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

const deepestArchive = 3 // archives in archives

// tar yields what lies in the files of a tar archive, in its order.
func (r *reading) tar(br *bufio.Reader, from pipeline.Input, is nature, yield func(pipeline.Input) bool) bool {
	if is.depth >= deepestArchive {
		from.Err = errDeep
		return yield(from)
	}
	members := tar.NewReader(br)
	for r.ctx.Err() == nil {
		h, err := members.Next()
		switch {
		case err == io.EOF:
			return true
		case err != nil:
			from.Err = fault(badTar(err))
			return yield(from)
		case h.Typeflag != tar.TypeReg || hidden(h.Name):
			continue
		}
		body := &member{Reader: members}
		if !r.member(body, h.Name, from, is, yield) {
			return false
		}
		if body.broken {
			return true // told by the member's own record
		}
	}
	return false
}

var errDeep = extract.Faultf("unsupported", "archives within archives, more than %d deep", deepestArchive)

func (r *reading) member(body io.Reader, name string, from pipeline.Input, is nature, yield func(pipeline.Input) bool) bool {
	in := from
	in.ID = from.ID + ":" + strings.TrimPrefix(name, "./")
	return r.stream(body, in, nature{name: name, depth: is.depth + 1}, yield)
}

// hidden says of a name in an archive what a folder leaves out, and what macOS
// puts in.
func hidden(name string) bool {
	for part := range strings.SplitSeq(path.Clean(name), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// member gives the errors of a tar archive that ends within a file their kind.
type member struct {
	io.Reader
	broken bool
}

func (m *member) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	if err != nil && err != io.EOF {
		m.broken, err = true, badTar(err)
	}
	return n, err
}

func badTar(err error) error {
	switch {
	case errors.As(err, new(*extract.Fault)): // of the compression around it
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return extract.Faultf("bad_tar", "tar: cut off before its end")
	}
	return extract.Faultf("bad_tar", "%w", err)
}
