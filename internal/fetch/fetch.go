// Package fetch gets one page from the web, within bounds: of time, of size,
// of redirects, of addresses. It keeps no state between pages and does not
// retry; it is not a crawler.
package fetch

import (
	"context"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/quoth/quoth/extract"
)

// Options say what may be fetched.
type Options struct {
	Version      string        // of the program, for the user agent
	MaxBytes     int64         // of a page after decompression
	Timeout      time.Duration // for a page, redirects and body included; 0 for 30 s
	AllowPrivate bool          // loopback, private and link-local addresses too
}

const (
	maxRedirects   = 5
	defaultTimeout = 30 * time.Second
	home           = "https://github.com/quoth/quoth"
)

// Page is what a server gave.
type Page struct {
	Body      []byte
	URL       string // after redirects
	MediaType string // lower case, without parameters
	Charset   string // lower case; empty where the server names none
	Fetched   string // RFC 3339, UTC
}

// Client fetches pages. It may be used by many goroutines.
type Client struct {
	options Options
	http    *http.Client
}

// New makes a client. Proxies are not used: behind one, the addresses that a
// page comes from could not be checked.
func New(o Options) *Client {
	if o.Timeout <= 0 {
		o.Timeout = defaultTimeout
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !o.AllowPrivate {
		dialer.Control = refusePrivate
	}
	return &Client{o, &http.Client{
		CheckRedirect: checkRedirect,
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  20 * time.Second,
			IdleConnTimeout:        30 * time.Second,
			MaxIdleConns:           64,
			MaxResponseHeaderBytes: 256 << 10,
		},
	}}
}

// Get fetches a page. Its errors are faults of these kinds: bad_url,
// fetch_timeout, fetch_failed (no such host, no connection, bad certificate),
// private_address, redirects, http_404 (and all other statuses), not_text,
// too_large.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, extract.Faultf("bad_url", "%w", err)
	}
	if err := checkURL(u); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, extract.Faultf("bad_url", "%w", err)
	}
	req.Header.Set("User-Agent", "quoth/"+c.options.Version+" (+"+home+")")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1")
	page := &Page{Fetched: time.Now().UTC().Format(time.RFC3339)}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, c.fault(ctx, err)
	}
	defer resp.Body.Close()
	page.URL = resp.Request.URL.String()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return nil, extract.Faultf("http_"+resp.Status[:min(3, len(resp.Status))], "server answered %s", resp.Status)
	}
	if e := resp.Header.Get("Content-Encoding"); e != "" && !strings.EqualFold(e, "identity") {
		return nil, extract.Faultf("not_text", "content encoding %q was not asked for", e)
	}
	if page.MediaType, page.Charset, err = mediaType(resp.Header.Get("Content-Type")); err != nil {
		return nil, err
	}
	if page.Body, err = io.ReadAll(io.LimitReader(resp.Body, c.options.MaxBytes+1)); err != nil {
		return nil, c.fault(ctx, err)
	}
	if int64(len(page.Body)) > c.options.MaxBytes {
		return nil, extract.Faultf("too_large", "longer than %d bytes (see --max-bytes)", c.options.MaxBytes)
	}
	return page, nil
}

// mediaType reads a Content-Type header and refuses what is no text. A server
// that does not name a type leaves it to the bytes.
func mediaType(header string) (media, charset string, err error) {
	media, params, err := mime.ParseMediaType(header)
	if err != nil { // "text/html; charset" and worse: the type still counts
		media, _, _ = strings.Cut(header, ";")
		media = strings.ToLower(strings.TrimSpace(media))
	}
	switch {
	case media == "", strings.HasPrefix(media, "text/"), strings.HasSuffix(media, "+xml"), media == "application/xml":
		return media, strings.ToLower(strings.TrimSpace(params["charset"])), nil
	}
	return "", "", extract.Faultf("not_text", "media type %q is not text", media)
}

func checkURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return extract.Faultf("bad_url", "scheme %q: only http and https are fetched", u.Scheme)
	case u.Hostname() == "":
		return extract.Faultf("bad_url", "no host in it")
	}
	return nil
}

func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return extract.Faultf("redirects", "more than %d redirects", maxRedirects)
	}
	return checkURL(req.URL)
}

// fault gives an error of the HTTP client a kind, and leaves out the method and
// URL that it begins with.
func (c *Client) fault(ctx context.Context, err error) error {
	var f *extract.Fault
	var outer *url.Error
	var timeout net.Error
	if errors.As(err, &f) {
		return f
	}
	if errors.As(err, &timeout) && timeout.Timeout() || errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return extract.Faultf("fetch_timeout", "not there within %v", c.options.Timeout)
	}
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return &extract.Fault{Kind: "fetch_failed", Err: err}
}
