package source

import (
	"bufio"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// endings are those of addresses of what holds many articles. What lies there
// is told by its bytes all the same.
var endings = map[string]bool{"warc": true, "wacz": true, "tar": true, "tgz": true, "zip": true, "jsonl": true, "ndjson": true}

// streamed says whether what lies at an address is read as it comes, one such
// address after the other. All others are pages, or lists of them, which are
// fetched ahead and held.
func (r *reading) streamed(address string) bool {
	switch r.Kind {
	case Auto, URLs:
		return r.Open != nil && endings[extension(address)]
	case JSONL, WARC, WACZ, Tar, Zip:
		return r.Open != nil
	}
	return false
}

// tooLong says of an address whose body is too long for a page whether it may
// be that of a sitemap, which can be longer.
func (r *reading) tooLong(address string, err error) bool {
	if r.Open == nil || extract.FaultKind(err) != "too_large" {
		return false
	}
	u, e := url.Parse(address)
	return r.Kind == Sitemap || r.Kind == Auto && e == nil && extension(address) == "xml" && strings.Contains(strings.ToLower(path.Base(u.Path)), "sitemap")
}

// remote yields what a stream from an address holds.
func (r *reading) remote(in pipeline.Input, yield func(pipeline.Input) bool) bool {
	body, err := r.Open(r.ctx, &in)
	if err != nil {
		return yield(unfetched(in, err))
	}
	defer body.Close()
	return r.stream(body, in, nature{name: in.URL, named: true, remote: true}, yield)
}

// spooled is a stream of at most so many bytes, put by in a temporary file: its
// server is not kept waiting while what it lists is fetched.
func spooled(from io.Reader, most int64) (*bufio.Reader, func(), error) {
	f, err := spool(from, most)
	if err != nil {
		return nil, nil, err
	}
	end := func() { remove(f) }
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		end()
		return nil, nil, err
	}
	return bufio.NewReaderSize(f, window), end, nil
}
