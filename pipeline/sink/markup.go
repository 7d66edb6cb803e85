package sink

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"strings"
	"unicode"
)

// pageHead begins a page that has no script and one style, and may load nothing:
// its content security policy, should text of an input ever get out of its place.
func pageHead(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` + base64.StdEncoding.EncodeToString(sum[:]) + `'; base-uri 'none'; form-action 'none'">` + "\n"
}

// escaped is s as text of a page, without control characters, and without the
// format characters that turn the direction of what follows. The marks of
// direction that Arabic and Hebrew texts have between words turn nothing.
func escaped(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s))
}
