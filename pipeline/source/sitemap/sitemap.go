// Package sitemap reads what a sitemap lists: pages, with what a news sitemap
// says of them, or other sitemaps (https://www.sitemaps.org/protocol.html).
// A list of addresses, one a line, is a sitemap too, and so are the Sitemap
// lines of a robots.txt.
package sitemap

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"golang.org/x/net/html/charset"
)

// Bounds. The protocol allows 50,000 entries.
const (
	mostEntries = 100_000
	longestURL  = 8 << 10
	deepest     = 64
)

// Entry is a page, or another sitemap.
type Entry struct {
	URL       string
	Sitemap   bool
	Modified  time.Time // lastmod; zero where not said
	Published time.Time // of a news sitemap; likewise
	Title     string    // likewise
	Name      string    // of the publication, likewise
}

// When is when the page was published or else last changed.
func (e *Entry) When() time.Time {
	if !e.Published.IsZero() {
		return e.Published
	}
	return e.Modified
}

// Each reads a sitemap entry by entry, until yield says false. base is where it
// came from, for addresses that are relative. What was wrong is told at the
// end, as a fault of kind bad_sitemap, or an error of r as it is.
func Each(r io.Reader, base string, yield func(Entry) bool) error {
	br := bufio.NewReader(r)
	n := 0
	bounded := func(e Entry) (bool, error) {
		if e.URL = absolute(e.URL, base); e.URL == "" {
			return true, nil
		}
		if n++; n > mostEntries {
			return false, extract.Faultf("bad_sitemap", "more than %d entries", mostEntries)
		}
		return yield(e), nil
	}
	for { // to the first byte that is no blank
		head, err := br.Peek(3)
		switch {
		case len(head) == 0 && err != io.EOF:
			return err
		case len(head) == 0:
			return nil
		case bytes.Equal(head, []byte("\ufeff")):
			_, _ = br.Discard(3)
		case strings.IndexByte(" \t\r\n", head[0]) >= 0:
			_, _ = br.Discard(1)
		case head[0] == '<' || head[0] >= 0x80 || head[0] == 0: // UTF-16
			return elements(br, bounded)
		default:
			return lines(br, bounded)
		}
	}
}

// lines reads the form that is text. Lines that are no address are left out:
// the other rules of a robots.txt.
func lines(r *bufio.Reader, yield func(Entry) (bool, error)) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, longestURL)
	for sc.Scan() {
		e := Entry{URL: strings.TrimSpace(sc.Text())}
		if name, value, ok := strings.Cut(e.URL, ":"); ok && strings.EqualFold(name, "sitemap") {
			e = Entry{URL: strings.TrimSpace(value), Sitemap: true}
		}
		if !strings.HasPrefix(e.URL, "http://") && !strings.HasPrefix(e.URL, "https://") {
			continue
		}
		if on, err := yield(e); !on || err != nil {
			return err
		}
	}
	if sc.Err() == bufio.ErrTooLong {
		return extract.Faultf("bad_sitemap", "a line of more than %d bytes", longestURL)
	}
	return sc.Err()
}

// elements reads the form that is XML, by the local names of its elements:
// real sitemaps take liberties with namespaces. Entities of its own are not
// expanded: encoding/xml knows none.
func elements(r io.Reader, yield func(Entry) (bool, error)) error {
	under := &content.Marking{R: r}
	d := xml.NewDecoder(under)
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	var path []string
	var e Entry
	var text strings.Builder
	for {
		t, err := d.RawToken()
		switch {
		case under.Err != nil:
			return under.Err
		case err == io.EOF && len(path) > 0:
			return extract.Faultf("bad_sitemap", "cut off before its end")
		case err == io.EOF:
			return nil
		case err != nil:
			return extract.Faultf("bad_sitemap", "%w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if path = append(path, t.Name.Local); len(path) > deepest {
				return extract.Faultf("bad_sitemap", "elements within elements, more than %d deep", deepest)
			}
			text.Reset()
			if len(path) == 1 && t.Name.Local != "urlset" && t.Name.Local != "sitemapindex" {
				return extract.Faultf("bad_sitemap", "begins with <%.40s>, not with <urlset> or <sitemapindex>", t.Name.Local)
			}
			if len(path) == 2 {
				e = Entry{Sitemap: t.Name.Local == "sitemap"}
			}
		case xml.CharData:
			if text.Len()+len(t) <= longestURL {
				text.Write(t)
			}
		case xml.EndElement:
			if len(path) == 0 {
				return extract.Faultf("bad_sitemap", "an end tag of nothing")
			}
			e.field(path, strings.TrimSpace(text.String()))
			text.Reset()
			if path = path[:len(path)-1]; len(path) == 1 {
				if on, err := yield(e); !on || err != nil {
					return err
				}
			}
		}
	}
}

func (e *Entry) field(path []string, text string) {
	name := path[len(path)-1]
	switch {
	case len(path) == 3 && name == "loc": // not image:loc, which lies deeper
		e.URL = text
	case len(path) == 3 && name == "lastmod":
		e.Modified = date(text)
	case len(path) > 3 && path[2] == "news":
		switch name {
		case "publication_date":
			e.Published = date(text)
		case "title":
			e.Title = text
		case "name":
			e.Name = text
		}
	}
}

// date reads a W3C date: a day, or RFC 3339 with or without seconds; also what
// is often written instead. It is zero where it cannot be read.
func date(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04:05-0700", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

func absolute(s, base string) string {
	if base == "" || s == "" || strings.Contains(s, "://") {
		return s
	}
	b, err := url.Parse(base)
	if err != nil {
		return s
	}
	u, err := b.Parse(s)
	if err != nil {
		return s
	}
	return u.String()
}
