package source

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
)

// addresses yields a page for each line of a list of URLs. Blank lines and
// those that begin with # are skipped.
func (r *reading) addresses(br *bufio.Reader, from pipeline.Input, yield func(pipeline.Input) bool) {
	skipBOM(br)
	lines := lineReader{r: br, limit: 8 << 10}
	for {
		line, long, err := lines.next()
		r.lines.Add(1)
		url := string(bytes.TrimSpace(line))
		in := pipeline.Input{ID: fmt.Sprintf("%s:%d", from.ID, lines.n), Path: from.Path}
		switch {
		case err == io.EOF:
			return
		case err != nil:
			in.Err = fault(err)
			yield(in)
			return
		case long:
			in.Err = extract.Faultf("bad_url", "line %d: too long for a URL", lines.n)
		case url == "" || url[0] == '#':
			continue
		default:
			in = r.page(url)
		}
		if !yield(in) {
			return
		}
	}
}

func (r *reading) pages(urls []string) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for _, u := range urls {
			if !yield(r.page(u)) {
				return
			}
		}
	}
}

// page is the input that a URL stands for.
func (r *reading) page(url string) pipeline.Input {
	in := pipeline.Input{ID: url, URL: url, Verbatim: r.Verbatim, Load: r.Fetch}
	switch {
	case r.NoFetch || r.Fetch == nil:
		in.Load, in.Err = nil, extract.Faultf("not_fetched", "no connection is opened (see --no-fetch)")
	case r.streamed(url):
		in.Load = nil
	case r.Kind == JSONL || r.Kind == WARC || r.Kind == WACZ || r.Kind == Tar || r.Kind == Zip:
		in.Load, in.Err = nil, extract.Faultf("unsupported", "%s is not read from a URL", r.Kind)
	}
	return in
}

// ahead loads the inputs of a sequence side by side, before they are asked
// for, and gives them in order. It has ended all it began when it returns, but
// for a read of the sequence's own when the limit is reached: that may wait
// for a pipe that gives nothing more.
func (r *reading) ahead(inputs iter.Seq[pipeline.Input]) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		n := r.Ahead
		if r.Limit > 0 {
			n = min(n, r.Limit-r.done)
		}
		ctx, cancel := context.WithCancel(r.ctx)
		inHand := make(chan struct{}, n)
		order := make(chan chan pipeline.Input, n)
		go func() {
			defer close(order)
			inputs(func(in pipeline.Input) bool {
				if in.Load != nil && r.Done != nil && r.Done(in.ID) {
					return ctx.Err() == nil
				}
				select {
				case inHand <- struct{}{}:
				case <-ctx.Done():
					return false
				}
				loaded := make(chan pipeline.Input, 1)
				order <- loaded // has as much room as may be in hand
				go func() { loaded <- r.load(ctx, in) }()
				return ctx.Err() == nil
			})
		}()
		defer func() {
			cancel()
			if r.Limit > 0 && r.done >= r.Limit {
				return
			}
			for loaded := range order {
				<-loaded
			}
		}()
		for loaded := range order {
			in := <-loaded
			if !yield(in) {
				return
			}
			<-inHand
		}
	}
}

// load fetches an input. An error stays with Load, so that it is one of
// fetching and not of reading. What is to be opened instead has neither body
// nor Load after.
func (r *reading) load(ctx context.Context, in pipeline.Input) (out pipeline.Input) {
	defer func() {
		if v := recover(); v != nil { // on to the worker, who makes a record of it
			out = in
			out.Load = func(context.Context, *pipeline.Input) error { panic(v) }
		}
	}()
	if in.Load == nil || in.Err != nil {
		return in
	}
	err := in.Load(ctx, &in)
	in.Load = nil
	switch {
	case err != nil && r.tooLong(in.URL, err):
		in.Body = nil
	case err != nil:
		in = unfetched(in, err)
	case in.Body == nil:
		in.Body = []byte{}
	}
	return in
}

func unfetched(in pipeline.Input, err error) pipeline.Input {
	in.Body = nil
	in.Load = func(context.Context, *pipeline.Input) error { return err }
	return in
}

// fetched yields the pages that a sequence of addresses leads to; where the
// user named them, also the pages that feeds and sitemaps among them list.
func (r *reading) fetched(inputs iter.Seq[pipeline.Input], named bool, yield func(pipeline.Input) bool) bool {
	for in := range r.ahead(inputs) {
		if !r.arrived(in, named, yield) {
			return false
		}
	}
	return r.ctx.Err() == nil
}

func (r *reading) arrived(in pipeline.Input, named bool, yield func(pipeline.Input) bool) bool {
	if in.Err != nil || in.Load != nil {
		return yield(in)
	}
	if in.Body == nil {
		if !named { // a page
			return yield(unfetched(in, content.TooLarge(r.MaxBytes)))
		}
		return r.remote(in, yield)
	}
	kind, err := r.settle(&in, named)
	switch {
	case err != nil:
		return yield(unfetched(in, err))
	case kind == Feed, kind == Sitemap:
		r.many = true
		body := bufio.NewReader(bytes.NewReader(in.Body))
		in.Body = nil
		if kind == Feed {
			return r.feed(body, in, yield)
		}
		return r.sitemap(body, in, 0, yield)
	}
	return yield(in)
}

// settle decides what was fetched.
func (r *reading) settle(in *pipeline.Input, named bool) (Kind, error) {
	if len(in.Body) == 0 {
		return 0, errEmpty
	}
	if content.Packed(in.Body) {
		if err := r.unpack(in); err != nil {
			return 0, err
		}
	}
	kind := Auto
	if r.Kind == HTML || r.Kind == Text || named && (r.Kind == Feed || r.Kind == Sitemap) {
		kind = r.Kind
	}
	if kind == Auto {
		kind = Sniff(in.Body[:min(len(in.Body), window)], in.URL)
		switch {
		case kind == Feed || kind == Sitemap: // their first element is sure; their media type is often wrong
		case content.HTML(in.MediaType):
			kind = HTML
		case in.MediaType == "text/plain" && kind == JSONL:
			kind = Text
		}
	}
	switch kind {
	case HTML:
		in.Format = extract.HTML
	case Text:
		in.Format = extract.Text
	case Feed, Sitemap:
		if !named {
			return 0, extract.Faultf("unsupported", "a %s that a feed or sitemap lists as a page is not followed", kind)
		}
	default:
		return 0, extract.Faultf("unsupported", "%s at an address that does not say so: --input %s reads it", kind, kind)
	}
	return kind, nil
}

// unpack undoes the compression of a fetched file: sitemap.xml.gz.
func (r *reading) unpack(in *pipeline.Input) error {
	br, end, err := content.Unpack(bytes.NewReader(in.Body))
	if err != nil {
		return err
	}
	defer end()
	body, err := content.ReadAll(br, r.MaxBytes)
	if err == nil {
		in.Body = body
	}
	return err
}
