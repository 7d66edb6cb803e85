// Package fetch gets pages from the web, politely and within bounds: of time,
// of size, of redirects, of addresses, of requests to one host. It follows no
// links; it is not a crawler.
package fetch

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/robots"
)

// Options say what may be fetched, and how.
type Options struct {
	Version      string        // of the program, for the user agent
	UserAgent    string        // instead of the program's own
	MaxBytes     int64         // of a page after decompression
	Timeout      time.Duration // for one request, body included; 0 for 30 s
	AllowPrivate bool          // loopback, private and link-local addresses too
	IgnoreRobots bool          // do not ask for robots.txt
	Delay        time.Duration // between the starts of two requests to one host; robots.txt may ask for more
	Connections  int           // in all; 0 for 16
	Retries      int           // after the first try, of what may be better the next time
	Backoff      time.Duration // before the first of them, twice as long before each that follows; 0 for 1 s
	Proxy        string        // http, https or socks5 URL; it may be private
	Cache        string        // folder to keep pages in; "" for none
}

const (
	maxRedirects   = 5
	perHost        = 2 // requests to one host at the same time
	defaultTimeout = 30 * time.Second
	home           = "https://github.com/quoth/quoth"
	accept         = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1"
)

// Page is what a server gave.
type Page struct {
	Body      []byte
	URL       string // after redirects
	MediaType string // lower case, without parameters
	Charset   string // lower case; empty where the server names none
	Fetched   string // RFC 3339, UTC: when the server gave it, or last said that it has not changed
	Warnings  []string

	stream io.ReadCloser // instead of Body
}

// Client fetches pages. It may be used by many goroutines.
type Client struct {
	options Options
	http    *http.Client
	hosts   *hosts
	all     chan struct{} // a place for each connection
	cache   *cache
	agent   string // as robots.txt calls us
}

// New makes a client. Its errors are of a proxy that is no address and of a
// cache that cannot be made.
func New(o Options) (*Client, error) {
	if o.Timeout <= 0 {
		o.Timeout = defaultTimeout
	}
	if o.Connections <= 0 {
		o.Connections = 16
	}
	if o.Backoff <= 0 {
		o.Backoff = time.Second
	}
	if o.UserAgent == "" {
		o.UserAgent = "quoth/" + o.Version + " (+" + home + ")"
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // what comes is undone here, brotli and zstd too, within bounds
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  20 * time.Second,
		IdleConnTimeout:        30 * time.Second,
		MaxIdleConns:           64,
		MaxIdleConnsPerHost:    perHost,
		MaxResponseHeaderBytes: 256 << 10,
	}
	if o.Proxy == "" && !o.AllowPrivate {
		dialer.Control = refusePrivate
	}
	if o.Proxy != "" {
		proxy, err := parseProxy(o.Proxy)
		if err != nil {
			return nil, fmt.Errorf("proxy: %w", err)
		}
		transport.Proxy = http.ProxyURL(proxy)
	}
	c := &Client{options: o, hosts: newHosts(), all: make(chan struct{}, o.Connections), agent: robots.Token(o.UserAgent)}
	c.http = &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	if o.Cache != "" {
		var err error
		if c.cache, err = openCache(o.Cache, cacheSize); err != nil {
			return nil, fmt.Errorf("cache: %w", err)
		}
	}
	return c, nil
}

// Get fetches a page. Its errors are faults of these kinds: bad_url, robots,
// fetch_timeout, fetch_failed (no such host, no connection, bad certificate),
// private_address, redirects, http_404 (and all other statuses), not_text,
// too_large, bad_gzip (and other codings).
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	page, _, err := c.Timed(ctx, address)
	return page, err
}

// Timed is Get, and says how long servers took: not how long they were waited
// for out of politeness.
func (c *Client) Timed(ctx context.Context, address string) (*Page, time.Duration, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, 0, extract.Faultf("bad_url", "%w", err)
	}
	w := newWant(c.options.MaxBytes, false)
	page, err := c.follow(ctx, u, w)
	return page, w.took, err
}

// want says what is made of an answer. Cookies are kept from one redirect to
// the next, since many a site goes in circles where they are not, and no longer.
type want struct {
	limit  int64
	stream bool // it is read as it comes: of any type and length, and never from the cache
	robots bool // it is a robots.txt: of any type, cut at the limit, never kept from us by another one
	jar    *cookiejar.Jar
	took   time.Duration // all requests for it so far
}

func newWant(limit int64, robots bool) *want {
	jar, _ := cookiejar.New(nil) // never fails
	return &want{limit: limit, robots: robots, jar: jar}
}

// follow goes to where an address leads. Each step is checked and waits for
// its turn as the first one does.
func (c *Client) follow(ctx context.Context, u *url.URL, w *want) (*Page, error) {
	for steps := 0; ; steps++ {
		if err := checkURL(u); err != nil {
			return nil, err
		}
		u.Fragment, u.RawFragment = "", ""
		var kept *entry
		if !w.stream {
			if kept = c.cache.get(u.String()); kept != nil && kept.fresh(time.Now()) {
				return kept.page(u), nil
			}
		}
		if err := c.mayFetch(ctx, u, w); err != nil {
			return nil, err
		}
		page, next, err := c.ask(ctx, u, w, kept)
		if err != nil || page != nil {
			return page, err
		}
		if steps == maxRedirects {
			return nil, extract.Faultf("redirects", "more than %d redirects", maxRedirects)
		}
		u = next
	}
}

// mayFetch asks robots.txt, and behind a proxy where a name leads.
func (c *Client) mayFetch(ctx context.Context, u *url.URL, w *want) error {
	if c.options.Proxy != "" && !c.options.AllowPrivate {
		if err := checkBehindProxy(ctx, u.Hostname()); err != nil {
			return err
		}
	}
	if w.robots || c.options.IgnoreRobots {
		return nil
	}
	rules, err := c.rules(ctx, u)
	if err != nil {
		return err
	}
	if !rules.Allows(u) {
		return extract.Faultf("robots", "robots.txt of %s asks %s to stay away from it (see --ignore-robots)", u.Host, c.agent)
	}
	return nil
}

func checkURL(u *url.URL) error {
	switch {
	case u.Scheme == "":
		return extract.Faultf("bad_url", "no address: it begins with neither http:// nor https://")
	case u.Scheme != "http" && u.Scheme != "https":
		return extract.Faultf("bad_url", "scheme %q: only http and https are fetched", u.Scheme)
	case u.Hostname() == "":
		return extract.Faultf("bad_url", "no host in it")
	}
	return nil
}
