package source

import (
	"bytes"
	"hash/maphash"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source/warc"
)

// A revisit is a page that was fetched again and had not changed: the record
// has no body, and says which earlier one has.
const (
	mostPages  = 1 << 16       // that are remembered, of all archives: 20 MB or so
	mostNames  = 6 * mostPages // no revisit adds one beyond; a page has four of its own
	mostBodies = 64 << 20      // bytes, packed, of pages that cannot be read again
)

// archive is where the records of a web archive lie.
type archive struct {
	path string         // of the file; empty where it cannot be read a second time
	base int64          // where in it the archive begins
	at   content.Places // of its records
}

// revisits remembers pages by what a revisit may call them. What it forgets it
// forgets in the order in which it came.
type revisits struct {
	seed  maphash.Seed
	pages []*page
	first int // the oldest of them, once there are mostPages
	by    map[uint64]*page
	pack  *zstd.Encoder
	held  []*page // those with a body, the oldest first
	bytes int

	early      []early // revisits whose pages are still to come
	earlyBytes int
}

// page is a page that a revisit may refer to.
type page struct {
	names  []uint64
	id     uint64 // the name that its record gives itself
	path   string // of the file that has its record, at offset
	offset int64
	body   *body // where there is no such file
}

type body struct {
	packed             []byte
	mediaType, charset string
	warnings           []string
}

func (v *revisits) name(kind, value string) uint64 {
	return maphash.String(v.seed, kind+value)
}

func (v *revisits) find(kind, value string) *page {
	if value == "" || v.by == nil {
		return nil
	}
	return v.by[v.name(kind, value)]
}

// named is the page that a revisit names; nil where it is not known.
func (v *revisits) named(rec *warc.Record) *page {
	to := &rec.Revisit
	p := v.find("id ", to.ID)
	if p == nil && to.URI != "" && to.Date != "" {
		p = v.find("at ", to.URI+" "+to.Date)
	}
	if p == nil {
		p = v.find("digest ", digest(rec))
	}
	return p
}

// of is the page that a revisit refers to; nil where it is not known.
func (v *revisits) of(rec *warc.Record) *page {
	to := &rec.Revisit
	p := v.named(rec)
	if p == nil && to.NotModified { // than the server's last answer
		uri := to.URI
		if uri == "" {
			uri = rec.URI
		}
		p = v.find("last ", uri)
	}
	return p
}

func digest(rec *warc.Record) string { return strings.ToUpper(rec.PayloadDigest) }

// add names a page by one of its records: its own, or a revisit of it.
func (v *revisits) add(p *page, rec *warc.Record) {
	for _, n := range [][2]string{{"id ", rec.ID}, {"at ", rec.URI + " " + rec.Date}, {"last ", rec.URI}, {"digest ", digest(rec)}} {
		if n[1] == "" {
			continue
		}
		name := v.name(n[0], n[1])
		if own := len(p.names) < 4; v.by[name] != p && (own || len(v.by) < mostNames) {
			v.by[name] = p
			p.names = append(p.names, name)
		}
	}
}

// keep remembers the page of a record. Of one that failed, a revisit fails too,
// where it can be read a second time.
func (v *revisits) keep(a *archive, rec *warc.Record, in *pipeline.Input, failed bool) {
	if v.by == nil {
		v.seed, v.by = maphash.MakeSeed(), map[uint64]*page{}
	}
	p := &page{id: v.name("id ", rec.ID)}
	if offset, ok := a.at(rec.Offset); ok && a.path != "" {
		p.path, p.offset = a.path, a.base+offset
	} else if failed || !v.hold(p, in) {
		return
	}
	if len(v.pages) < mostPages {
		v.pages = append(v.pages, p)
	} else {
		v.forget(v.pages[v.first])
		v.pages[v.first] = p
		v.first = (v.first + 1) % mostPages
	}
	v.add(p, rec)
}

func (v *revisits) forget(p *page) {
	for _, n := range p.names {
		if v.by[n] == p {
			delete(v.by, n)
		}
	}
	if p.body != nil {
		v.bytes -= len(p.body.packed)
	}
	p.names, p.body = nil, nil
}

// hold keeps the body of a page in memory.
func (v *revisits) hold(p *page, in *pipeline.Input) bool {
	if v.pack == nil {
		var err error
		if v.pack, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithLowerEncoderMem(true)); err != nil {
			return false
		}
	}
	p.body = &body{packed: v.pack.EncodeAll(in.Body, nil), mediaType: in.MediaType, charset: in.Charset, warnings: in.Warnings}
	v.held = append(v.held, p)
	v.bytes += len(p.body.packed)
	for v.held[0].body == nil || v.bytes > mostBodies && v.held[0] != p {
		if v.held[0].body != nil {
			v.forget(v.held[0])
		}
		v.held = v.held[1:]
	}
	return true
}

// again fills in what a page had when it was read; ok is false where that
// cannot be read a second time.
func (r *reading) again(p *page, in *pipeline.Input) (ok bool, err error) {
	if p.body != nil {
		body, end, err := content.Unpack(bytes.NewReader(p.body.packed))
		if err != nil {
			return false, err
		}
		defer end()
		in.Format, in.MediaType, in.Charset, in.Warnings = extract.HTML, p.body.mediaType, p.body.charset, slices.Clone(p.body.warnings)
		in.Body, err = io.ReadAll(body)
		return true, err
	}
	f, err := os.Open(p.path)
	if err != nil {
		return false, nil
	}
	defer f.Close()
	if _, err := f.Seek(p.offset, io.SeekStart); err != nil {
		return false, nil
	}
	br, end, err := content.Unpack(f)
	if err != nil {
		return false, nil
	}
	defer end()
	records := warc.NewReader(br)
	rec, err := records.Next()
	if err != nil || r.seen.name("id ", rec.ID) != p.id {
		return false, nil
	}
	why, err := r.archived(records, rec, in)
	return why == "", err
}

// revisited fills an input in from a record of a page that had not changed, or
// says why it is none.
func (r *reading) revisited(records *warc.Reader, rec *warc.Record, in *pipeline.Input) (why string, err error) {
	media, _ := content.Type(rec.ContentType)
	if media == "application/http" {
		resp, err := records.Response()
		switch {
		case err != nil:
			return "", err
		case resp.Status != 0 && resp.Status != 200 && resp.Status != 304:
			return notOK, nil
		case resp.Status == 200 && resp.MediaType != "" && !content.HTML(resp.MediaType):
			return notHTML, nil
		}
	}
	p := r.seen.of(rec)
	if p == nil {
		return sameAsOther, nil
	}
	ok, err := r.again(p, in)
	if !ok && err == nil {
		return sameAsOther, nil
	}
	r.seen.add(p, rec)
	return "", err
}
