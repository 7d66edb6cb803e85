package source

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// folder yields the files of a folder and of those below it, sorted by name.
// Hidden ones are left out, and so is what is no file: links to folders (they
// may run in circles), sockets, devices.
func (s *Source) folder(dir string, yield func(pipeline.Input) bool) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return yield(pipeline.Input{ID: dir, Path: dir, Err: fault(err)})
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
			continue
		case e.IsDir():
			if !s.folder(path, yield) {
				return false
			}
			continue
		case e.Type()&os.ModeSymlink != 0:
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				continue
			}
		case !e.Type().IsRegular():
			continue
		}
		if !s.file(path, yield) {
			return false
		}
	}
	return true
}

func (s *Source) file(path string, yield func(pipeline.Input) bool) bool {
	in := pipeline.Input{ID: path, Path: path}
	f, err := os.Open(path)
	if err != nil {
		in.Err = fault(err)
		return yield(in)
	}
	defer f.Close()
	return s.stream(f, in, yield)
}

// stream yields what r holds: the one article that in stands for, or those of
// its lines.
func (s *Source) stream(r io.Reader, in pipeline.Input, yield func(pipeline.Input) bool) bool {
	in.Verbatim = s.Verbatim
	br, closer, err := decompress(r)
	if err != nil {
		in.Err = fault(err)
		return yield(in)
	}
	defer closer()
	kind := s.Kind
	if kind == Auto {
		kind = peekKind(br, in.Path)
	}
	switch kind {
	case JSONL:
		s.many = true
		return s.jsonLines(br, in, yield)
	case URLs:
		s.many = true
		return s.addresses(br, in, yield)
	}
	return yield(s.whole(br, in, kind))
}

// whole reads the one article that a stream holds.
func (s *Source) whole(br *bufio.Reader, in pipeline.Input, kind Kind) pipeline.Input {
	switch kind {
	case HTML:
		in.Format, in.MediaType = extract.HTML, "text/html"
	case Text:
		in.MediaType = "text/plain"
	default:
		in.Err = extract.Faultf("unsupported", "%s is not supported yet", kind)
		return in
	}
	body, err := readAll(br, s.MaxBytes)
	switch {
	case err != nil:
		in.Err = fault(err)
	case len(body) == 0 && !s.Verbatim:
		in.Err = errEmpty
	default:
		in.Body = body
	}
	return in
}

// readAll reads at most limit bytes; more is an error of kind too_large.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(body)) > limit {
		return nil, tooLarge(limit)
	}
	return body, err
}

func tooLarge(limit int64) error {
	return extract.Faultf("too_large", "longer than %d bytes (see --max-bytes)", limit)
}
