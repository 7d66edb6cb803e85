package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/quoth/quoth/pipeline"
)

// webPage is an output that is one page for a browser, in a file or, for "-", on
// standard output.
func webPage[W writer](std streams, file string, args []string, page func(io.Writer) W) (*output, error) {
	if file == "-" {
		return plain(page(std.out), stdout, false), nil
	}
	err := noInput(file, args)
	var f io.WriteCloser
	if err == nil {
		f, err = newReplacement(file)
	}
	if err != nil {
		return nil, fmt.Errorf("--html: %w", err)
	}
	return plain(&fileWriter{page(f), f}, file, true), nil // failures are named on standard error
}

// fileWriter is a sink whose output goes to a file.
type fileWriter struct {
	writer
	to io.WriteCloser
}

// Write writes a result. After an error nothing takes the file's place.
func (w *fileWriter) Write(r pipeline.Result) (pipeline.Result, error) {
	r, err := w.writer.Write(r)
	if f, ok := w.to.(*replacement); ok && err != nil {
		f.File.Close()
		os.Remove(f.Name())
	}
	return r, err
}

// Flush ends the output and puts the file in its place.
func (w *fileWriter) Flush() error {
	if err := w.writer.Flush(); err != nil {
		return err
	}
	return w.to.Close()
}

// replacement is a file that takes the place of another once it is whole.
type replacement struct {
	*os.File
	path string
}

// newReplacement makes a file that is to stand at path. What is there and is
// no plain file, such as a pipe, is written to as it is.
func newReplacement(path string) (io.WriteCloser, error) {
	info, err := os.Stat(path)
	switch {
	case path == "":
		return nil, errors.New("needs the name of a file")
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s is a folder", path)
	case err == nil && !info.Mode().IsRegular():
		return os.OpenFile(path, os.O_WRONLY, 0)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".quoth-*")
	if err != nil {
		if e := (*fs.PathError)(nil); errors.As(err, &e) {
			err = fmt.Errorf("%s: %w", path, e.Err)
		}
		return nil, err
	}
	return &replacement{f, path}, nil
}

// Close puts the file in its place.
func (r *replacement) Close() error {
	err := r.File.Chmod(0o644)
	if e := r.File.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(r.Name(), r.path)
	}
	if err != nil {
		os.Remove(r.Name())
	}
	return err
}
