package cli

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// archives is a server of testdata/warc and of two articles packed in all ways.
func archives(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	in := func(name, command string) {
		if out, err := exec.Command("sh", "-c", "cd ../../testdata/articles && "+strings.ReplaceAll(command, "OUT", "'"+filepath.Join(dir, name)+"'")).CombinedOutput(); err != nil {
			t.Skipf("%s: %v\n%s", command, err, out)
		}
	}
	in("two.tar.gz", "tar -czf OUT cafe.html ferry.html")
	in("pages.warc.gz", "cp ../warc/articles.warc.gz OUT")
	in("pages.json", "printf '{\"id\":\"a\",\"text\":\"One.\"}\\n{\"id\":\"b\",\"text\":\"Two.\"}\\n' > OUT")
	in("pages.jsonl", "cp "+filepath.Join(dir, "pages.json")+" OUT")
	in("cut.warc.gz", "head -c 9000 ../warc/articles.warc.gz > OUT")
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dir)))
	mux.HandleFunc("/breaks.warc.gz", func(w http.ResponseWriter, r *http.Request) {
		b, _ := os.ReadFile("../../testdata/warc/articles.warc.gz")
		w.Header().Set("Content-Length", fmt.Sprint(len(b)))
		_, _ = w.Write(b[:9000])
	})
	mux.HandleFunc("/hangs.warc.gz", func(w http.ResponseWriter, r *http.Request) {
		b, _ := os.ReadFile("../../testdata/warc/articles.warc.gz")
		_, _ = w.Write(b[:9000])
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/sitemap.xml", func(w http.ResponseWriter, r *http.Request) { // longer than a page may be
		fmt.Fprint(w, "<urlset>", strings.Repeat(" ", 200<<10))
		fmt.Fprintf(w, "<url><loc>http://%s/page</loc></url></urlset>", r.Host)
	})
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, "../../testdata/articles/ferry.html")
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func TestArchivesFromAddresses(t *testing.T) {
	home := archives(t)
	quick := []string{"--quiet", "--allow-private", "--delay", "0", "--retries", "0", "--connections", "1", "--stages", "blocks", "--fetch-timeout", "2s"}
	for _, c := range []struct {
		name  string
		args  []string
		lines int
		last  string // of what the last line holds
	}{
		{"warc", []string{"/pages.warc.gz"}, 9, `"text":`},
		{"tar", []string{"/two.tar.gz"}, 2, `two.tar.gz:ferry.html"`},
		{"json_lines", []string{"/pages.jsonl"}, 2, `"id":"b"`},
		{"json_lines_by_the_flag", []string{"--input", "jsonl", "/pages.json"}, 2, `"id":"b"`},
		{"page_among_archives", []string{"/two.tar.gz", "/page", "/pages.jsonl"}, 5, `"id":"b"`},
		{"limit", []string{"--limit", "3", "/pages.warc.gz", "/pages.jsonl"}, 3, `"text":`},
		{"not_there", []string{"/gone.warc.gz"}, 1, `"stage":"fetch","kind":"http_404"`},
		{"cut_off", []string{"/cut.warc.gz"}, 6, `"kind":"bad_`},
		{"connection_that_breaks", []string{"/breaks.warc.gz"}, 6, `"kind":"fetch_failed"`},
		{"connection_that_hangs", []string{"/hangs.warc.gz"}, 6, `"kind":"fetch_timeout"`},
		{"long_sitemap", []string{"--max-bytes", "100K", "/sitemap.xml"}, 1, `"text":`},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := append([]string{}, quick...)
			for _, a := range c.args {
				if a[0] == '/' {
					a = home + a
				}
				args = append(args, a)
			}
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			var out, messages bytes.Buffer
			run(ctx, args, streams{strings.NewReader(""), &out, &messages})
			lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
			if len(lines) != c.lines || !strings.Contains(lines[len(lines)-1], c.last) {
				t.Errorf("%d lines, want %d; the last %.300s%s", len(lines), c.lines, lines[len(lines)-1], &messages)
			}
		})
	}
}

// An archive at an address gives what it gives as a file.
func TestAnArchiveFromAnAddressIsThatOfTheFile(t *testing.T) {
	home := archives(t)
	want := recordsOf(t, exitOK, "--stages", "blocks", "../../testdata/warc/articles.warc.gz")
	got := recordsOf(t, exitOK, "--stages", "blocks", "--allow-private", "--delay", "0", home+"/pages.warc.gz")
	path := regexp.MustCompile(`"path":"[^"]*",`)
	for i := range want {
		want[i] = path.ReplaceAllString(want[i], "")
	}
	sameRecords(t, got, want)
}
