package parts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
	"github.com/quoth/quoth/pipeline/sink"
)

func result(n int) pipeline.Result {
	id := fmt.Sprintf("r%d", n)
	if n%7 == 3 {
		return pipeline.Result{ID: id, Err: pipeline.Failed(id, "page", errors.New("no text found"))}
	}
	return pipeline.Result{ID: id, Doc: extract.NewDocument(id, fmt.Sprintf("It rained %d times.", n))}
}

// unpack reads a file back as lines. Each must be whole.
func unpack(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var r io.Reader = bytes.NewReader(b)
	switch {
	case len(b) == 0:
	case strings.HasSuffix(name, ".gz"):
		r, err = gzip.NewReader(r)
	case strings.HasSuffix(name, ".zst"):
		r, err = zstd.NewReader(r)
	}
	if err == nil {
		b, err = io.ReadAll(r)
	}
	if err != nil || len(b) > 0 && b[len(b)-1] != '\n' {
		t.Fatalf("%s: ends with %q, %v", name, b[max(0, len(b)-20):], err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

// each holds that the parts have the results from 0 to n-1, each once and in
// order.
func each(t *testing.T, l Layout, n int) {
	t.Helper()
	files, err := l.Files(1)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, unpack(t, f)...)
	}
	if len(got) != n {
		t.Fatalf("%d lines in %v, want %d", len(got), files, n)
	}
	for i, line := range got {
		if !strings.Contains(line, fmt.Sprintf(`"id":"r%d",`, i)) {
			t.Fatalf("line %d is %.60s", i+1, line)
		}
	}
}

// full is a disk that has room for so many bytes.
type full struct {
	file
	left *int
}

var errFull = errors.New("no space left on device")

func (f full) Write(p []byte) (int, error) {
	if *f.left < len(p) {
		n, _ := f.file.Write(p[:*f.left])
		*f.left = 0
		return n, errFull
	}
	*f.left -= len(p)
	return f.file.Write(p)
}

var kinds = []struct {
	ext         string
	compression Compression
}{{".jsonl", Plain}, {".jsonl.gz", Gzip}, {".jsonl.zst", Zstd}}

// run goes on with an output until it has n results, a commit after every
// third, and gives the error that stopped it.
func run(o Options, n int) (err error) {
	w, err := Open(o)
	if err != nil {
		return err
	}
	skip := journal.Skip(w.Journal().Entries())
	defer skip.Close()
	for i := range n {
		r := result(i)
		if done, err := skip.Done(r.ID); err != nil {
			return err
		} else if done {
			continue
		}
		if _, err := w.Write(r, nil); err != nil {
			w.Close(true)
			return err
		}
		if i%3 == 2 {
			w.commitLater()
		}
	}
	return w.Close(true)
}

func TestAFullDiskLosesNothing(t *testing.T) {
	const n = 20
	for _, kind := range kinds {
		for _, rotate := range []int64{0, 4} {
			t.Run(fmt.Sprintf("%s_%d", kind.ext, rotate), func(t *testing.T) {
				for room := 0; room < 9000; room += 331 {
					o := Options{Layout: File(filepath.Join(t.TempDir(), "out"+kind.ext), kind.ext, rotate > 0), Codec: Lines(&sink.JSON{}, kind.compression),
						RotateCount: rotate, Resume: true, Every: time.Hour}
					left := room
					o.open = func(path string, flag int) (file, error) {
						f, err := openFile(path, flag)
						return full{f, &left}, err
					}
					err := run(o, n)
					if err == nil {
						break
					}
					if !errors.Is(err, errFull) {
						t.Fatal(err)
					}
					files, _ := o.Layout.Files(1)
					for _, f := range files {
						unpack(t, f)
					}
					o.open = nil
					if err := run(o, n); err != nil {
						t.Fatal(err)
					}
					each(t, o.Layout, n)
				}
			})
		}
	}
}

// What a killed run leaves is any part of what it wrote since the last commit.
func TestATornTailIsCutOff(t *testing.T) {
	const n = 20
	for _, kind := range kinds {
		for _, rotate := range []int64{0, 4} {
			t.Run(fmt.Sprintf("%s_%d", kind.ext, rotate), func(t *testing.T) {
				for stop := range n {
					o := Options{Layout: File(filepath.Join(t.TempDir(), "out"+kind.ext), kind.ext, rotate > 0), Codec: Lines(&sink.JSON{}, kind.compression),
						RotateCount: rotate, Resume: true, Every: time.Hour}
					w, err := Open(o)
					if err != nil {
						t.Fatal(err)
					}
					for i := range stop {
						if _, err := w.Write(result(i), nil); err != nil {
							t.Fatal(err)
						}
						if i%3 == 2 {
							w.commitLater()
						}
					}
					if w.part != nil { // as far as the system wrote it out
						w.w.Flush()
						w.part.Write([]byte(`{"schema":"quo`))
						w.part.Close()
					}
					w.journal.Close()
					if err := run(o, n); err != nil {
						t.Fatal(err)
					}
					each(t, o.Layout, n)
				}
			})
		}
	}
}

func TestRotation(t *testing.T) {
	for _, tt := range []struct {
		name  string
		o     Options
		n     int
		files []string
	}{
		{"one_file", Options{}, 5, []string{"out.jsonl"}},
		{"by_count", Options{RotateCount: 2}, 5, []string{"out-00001.jsonl", "out-00002.jsonl", "out-00003.jsonl"}},
		{"no_empty_part_at_the_end", Options{RotateCount: 2}, 4, []string{"out-00001.jsonl", "out-00002.jsonl"}},
		{"by_size", Options{RotateBytes: 300}, 4, []string{"out-00001.jsonl", "out-00002.jsonl"}},
		{"nothing", Options{}, 0, []string{"out.jsonl"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			tt.o.Layout = File(filepath.Join(dir, "out.jsonl"), ".jsonl", tt.o.RotateBytes+tt.o.RotateCount > 0)
			tt.o.Codec = Lines(&sink.JSON{}, Plain)
			w, err := Open(tt.o)
			if err != nil {
				t.Fatal(err)
			}
			for i := range tt.n {
				w.Write(result(i), nil)
			}
			if err := w.Close(false); err != nil {
				t.Fatal(err)
			}
			entries, _ := os.ReadDir(dir)
			var names []string
			for _, e := range entries {
				names = append(names, e.Name())
			}
			if !slices.Equal(names, tt.files) {
				t.Errorf("files %v, want %v", names, tt.files)
			}
			if tt.n > 0 {
				each(t, tt.o.Layout, tt.n)
			}
		})
	}
}

func TestWhatIsThereIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.jsonl")
	os.WriteFile(path, []byte("mine\n"), 0o666)
	o := Options{Layout: File(path, ".jsonl", false), Codec: Lines(&sink.JSON{}, Plain)}
	for _, resume := range []bool{false, true} {
		o.Resume = resume
		if _, err := Open(o); !errors.Is(err, journal.ErrExists) {
			t.Errorf("resume %v: %v", resume, err)
		}
	}
	if b, _ := os.ReadFile(path); string(b) != "mine\n" {
		t.Errorf("now it is %q", b)
	}
	o.Overwrite = true
	if err := run(o, 3); err != nil {
		t.Fatal(err)
	}
	each(t, o.Layout, 3)
	if err := os.Truncate(path, 10); err != nil {
		t.Fatal(err)
	}
	o.Resume, o.Overwrite = true, false
	if err := run(o, 4); err == nil || !strings.Contains(err.Error(), "it was changed") {
		t.Errorf("a file that lost lines: %v", err)
	}
}

func TestTwoRunsDoNotWriteOneOutput(t *testing.T) {
	o := Options{Layout: Folder(t.TempDir(), ".jsonl"), Codec: Lines(&sink.JSON{}, Plain), Resume: true}
	w, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close(true)
	if _, err := Open(o); err == nil || !strings.Contains(err.Error(), "another run") {
		t.Errorf("the second: %v", err)
	}
	o.Resume, o.Overwrite = false, true
	w.Write(result(0), nil)
	w.commitLater()
	if _, err := Open(o); err == nil || !strings.Contains(err.Error(), "another run") {
		t.Errorf("the second, that overwrites: %v", err)
	}
	each(t, o.Layout, 1)
}

func TestLinesAreCommittedWithoutANextOne(t *testing.T) {
	o := Options{Layout: File(filepath.Join(t.TempDir(), "out.jsonl"), ".jsonl", false), Codec: Lines(&sink.JSON{}, Plain), Every: time.Millisecond}
	w, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close(true)
	w.Write(result(0), nil)
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if b, _ := os.ReadFile(o.Layout.Name(1)); bytes.HasSuffix(b, []byte("\n")) {
			return
		}
	}
	t.Error("the line is not in the file after a minute")
}
