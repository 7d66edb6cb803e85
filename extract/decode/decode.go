// Package decode turns an input's bytes into UTF-8, by what its byte order
// mark, the server, the page's own meta and the bytes themselves say.
package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/quoth/quoth/extract"
)

const name = "decode"

// Stage writes Draft.Input from Draft.Raw.
func Stage() extract.Stage {
	return extract.Stage{Name: name, Doc: "Turns the input's bytes into UTF-8.", Shape: shape, Verbatim: true}
}

func shape(d *extract.Draft) error {
	if len(bytes.TrimSpace(d.Raw)) == 0 && !d.Verbatim {
		return extract.Faultf("empty", "the input is empty")
	}
	if what := binary(d.Raw); what != "" {
		return extract.Faultf("not_text", "looks like %s, not an article", what)
	}
	text, label := toUTF8(d.Raw, d.Source.Charset, d.Source.MediaType, d.Format == extract.HTML)
	text, replaced := clean(text, label, d.Verbatim)
	if replaced {
		d.Warnings = append(d.Warnings, "decode: bytes that are no "+label+" became U+FFFD")
	}
	if strings.TrimFunc(text, blank) == "" && !d.Verbatim {
		return extract.Faultf("empty", "the input holds no text")
	}
	d.Input, d.Source.Charset = text, label
	return nil
}

// blank counts replacement characters as nothing: a text of them alone was
// never text.
func blank(r rune) bool { return r <= ' ' || r == '\ufffd' || r == '\ufeff' || r == '\u00a0' }

// toUTF8 decodes raw and names the charset that it took. What it cannot decode
// stays as invalid UTF-8 or becomes U+FFFD.
func toUTF8(raw []byte, label, mediaType string, html bool) (text, took string) {
	// A text that came to us as a string (a line of JSON) is UTF-8 for certain,
	// and U+FEFF at its start is a character of it.
	if strings.EqualFold(label, "utf-8") && utf8.Valid(raw) {
		return string(raw), "utf-8"
	}
	if e, n := byteOrderMark(raw); e != "" {
		return decodeAs(e, raw[n:])
	}
	// Real pages say iso-8859-1 in a header or a meta and are UTF-8; the
	// other way round, multi-byte sequences of a single-byte text being valid
	// UTF-8 by chance, does not occur in prose.
	if utf8.Valid(raw) && !wide(raw) {
		return string(raw), "utf-8"
	}
	if e := wideCharset(raw); e != "" {
		return decodeAs(e, raw)
	}
	if label == "" && mediaType != "" {
		_, params, _ := strings.Cut(strings.ToLower(mediaType), "charset=")
		label, _, _ = strings.Cut(params, ";")
	}
	if e, err := htmlindex.Get(strings.Trim(label, `"' `)); err == nil {
		if n, err := htmlindex.Name(e); err == nil && !(n == "utf-8" && mostlyNot(raw)) {
			return decodeAs(n, raw)
		}
	}
	if html {
		if n := metaCharset(raw); n != "" && !(n == "utf-8" && mostlyNot(raw)) {
			return decodeAs(n, raw)
		}
	}
	if !mostlyNot(raw) {
		return string(raw), "utf-8"
	}
	return decodeAs("windows-1252", raw)
}

const (
	metaWithin = 16 << 10 // bytes at the start of a page in which its charset is looked for
	metaMost   = 64       // elements
)

// metaCharset is what a page's meta elements or XML declaration say. Browsers
// read 1,024 bytes; old pages have it behind a long title or a comment.
func metaCharset(raw []byte) string {
	head := raw[:min(len(raw), metaWithin)]
	if label := xmlEncoding(head); label != "" {
		return label
	}
	for at, n := 0, 0; n < metaMost; n++ {
		i := bytes.Index(head[at:], []byte("<meta"))
		if i < 0 {
			i = bytes.Index(head[at:], []byte("<META"))
		}
		if i < 0 {
			return ""
		}
		// Bytes that are no ASCII would answer for themselves.
		element, _, _ := bytes.Cut(head[at+i:], []byte(">"))
		if _, n, _ := charset.DetermineEncoding(append(bytes.ToValidUTF8(element, nil), ">\xff"...), ""); n != "windows-1252" || bytes.Contains(element, []byte("1252")) || bytes.Contains(element, []byte("8859-1")) {
			return n
		}
		at += i + len("<meta")
	}
	return ""
}

func xmlEncoding(head []byte) string {
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	declaration, _, _ := bytes.Cut(head, []byte("?>"))
	_, label, ok := bytes.Cut(declaration, []byte("encoding="))
	if !ok || len(label) < 2 {
		return ""
	}
	label, _, _ = bytes.Cut(label[1:], label[:1])
	e, err := htmlindex.Get(string(label))
	if err != nil {
		return ""
	}
	n, _ := htmlindex.Name(e)
	return n
}

func decodeAs(name string, raw []byte) (text, took string) {
	var e encoding.Encoding
	e, err := htmlindex.Get(name)
	if err != nil || name == "utf-8" {
		return string(raw), "utf-8"
	}
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return string(raw), "utf-8"
	}
	return string(out), name
}

// clean makes text valid: NUL and invalid bytes become U+FFFD. A byte order
// mark at the start is dropped, unless the text is to stay as it is. It says
// whether characters were lost: a U+FFFD that stood in valid UTF-8 was lost
// before.
func clean(text, label string, verbatim bool) (string, bool) {
	if !verbatim {
		text = strings.TrimPrefix(text, "\ufeff")
	}
	if utf8.ValidString(text) && (verbatim || strings.IndexByte(text, 0) < 0) {
		return text, label != "utf-8" && strings.ContainsRune(text, '\ufffd')
	}
	text = strings.ToValidUTF8(text, "\ufffd")
	if !verbatim {
		text = strings.ReplaceAll(text, "\x00", "\ufffd")
	}
	return text, true
}
