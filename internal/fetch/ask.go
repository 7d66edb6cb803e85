package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
)

// longestWait is the longest that is waited before a try, whatever Retry-After
// and Crawl-delay ask for.
const longestWait = time.Minute

const mostCookies = 50 // that one answer may set

// again marks an error that may be gone at the next try.
type again struct {
	error
	after time.Duration // that the server asked for; 0 for nothing
}

func (a *again) Unwrap() error { return a.error }

// ask requests an address, and once more where that may help. It gives the
// page or where it redirects to.
func (c *Client) ask(ctx context.Context, u *url.URL, w *want, kept *entry) (*Page, *url.URL, error) {
	h := c.hosts.of(u)
	defer c.hosts.done(h)
	wait := c.options.Backoff
	for try := 0; ; try++ {
		page, next, err := c.once(ctx, h, u, w, kept)
		var retry *again
		if !errors.As(err, &retry) {
			if err == nil {
				h.well()
			}
			return page, next, err
		}
		err = retry.error
		down := h.failed()
		switch pause := max(wait, retry.after); {
		case retry.after > longestWait:
			h.pause(retry.after, err)
			return nil, nil, err
		case try >= c.options.Retries || down:
			if retry.after > 0 {
				h.pause(retry.after, err)
			}
			return nil, nil, err
		case sleep(ctx, pause+rand.N(pause/4+1)) != nil:
			return nil, nil, c.fault(ctx, ctx.Err())
		}
		wait = min(2*wait, longestWait)
	}
}

// once makes one request.
func (c *Client) once(ctx context.Context, h *host, u *url.URL, w *want, kept *entry) (*Page, *url.URL, error) {
	free, err := c.turn(ctx, h, w.robots)
	if err != nil {
		return nil, nil, err
	}
	defer func(began time.Time) { w.took += time.Since(began) }(time.Now())
	ctx, cancel := context.WithCancelCause(ctx)
	end := sync.OnceFunc(func() { cancel(context.Canceled); free() })
	defer func() {
		if end != nil {
			end()
		}
	}()
	clock := time.AfterFunc(c.options.Timeout, func() { cancel(context.DeadlineExceeded) })
	defer clock.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, extract.Faultf("bad_url", "%w", err)
	}
	req.Header.Set("User-Agent", c.options.UserAgent)
	req.Header.Set("Accept", accept)
	req.Header.Set("Accept-Encoding", content.Accepted)
	if w.stream { // what is packed already would only be packed twice
		req.Header.Set("Accept-Encoding", "identity")
	}
	kept.validate(req.Header)
	for _, cookie := range w.jar.Cookies(u) {
		req.AddCookie(cookie)
	}
	now := time.Now().UTC()
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, nil, c.fault(ctx, err)
	}
	defer func() {
		if end != nil {
			resp.Body.Close()
		}
	}()
	switch code := resp.StatusCode; {
	case code == http.StatusNotModified && kept != nil:
		page := kept.renewed(resp.Header, now).page(u)
		c.cache.touch(kept, page)
		return page, nil, nil
	case code >= 300 && code <= 399 && resp.Header.Get("Location") != "":
		if cookies := resp.Cookies(); len(cookies) <= mostCookies {
			w.jar.SetCookies(u, cookies)
		}
		next, err := u.Parse(resp.Header.Get("Location"))
		if err != nil {
			return nil, nil, extract.Faultf("bad_url", "redirects to what is none: %w", err)
		}
		return nil, next, nil
	case code < 200 || code > 299:
		return nil, nil, statusError(resp, now)
	}
	if w.stream {
		page, err := c.open(ctx, cancel, resp, end)
		if err == nil {
			end, page.URL, page.Fetched = nil, u.String(), now.Format(time.RFC3339)
		}
		return page, nil, err
	}
	page, err := c.read(ctx, resp, w)
	if err != nil {
		return nil, nil, err
	}
	page.URL, page.Fetched = u.String(), now.Format(time.RFC3339)
	if resp.StatusCode == http.StatusOK {
		c.cache.put(page, resp.Header, now)
	}
	return page, nil, nil
}

// statusError is the fault of an answer that is no page.
func statusError(resp *http.Response, now time.Time) error {
	err := extract.Faultf("http_"+resp.Status[:min(3, len(resp.Status))], "server answered %s", resp.Status)
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return &again{err, retryAfter(resp.Header.Get("Retry-After"), now)}
	case http.StatusInternalServerError, http.StatusBadGateway, http.StatusGatewayTimeout, http.StatusRequestTimeout:
		return &again{err, 0}
	}
	return err
}

// retryAfter reads seconds or a date.
func retryAfter(s string, now time.Time) time.Duration {
	if n, err := strconv.ParseUint(s, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(0, t.Sub(now))
	}
	return 0
}

// read takes an answer's body.
func (c *Client) read(ctx context.Context, resp *http.Response, w *want) (*Page, error) {
	page := &Page{}
	page.MediaType, page.Charset = content.Type(resp.Header.Get("Content-Type"))
	if !w.robots && !readable(page.MediaType, resp.Request.URL.Path) {
		return nil, extract.Faultf("not_text", "media type %q is not text", page.MediaType)
	}
	// The codings may give nothing for ever: bytes that come are bounded too.
	packed := &atMost{resp.Body, w.limit + 1<<16}
	body, err := content.Decoder(resp.Header.Get("Content-Encoding"), packed)
	if err != nil {
		return nil, c.fault(ctx, err)
	}
	defer body.Close()
	if w.robots {
		page.Body, err = io.ReadAll(io.LimitReader(body, w.limit))
	} else {
		page.Body, err = content.ReadAll(body, w.limit)
	}
	if err != nil {
		return nil, c.fault(ctx, err)
	}
	return page, nil
}

// readable refuses what is no text, a feed or a packed sitemap. A server that
// does not name a type leaves it to the bytes.
func readable(media, name string) bool {
	switch media {
	case "", "application/xml", "application/json", "application/feed+json", "application/gzip", "application/x-gzip":
		return true
	case "application/octet-stream", "binary/octet-stream":
		return path.Ext(name) == ".gz" || path.Ext(name) == ".xml"
	}
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "+xml")
}

// atMost gives a fault where there is more.
type atMost struct {
	r    io.Reader
	left int64
}

func (a *atMost) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, extract.Faultf("too_large", "more bytes than --max-bytes, packed as it is")
	}
	n, err := a.r.Read(p[:min(int64(len(p)), a.left)])
	a.left -= int64(n)
	return n, err
}

// fault gives an error of the HTTP client a kind, leaves out the method and URL
// that it begins with, and marks what may be gone the next time: connections
// that are refused or break, not names that are unknown, certificates that are
// bad, or a server that was too slow for half a minute.
func (c *Client) fault(ctx context.Context, err error) error {
	var f *extract.Fault
	var outer *url.Error
	var timeout net.Error
	if errors.As(err, &f) {
		return f
	}
	if errors.Is(context.Cause(ctx), context.Canceled) {
		return &extract.Fault{Kind: "fetch_failed", Err: context.Canceled}
	}
	if errors.As(err, &timeout) && timeout.Timeout() || errors.Is(context.Cause(ctx), context.DeadlineExceeded) {
		return extract.Faultf("fetch_timeout", "not there within %v", c.options.Timeout)
	}
	if errors.As(err, &outer) {
		err = outer.Err
	}
	if strings.Contains(err.Error(), "parse Location header") {
		return extract.Faultf("bad_url", "redirects to what is none: %w", err)
	}
	f = &extract.Fault{Kind: "fetch_failed", Err: err}
	var noName *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &noName) && noName.IsNotFound, errors.As(err, &certificate), strings.Contains(err.Error(), "headers exceeded"):
		return f
	}
	return &again{f, 0}
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
