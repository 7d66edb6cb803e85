package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// recordsOf runs the program and gives its lines without what tells where an
// article came from.
func recordsOf(t *testing.T, status int, args ...string) []string {
	t.Helper()
	var out, messages bytes.Buffer
	if got := run(t.Context(), append([]string{"--quiet"}, args...), streams{strings.NewReader(""), &out, &messages}); got != status {
		t.Fatalf("exit status %d, want %d: %s", got, status, &messages)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for i, line := range lines {
		line = regexp.MustCompile(`"(id|path)":"[^"]*(urn:uuid|page-)[^"]*",`).ReplaceAllString(line, "")
		line = regexp.MustCompile(`"(url|path|fetched|canonical_url)":"[^"]*(warc|news\.example/\d+/|2026-03-1[23]T06:00:00Z)[^"]*",`).ReplaceAllString(line, "")
		lines[i] = regexp.MustCompile(`"id":"`).ReplaceAllLiteralString(line, "\n  \"id\":\"")
	}
	return lines
}

func TestAnArchiveGivesTheRecordsOfItsPages(t *testing.T) {
	want := recordsOf(t, exitOK, pagesInOrder(t, t.TempDir(), 9)...)
	sameRecords(t, recordsOf(t, exitOK, "../../testdata/warc/articles.warc.gz"), want)
}

// TestThousandPagesOfWarcio holds the same of an archive that a well-known
// tool writes here and now.
func TestThousandPagesOfWarcio(t *testing.T) {
	python, err := exec.LookPath("python3")
	if p := os.Getenv("QUOTH_PYTHON"); p != "" {
		python, err = p, nil
	}
	if err != nil || exec.Command(python, "-c", "import warcio").Run() != nil {
		t.Skip("needs Python with warcio (pip install warcio)")
	}
	const n = 1000
	dir := t.TempDir()
	pages := pagesInOrder(t, dir, n)
	quick := []string{"--stages", "blocks"}
	want := recordsOf(t, exitOK, append(quick, pages...)...)
	for _, name := range []string{"a.warc.gz", "a.warc"} {
		file := filepath.Join(dir, name)
		if out, err := exec.Command(python, append([]string{"../../testdata/warc/make.py", file, fmt.Sprint(n)}, pages...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		sameRecords(t, recordsOf(t, exitOK, append(quick, file)...), want)

		// Fetched once more, and not changed.
		twice := filepath.Join(dir, "again-"+name)
		if out, err := exec.Command(python, append([]string{"../../testdata/warc/make.py", "--again", twice, "9"}, pages...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		sameRecords(t, recordsOf(t, exitOK, append(quick, twice)...), append(want[:9:9], want[:9]...))

		// Cut off within the last page: what comes after the pages is a record
		// of an image, one of a page that is gone, and one that refers back.
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		last := bytes.LastIndex(whole, []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html")) + 100
		if name == "a.warc.gz" { // by the members: request, page, image, gone, revisit
			last = len(whole)
			for range 4 {
				last = bytes.LastIndex(whole[:last], []byte("\x1f\x8b\x08\x00"))
			}
			last += 60
			for bytes.Contains(whole[last-60:last], []byte("\r\n")) {
				last++
			}
		}
		cut := filepath.Join(dir, "cut-"+name)
		if err := os.WriteFile(cut, whole[:last], 0o666); err != nil {
			t.Fatal(err)
		}
		got := recordsOf(t, exitFailed, append(quick, cut)...)
		if len(got) != n || !strings.Contains(got[n-1], `"error":{"stage":"input","kind":"bad_`) {
			t.Fatalf("%s: %d records, the last %.300s", name, len(got), got[len(got)-1])
		}
		sameRecords(t, got[:n-1], want[:n-1])
	}
}

// pagesInOrder writes n pages, no two of them the same.
func pagesInOrder(t *testing.T, dir string, n int) (files []string) {
	t.Helper()
	articles, err := filepath.Glob("../../testdata/articles/*.html")
	if err != nil || len(articles) != 9 {
		t.Fatalf("%d articles, %v", len(articles), err)
	}
	for i := range n {
		page, err := os.ReadFile(articles[i%len(articles)])
		if err != nil {
			t.Fatal(err)
		}
		if n > len(articles) {
			page = append(page, fmt.Sprintf("<!-- %d -->\n", i)...)
		}
		file := filepath.Join(dir, fmt.Sprintf("page-%04d.html", i))
		if err := os.WriteFile(file, page, 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

func sameRecords(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d records, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			g, w := strings.Split(got[i], "\n"), strings.Split(want[i], "\n")
			for j := range min(len(g), len(w)) {
				if g[j] != w[j] {
					t.Fatalf("record %d:\n got %.400s\nwant %.400s", i+1, g[j], w[j])
				}
			}
			t.Fatalf("record %d: one has more", i+1)
		}
	}
}
