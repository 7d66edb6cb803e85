package parquet

import (
	"fmt"
	"io"
	"os"

	pq "github.com/parquet-go/parquet-go"
)

const noteKey = "parts"

// Join writes the rows of files to w, as one file with a note. Row groups are
// copied as they are packed.
func (c *Codec) Join(w io.Writer, files []string, note string) error {
	out := newWriter(w, pq.KeyValueMetadata(noteKey, note))
	for _, name := range files {
		if err := opened(name, func(f *pq.File) error { return addGroups(out, f) }); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return out.Close()
}

func addGroups(to *pq.GenericWriter[row], from *pq.File) error {
	for _, g := range from.RowGroups() {
		if _, err := to.WriteRowGroup(g); err != nil {
			return err
		}
	}
	return nil
}

// Note is the note of a file that Join wrote.
func (c *Codec) Note(file string) (note string, err error) {
	err = opened(file, func(f *pq.File) error {
		note, _ = f.Lookup(noteKey)
		return nil
	})
	return note, err
}

func opened(name string, use func(*pq.File) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	file, err := pq.OpenFile(f, info.Size())
	if err != nil {
		return err
	}
	return use(file)
}
