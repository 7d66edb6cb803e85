package fetch

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
)

const story = "<p>The harbour wall at Norrick will be raised by a metre."

// serve starts a server on the loopback and gives its address.
func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// local is a client that may reach such a server.
func local() *Client { return client(Options{}) }

// client may reach such a server too, and does not wait.
func client(o Options) *Client {
	o.Version, o.AllowPrivate, o.Backoff = "1.2", true, time.Millisecond
	if o.MaxBytes == 0 {
		o.MaxBytes = 1000
	}
	return strict(o)
}

func strict(o Options) *Client {
	c, err := New(o)
	if err != nil {
		panic(err)
	}
	return c
}

func answering(header, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name, value, _ := strings.Cut(header, ": ")
		w.Header().Set(name, value)
		io.WriteString(w, body)
	}
}

// refused wants an error of a kind, whose message holds part.
func refused(t *testing.T, c *Client, address, kind, part string) {
	t.Helper()
	page, err := c.Get(context.Background(), address)
	if err == nil {
		t.Fatalf("%s: fetched %q, want %s", address, page.Body, kind)
	}
	if got := extract.FaultKind(err); got != kind || !strings.Contains(err.Error(), part) {
		t.Errorf("%s: %s: %v, want %s: …%s…", address, got, err, kind, part)
	}
}

func TestGet(t *testing.T) {
	var asked http.Header
	home := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/story" {
			asked = r.Header
		}
		w.Header().Set("Content-Type", "Text/HTML; charset=ISO-8859-1")
		io.WriteString(w, story)
	})
	before := time.Now().Add(-time.Second)
	page, err := local().Get(context.Background(), home+"/story?id=1")
	if err != nil {
		t.Fatal(err)
	}
	if string(page.Body) != story || page.URL != home+"/story?id=1" || page.MediaType != "text/html" || page.Charset != "iso-8859-1" {
		t.Errorf("got %+v", page)
	}
	if at, err := time.Parse(time.RFC3339, page.Fetched); err != nil || at.Before(before) || !strings.HasSuffix(page.Fetched, "Z") {
		t.Errorf("fetched at %q: %v", page.Fetched, err)
	}
	if got := asked.Get("User-Agent"); got != "quoth/1.2 (+https://github.com/quoth/quoth)" {
		t.Errorf("user agent %q", got)
	}
	if !strings.HasPrefix(asked.Get("Accept"), "text/html") || asked.Get("Cookie") != "" {
		t.Errorf("asked with %v", asked)
	}
}

func TestGetUndoesGzip(t *testing.T) {
	packed := func(n int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				t.Error("gzip was not asked for")
			}
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write([]byte(strings.Repeat("a", n)))
			z.Close()
		}
	}
	page, err := local().Get(context.Background(), serve(t, packed(900)))
	if err != nil || len(page.Body) != 900 {
		t.Errorf("%d bytes, want 900: %v", len(page.Body), err)
	}
	// The bound is on what comes out: a megabyte of the letter a is 1 kB packed.
	refused(t, local(), serve(t, packed(1<<20)), "too_large", "longer than 1000 bytes")
}

func TestGetIsBoundedInSize(t *testing.T) {
	for _, n := range []int{1000, 1001} {
		page, err := local().Get(context.Background(), serve(t, answering("Content-Type: text/html", strings.Repeat("a", n))))
		if n == 1000 && (err != nil || len(page.Body) != n) {
			t.Errorf("%d bytes: %v", n, err)
		}
		if n == 1001 && extract.FaultKind(err) != "too_large" {
			t.Errorf("%d bytes: %v, want too_large", n, err)
		}
	}
	endless := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for {
			if _, err := io.WriteString(w, strings.Repeat("rain ", 1000)); err != nil {
				return
			}
		}
	})
	refused(t, local(), endless, "too_large", "--max-bytes")

	flood := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for i := range 2000 {
			w.Header().Set(fmt.Sprint("X-", i), strings.Repeat("x", 500))
		}
		io.WriteString(w, story)
	})
	refused(t, local(), flood, "fetch_failed", "headers exceeded")
}

func TestGetIsBoundedInTime(t *testing.T) {
	for name, first := range map[string]string{"no_answer": "", "answer_that_never_ends": story} {
		t.Run(name, func(t *testing.T) {
			silent := serve(t, func(w http.ResponseWriter, r *http.Request) {
				if first != "" {
					io.WriteString(w, first)
					w.(http.Flusher).Flush()
				}
				<-r.Context().Done() // the client hangs up
			})
			c := client(Options{Timeout: 50 * time.Millisecond, IgnoreRobots: true})
			refused(t, c, silent, "fetch_timeout", "not there within 50ms")
			if _, took, err := c.Timed(context.Background(), silent); err == nil || took < 50*time.Millisecond {
				t.Errorf("took %v, %v", took, err)
			}
		})
	}
}

func TestGetEndsWithItsContext(t *testing.T) {
	asked := make(chan bool)
	silent := serve(t, func(w http.ResponseWriter, r *http.Request) {
		close(asked)
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(context.Background())
	go func() { <-asked; cancel() }()
	if _, err := local().Get(ctx, silent); extract.FaultKind(err) != "fetch_failed" {
		t.Errorf("got %v, want fetch_failed", err)
	}
}

func TestGetTellsTheStatus(t *testing.T) {
	for _, status := range []int{304, 401, 404, 410, 429, 451, 500, 503, 999} {
		home := serve(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(status) })
		refused(t, local(), home, fmt.Sprint("http_", status), fmt.Sprint("server answered ", status))
	}
	for _, status := range []int{200, 203, 206} {
		home := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(status)
			io.WriteString(w, story)
		})
		if _, err := local().Get(context.Background(), home); err != nil {
			t.Errorf("%d: %v", status, err)
		}
	}
}

func TestGetFailsWhereTheAnswerIsBroken(t *testing.T) {
	cut := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Length", "500")
		io.WriteString(w, story)
	})
	refused(t, local(), cut, "fetch_failed", "unexpected EOF")
	refused(t, local(), serve(t, answering("Content-Encoding: gzip", "not packed")), "bad_gzip", "gzip")
	refused(t, local(), serve(t, answering("Content-Encoding: compress", "\x0b")), "not_text", `"compress" was not asked for`)
	closed := httptest.NewServer(nil)
	closed.Close()
	refused(t, local(), closed.URL, "fetch_failed", "refused")
	refused(t, local(), "http://no-such-host.invalid/", "fetch_failed", "")
}

func TestMediaTypes(t *testing.T) {
	for _, header := range []string{"text/html", "", "TEXT/PLAIN;Charset=\"UTF-8\"", "text/html; charset", "application/xhtml+xml", "application/rss+xml; charset=utf-8", "application/xml", "application/feed+json", "application/x-gzip"} {
		if _, err := local().Get(context.Background(), serve(t, answering("Content-Type: "+header, story))); err != nil {
			t.Errorf("%q: %v", header, err)
		}
	}
	for _, header := range []string{"application/pdf", "image/png", "video/mp4", "application/octet-stream", "nonsense"} {
		refused(t, local(), serve(t, answering("Content-Type: "+header, story)), "not_text", header)
	}
}

func TestGetRefusesAddressesThatAreNone(t *testing.T) {
	for address, part := range map[string]string{
		"ftp://news.example/a": `scheme "ftp"`, "file:///etc/passwd": `scheme "file"`, "gopher://x/": `scheme "gopher"`, "javascript:1": "scheme",
		"story.html": "no address", "//news.example/": "no address", "": "", "http://": "no host", "https:///story": "no host", "http://:80/": "no host",
		"http://a b/": "", "http://[::1/": "", "http://news.example:port/": "", "http://news.example/\x00": "",
	} {
		refused(t, local(), address, "bad_url", part)
	}
}

func TestRedirects(t *testing.T) {
	// /n leads to /n-1, and /0 is the story.
	home := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch path := r.URL.Path; path {
		case "/0":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, story)
		case "/circle":
			http.Redirect(w, r, "/circle", http.StatusMovedPermanently)
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case "/nowhere":
			w.WriteHeader(http.StatusFound)
		default:
			http.Redirect(w, r, fmt.Sprintf("/%d", path[1]-'1'), http.StatusFound)
		}
	})
	page, err := local().Get(context.Background(), home+"/5")
	if err != nil || page.URL != home+"/0" {
		t.Errorf("five redirects: %v %v, want the page at /0", page, err)
	}
	refused(t, local(), home+"/6", "redirects", "more than 5 redirects")
	refused(t, local(), home+"/circle", "redirects", "more than 5 redirects")
	refused(t, local(), home+"/file", "bad_url", `scheme "file"`)
	refused(t, local(), home+"/nowhere", "http_302", "302")
}

// A site that sends those without its cookie round in circles gives its page,
// and the cookie is not shown to the next page.
func TestCookiesLastForOnePage(t *testing.T) {
	home := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err != nil {
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
			http.Redirect(w, r, r.URL.Path, http.StatusFound)
			return
		}
		if r.URL.Path == "/second" {
			http.SetCookie(w, &http.Cookie{Name: "page", Value: "1", Path: "/"})
		}
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, r.Header.Get("Cookie"))
	})
	c := local()
	for _, path := range []string{"/first", "/second", "/third"} {
		if page, err := c.Get(context.Background(), home+path); err != nil || string(page.Body) != "seen=1" {
			t.Errorf("%s: %v, %v", path, page, err)
		}
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	asked := false
	home := serve(t, func(w http.ResponseWriter, r *http.Request) { asked = true })
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(home, "http://"))
	c := strict(Options{MaxBytes: 1000, Backoff: time.Millisecond})
	for _, host := range []string{"127.0.0.1", "localhost", "127.9.9.9", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.0.0.1", "169.254.169.254"} {
		refused(t, c, "http://"+host+":"+port+"/", "private_address", "not a public address (see --allow-private)")
	}
	if asked {
		t.Error("the server was asked all the same")
	}
}

// A public page may not lead to a private one: the check is of each
// connection, not of the address that the user gave.
func TestRedirectToAPrivateAddressIsRefused(t *testing.T) {
	asked := false
	private := serve(t, func(w http.ResponseWriter, r *http.Request) { asked = true })
	public := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, private, http.StatusFound) })
	c := strict(Options{MaxBytes: 1000, Backoff: time.Millisecond})
	transport := c.http.Transport.(*http.Transport)
	if transport.Proxy != nil {
		t.Error("a proxy would connect to whatever it is told")
	}
	checked := transport.DialContext
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == "public.example:80" {
			return net.Dial("tcp", strings.TrimPrefix(public, "http://"))
		}
		return checked(ctx, network, address)
	}
	refused(t, c, "http://public.example/", "private_address", "127.0.0.1")
	if asked {
		t.Error("the private server was asked all the same")
	}
}

func TestPublic(t *testing.T) {
	for _, a := range []string{"8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1"} {
		if !public(netip.MustParseAddr(a)) {
			t.Errorf("%s is public", a)
		}
	}
	for _, a := range []string{
		"0.0.0.0", "0.1.2.3", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
		"192.0.0.8", "192.168.1.1", "198.18.0.1", "198.19.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
	} {
		if public(netip.MustParseAddr(a)) {
			t.Errorf("%s is not public", a)
		}
	}
	if err := refusePrivate("tcp", "nonsense", nil); extract.FaultKind(err) != "private_address" {
		t.Errorf("nonsense: %v", err)
	}
}
