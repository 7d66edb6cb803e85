// Package parts writes results to files that survive: whatever ends a run, the
// files can be cut back to a point where every line is whole and it is known
// which inputs are in them, and gone on with from there.
//
// The point is a commit, once a second: what was written is brought to the
// disk (fsync), and after that the journal says so, which is brought to the
// disk as well. A crash of the process or of the machine loses the second
// since the last commit, whose inputs are read again.
package parts

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
)

// Options say where an output goes.
type Options struct {
	Layout      Layout
	Codec       Codec
	Sealed      bool          // a part is of use only when it was ended, as of Parquet
	Joined      string        // the file that the parts, which are sealed, are made when the output is closed; the codec is a Joiner
	SealAfter   time.Duration // ends a sealed part that is so old; 0 for no limit
	RotateCount int64         // results in a part; 0 for no limit
	RotateBytes int64         // bytes of a part, or a little more; 0 for no limit
	Settings    string
	Resume      bool
	Overwrite   bool

	Every time.Duration // between commits; 0 for a second

	open func(path string, flag int) (file, error)
}

// file is what is needed of an [os.File]; tests have others, that fill up.
type file interface {
	io.WriteSeeker
	io.Closer
	Sync() error
	Truncate(int64) error
}

func openFile(path string, flag int) (file, error) { return os.OpenFile(path, flag, 0o666) }

// Writer writes results to files.
type Writer struct {
	Options

	mu      sync.Mutex // the timer commits from another goroutine
	journal *journal.Journal
	mark    journal.Mark // as of what was written, not committed
	part    file         // nil between parts
	w       *bufio.Writer
	inside  int // how many parts the joined file holds
	dirty   bool
	timer   *time.Timer
	err     error
}

// Open begins an output, or goes on with one.
func Open(o Options) (*Writer, error) {
	if o.Every == 0 {
		o.Every = time.Second
	}
	if o.open == nil {
		o.open = openFile
	}
	w := &Writer{Options: o, w: bufio.NewWriterSize(nil, 256<<10)}
	if o.Resume {
		j, err := journal.Open(o.Layout.Journal(), o.Settings)
		if err == nil {
			w.journal, w.mark = j, j.Mark()
			if err := errors.Join(w.cutBack(), w.Layout.makeDir()); err != nil {
				return nil, errors.Join(err, j.Close())
			}
			return w, nil
		}
		if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	if err := w.makeRoom(); err != nil {
		return nil, err
	}
	if err := w.Layout.makeDir(); err != nil {
		return nil, err
	}
	j, err := journal.Create(o.Layout.Journal(), o.Settings)
	w.journal = j
	return w, err
}

// makeRoom sees to it that there is nothing where the output goes.
func (w *Writer) makeRoom() error {
	files, err := w.Layout.Files(1)
	if err != nil {
		return err
	}
	for _, name := range []string{w.Joined, w.Layout.Journal()} {
		if _, err := os.Lstat(name); err == nil {
			files = append(files, name)
		}
	}
	switch {
	case len(files) == 0:
		return nil
	case w.Overwrite:
		if err := journal.Idle(w.Layout.Journal()); err != nil {
			return err
		}
		// The journal goes last: as long as it is there, the rest is known for
		// what it is.
		for _, f := range files {
			if err := os.Remove(f); err != nil {
				return err
			}
		}
		return nil
	case w.Resume:
		return fmt.Errorf("%s %w, and no journal (%s) says what is in it", files[0], journal.ErrExists, w.Layout.Journal())
	}
	return fmt.Errorf("%s %w", files[0], journal.ErrExists)
}

// cutBack takes away what was written after the last commit.
func (w *Writer) cutBack() error {
	if err := w.Layout.remove(w.mark.Part + 1); err != nil {
		return err
	}
	if w.Joined != "" {
		return w.resumed()
	}
	if w.mark.Part == 0 || w.Sealed {
		return nil
	}
	name := w.Layout.Name(w.mark.Part)
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return err
	case info.Size() < w.mark.Size:
		return fmt.Errorf("%s has %d bytes, fewer than the %d that its journal knows of: it was changed", name, info.Size(), w.mark.Size)
	}
	return os.Truncate(name, w.mark.Size)
}

// Journal is the journal of the output.
func (w *Writer) Journal() *journal.Journal { return w.journal }

// Write writes a result, sketch its article's sketch, where later articles may
// be copies of it. It gives back what became of the result. After an error
// nothing more is written, and the output is as of the last commit.
func (w *Writer) Write(r pipeline.Result, sketch []byte) (pipeline.Result, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err != nil {
		return r, w.err
	}
	w.err = w.write(&r, sketch)
	if w.err != nil {
		w.undo()
	}
	return r, w.err
}

func (w *Writer) write(r *pipeline.Result, sketch []byte) error {
	if w.full() {
		if err := w.endPart(); err != nil {
			return err
		}
	}
	if err := w.beginPart(); err != nil {
		return err
	}
	if err := w.Codec.Add(r); err != nil {
		return err
	}
	w.mark.Count++
	w.mark.Done++
	if err := w.journal.Add(journal.Entry{ID: journal.Key(r.ID), Sketch: sketch}); err != nil {
		return err
	}
	if !w.dirty {
		w.dirty = true
		later := w.Every
		if w.Sealed {
			later = w.SealAfter
		}
		switch {
		case later == 0:
		case w.timer == nil:
			w.timer = time.AfterFunc(later, w.commitLater)
		default:
			w.timer.Reset(later)
		}
	}
	return nil
}

func (w *Writer) full() bool {
	return w.RotateCount > 0 && w.mark.Count >= w.RotateCount || w.RotateBytes > 0 && w.mark.Size >= w.RotateBytes
}

// beginPart opens the part that the next result goes to.
func (w *Writer) beginPart() (err error) {
	if w.part != nil {
		return nil
	}
	if w.mark.Part == 0 || w.Sealed || w.full() {
		w.mark = journal.Mark{Part: w.mark.Part + 1, Done: w.mark.Done}
	}
	name := w.Layout.Name(w.mark.Part)
	if w.Sealed {
		name += unfinished
	}
	if w.part, err = w.open(name, os.O_WRONLY|os.O_CREATE); err != nil {
		return err
	}
	if err := w.part.Truncate(w.mark.Size); err != nil {
		return err
	}
	if _, err := w.part.Seek(w.mark.Size, io.SeekStart); err != nil {
		return err
	}
	w.w.Reset(w.part)
	if err := journal.SyncDir(w.Layout.Dir); err != nil {
		return err
	}
	return w.Codec.Begin((*counted)(w), w.mark.Size == 0)
}

// counted is the part as the codec sees it.
type counted Writer

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.mark.Size += int64(n)
	return n, err
}

func (w *Writer) endPart() error {
	if w.part == nil {
		return nil
	}
	err := w.Codec.End()
	if err == nil {
		err = w.w.Flush()
	}
	if err == nil {
		err = w.part.Sync()
	}
	if err != nil {
		return err
	}
	err = w.part.Close()
	w.part = nil
	if err == nil && w.Sealed {
		name := w.Layout.Name(w.mark.Part)
		err = os.Rename(name+unfinished, name)
		if err == nil {
			err = journal.SyncDir(w.Layout.Dir)
		}
	}
	if err != nil {
		return err
	}
	w.dirty = false
	return w.journal.Commit(w.mark)
}

func (w *Writer) commitLater() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		if w.err = w.commit(); w.err != nil {
			w.undo()
		}
	}
}

func (w *Writer) commit() error {
	if !w.dirty || w.part == nil {
		return nil
	}
	if w.Sealed {
		return w.endPart()
	}
	if err := w.Codec.Cut(); err != nil {
		return err
	}
	if err := w.w.Flush(); err != nil {
		return err
	}
	if err := w.part.Sync(); err != nil {
		return err
	}
	w.dirty = false
	return w.journal.Commit(w.mark)
}

// undo leaves the output as of the last commit, as far as that can be done on
// a disk that just failed. If it can't, going on with the output does it.
func (w *Writer) undo() {
	if w.part == nil {
		return
	}
	if last := w.journal.Mark(); last.Part == w.mark.Part && !w.Sealed {
		_ = w.part.Truncate(last.Size)
	}
	_ = w.part.Close()
	w.part = nil
	_ = w.Layout.remove(w.journal.Mark().Part + 1)
}

// Close commits what was written and closes the output. The journal stays
// where keep says so: it is what a later run goes on from.
func (w *Writer) Close(keep bool) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
	if w.err == nil && w.mark.Part == 0 { // nothing came: an empty output, but one
		w.err = w.beginPart()
	}
	if w.err == nil {
		w.err = w.endPart()
	}
	if w.err == nil && w.Joined != "" {
		w.err = w.join()
	}
	if w.err != nil {
		w.undo()
		_ = w.journal.Close()
		return w.err
	}
	w.err = os.ErrClosed
	if keep {
		return w.journal.Close()
	}
	return w.journal.Remove()
}
