package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
)

// paper is a server that counts what it is asked for.
type paper struct {
	mu     sync.Mutex
	robots func(w http.ResponseWriter)
	page   http.HandlerFunc
	asked  []string
	at     []time.Time
}

func (p *paper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked = append(p.asked, r.URL.Path)
	p.at = append(p.at, time.Now())
	p.mu.Unlock()
	switch {
	case r.URL.Path != "/robots.txt":
		w.Header().Set("Content-Type", "text/html")
		if p.page == nil {
			io.WriteString(w, story)
			return
		}
		p.page(w, r)
	case p.robots == nil:
		http.NotFound(w, r)
	default:
		p.robots(w)
	}
}

func (p *paper) serve(t *testing.T) string {
	s := httptest.NewServer(p)
	t.Cleanup(s.Close)
	return s.URL
}

func saying(s string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) { io.WriteString(w, s) }
}

func TestRobotsAreObeyed(t *testing.T) {
	p := &paper{robots: saying("User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: other\nDisallow: /\n")}
	home := p.serve(t)
	c := local()
	for _, path := range []string{"/story", "/private/open", ""} {
		if _, err := c.Get(context.Background(), home+path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	refused(t, c, home+"/private/diary", "robots", "--ignore-robots")
	if got := strings.Join(p.asked, " "); got != "/robots.txt /story /private/open /" {
		t.Errorf("asked for %s", got)
	}
	refused(t, client(Options{UserAgent: "Other/2.0 (mail@n.example)"}), home+"/story", "robots", "asks Other to stay away")
	if _, err := client(Options{IgnoreRobots: true}).Get(context.Background(), home+"/private/diary"); err != nil {
		t.Errorf("with --ignore-robots: %v", err)
	}
}

func TestRobotsThatCannotBeHad(t *testing.T) {
	for name, c := range map[string]struct {
		answer func(http.ResponseWriter)
		kind   string // of the page's error; "" for none
	}{
		"not_there":       {nil, ""},
		"forbidden":       {func(w http.ResponseWriter) { w.WriteHeader(403) }, ""},
		"moved_in_circle": {func(w http.ResponseWriter) { w.Header().Set("Location", "/robots.txt"); w.WriteHeader(302) }, ""},
		"of_another_type": {func(w http.ResponseWriter) {
			w.Header().Set("Content-Type", "image/png")
			io.WriteString(w, "User-agent: *\nDisallow: /")
		}, "robots"},
		"down":     {func(w http.ResponseWriter) { w.WriteHeader(503) }, "http_503"},
		"too_many": {func(w http.ResponseWriter) { w.WriteHeader(429) }, "http_429"},
		"endless": {func(w http.ResponseWriter) {
			for i := 0; i < 1<<20; i++ {
				if _, err := io.WriteString(w, "User-agent: *\nDisallow: /x\n"); err != nil {
					return
				}
			}
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := &paper{robots: c.answer}
			_, err := local().Get(context.Background(), p.serve(t)+"/story")
			if got := extract.FaultKind(err); err == nil && c.kind != "" || err != nil && (got != c.kind || c.kind != "robots" && !strings.HasPrefix(err.Error(), "robots.txt: ")) {
				t.Errorf("%v, want %s", err, c.kind)
			}
		})
	}
}

// A redirect to another host asks that host's robots.txt too.
func TestRobotsOfWhereItRedirects(t *testing.T) {
	there := (&paper{robots: saying("User-agent: *\nDisallow: /")}).serve(t)
	here := (&paper{page: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, there+"/story", http.StatusFound) }}).serve(t)
	refused(t, local(), here+"/story", "robots", strings.TrimPrefix(there, "http://"))
}

func TestRequestsToOneHostAreSpaced(t *testing.T) {
	const delay = 30 * time.Millisecond
	for name, c := range map[string]struct {
		o      Options
		robots string
	}{
		"delay":       {Options{Delay: delay}, ""},
		"crawl_delay": {Options{}, "User-agent: *\nCrawl-delay: 0.03"},
	} {
		t.Run(name, func(t *testing.T) {
			p := &paper{robots: saying(c.robots)}
			home := p.serve(t)
			cl := client(c.o)
			begun := time.Now()
			var wg sync.WaitGroup
			for i := range 6 {
				wg.Go(func() {
					if _, err := cl.Get(context.Background(), fmt.Sprint(home, "/", i)); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			// A request may be held up on its way, so that two come closer
			// together than they were sent: what counts is all of them, and
			// from before the first, which may come late too.
			if took := p.at[len(p.at)-1].Sub(begun); len(p.at) != 7 || took < 5*delay {
				t.Errorf("%d requests, the last after %v", len(p.at), took)
			}
		})
	}
}

// A single page waits for nothing.
func TestRobotsDelayNoPage(t *testing.T) {
	home := (&paper{robots: saying("User-agent: *\nCrawl-delay: 60")}).serve(t)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if _, err := client(Options{Delay: time.Hour}).Get(ctx, home+"/story"); err != nil {
		t.Error(err)
	}
}

// What strangers say in robots.txt is bounded in memory too.
func TestRulesAreForgotten(t *testing.T) {
	hs := newHosts()
	for i := range 100 {
		h := hs.of(&url.URL{Scheme: "https", Host: fmt.Sprint(i, ".example")})
		hs.learned(h, 1<<20)
		hs.done(h)
	}
	if hs.rules > mostRules || len(hs.m) > 33 {
		t.Errorf("%d bytes of %d hosts", hs.rules, len(hs.m))
	}
}

func TestRequestsAtTheSameTimeAreBounded(t *testing.T) {
	var here, most, all, mostOfAll atomic.Int32
	count := func(n, top *atomic.Int32) func() {
		now := n.Add(1)
		for {
			old := top.Load()
			if now <= old || top.CompareAndSwap(old, now) {
				break
			}
		}
		return func() { n.Add(-1) }
	}
	slow := func(w http.ResponseWriter, r *http.Request) {
		defer count(&all, &mostOfAll)()
		if r.URL.Path == "/here" {
			defer count(&here, &most)()
		}
		time.Sleep(2 * time.Millisecond)
		io.WriteString(w, story)
	}
	homes := make([]string, 8)
	for i := range homes {
		homes[i] = (&paper{page: slow}).serve(t)
	}
	c := client(Options{Connections: 5})
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			address := homes[i%8] + "/there"
			if i%2 == 0 {
				address = homes[0] + "/here"
			}
			if _, err := c.Get(context.Background(), address); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most.Load() > perHost || mostOfAll.Load() > 5 {
		t.Errorf("%d at once of one host, %d of all; want at most %d and 5", most.Load(), mostOfAll.Load(), perHost)
	}
}

func TestRetries(t *testing.T) {
	for name, c := range map[string]struct {
		fail func(http.ResponseWriter) // the first two times
		want int                       // requests
		kind string
	}{
		"unavailable":          {func(w http.ResponseWriter) { w.WriteHeader(503) }, 3, ""},
		"too_many":             {func(w http.ResponseWriter) { w.Header().Set("Retry-After", "0"); w.WriteHeader(429) }, 3, ""},
		"internal_error":       {func(w http.ResponseWriter) { w.WriteHeader(500) }, 3, ""},
		"connection_closed":    {func(w http.ResponseWriter) { panic(http.ErrAbortHandler) }, 3, ""},
		"not_there":            {func(w http.ResponseWriter) { w.WriteHeader(404) }, 1, "http_404"},
		"come_back_in_an_hour": {func(w http.ResponseWriter) { w.Header().Set("Retry-After", "3600"); w.WriteHeader(503) }, 1, "http_503"},
	} {
		t.Run(name, func(t *testing.T) {
			n := 0
			home := serve(t, func(w http.ResponseWriter, r *http.Request) {
				if n++; n <= 2 {
					c.fail(w)
					return
				}
				w.Header().Set("Content-Type", "text/html")
				io.WriteString(w, story)
			})
			_, err := client(Options{Retries: 2, IgnoreRobots: true}).Get(context.Background(), home)
			if n != c.want || (err != nil) != (c.kind != "") || err != nil && extract.FaultKind(err) != c.kind {
				t.Errorf("%d requests, %v; want %d, %q", n, err, c.want, c.kind)
			}
		})
	}
}

// A host that asked for a pause gets it, and all of its pages are told why.
func TestHostThatAsksForAPause(t *testing.T) {
	p := &paper{page: func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(429)
	}}
	home := p.serve(t)
	c := client(Options{Retries: 5})
	for i := range 4 {
		refused(t, c, fmt.Sprint(home, "/", i), "http_429", "429")
	}
	if len(p.asked) != 2 {
		t.Errorf("asked for %v", p.asked)
	}
}

// A host that is down is not tried again and again for each of its pages.
func TestHostThatIsDown(t *testing.T) {
	n := 0
	home := serve(t, func(w http.ResponseWriter, r *http.Request) { n++; w.WriteHeader(500) })
	c := client(Options{Retries: 2, IgnoreRobots: true})
	for i := range 10 {
		refused(t, c, fmt.Sprint(home, "/", i), "http_500", "")
	}
	if n > 3+10 {
		t.Errorf("%d requests for 10 pages", n)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Duration{"": 0, "5": 5 * time.Second, "-5": 0, "soon": 0, "Mon, 02 Mar 2026 08:01:00 GMT": time.Minute, "Mon, 02 Mar 2026 07:00:00 GMT": 0} {
		if got := retryAfter(in, now); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

func TestHostsAreForgotten(t *testing.T) {
	hs := newHosts()
	busy := hs.of(&url.URL{Scheme: "https", Host: "busy.example"})
	for i := range 3 * mostHosts {
		hs.done(hs.of(&url.URL{Scheme: "https", Host: fmt.Sprint(i, ".example")}))
	}
	if len(hs.m) > mostHosts || hs.m[busy.key] != busy {
		t.Errorf("%d hosts", len(hs.m))
	}
}

func TestHTTP2(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, r.Proto)
	}))
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	c := client(Options{IgnoreRobots: true})
	refused(t, c, s.URL, "fetch_failed", "certificate")
	c = client(Options{IgnoreRobots: true})
	c.http.Transport.(*http.Transport).TLSClientConfig = s.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	page, err := c.Get(context.Background(), s.URL)
	if err != nil || string(page.Body) != "HTTP/2.0" {
		t.Errorf("%v, %v", page, err)
	}
}

func TestProxy(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, story)
	}))
	defer proxy.Close()
	c := strict(Options{MaxBytes: 1000, IgnoreRobots: true, Proxy: proxy.URL, Backoff: time.Millisecond})
	page, err := c.Get(context.Background(), "http://unknown-here.invalid/story")
	if err != nil || string(page.Body) != story || len(asked) != 1 || asked[0] != "http://unknown-here.invalid/story" {
		t.Errorf("%v, %v, asked for %v", page, err, asked)
	}
	for _, host := range []string{"127.0.0.1", "169.254.169.254", "[::1]", "10.0.0.1", "localhost", "a.localhost.", "metadata.google.internal", "2130706433", "0x7f000001", "127.1", "0x7f.1.", "0177.0.0.1"} {
		refused(t, c, "http://"+host+"/", "private_address", "--allow-private")
	}
	if len(asked) != 1 {
		t.Errorf("the proxy was asked for %v", asked)
	}
	for _, bad := range []string{"proxy:3128", "ftp://proxy", "http://", "::"} {
		if _, err := New(Options{Proxy: bad}); err == nil {
			t.Errorf("%q is taken for a proxy", bad)
		}
	}
}
