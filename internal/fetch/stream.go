package fetch

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
)

// Slower than this, a stream is as good as none: an archive of a gigabyte
// would take two weeks.
const (
	slowest    = 1 << 10 // bytes a second
	slowestFor = time.Minute
)

// Stream is what a server gives, as it comes: an archive of any length. It
// holds one connection until it is read to its end or closed, and is not kept
// in the cache. Its errors are faults, as those of Get.
type Stream struct {
	Page // without Body
	io.ReadCloser
}

// Open begins to fetch what is too long to be held. The time limit is one for
// the head, and then for each wait.
func (c *Client) Open(ctx context.Context, address string) (*Stream, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, extract.Faultf("bad_url", "%w", err)
	}
	w := newWant(c.options.MaxBytes, false)
	w.stream = true
	page, err := c.follow(ctx, u, w)
	if err != nil {
		return nil, err
	}
	return &Stream{*page, page.stream}, nil
}

// open makes a stream of an answer; end is to be called when it is over.
func (c *Client) open(ctx context.Context, cancel context.CancelCauseFunc, resp *http.Response, end func()) (*Page, error) {
	page := &Page{}
	page.MediaType, page.Charset = content.Type(resp.Header.Get("Content-Type"))
	flow := &flow{c: c, ctx: ctx, body: resp.Body, end: sync.OnceFunc(func() { resp.Body.Close(); end() })}
	flow.clock = time.AfterFunc(c.options.Timeout, func() { cancel(context.DeadlineExceeded) })
	flow.clock.Stop()
	body, err := content.Decoder(resp.Header.Get("Content-Encoding"), flow)
	if err != nil {
		return nil, c.fault(ctx, err)
	}
	page.stream = decoded{body, flow}
	return page, nil
}

// decoded is a flow without its codings.
type decoded struct {
	io.ReadCloser
	flow *flow
}

func (d decoded) Close() error {
	d.flow.end()
	return d.ReadCloser.Close()
}

// flow is the body of an answer. Only waits for the server count, not how long
// the reader takes between them.
type flow struct {
	c      *Client
	ctx    context.Context
	body   io.Reader
	clock  *time.Timer // ends a read that takes too long
	end    func()
	waited time.Duration
	got    int64
	err    error
}

func (f *flow) Read(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	begun := time.Now()
	f.clock.Reset(f.c.options.Timeout)
	n, err := f.body.Read(p)
	f.clock.Stop()
	f.waited += time.Since(begun)
	f.got += int64(n)
	switch {
	case err == io.EOF:
		f.err = err
		f.end() // another may have the connection
	case err != nil:
		f.err = plain(f.c.fault(f.ctx, err))
	case f.waited > slowestFor && float64(f.got) < slowest*f.waited.Seconds():
		f.err = extract.Faultf("fetch_timeout", "slower than %d bytes a second", slowest)
	}
	return n, f.err
}

// plain is an error without the mark that it may be gone at the next try: what
// was read of a stream cannot be taken back.
func plain(err error) error {
	if a, ok := err.(*again); ok {
		return a.error
	}
	return err
}
