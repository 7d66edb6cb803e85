// Package feed reads what a feed lists: RSS of all versions, Atom and JSON
// Feed, by mmcdole/gofeed.
package feed

import (
	"bytes"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/quoth/quoth/extract"
)

// Bounds of a feed. Real ones nest to about ten, where a page lies in them as
// XHTML.
const (
	mostItems = 100_000
	deepest   = 200
)

// Item is one entry of a feed.
type Item struct {
	Link      string // absolute; empty where there is none
	ID        string // the guid or Atom id, as written
	Title     string
	Authors   []string
	Published time.Time // zero where not said; else when it was updated
	Content   string    // HTML: the full text where the feed has it, else its summary
}

// Feed is a feed as far as its articles go.
type Feed struct {
	Title    string
	Language string
	Items    []Item
}

// Parse reads a feed. base is the address it came from, for links that are
// relative; it may be empty. Errors are of kind bad_feed.
func Parse(body []byte, base string) (*Feed, error) {
	body = bytes.TrimPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("\ufeff"))
	if tooDeep(body) {
		return nil, extract.Faultf("bad_feed", "elements within elements, more than %d deep", deepest)
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, extract.Faultf("bad_feed", "%w", err)
	}
	if len(f.Items) > mostItems {
		return nil, extract.Faultf("bad_feed", "more than %d items", mostItems)
	}
	// What a feed says of itself is second to where it was found: copies of a
	// feed keep the address of the original, which is as good for its links.
	at := first(base, f.FeedLink, f.Link)
	out := &Feed{Title: strings.TrimSpace(f.Title), Language: f.Language, Items: make([]Item, 0, len(f.Items))}
	for _, it := range f.Items {
		out.Items = append(out.Items, item(it, at))
	}
	return out, nil
}

func item(it *gofeed.Item, base string) Item {
	out := Item{ID: it.GUID, Title: strings.TrimSpace(it.Title), Content: first(it.Content, it.Description)}
	out.Link = absolute(it.Link, base)
	// Where an item has no link, its guid is one more often than not (RSS 2.0:
	// a guid is a permalink unless it says that it is none).
	if out.Link == "" && (strings.HasPrefix(it.GUID, "http://") || strings.HasPrefix(it.GUID, "https://")) {
		out.Link = it.GUID
	}
	for _, a := range it.Authors {
		if a != nil && a.Name != "" {
			out.Authors = append(out.Authors, a.Name)
		}
	}
	switch {
	case it.PublishedParsed != nil:
		out.Published = it.PublishedParsed.UTC()
	case it.UpdatedParsed != nil:
		out.Published = it.UpdatedParsed.UTC()
	}
	return out
}

// absolute resolves a link; what cannot be resolved stays, and fetching says so.
func absolute(link, base string) string {
	link = strings.TrimSpace(link)
	if link == "" {
		return ""
	}
	b, err := url.Parse(base)
	if err != nil || base == "" {
		return link
	}
	u, err := b.Parse(link)
	if err != nil {
		return link
	}
	return u.String()
}

func first(s ...string) string {
	for _, x := range s {
		if x = strings.TrimSpace(x); x != "" {
			return x
		}
	}
	return ""
}

// tooDeep says whether elements lie deeper in each other than any feed's. The
// parser calls itself for each: 5 MB of start tags took 1.4 GB of stack.
func tooDeep(b []byte) bool {
	if len(b) > 0 && b[0] != '<' { // JSON: encoding/json has a bound of its own
		return false
	}
	depth := 0
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			return false
		}
		b = b[i+1:]
		switch {
		case bytes.HasPrefix(b, []byte("!--")):
			b = after(b, "-->")
		case bytes.HasPrefix(b, []byte("![CDATA[")):
			b = after(b, "]]>")
		case bytes.HasPrefix(b, []byte("!")), bytes.HasPrefix(b, []byte("?")):
			b = after(b, ">")
		case bytes.HasPrefix(b, []byte("/")):
			depth = max(0, depth-1)
		default:
			end := bytes.IndexByte(b, '>')
			if end < 0 {
				return false
			}
			if end == 0 || b[end-1] != '/' {
				depth++
			}
			if b = b[end:]; depth > deepest {
				return true
			}
		}
	}
}

func after(b []byte, end string) []byte {
	i := bytes.Index(b, []byte(end))
	if i < 0 {
		return nil
	}
	return b[i+len(end):]
}
