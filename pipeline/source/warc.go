package source

import (
	"bufio"
	"fmt"
	"io"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source/warc"
)

// Why records of a web archive are no articles.
const (
	notAPage    = "records that hold no page"  // warcinfo, request, metadata, conversion, …
	notHTML     = "records of other than HTML" // images, scripts, feeds
	notOK       = "records with a status other than 200"
	sameAsOther = "records that say a page is the same as one that was not read" // a revisit of what lies in another archive, mostly
)

// warc yields the pages of a web archive: HTML that a server answered with
// status 200, HTML kept as a resource, and what was the same as one of these
// when it was fetched again.
func (r *reading) warc(br *bufio.Reader, from pipeline.Input, a *archive, yield func(pipeline.Input) bool) bool {
	records := warc.NewReader(br)
	for n := 1; r.ctx.Err() == nil; n++ {
		rec, err := records.Next()
		if err == io.EOF {
			return true
		}
		in := from
		in.ID = fmt.Sprintf("%s:%d", from.ID, n)
		if err != nil {
			in.Err = fault(err)
			return yield(in)
		}
		if rec.ID != "" {
			in.ID = rec.ID
		}
		in.URL = rec.URI
		if _, err := time.Parse(time.RFC3339, rec.Date); err == nil {
			in.Fetched = rec.Date
		}
		why, err := r.archived(records, rec, &in)
		if why == "" && rec.Type != "revisit" && !records.Broken() {
			r.seen.keep(a, rec, &in, err != nil)
		}
		switch {
		case err != nil:
			in.Body, in.Err = nil, fault(err)
		case why == sameAsOther && r.seen.wait(rec, &in):
			continue
		case why != "":
			r.skip(why)
			continue
		}
		if !yield(in) {
			return false
		}
		if records.Broken() {
			return true // told by the record that it broke off in
		}
	}
	return false
}

// archived fills an input in from a record, or says why it is none.
func (r *reading) archived(records *warc.Reader, rec *warc.Record, in *pipeline.Input) (why string, err error) {
	media, charset := content.Type(rec.ContentType)
	switch {
	case rec.Type == "revisit":
		return r.revisited(records, rec, in)
	case rec.Type == "resource":
		if !content.HTML(media) {
			return notHTML, nil
		}
		in.Body, err = content.ReadAll(records, r.MaxBytes)
	case rec.Type == "response" && media == "application/http":
		var resp *warc.Response
		if resp, err = records.Response(); err != nil {
			return "", err
		}
		media, charset = resp.MediaType, resp.Charset
		switch {
		case resp.Status != 200:
			return notOK, nil
		case media == "" && Sniff(resp.Peek(), rec.URI) != HTML, media != "" && !content.HTML(media):
			return notHTML, nil
		}
		in.Body, err = resp.Body(r.MaxBytes)
	default:
		return notAPage, nil
	}
	if err != nil {
		return "", err
	}
	in.Format, in.MediaType, in.Charset = extract.HTML, media, charset
	if media == "" {
		in.MediaType = "text/html"
	}
	if rec.Truncated != "" {
		in.Warnings = append(in.Warnings, "warc: the archive holds only a part of the page ("+rec.Truncated+")")
	}
	if len(in.Body) == 0 {
		return "", errEmpty
	}
	return "", nil
}
