package source

import (
	"bufio"
	"bytes"
	"net/url"
	"path"
	"strings"
)

// peekKind tells the kind of a stream from what has come of it so far. It
// waits for more only while that leaves it open, so that the first line of a
// slow pipe is not held back.
func peekKind(r *bufio.Reader, name string) Kind {
	_, err := r.Peek(1)
	asked := false
	for {
		head, _ := r.Peek(r.Buffered())
		line := bytes.IndexByte(bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n"), '\n') >= 0
		if line && !asked {
			if asked = true; Sniff(head, name) == JSONL {
				return JSONL
			}
		}
		if err != nil || len(head) == window {
			return Sniff(head, name)
		}
		_, err = r.Peek(len(head) + 1)
	}
}

// Sniff tells what an input holds from its first bytes, up to 64 KiB of them.
// The ending of its name (a path or URL) is a hint where the bytes leave it
// open. What is nothing that it knows is Text: the decoding stage says whether
// the bytes are text at all.
func Sniff(head []byte, name string) Kind {
	cut := len(head) >= window
	if kind := sniffArchive(head); kind != Text {
		return kind
	}
	head = bytes.TrimLeft(narrow(head), " \t\r\n\f")
	ext := extension(name)
	switch {
	case len(head) == 0:
		return Text
	case head[0] == '{':
		if jsonFeed(head) {
			return Feed
		}
		if jsonLines(head, cut, ext) {
			return JSONL
		}
		return Text
	case bytes.HasPrefix(head, []byte("WARC/")):
		return WARC
	case head[0] == '<':
		return sniffMarkup(head, ext)
	}
	t := countTags(head)
	switch ext {
	case "html", "htm", "xhtml", "shtml":
		if t.known > 0 || bytes.IndexByte(head, '&') >= 0 && bytes.IndexByte(head, 0) < 0 {
			return HTML
		}
	case "txt", "md", "text":
		return Text
	}
	// Three structural tags, or a pair: an article about HTML names a tag or
	// two, and mail has <names@example.com> in it.
	if t.structural >= 3 && t.breaks+t.pairs >= 1 {
		return HTML
	}
	return Text
}

// sniffArchive tells tar, zip and web archives; all else is Text. What begins
// like a line of JSON is never tar, whatever follows: that is told before all
// has come.
func sniffArchive(head []byte) Kind {
	switch {
	case len(head) > 262 && string(head[257:262]) == "ustar" && head[0] != '{':
		return Tar
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return Zip
	}
	return Text
}

// jsonFeed says whether the first line of a JSON object, or the lines below a
// brace that stands alone, have the version of a JSON Feed.
func jsonFeed(head []byte) bool {
	line, rest, _ := bytes.Cut(head, []byte("\n"))
	if len(bytes.TrimSpace(line)) == 1 {
		line = rest
	}
	i := bytes.Index(line, []byte("://jsonfeed.org/version/"))
	return i >= 0 && i < 4096
}

// sniffMarkup tells the kind of what begins with "<".
func sniffMarkup(head []byte, ext string) Kind {
	low := bytes.ToLower(head[:min(len(head), 4096)])
	switch root := rootElement(low); root {
	case "rss", "feed", "rdf:rdf":
		return Feed
	case "urlset", "sitemapindex":
		return Sitemap
	case "":
		if ext == "html" || ext == "htm" || bytes.HasPrefix(low, []byte("<!--")) || bytes.HasPrefix(low, []byte("<!doctype")) {
			return HTML
		}
	default:
		if elements[root] != 0 {
			return HTML
		}
	}
	if t := countTags(head); t.structural >= 3 {
		return HTML
	}
	return Text
}

// rootElement is the name of the first element, past declarations,
// processing instructions and comments.
func rootElement(b []byte) string {
	for {
		b = bytes.TrimLeft(b, " \t\r\n\f")
		var n int
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			if n = bytes.Index(b, []byte("-->")); n >= 0 {
				n += len("-->")
			}
		case bytes.HasPrefix(b, []byte("<?")), bytes.HasPrefix(b, []byte("<!")):
			n = bytes.IndexByte(b, '>') + 1
		case len(b) > 0 && b[0] == '<':
			return tagName(b[1:])
		}
		if n <= 0 {
			return ""
		}
		b = b[n:]
	}
}

// jsonLines says whether one of the first lines is a JSON object: where neither
// "text" nor "html" is in it, an error that says so helps more than an article
// full of braces. Where the first line goes on beyond the window, a sound
// beginning is enough.
func jsonLines(head []byte, cut bool, ext string) bool {
	if ext == "jsonl" || ext == "ndjson" {
		return true
	}
	for n := 0; n < 10 && len(head) > 0; n++ {
		line, rest, ended := bytes.Cut(head, []byte("\n"))
		head = rest
		if line = bytes.TrimSpace(line); len(line) == 0 || line[0] != '{' {
			continue
		}
		found, members := false, 0
		whole := walk(line, func(key, value []byte) bool {
			if k := string(key); k == `"text"` || k == `"html"` {
				found = found || value[0] == '"'
			}
			members++
			return true
		})
		if !ended && cut {
			return found || len(line) > window/2
		}
		if members > 0 && whole && valid(line) == nil {
			return true
		}
	}
	return false
}

// narrow leaves the byte order mark and, of UTF-16, the zero bytes out.
func narrow(head []byte) []byte {
	switch {
	case bytes.HasPrefix(head, bom):
		return head[len(bom):]
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return head
}

func extension(name string) string {
	if u, err := url.Parse(name); err == nil && u.Scheme != "" {
		name = u.Path
	}
	name = strings.ToLower(name)
	for _, packed := range []string{".gz", ".zst", ".zstd"} {
		name = strings.TrimSuffix(name, packed)
	}
	return strings.TrimPrefix(path.Ext(name), ".")
}
