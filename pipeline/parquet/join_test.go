package parquet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/quoth/quoth/pipeline"
)

// What was joined is joined again with what came after, and its row groups are
// those of the parts.
func TestJoin(t *testing.T) {
	dir := t.TempDir()
	var c Codec
	file := func(name string, b []byte) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	part := func(ids ...string) string {
		var results []pipeline.Result
		for _, id := range ids {
			d := document()
			d.ID = id
			results = append(results, pipeline.Result{ID: id, Doc: d})
		}
		return file("part-"+fmt.Sprint(ids), write(t, &Codec{}, results...))
	}
	join := func(note string, files ...string) string {
		t.Helper()
		var b bytes.Buffer
		if err := c.Join(&b, files, note); err != nil {
			t.Fatal(err)
		}
		return file("joined-"+note, b.Bytes())
	}
	one := join("2", part("a", "b"), part("c"))
	all := join("4", one, part(), part("d"))
	if note, err := c.Note(all); note != "4" || err != nil {
		t.Errorf("note %q, %v", note, err)
	}
	if note, err := c.Note(part("e")); note != "" || err != nil {
		t.Errorf("note %q of a part, %v", note, err)
	}
	rows, err := pq.ReadFile[row](all)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range rows {
		got += r.ID
		if len(r.Quotes) != 2 || r.Quotes[0].Speaker.Name != "Ida Brandt" || r.Text == nil {
			t.Errorf("%s: %+v", r.ID, r)
		}
	}
	if got != "abcd" {
		t.Errorf("rows %s", got)
	}
	if _, err := c.Note(filepath.Join(dir, "none")); !os.IsNotExist(err) {
		t.Errorf("%v", err)
	}
}
