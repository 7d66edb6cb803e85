package parts

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/quoth/quoth/pipeline/journal"
)

// A Joiner is a Codec whose parts can be made one.
type Joiner interface {
	Codec
	// Join writes what the files hold to w, in order. The file that comes of it
	// bears a note.
	Join(w io.Writer, files []string, note string) error
	// Note is that of a file; "" for none.
	Note(file string) (string, error)
}

// The parts of an output that is to be one file lie in a hidden folder. At the
// end of a run they are joined: to a file beside it, that then takes the name.
// Its note says how many parts are in it, so whether it has that name and which
// parts it holds change in one step, and whatever ends a run leaves each part
// in the file, in the folder or in both. A later run puts its parts behind it.

// resumed tells which parts are in the one file already and takes them away
// from the folder.
func (w *Writer) resumed() error {
	note, err := w.Codec.(Joiner).Note(w.Joined)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return fmt.Errorf("%s: %w", w.Joined, err)
	default:
		if w.inside, err = strconv.Atoi(note); err != nil || w.inside < 1 || w.inside > w.mark.Part {
			return fmt.Errorf("%s is not what its journal knows of: it was changed", w.Joined)
		}
	}
	for n := 1; n <= w.mark.Part; n++ {
		name := w.Layout.Name(n)
		if n <= w.inside {
			err = os.Remove(name)
		} else {
			_, err = os.Stat(name)
		}
		if err != nil && !(n <= w.inside && errors.Is(err, os.ErrNotExist)) {
			return err
		}
	}
	return nil
}

// join makes the parts one file.
func (w *Writer) join() error {
	if w.inside < w.mark.Part {
		var files []string
		if w.inside > 0 {
			files = append(files, w.Joined)
		}
		for n := w.inside + 1; n <= w.mark.Part; n++ {
			files = append(files, w.Layout.Name(n))
		}
		if err := w.joinTo(w.Joined+unfinished, files); err != nil {
			return errors.Join(err, os.Remove(w.Joined+unfinished))
		}
		if err := os.Rename(w.Joined+unfinished, w.Joined); err != nil {
			return err
		}
		w.inside = w.mark.Part
		if err := journal.SyncDir(filepath.Dir(w.Joined)); err != nil {
			return err
		}
	}
	if err := w.Layout.remove(1); err != nil {
		return err
	}
	return os.Remove(w.Layout.Dir)
}

func (w *Writer) joinTo(name string, files []string) error {
	f, err := w.open(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return err
	}
	w.w.Reset(f)
	err = w.Codec.(Joiner).Join(w.w, files, strconv.Itoa(w.mark.Part))
	if err == nil {
		err = w.w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
