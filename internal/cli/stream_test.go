package cli

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func articles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.[ht][tx][mt]*")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles in testdata", err)
	}
	return files
}

func TestOutputIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	var first []byte
	files := articles(t)
	if raceEnabled {
		files = files[:5]
	}
	for _, workers := range []string{"1", "3", "16", "3"} {
		var out, messages bytes.Buffer
		args := append([]string{"--workers", workers, "--explain", "--timeout", "0"}, files...)
		if status := run(t.Context(), args, streams{strings.NewReader(""), &out, &messages}); status != exitOK {
			t.Fatalf("exit status %d\n%s", status, &messages)
		}
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(out.Bytes(), first) {
			t.Errorf("%s workers: the output differs from that of 1", workers)
		}
	}
}

// records makes lines of JSON as they are read, n of them.
type records struct {
	n, made int
	rest    []byte
}

func (r *records) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.made == r.n {
			return 0, io.EOF
		}
		r.rest = fmt.Appendf(r.rest[:0], "{\"id\":\"r%d\",\"text\":\"“It is number %d,” the clerk said.\"}\n", r.made, r.made)
		r.made++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// counting checks that lines come in order, and weighs the heap twice.
type counting struct {
	t     *testing.T
	lines int
	rest  []byte
	weigh map[int]uint64 // heap in use when so many lines were written
}

func (c *counting) Write(p []byte) (int, error) {
	c.rest = append(c.rest, p...)
	for {
		line, rest, ok := bytes.Cut(c.rest, []byte("\n"))
		if !ok {
			c.rest = append(c.rest[:0:0], c.rest...)
			return len(p), nil
		}
		if want := fmt.Sprintf(`{"schema":"quoth/1","id":"r%d",`, c.lines); !bytes.HasPrefix(line, []byte(want)) {
			c.t.Fatalf("line %d begins with %.60s, want %s", c.lines+1, line, want)
		}
		c.rest = rest
		c.lines++
		if _, ok := c.weigh[c.lines]; ok {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			c.weigh[c.lines] = m.HeapAlloc
		}
	}
}

// Memory does not grow with the number of inputs: not by 24 bytes for each.
func TestMemoryIsFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100,000 articles")
	}
	n := 100_000
	if raceEnabled {
		n = 20_000
	}
	out := &counting{t: t, weigh: map[int]uint64{n / 10: 0, n: 0}}
	var messages bytes.Buffer
	status := run(t.Context(), []string{"--stages", "blocks", "--verbatim", "--workers", "4"}, streams{&records{n: n}, out, &messages})
	if status != exitOK || out.lines != n || len(out.rest) > 0 {
		t.Errorf("exit status %d after %d lines, want 0 after %d\n%s", status, out.lines, n, &messages)
	}
	before, after := out.weigh[n/10], out.weigh[n]
	t.Logf("heap in use after %d articles: %d kB; after %d: %d kB", n/10, before>>10, n, after>>10)
	if grown := int64(after) - int64(before); grown > 24*int64(n-n/10) {
		t.Errorf("the heap grew by %d kB", grown>>10)
	}
}
