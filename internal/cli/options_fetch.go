package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/quoth/quoth/internal/fetch"
	"github.com/quoth/quoth/pipeline"
	"github.com/spf13/pflag"
)

// fetchOptions say how pages are fetched.
type fetchOptions struct {
	delay        time.Duration
	connections  int
	retries      int
	timeout      time.Duration
	ignoreRobots bool
	userAgent    string
	proxy        string
	cache        string
}

const mostConnections = 256

func (o *fetchOptions) flags(f *pflag.FlagSet) {
	f.DurationVar(&o.delay, "delay", time.Second, "least `time` between two requests to one host; its robots.txt may ask for more")
	f.IntVar(&o.connections, "connections", 16, "`number` of pages fetched side by side, of one host two at most")
	f.IntVar(&o.retries, "retries", 2, "`number` of further tries where a server is busy, down or hangs up")
	f.DurationVar(&o.timeout, "fetch-timeout", 30*time.Second, "`time` limit for one request")
	f.StringVar(&o.cache, "cache", "", "keep pages in this `folder`, up to 1 GB, and ask for them again only if they have changed")
	f.StringVar(&o.userAgent, "user-agent", "", "what to call ourselves, to servers and in robots.txt (default quoth/VERSION with our address)")
	f.StringVar(&o.proxy, "proxy", "", "fetch through this proxy: an http, https or socks5 `URL`")
	f.BoolVar(&o.ignoreRobots, "ignore-robots", false, "fetch what robots.txt asks to stay away from, where you may")
}

// client makes what fetches pages, as they are asked for by a source.
func (o *fetchOptions) client(maxBytes int64, allowPrivate bool) (*fetcher, error) {
	switch {
	case o.delay < 0:
		return nil, errors.New("--delay: must not be below 0")
	case o.connections < 1 || o.connections > mostConnections:
		return nil, fmt.Errorf("--connections: must be from 1 to %d", mostConnections)
	case o.retries < 0 || o.retries > 20:
		return nil, errors.New("--retries: must be from 0 to 20")
	case o.timeout <= 0:
		return nil, errors.New("--fetch-timeout: must be above 0")
	}
	client, err := fetch.New(fetch.Options{
		Version: shortVersion(), UserAgent: o.userAgent, MaxBytes: maxBytes, Timeout: o.timeout, AllowPrivate: allowPrivate, IgnoreRobots: o.ignoreRobots,
		Delay: o.delay, Connections: o.connections, Retries: o.retries, Proxy: o.proxy, Cache: o.cache,
	})
	if err != nil {
		return nil, err
	}
	return &fetcher{client}, nil
}

// fetcher fills inputs in with what is fetched for them.
type fetcher struct{ client *fetch.Client }

func (f *fetcher) get(ctx context.Context, in *pipeline.Input) error {
	page, took, err := f.client.Timed(ctx, in.URL)
	if in.Came = took; err == nil {
		in.Body = page.Body
		about(in, page)
	}
	return err
}

func (f *fetcher) open(ctx context.Context, in *pipeline.Input) (io.ReadCloser, error) {
	stream, err := f.client.Open(ctx, in.URL)
	if err != nil {
		return nil, err
	}
	about(in, &stream.Page)
	return stream, nil
}

func about(in *pipeline.Input, page *fetch.Page) {
	in.URL, in.MediaType, in.Charset, in.Fetched = page.URL, page.MediaType, page.Charset, page.Fetched
	in.Warnings = append(in.Warnings, page.Warnings...)
}
