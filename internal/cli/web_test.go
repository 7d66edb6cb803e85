package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
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
	status := run(t.Context(), []string{"--input", "urls", "--allow-private", "--stages", "blocks", "--workers", "3"}, streams{strings.NewReader(list), &out, &messages})
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

func TestURLsOfPrivateAddressesAreRefused(t *testing.T) {
	home := site(t)
	var out bytes.Buffer
	status := run(t.Context(), []string{home + "/story"}, streams{strings.NewReader(""), &out, io.Discard})
	if status != exitFailed || !strings.Contains(out.String(), `"error":{"stage":"fetch","kind":"private_address"`) {
		t.Errorf("exit status %d, output %s", status, &out)
	}
}
