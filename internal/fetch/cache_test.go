package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestCache(t *testing.T) {
	for _, c := range []struct {
		name   string
		header string // of the page
		want   string // what the server is asked for, three times
	}{
		{"etag", `ETag: "v1"`, `- "v1" "v1"`},
		{"last_modified", "Last-Modified: Mon, 02 Mar 2026 08:00:00 GMT", "- Mon, 02 Mar 2026 08:00:00 GMT Mon, 02 Mar 2026 08:00:00 GMT"},
		{"fresh", "Cache-Control: public, max-age=3600", "-"},
		{"fresh_for_shared_caches_only", "Cache-Control: s-maxage=3600", "- - -"},
		{"expires", "Expires: Sat, 02 Jan 2100 08:00:00 GMT", "-"},
		{"no_store", "Cache-Control: no-store, max-age=3600\nETag: x", "- - -"},
		{"no_cache", "Cache-Control: no-cache, max-age=3600\nETag: x", "- x x"},
		{"too_old_on_arrival", "Cache-Control: max-age=3600\nAge: 7200\nETag: x", "- x x"},
		{"nothing_said", "Server: x", "- - -"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked []string
			home := serve(t, func(w http.ResponseWriter, r *http.Request) {
				had := r.Header.Get("If-None-Match") + r.Header.Get("If-Modified-Since")
				if had == "" {
					had = "-"
				}
				asked = append(asked, had)
				for line := range strings.Lines(c.header) {
					name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
					w.Header().Set(name, value)
				}
				if had != "-" {
					w.WriteHeader(http.StatusNotModified)
					return
				}
				w.Header().Set("Content-Type", "text/html; charset=latin1")
				io.WriteString(w, story)
			})
			dir := t.TempDir()
			for range 3 { // a run each
				page, err := client(Options{Cache: dir, IgnoreRobots: true}).Get(context.Background(), home+"/a?b=1#c")
				if err != nil || string(page.Body) != story || page.URL != home+"/a?b=1" || page.MediaType != "text/html" || page.Charset != "latin1" || page.Fetched == "" || page.Warnings != nil {
					t.Fatalf("%+v, %v", page, err)
				}
			}
			if got := strings.Join(asked, " "); got != c.want {
				t.Errorf("asked %s, want %s", got, c.want)
			}
		})
	}
}

// Whatever lies in the folder, a page comes: from the server if need be.
func TestCacheThatIsDamaged(t *testing.T) {
	n := 0
	home := serve(t, func(w http.ResponseWriter, r *http.Request) {
		n++
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Cache-Control", "max-age=3600")
		io.WriteString(w, story)
	})
	dir := t.TempDir()
	get := func() {
		t.Helper()
		page, err := client(Options{Cache: dir, IgnoreRobots: true}).Get(context.Background(), home)
		if err != nil || string(page.Body) != story {
			t.Errorf("%v, %v", page, err)
		}
	}
	get()
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*"))
	if len(files) != 1 {
		t.Fatalf("%d files", len(files))
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for i, bad := range []string{"", "{", string(whole[:len(whole)-1]), string(whole) + "x", strings.Replace(string(whole), `"url":"http`, `"url":"ftp`, 1), strings.Repeat("x", 1<<17)} {
		if err := os.WriteFile(files[0], []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if get(); n != i+2 {
			t.Errorf("%d: %d requests", i, n)
		}
	}
}

func TestCacheThatCannotBeWritten(t *testing.T) {
	home := serve(t, answering(`ETag: "x"`, story))
	dir := t.TempDir()
	c := client(Options{Cache: dir, IgnoreRobots: true})
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	page, err := c.Get(context.Background(), home)
	if err != nil || len(page.Warnings) != 1 || !strings.HasPrefix(page.Warnings[0], "cache: not kept: ") {
		t.Errorf("%v, %v", page, err)
	}
	if _, err := New(Options{Cache: filepath.Join(dir, "below")}); err == nil {
		t.Error("a cache below a file")
	}
}

func TestCacheIsBounded(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "diary.txt"), make([]byte, 50_000), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := openCache(dir, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	h := http.Header{"Etag": {"x"}}
	name := func(i int) string { return fmt.Sprint("https://n.example/", i) }
	for i := range 30 {
		c.put(&Page{URL: name(i), Body: make([]byte, 1000)}, h, time.Now())
		old := time.Now().Add(time.Duration(i-100) * time.Hour)
		if err := os.Chtimes(c.path(name(i)), old, old); err != nil {
			t.Fatal(err)
		}
		c.get(name(0)) // is asked for all the time
	}
	var size int64
	kept := 0
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*"))
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
		kept++
	}
	if size > 10_000 || kept < 5 || c.get(name(0)) == nil || c.get(name(1)) != nil || c.get(name(29)) == nil {
		t.Errorf("%d bytes, %d pages; the one in use is kept: %v, the oldest: %v, the newest: %v", size, kept, c.get(name(0)) != nil, c.get(name(1)) != nil, c.get(name(29)) != nil)
	}
	if _, err := os.Stat(filepath.Join(dir, "diary.txt")); err != nil {
		t.Error("a file that is not the cache's is gone")
	}
}
