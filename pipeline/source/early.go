package source

import (
	"strings"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source/warc"
)

// early is a revisit that stands before the page that it names, or in a file
// that is read before that page's. It waits until all else was read.
type early struct {
	rec warc.Record
	in  pipeline.Input
}

const mostEarly = 16 << 20 // bytes of them; later ones are left out

// wait keeps a revisit for later, if it says which page it is of.
func (v *revisits) wait(rec *warc.Record, in *pipeline.Input) bool {
	to := &rec.Revisit
	if to.ID == "" && (to.URI == "" || to.Date == "") && rec.PayloadDigest == "" {
		return false
	}
	e := early{rec: *rec, in: *in}
	size := 512 // what they are beside their strings
	for _, s := range []*string{&e.rec.Type, &e.rec.ID, &e.rec.URI, &e.rec.Date, &e.rec.ContentType, &e.rec.PayloadDigest, &e.rec.Revisit.ID, &e.rec.Revisit.URI, &e.rec.Revisit.Date,
		&e.in.ID, &e.in.URL, &e.in.Path, &e.in.Fetched} {
		size += len(*s)
		*s = strings.Clone(*s) // of a header that may be long
	}
	if v.earlyBytes+size > mostEarly {
		return false
	}
	v.early, v.earlyBytes = append(v.early, e), v.earlyBytes+size
	return true
}

// late yields the revisits that waited and whose pages have come. The server's
// last answer is none of those: it came after the revisit. The others go on
// waiting, or are left out where nothing follows.
func (r *reading) late(last bool, yield func(pipeline.Input) bool) bool {
	list := r.seen.early
	r.seen.early, r.seen.earlyBytes = nil, 0
	for i := range list {
		e := &list[i]
		p := r.seen.named(&e.rec)
		if p == nil && !last && r.seen.wait(&e.rec, &e.in) {
			continue
		}
		in := e.in
		ok, err := false, error(nil)
		if p != nil {
			ok, err = r.again(p, &in)
		}
		switch {
		case err != nil:
			in.Body, in.Err = nil, fault(err)
		case !ok:
			r.skip(sameAsOther)
			continue
		}
		r.seen.add(p, &e.rec)
		if !yield(in) {
			return false
		}
	}
	return true
}
