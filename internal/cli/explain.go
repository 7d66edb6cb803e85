package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
)

// explainCommand shows what became of each block of a page. It reads pages
// without a story too: that is what it is for.
func explainCommand(io streams) *cobra.Command {
	o := newOptions()
	var file string
	cmd := &cobra.Command{
		Use:   "explain [flags] [PAGE]",
		Short: "show each block of a page, whether it was kept, and why",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("explain: one page at a time")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.stages, o.explain, o.keepAnyway = []string{"blocks"}, true, true
			return process(cmd, o, args, io, func(io streams, _ *source.Source) (*output, error) {
				switch {
				case !cmd.Flags().Changed("html"):
					return plain(sink.NewBlocks(io.out, columns(io.out)), stdout, false), nil
				case file == "-":
					return plain(sink.NewBlockMap(io.out), stdout, false), nil
				}
				f, err := newReplacement(file)
				if err != nil {
					return nil, fmt.Errorf("--html: %w", err)
				}
				return plain(&fileWriter{sink.NewBlockMap(f), f}, file, true), nil // failures are named on standard error
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&file, "html", "", "write a web page to `file` instead, that shows the blocks coloured; - for standard output")
	o.inputFlags(cmd)
	for _, name := range []string{"stages", "engine", "keep-anyway"} {
		_ = f.MarkHidden(name)
	}
	return cmd
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
