package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// site is a small newspaper on the loopback.
func site(t *testing.T) string {
	mux := http.NewServeMux()
	page := func(media, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", media)
			io.WriteString(w, body)
		}
	}
	story := "<html><body><article><h1>Wall</h1>" + strings.Repeat("<p>The harbour wall at Malm\xf6 will be raised by a metre, the council decided on Monday after a long debate.</p>", 4) + "</article></body></html>"
	mux.HandleFunc("/story", page("text/html; charset=iso-8859-1", story))
	mux.HandleFunc("/note", page("text/plain; charset=utf-8", "The harbour wall at Malmö will be raised."))
	mux.HandleFunc("/paper.pdf", page("application/pdf", "%PDF-1.7"))
	mux.HandleFunc("/nothing", page("text/html", ""))
	mux.HandleFunc("/feed", page("application/rss+xml", "<rss>"))
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/story", http.StatusMovedPermanently)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func TestURLs(t *testing.T) {
	home := site(t)
	list := "# a list\n" + home + "/story\n\n  " + home + "/moved \r\n" + home + "/note\n" + home + "/gone\n" + home + "/paper.pdf\n" + home + "/nothing\n" + home + "/feed\nftp://news.example/\n"
	var out, messages bytes.Buffer
	status := run(t.Context(), []string{"--input", "urls", "--allow-private", "--delay", "0", "--stages", "blocks", "--workers", "3"}, streams{strings.NewReader(list), &out, &messages})
	if status != exitFailed || !strings.HasPrefix(messages.String(), "8 articles, 5 failed") {
		t.Errorf("exit status %d, messages %s", status, &messages)
	}
	type record struct {
		ID     string
		Text   string
		Source struct{ URL, MediaType, Charset, Fetched string }
		Error  struct{ Stage, Kind string }
	}
	want := []record{{ID: "/story"}, {ID: "/moved"}, {ID: "/note"}, {ID: "/gone"}, {ID: "/paper.pdf"}, {ID: "/nothing"}, {ID: "/feed"}, {ID: "ftp://news.example/"}}
	wantKind := []string{"", "", "", "http_404", "not_text", "empty", "bad_feed", "bad_url"}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), &out)
	}
	for i, line := range lines {
		var got record
		if err := json.Unmarshal([]byte(strings.ReplaceAll(line, `"media_type"`, `"mediatype"`)), &got); err != nil {
			t.Fatal(err)
		}
		if strings.TrimPrefix(got.ID, home) != want[i].ID || got.Error.Kind != wantKind[i] {
			t.Errorf("line %d is %s with error %q, want %s with %q", i+1, got.ID, got.Error.Kind, want[i].ID, wantKind[i])
		}
		switch {
		case wantKind[i] != "":
			if got.Error.Stage != "fetch" && got.Error.Kind != "bad_feed" { // that was read, and not understood
				t.Errorf("%s failed at %s, want fetch", got.ID, got.Error.Stage)
			}
		case !strings.Contains(got.Text, "wall at Malmö will") || got.Source.Fetched == "":
			t.Errorf("%s: %+v", got.ID, got)
		case i < 2 && (got.Source.URL != home+"/story" || got.Source.MediaType != "text/html"):
			t.Errorf("%s: source %+v", got.ID, got.Source)
		}
	}
}

// newspaper is a site with a feed, a sitemap and a robots.txt; it counts what it
// is asked for.
type newspaper struct {
	mu    sync.Mutex
	home  string
	asked []string
	wait  chan struct{} // before a page; nil for none
}

func (n *newspaper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	n.asked = append(n.asked, r.URL.Path)
	n.mu.Unlock()
	switch {
	case r.URL.Path == "/robots.txt":
		io.WriteString(w, "User-agent: *\nDisallow: /private\n")
	case r.URL.Path == "/feed":
		w.Header().Set("Content-Type", "application/rss+xml")
		io.WriteString(w, `<rss version="2.0"><channel><title>The Courier</title><item><title>Wall</title><link>/a</link></item><item><link>/private/b</link></item><item><link>/c</link></item></channel></rss>`)
	case r.URL.Path == "/sitemap.xml":
		fmt.Fprintf(w, `<urlset><url><loc>%[1]s/c</loc><lastmod>2026-03-02</lastmod></url><url><loc>%[1]s/a</loc></url></urlset>`, n.home)
	default:
		if n.wait != nil {
			select {
			case <-n.wait:
			case <-r.Context().Done():
				return
			}
		}
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, "<html><body><article><h1>Wall</h1><p>The harbour wall at Norrick will be raised by a metre, the council decided on Monday after a long debate.</p>"+
			"<p>“It will hold,” said Ida Brandt, the engineer who drew it, and she promised to stand on it in the first storm of the year.</p></article></body></html>")
	}
}

func press(t *testing.T) *newspaper {
	n := &newspaper{}
	s := httptest.NewServer(n)
	t.Cleanup(s.Close)
	n.home = s.URL
	return n
}

func TestFeedAndSitemapFromTheWeb(t *testing.T) {
	n := press(t)
	dir := t.TempDir()
	var first string
	for i := range 2 { // the second time, nothing has changed
		var out, messages bytes.Buffer
		status := run(t.Context(), []string{"--allow-private", "--delay", "0", "--stages", "blocks", "--cache", dir, n.home + "/feed", n.home + "/sitemap.xml"}, streams{strings.NewReader(""), &out, &messages})
		if status != exitFailed || !strings.HasPrefix(messages.String(), "5 articles, 1 failed") {
			t.Errorf("exit status %d, messages %s", status, &messages)
		}
		got := regexp.MustCompile(`"fetched":"[^"]*"`).ReplaceAllString(strings.ReplaceAll(out.String(), n.home, ""), "")
		for _, want := range []string{`"id":"/a"`, `{"id":"/private/b","error":{"stage":"fetch","kind":"robots"`, `"extra":{"feed":{"item_title":"Wall","title":"The Courier"}}`, `"extra":{"sitemap":{"modified":"2026-03-02T00:00:00Z"}}`} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s in %s", want, got)
			}
		}
		if i == 0 {
			first = got
		} else if got != first {
			t.Errorf("the second time\n%s, want\n%s", got, first)
		}
	}
	for _, path := range n.asked {
		if strings.HasPrefix(path, "/private") {
			t.Errorf("asked for %s", path)
		}
	}
}

// Ctrl-C while a page does not come: the program ends, and says by its status
// that it was stopped.
func TestInterruptWhileFetching(t *testing.T) {
	n := press(t)
	n.wait = make(chan struct{})
	defer close(n.wait)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for {
			n.mu.Lock()
			begun := len(n.asked) > 1
			n.mu.Unlock()
			if begun {
				cancel()
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	var out, messages bytes.Buffer
	if status := run(ctx, []string{"--allow-private", n.home + "/a", n.home + "/c"}, streams{strings.NewReader(""), &out, &messages}); status != exitInterrupted || out.Len() > 0 {
		t.Errorf("exit status %d, output %s, messages %s", status, &out, &messages)
	}
}

func TestURLsOfPrivateAddressesAreRefused(t *testing.T) {
	home := site(t)
	var out bytes.Buffer
	status := run(t.Context(), []string{home + "/story"}, streams{strings.NewReader(""), &out, io.Discard})
	if status != exitFailed || !strings.Contains(out.String(), `"error":{"stage":"fetch","kind":"private_address"`) {
		t.Errorf("exit status %d, output %s", status, &out)
	}
}
