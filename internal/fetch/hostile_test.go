package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
)

// raw answers with bytes as they are, and closes the connection.
func raw(w http.ResponseWriter, s string) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	io.WriteString(conn, s)
}

func packed(coding string, n int) []byte {
	var b bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriterLevel(&b, 1)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	}
	piece := bytes.Repeat([]byte("<p>Rain"), 10_000)
	for written := 0; written < n; written += len(piece) {
		w.Write(piece)
	}
	w.Close()
	return b.Bytes()
}

// drip sends a little again and again, until nobody listens.
func drip(w http.ResponseWriter, r *http.Request, s string, pause time.Duration) {
	for {
		if _, err := io.WriteString(w, s); err != nil || r.Context().Err() != nil {
			return
		}
		w.(http.Flusher).Flush()
		if pause > 0 {
			select {
			case <-time.After(pause):
			case <-r.Context().Done():
				return
			}
		}
	}
}

// misbehaviour is what a server does, and the kind of error that it gets; ""
// for a page, whatever its text.
var misbehaviour = map[string]struct {
	do   http.HandlerFunc
	kind string
}{
	"slow_drip":        {func(w http.ResponseWriter, r *http.Request) { drip(w, r, "<p>", 5*time.Millisecond) }, "fetch_timeout"},
	"no_answer":        {func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "fetch_timeout"},
	"endless_body":     {func(w http.ResponseWriter, r *http.Request) { drip(w, r, strings.Repeat("<p>Rain", 1000), 0) }, "too_large"},
	"redirect_loop":    {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, 302) }, "redirects"},
	"redirect_onwards": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", 307) }, "redirects"},
	"redirect_to_file": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(301)
	}, "bad_url"},
	"redirect_nowhere": {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(301) }, "http_301"},
	"redirect_to_junk": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "http://[::1")
		w.WriteHeader(301)
	}, "bad_url"},
	"length_too_long": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"+story)
	}, "fetch_failed"},
	"length_too_short": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n"+story)
	}, ""},
	"length_negative": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"+story)
	}, "fetch_failed"},
	"lengths_differ": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"+story)
	}, "fetch_failed"},
	"no_length_and_closed": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"+story)
	}, ""},
	"chunks_broken": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Ra\r\nzz\r\n")
	}, "fetch_failed"},
	"charset_wrong": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, "<p>Malm\xf6")
	}, ""},
	"charset_unknown": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=klingon")
		io.WriteString(w, story)
	}, ""},
	"gzip_broken": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed("gzip", 1)[:100])
	}, "bad_gzip"},
	"gzip_is_none": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		io.WriteString(w, story)
	}, "bad_gzip"},
	"gzip_bomb": {bomb("gzip"), "too_large"},
	"br_bomb":   {bomb("br"), "too_large"},
	"zstd_bomb": {bomb("zstd"), "too_large"},
	"gzip_of_nothing_for_ever": {func(w http.ResponseWriter, r *http.Request) {
		var b bytes.Buffer
		gzip.NewWriter(&b).Close()
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		drip(w, r, strings.Repeat(b.String(), 100), 0)
	}, "too_large"},
	"zstd_wants_much_memory": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "zstd")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "\x28\xb5\x2f\xfd\x00\xa8\x00\x00") // a window of 2 GiB
	}, "bad_zstd"},
	"codings_upon_codings": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", strings.Repeat("gzip,", 1000)+"gzip")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, story)
	}, "not_text"},
	"too_many_requests": {func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Retry-After", "0"); w.WriteHeader(429) }, "http_429"},
	"come_back_next_year": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "31536000")
		w.WriteHeader(429)
	}, "http_429"},
	"retry_after_nonsense": {func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "99999999999999999999")
		w.WriteHeader(503)
	}, "http_503"},
	"internal_error":       {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) }, "http_500"},
	"connection_closed":    {func(w http.ResponseWriter, r *http.Request) { raw(w, "") }, "fetch_failed"},
	"closed_in_the_header": {func(w http.ResponseWriter, r *http.Request) { raw(w, "HTTP/1.1 200 OK\r\nContent-") }, "fetch_failed"},
	"no_http":              {func(w http.ResponseWriter, r *http.Request) { raw(w, "SSH-2.0-OpenSSH_9.6\r\n") }, "fetch_failed"},
	"huge_headers": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\n"+strings.Repeat("X: "+strings.Repeat("x", 1000)+"\r\n", 1000)+"\r\n")
	}, "fetch_failed"},
	"one_huge_header": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 200 OK\r\nX: "+strings.Repeat("x", 1<<20))
	}, "fetch_failed"},
	"many_early_hints": {func(w http.ResponseWriter, r *http.Request) {
		for range 1000 {
			w.WriteHeader(http.StatusEarlyHints)
		}
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, story)
	}, ""},
	"status_of_nonsense": {func(w http.ResponseWriter, r *http.Request) {
		raw(w, "HTTP/1.1 999 \x1b[31m\r\nContent-Length: 0\r\n\r\n")
	}, "http_999"},
}

func bomb(coding string) http.HandlerFunc {
	var once sync.Once
	var body []byte
	return func(w http.ResponseWriter, r *http.Request) {
		once.Do(func() { body = packed(coding, 64<<20) })
		w.Header().Set("Content-Encoding", coding)
		w.Header().Set("Content-Type", "text/html")
		w.Write(body)
	}
}

// TestMisbehavingServers holds that each gets its error or its page, that none
// hangs, and that none takes more memory than a page may have.
func TestMisbehavingServers(t *testing.T) {
	const most = 1 << 20
	for name, c := range misbehaviour {
		t.Run(name, func(t *testing.T) {
			home := serve(t, c.do)
			o := Options{MaxBytes: most, Retries: 1, IgnoreRobots: true, Timeout: time.Minute}
			if c.kind == "fetch_timeout" {
				o.Timeout = 100 * time.Millisecond
			}
			cl := client(o)
			if strings.HasSuffix(name, "_bomb") { // packed beforehand
				cl.Get(context.Background(), home)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			page, err := cl.Get(context.Background(), home+"/story")
			runtime.ReadMemStats(&after)
			switch {
			case c.kind == "" && err != nil, c.kind != "" && (err == nil || extract.FaultKind(err) != c.kind):
				t.Errorf("%v, want %q", err, c.kind)
			case err == nil && len(page.Body) == 0:
				t.Error("an empty page")
			}
			// All that was taken in between, the server's own part too: growing
			// buffers come to about five times what they end up with.
			if took := after.TotalAlloc - before.TotalAlloc; took > 48*most {
				t.Errorf("%d MB for a page of %d MB", took>>20, most>>20)
			}
		})
	}
}

// Neither a redirect nor a name leads to what is not public.
func TestRedirectsInward(t *testing.T) {
	inner := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the private server was asked") }))
	defer inner.Close()
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(inner.URL, "http://"))
	for _, to := range []string{inner.URL, "http://169.254.169.254/latest/meta-data/", "http://localhost:" + port, "http://[::ffff:7f00:1]:" + port, "http://2130706433:" + port, "http://0x7f.1:" + port, "http://127.1:" + port} {
		outer := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, 302) })
		c := strict(Options{MaxBytes: 1000, IgnoreRobots: true, Backoff: time.Millisecond, Timeout: 5 * time.Second})
		transport := c.http.Transport.(*http.Transport)
		checked := transport.DialContext
		transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			if address == "public.example:80" {
				return net.Dial("tcp", strings.TrimPrefix(outer, "http://"))
			}
			return checked(ctx, network, address)
		}
		_, err := c.Get(context.Background(), "http://public.example/")
		if kind := extract.FaultKind(err); kind != "private_address" && !(kind == "fetch_failed" && strings.Contains(fmt.Sprint(err), "lookup")) && kind != "fetch_timeout" {
			t.Errorf("%s: %v", to, err)
		}
	}
}
