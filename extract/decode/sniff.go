package decode

import (
	"bytes"
	"unicode/utf8"
)

// byteOrderMark names the charset of a mark at the start, and its length.
func byteOrderMark(raw []byte) (string, int) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return "utf-8", 3
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return "utf-16le", 2
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return "utf-16be", 2
	}
	return "", 0
}

const sample = 4096

// wide says whether every other byte at the start is NUL, as in the UTF-16 of
// Western text.
func wide(raw []byte) bool { return wideCharset(raw) != "" }

func wideCharset(raw []byte) string {
	head := raw[:min(len(raw), sample)&^1]
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	switch half := len(head) / 2; {
	case half < 4:
		return ""
	case odd*10 > half*7 && even*10 < half:
		return "utf-16le"
	case even*10 > half*7 && odd*10 < half:
		return "utf-16be"
	}
	return ""
}

// mostlyNot says whether the bytes beyond ASCII are UTF-8 in less than half of
// the cases: a page in UTF-8 with one broken byte stays UTF-8, with a warning.
func mostlyNot(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return bad > good
}

var signatures = []struct{ magic, what string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"\x89PNG\r\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"RIFF", "an audio, video or WebP file"},
	{"\x1f\x8b", "gzip within gzip"},
	{"\x28\xb5\x2f\xfd", "zstd within compressed data"},
	{"BZh", "a bzip2 file"},
	{"\xfd7zXZ\x00", "an xz file"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"\x7fELF", "a program"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
	{"{\\rtf", "an RTF document"},
	{"SQLite format 3\x00", "a database"},
}

// binary names what the bytes are where they are no text, else "".
func binary(raw []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.magic)) {
			return s.what
		}
	}
	if bytes.HasPrefix(raw[min(4, len(raw)):], []byte("ftyp")) {
		return "a video"
	}
	// Control characters that no text has: a tenth of the start or more.
	head := raw[:min(len(raw), sample)]
	if e, _ := byteOrderMark(head); e != "" || wide(head) {
		return ""
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			odd++
		}
	}
	if odd*10 > len(head) {
		return "binary data"
	}
	return ""
}
