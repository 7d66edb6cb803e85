package source

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
)

const window = content.Window // of an input that is looked at to tell its kind

// folder yields the files of a folder and of those below it, sorted by name.
// Hidden ones are left out, and so is what is no file: links to folders (they
// may run in circles), sockets, devices.
func (r *reading) folder(dir string, yield func(pipeline.Input) bool) bool {
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
			if !r.folder(path, yield) {
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
		if !r.file(path, false, yield) {
			return false
		}
	}
	return true
}

func (r *reading) file(path string, named bool, yield func(pipeline.Input) bool) bool {
	f, err := os.Open(path)
	return r.opened(f, err, path, named, yield)
}

func (r *reading) opened(f *os.File, err error, path string, named bool, yield func(pipeline.Input) bool) bool {
	in := pipeline.Input{ID: path, Path: path}
	if err != nil {
		in.Err = fault(err)
		return yield(in)
	}
	defer f.Close()
	return r.stream(counted{f, &r.read}, in, nature{name: path, file: f, named: named}, yield)
}

// pipe reads a named pipe. One that nobody opens to write to, or that is given
// nothing, would hold the source past the end of its context.
func (r *reading) pipe(path string, yield func(pipeline.Input) bool) bool {
	type file struct {
		*os.File
		err error
	}
	came := make(chan file)
	go func() {
		f, err := os.Open(path)
		select {
		case came <- file{f, err}:
		case <-r.ctx.Done():
			f.Close()
		}
	}()
	select {
	case f := <-came:
		if f.err == nil {
			defer context.AfterFunc(r.ctx, func() { _ = f.SetReadDeadline(time.Now()) })()
		}
		return r.opened(f.File, f.err, path, true, yield)
	case <-r.ctx.Done():
		return false
	}
}

// stream yields what a stream of bytes holds: the one article that in stands
// for, or those within.
func (r *reading) stream(from io.Reader, in pipeline.Input, is nature, yield func(pipeline.Input) bool) bool {
	in.Verbatim = r.Verbatim
	br, at, end, err := content.UnpackPlaces(from)
	if err != nil {
		in.Err = fault(err)
		return yield(in)
	}
	defer end()
	kind := r.Kind
	if kind == Auto || is.depth > 0 && (kind == Tar || kind == Zip) {
		kind = peekKind(br, is.name)
	}
	switch kind {
	case HTML, Text:
		return yield(r.whole(br, in, kind))
	case Feed, Sitemap:
		if !is.named && r.Kind == Auto {
			in.Err = extract.Faultf("unsupported", "a %s that was found and not named is not followed (see --input)", kind)
			return yield(in)
		}
	}
	r.many = true
	switch kind {
	case JSONL:
		return r.jsonLines(br, in, yield)
	case URLs:
		return r.fetched(func(y func(pipeline.Input) bool) { r.addresses(br, in, y) }, true, yield)
	case WARC:
		a := &archive{at: at}
		if is.file != nil && regular(is.file) {
			a.path = is.file.Name()
		}
		return r.warc(br, in, a, yield)
	case Feed:
		return r.feed(br, in, yield)
	case Sitemap:
		if is.remote {
			if br, end, err = spooled(br, longestSitemap); err != nil {
				in.Err = fault(err)
				return yield(in)
			}
			defer end()
		}
		return r.sitemap(br, in, 0, yield)
	case Tar:
		return r.tar(br, in, is, yield)
	}
	return r.zip(br, in, is, kind, yield)
}

// whole reads the one article that a stream holds.
func (r *reading) whole(br *bufio.Reader, in pipeline.Input, kind Kind) pipeline.Input {
	in.MediaType = "text/plain"
	if kind == HTML {
		in.Format, in.MediaType = extract.HTML, "text/html"
	}
	body, err := content.ReadAll(br, r.MaxBytes)
	switch {
	case err != nil:
		in.Err = fault(err)
	case len(body) == 0 && !r.Verbatim:
		in.Err = errEmpty
	default:
		in.Body = body
	}
	return in
}
