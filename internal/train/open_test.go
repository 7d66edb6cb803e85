package train

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFoldKeepsASiteTogether(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		same       bool
	}{
		{"subdomains", "https://www.norrick.example/a", "https://sport.norrick.example/b", true},
		{"subdomains_of_a_country_s_second_level", "https://www.norrick.co.uk/a", "https://norrick.co.uk/b", true},
		{"two_sites_of_a_country_s_second_level", "https://norrick.co.uk/a", "https://tidewater.co.uk/b", false},
		{"port", "https://norrick.example:8080/a", "https://norrick.example/a", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			const parts = 1 << 40 // so that two sites do not meet by chance
			if got := Fold(tt.a, "1", parts) == Fold(tt.b, "2", parts); got != tt.same {
				t.Errorf("together: %v, want %v", got, tt.same)
			}
		})
	}
	if Fold("", "1", 5) != Fold("", "1", 5) {
		t.Error("a page without an address has no part of its own")
	}
}

func TestOpen(t *testing.T) {
	const text = "{\"id\":\"1\"}\n"
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, text)
	z.Close()
	dir := t.TempDir()
	for _, tt := range []struct {
		name, file string
		body       []byte
		err        string
	}{
		{"plain", "a.jsonl", []byte(text), ""},
		{"packed", "a.jsonl.gz", packed.Bytes(), ""},
		{"named_as_packed", "b.jsonl.gz", []byte(text), "b.jsonl.gz: gzip: invalid header"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(dir, tt.file)
			if err := os.WriteFile(file, tt.body, 0o600); err != nil {
				t.Fatal(err)
			}
			in, err := Open(file)
			if tt.err != "" {
				if err == nil || !strings.HasSuffix(err.Error(), tt.err) {
					t.Errorf("got %v, want %s", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if got, err := io.ReadAll(in); string(got) != text || err != nil {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}
