package cli

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/quoth/quoth/pipeline/source"
)

// A list of addresses is read long before its pages are, so lines are counted
// and not bytes; of a folder or of standard input nobody knows how many.
func TestShareOfAList(t *testing.T) {
	dir := t.TempDir()
	list := []byte("# two\nhttps://n.example/a\n\nhttps://n.example/b")
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(list)
	z.Close()
	for name, b := range map[string][]byte{"list.txt": list, "list.txt.gz": packed.Bytes()} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		src := source.New(source.Options{Kind: source.URLs, NoFetch: true}, path)
		read := share([]string{path}, src, "urls")
		for deadline := time.Now().Add(time.Minute); read() < 0 && time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		}
		if got := read(); got != 0 {
			t.Errorf("%s: %v at the begin", name, got)
		}
		n := 0
		for range src.Inputs(t.Context()) {
			n++
		}
		if got := read(); n != 2 || got != 0.99 {
			t.Errorf("%s: %v at the end of %d pages", name, got, n)
		}
	}
	if read := share([]string{dir}, nil, "urls"); read() >= 0 {
		t.Error("a folder of lists")
	}
	if read := share([]string{source.Stdin}, nil, "urls"); read != nil {
		t.Error("standard input")
	}
}
