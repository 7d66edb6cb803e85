package cli

import (
	"archive/zip"
	"bytes"
	"errors"
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
	zipped(t, filepath.Join(dir, "two.zip"), "cafe.html", "../testdata/articles/cafe.html", "ferry.html", "../testdata/articles/ferry.html")
	zipped(t, filepath.Join(dir, "pages.wacz"), "datapackage.json", "", "archive/pages.warc.gz", "../testdata/warc/articles.warc.gz")
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dir)))
	mux.HandleFunc("/breaks.warc.gz", func(w http.ResponseWriter, r *http.Request) {
		b, _ := os.ReadFile("../../testdata/warc/articles.warc.gz")
		w.Header().Set("Content-Length", fmt.Sprint(len(b)))
		_, _ = w.Write(b[:9000])
	})
	mux.HandleFunc("/breaks.zip", func(w http.ResponseWriter, r *http.Request) {
		b, _ := os.ReadFile(filepath.Join(dir, "two.zip"))
		w.Header().Set("Content-Length", fmt.Sprint(len(b)))
		_, _ = w.Write(b[:len(b)/2])
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

// zipped writes a zip of names and the files that have their bytes.
func zipped(t *testing.T, to string, files ...string) {
	t.Helper()
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for ; len(files) > 0; files = files[2:] {
		var b []byte
		if files[1] != "" {
			b, err = os.ReadFile("../" + files[1])
		}
		w, e := z.CreateHeader(&zip.FileHeader{Name: files[0], Method: zip.Store})
		if err = errors.Join(err, e); err == nil {
			_, err = w.Write(b)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestArchivesFromAddresses(t *testing.T) {
	home := archives(t)
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	quick := []string{"--quiet", "--allow-private", "--delay", "0", "--retries", "0", "--connections", "1", "--stages", "blocks", "--fetch-timeout", "5m"}
	for _, c := range []struct {
		name  string
		args  []string
		lines int
		last  string // of what the last line holds
	}{
		{"warc", []string{"/pages.warc.gz"}, 9, `"text":`},
		{"zip", []string{"/two.zip"}, 2, `two.zip:ferry.html"`},
		{"wacz", []string{"/pages.wacz"}, 9, `"text":`},
		{"zip_whose_connection_breaks", []string{"/breaks.zip"}, 1, `"kind":"fetch_failed"`},
		{"tar", []string{"/two.tar.gz"}, 2, `two.tar.gz:ferry.html"`},
		{"json_lines", []string{"/pages.jsonl"}, 2, `"id":"b"`},
		{"json_lines_by_the_flag", []string{"--input", "jsonl", "/pages.json"}, 2, `"id":"b"`},
		{"page_among_archives", []string{"/two.tar.gz", "/page", "/pages.jsonl"}, 5, `"id":"b"`},
		{"limit", []string{"--limit", "3", "/pages.warc.gz", "/pages.jsonl"}, 3, `"text":`},
		{"not_there", []string{"/gone.warc.gz"}, 1, `"stage":"fetch","kind":"http_404"`},
		{"cut_off", []string{"/cut.warc.gz"}, 6, `"kind":"bad_`},
		{"connection_that_breaks", []string{"/breaks.warc.gz"}, 6, `"kind":"fetch_failed"`},
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
			var out, messages bytes.Buffer
			run(t.Context(), args, streams{strings.NewReader(""), &out, &messages})
			lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
			if len(lines) != c.lines || !strings.Contains(lines[len(lines)-1], c.last) {
				t.Errorf("%d lines, want %d; the last %.300s%s", len(lines), c.lines, lines[len(lines)-1], &messages)
			}
			if left, _ := os.ReadDir(tmp); len(left) > 0 {
				t.Errorf("%s is left behind", left[0].Name())
			}
		})
	}
}

// A connection that hangs ends with the time limit, after the pages that came.
// Which limit they need is the machine's affair: it grows until they are there.
func TestAnArchiveWhoseConnectionHangs(t *testing.T) {
	home := archives(t)
	for limit := time.Second; ; limit *= 2 {
		var out, messages bytes.Buffer
		run(t.Context(), []string{"--quiet", "--allow-private", "--delay", "0", "--retries", "0", "--stages", "blocks", "--fetch-timeout", limit.String(), home + "/hangs.warc.gz"}, streams{strings.NewReader(""), &out, &messages})
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if !strings.Contains(lines[len(lines)-1], `"kind":"fetch_timeout"`) {
			t.Fatalf("the last line %.300s%s", lines[len(lines)-1], &messages)
		}
		if len(lines) == 6 {
			return
		}
		if limit > time.Minute {
			t.Fatalf("%d lines, want 6", len(lines))
		}
	}
}

// An archive at an address gives what it gives as a file.
func TestAnArchiveFromAnAddressIsThatOfTheFile(t *testing.T) {
	home := archives(t)
	want := recordsOf(t, exitOK, "--stages", "blocks", "../../testdata/warc/articles.warc.gz")
	path := regexp.MustCompile(`"path":"[^"]*",`)
	for i := range want {
		want[i] = path.ReplaceAllString(want[i], "")
	}
	for _, name := range []string{"/pages.warc.gz", "/pages.wacz"} {
		sameRecords(t, recordsOf(t, exitOK, "--stages", "blocks", "--allow-private", "--delay", "0", home+name), want)
	}
}
