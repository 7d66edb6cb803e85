package source

import (
	"bytes"
	"io"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source/sitemap"
)

const (
	deepestSitemap = 3        // sitemaps in sitemaps; the protocol allows two
	longestSitemap = 64 << 20 // bytes; the protocol allows 50 MB
)

// sitemap yields the pages that a sitemap lists, then those of the sitemaps
// that it lists, one after the other.
func (r *reading) sitemap(br io.Reader, from pipeline.Input, depth int, yield func(pipeline.Input) bool) bool {
	var others []string
	var broken error
	pages := func(y func(pipeline.Input) bool) {
		broken = sitemap.Each(&bounded{br, longestSitemap}, from.URL, func(e sitemap.Entry) bool {
			switch {
			case r.ctx.Err() != nil:
				return false
			case r.old(e.When()):
				return true
			case e.Sitemap:
				others = append(others, e.URL)
				return true
			}
			in := r.listed(e.URL)
			in.Extra = extra("sitemap", map[string]string{"name": e.Name, "title": e.Title, "published": stamp(e.Published), "modified": stamp(e.Modified)})
			return y(in)
		})
	}
	if !r.fetched(pages, false, yield) {
		return false
	}
	if broken != nil { // after the pages that came before
		from.Err = fault(broken)
		if !yield(from) {
			return false
		}
	}
	for _, url := range others {
		if r.ctx.Err() != nil || !r.sitemapAt(url, depth+1, yield) {
			return false
		}
	}
	return true
}

// sitemapAt fetches a sitemap that another one lists.
func (r *reading) sitemapAt(url string, depth int, yield func(pipeline.Input) bool) bool {
	in := r.load(r.ctx, r.listed(url))
	if in.Load == nil && in.Err == nil && in.Body == nil {
		return r.remoteSitemap(in, depth, yield)
	}
	switch {
	case in.Err != nil, in.Load != nil:
		return yield(in)
	case depth > deepestSitemap:
		return yield(unfetched(in, extract.Faultf("bad_sitemap", "sitemaps within sitemaps, more than %d deep", deepestSitemap)))
	}
	body, end, err := content.Unpack(bytes.NewReader(in.Body))
	if err != nil {
		return yield(unfetched(in, fault(err)))
	}
	defer end()
	in.Body = nil
	return r.sitemap(body, in, depth, yield)
}

// remoteSitemap is one that is too long to be held.
func (r *reading) remoteSitemap(in pipeline.Input, depth int, yield func(pipeline.Input) bool) bool {
	stream, err := r.Open(r.ctx, &in)
	if err != nil {
		return yield(unfetched(in, err))
	}
	defer stream.Close()
	unpacked, end, err := content.Unpack(stream)
	if err != nil {
		return yield(unfetched(in, fault(err)))
	}
	defer end()
	body, remove, err := spooled(unpacked, longestSitemap)
	if err != nil {
		return yield(unfetched(in, fault(err)))
	}
	defer remove()
	return r.sitemap(body, in, depth, yield)
}

// bounded gives a fault where a stream is longer than it may be.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, content.TooLarge(longestSitemap)
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
