package source

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source/feed"
)

const tooOld = "older than --since"

// feed yields the articles that a feed lists: the pages it links to, or with
// NoFetch what the feed itself has of them.
func (r *reading) feed(br *bufio.Reader, from pipeline.Input, yield func(pipeline.Input) bool) bool {
	f, err := r.parseFeed(br, from.URL)
	if err != nil {
		from.Err = fault(err)
		return yield(from)
	}
	items := func(y func(pipeline.Input) bool) {
		for i, it := range f.Items {
			if r.old(it.Published) {
				continue
			}
			if !y(r.item(f, it, fmt.Sprintf("%s:%d", from.ID, i+1), from)) {
				return
			}
		}
	}
	if r.NoFetch {
		on := true
		items(func(in pipeline.Input) bool { on = yield(in); return on })
		return on
	}
	return r.fetched(items, false, yield)
}

func (r *reading) parseFeed(br *bufio.Reader, base string) (f *feed.Feed, err error) {
	body, err := content.ReadAll(br, r.MaxBytes)
	if err != nil {
		return nil, err
	}
	defer func() { // of the parser, which is not ours: no feed may end the run
		if v := recover(); v != nil {
			err = extract.Faultf("bad_feed", "cannot be read: %v", v)
		}
	}()
	return feed.Parse(body, base)
}

func (r *reading) old(when time.Time) bool {
	if r.Since.IsZero() || when.IsZero() || !when.Before(r.Since) {
		return false
	}
	r.skip(tooOld)
	return true
}

// item is the input for one item of a feed. name is its id where it has no link.
func (r *reading) item(f *feed.Feed, it feed.Item, name string, from pipeline.Input) pipeline.Input {
	var in pipeline.Input
	switch {
	case it.Link != "" && !r.NoFetch:
		in = r.listed(it.Link)
	default:
		in = pipeline.Input{ID: it.Link, URL: it.Link, Path: from.Path, Fetched: from.Fetched, Verbatim: r.Verbatim}
		if in.ID == "" {
			in.ID = name
		}
		if it.Content == "" {
			in.Err = extract.Faultf("empty", "the feed has neither text nor a link that may be fetched for it")
			break
		}
		in.Body, in.Format, in.MediaType, in.Charset = itemPage(f, it), extract.HTML, "text/html", "utf-8"
	}
	in.Extra = extra("feed", map[string]string{"title": f.Title, "item_id": it.ID, "item_title": it.Title, "item_published": stamp(it.Published)})
	return in
}

// listed is the input for a page that a feed or sitemap lists. The kind that
// the user gave is that of the list.
func (r *reading) listed(url string) pipeline.Input {
	if r.NoFetch || r.Fetch == nil {
		return r.page(url)
	}
	return pipeline.Input{ID: url, URL: url, Verbatim: r.Verbatim, Load: r.Fetch}
}

// itemPage is a page of what a feed has of an article.
func itemPage(f *feed.Feed, it feed.Item) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q><head><title>%s</title>\n", html.EscapeString(f.Language), html.EscapeString(it.Title))
	meta := func(key, name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<meta %s=\"%s\" content=\"%s\">\n", key, name, html.EscapeString(value))
		}
	}
	meta("property", "og:site_name", f.Title)
	meta("property", "article:published_time", stamp(it.Published))
	for _, a := range it.Authors {
		meta("name", "author", a)
	}
	fmt.Fprintf(&b, "</head><body><article><h1>%s</h1>\n%s\n</article></body></html>\n", html.EscapeString(it.Title), it.Content)
	return []byte(b.String())
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// extra is an object of what a list says of an article, under the list's name.
func extra(name string, said map[string]string) []byte {
	for k, v := range said {
		if v == "" {
			delete(said, k)
		}
	}
	if len(said) == 0 {
		return nil
	}
	b, err := json.Marshal(map[string]map[string]string{name: said})
	if err != nil {
		return nil
	}
	return b
}
