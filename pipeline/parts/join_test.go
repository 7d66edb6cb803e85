package parts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/pipeline/journal"
	"github.com/quoth/quoth/pipeline/sink"
)

// noted joins lines; its note is a last line.
type noted struct{ Codec }

func (noted) Join(w io.Writer, files []string, note string) error {
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		lines, _, _ := bytes.Cut(b, []byte("note "))
		if _, err := w.Write(lines); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "note "+note)
	return err
}

func (noted) Note(file string) (string, error) {
	b, err := os.ReadFile(file)
	_, note, _ := strings.Cut(string(b), "note ")
	return note, err
}

func joined(dir string) Options {
	path := filepath.Join(dir, "out.jsonl")
	return Options{Layout: Hidden(path, ".jsonl"), Joined: path, Codec: noted{Lines(&sink.JSON{}, Plain)}, Sealed: true, RotateCount: 4, Resume: true, Every: time.Hour}
}

// oneFile holds that there is one file, with the results from 0 to n-1, and a
// journal.
func oneFile(t *testing.T, o Options, n int) {
	t.Helper()
	b, err := os.ReadFile(o.Joined)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(b), "\n")
	if len(lines) != n+1 {
		t.Fatalf("%d lines, want %d and a note", len(lines), n)
	}
	for i, line := range lines[:n] {
		if !strings.Contains(line, fmt.Sprintf(`"id":"r%d",`, i)) {
			t.Fatalf("line %d is %.60s", i+1, line)
		}
	}
	entries, _ := os.ReadDir(filepath.Dir(o.Joined))
	if len(entries) != 2 {
		t.Errorf("there are %v", entries)
	}
}

func TestPartsAreJoined(t *testing.T) {
	o := joined(t.TempDir())
	for _, n := range []int{0, 3, 3, 10, 25} { // each goes on with the one before
		if err := run(o, n); err != nil {
			t.Fatal(err)
		}
		oneFile(t, o, n)
	}
}

// Wherever the disk is full, in a part or while they are joined, the next run
// goes on.
func TestAFullDiskWhileJoining(t *testing.T) {
	const first, n = 9, 20
	for room := 0; ; room += 331 {
		o := joined(t.TempDir())
		if err := run(o, first); err != nil {
			t.Fatal(err)
		}
		left := room
		o.open = func(path string, flag int) (file, error) {
			f, err := openFile(path, flag)
			return full{f, &left}, err
		}
		err := run(o, n)
		if err == nil {
			return
		}
		if !errors.Is(err, errFull) {
			t.Fatal(err)
		}
		oneOf := joined(filepath.Dir(o.Joined))
		if err := run(oneOf, n); err != nil {
			t.Fatal(err)
		}
		oneFile(t, oneOf, n)
	}
}

// A run that is killed leaves parts, a file that is being joined, and parts
// that are in the joined file already.
func TestKilledWhileJoining(t *testing.T) {
	const n = 20
	for stop := range n {
		for _, known := range []bool{false, true} {
			o := joined(t.TempDir())
			if err := run(o, 5); err != nil {
				t.Fatal(err)
			}
			w, err := Open(o)
			if err != nil {
				t.Fatal(err)
			}
			for i := 5; i < max(stop, 6); i++ {
				if _, err := w.Write(result(i), nil); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.endPart(); err != nil {
				t.Fatal(err)
			}
			kept := map[string][]byte{}
			files, _ := o.Layout.Files(1)
			for _, f := range files {
				kept[f], _ = os.ReadFile(f)
			}
			if known { // joined, and its parts still there
				if err := w.join(); err != nil {
					t.Fatal(err)
				}
				if err := os.Mkdir(o.Layout.Dir, 0o777); err != nil {
					t.Fatal(err)
				}
				for f, b := range kept {
					os.WriteFile(f, b, 0o666)
				}
			} else {
				os.WriteFile(o.Joined+unfinished, []byte(`{"schema":"quo`), 0o666)
			}
			w.journal.Close()
			if err := run(o, n); err != nil {
				t.Fatal(err)
			}
			oneFile(t, o, n)
		}
	}
}

func TestAJoinedFileIsNotTakenForAnother(t *testing.T) {
	o := joined(t.TempDir())
	if err := run(o, 5); err != nil {
		t.Fatal(err)
	}
	fresh := o
	fresh.Resume = false
	if _, err := Open(fresh); !errors.Is(err, journal.ErrExists) {
		t.Errorf("begun anew: %v", err)
	}
	if err := os.WriteFile(o.Joined, []byte("mine\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := run(o, 6); err == nil || !strings.Contains(err.Error(), "it was changed") {
		t.Errorf("another file in its place: %v", err)
	}
	if err := os.Remove(o.Joined); err != nil {
		t.Fatal(err)
	}
	if err := run(o, 6); err == nil {
		t.Error("nobody misses the file")
	}
	fresh.Overwrite = true
	if err := run(fresh, 6); err != nil {
		t.Fatal(err)
	}
	oneFile(t, o, 6)
}

func TestOldPartsAreEnded(t *testing.T) {
	o := joined(t.TempDir())
	o.SealAfter = time.Millisecond
	w, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close(true)
	w.Write(result(0), nil)
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if _, err := os.Stat(o.Layout.Name(1)); err == nil {
			return
		}
	}
	t.Error("the part is not ended after a minute")
}
