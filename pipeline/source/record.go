package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// members are those of a line that have a meaning, as raw JSON, nil where they
// are missing or null, and all others as an object of their own.
type members struct {
	id, url, html, text []byte
	extra               []byte
}

// parseRecord takes a line apart. Keys and values of extra are the line's own
// bytes, in its order and with its repetitions: a number is not read as one.
// An error of a single member leaves the others.
func parseRecord(line []byte) (m members, err error) {
	if err := valid(line); err != nil {
		return m, err
	}
	line = bytes.TrimSpace(line)
	if line[0] != '{' {
		return m, extract.Faultf("bad_json", "not an object")
	}
	walk(line, func(key, value []byte) bool {
		var to *[]byte
		name := keyName(key)
		switch name {
		case "id":
			to = &m.id
		case "url":
			to = &m.url
		case "html":
			to = &m.html
		case "text":
			to = &m.text
		default:
			m.extra = appendMember(m.extra, key, value)
			return true
		}
		switch {
		case string(value) == "null":
			*to = nil
		case value[0] == '"' || name == "id":
			*to = value
		case err == nil:
			err = extract.Faultf("bad_json", "%s: not a string", name)
		}
		return true
	})
	if m.html != nil && m.text != nil {
		m.extra = appendMember(m.extra, []byte(`"text"`), m.text)
	}
	if m.extra != nil {
		m.extra = append(m.extra, '}')
	}
	return m, err
}

func keyName(key []byte) string {
	if bytes.IndexByte(key, '\\') >= 0 {
		key, _ = unquote(key)
		return string(key)
	}
	return string(key[1 : len(key)-1])
}

func appendMember(extra, key, value []byte) []byte {
	if extra == nil {
		extra = append(extra, '{')
	} else {
		extra = append(extra, ',')
	}
	extra = append(extra, key...)
	extra = append(extra, ':')
	if bytes.IndexByte(value, '\r') >= 0 { // blank in JSON, but a line's end to some readers of the output
		value = bytes.ReplaceAll(value, []byte("\r"), []byte(" "))
	}
	return append(extra, value...)
}

func valid(line []byte) error {
	if validJSON(line) {
		return nil
	}
	var syntax *json.SyntaxError
	if err := json.Unmarshal(line, new(json.RawMessage)); errors.As(err, &syntax) {
		return extract.Faultf("bad_json", "byte %d: %w", syntax.Offset, err)
	}
	return extract.Faultf("bad_json", "not JSON")
}

// walk hands the raw key and value of each member of a valid JSON object to f,
// until f says no. Of an object that is cut off it gives what is there, the last
// value cut off too; it says whether the object's end was seen.
func walk(object []byte, f func(key, value []byte) bool) (whole bool) {
	b := skipSpace(object[1:])
	for len(b) > 0 && b[0] == '"' {
		n := stringLen(b)
		key := b[:n]
		if b = skipSpace(b[n:]); len(b) == 0 || b[0] != ':' {
			return false
		}
		if b = skipSpace(b[1:]); len(b) == 0 {
			return false
		}
		n = valueLen(b)
		if n == 0 || !f(key, b[:n]) {
			return false
		}
		if b = skipSpace(b[n:]); len(b) == 0 || b[0] != ',' {
			break
		}
		b = skipSpace(b[1:])
	}
	return len(b) > 0 && b[0] == '}'
}

func skipSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\t' || b[0] == '\n' || b[0] == '\r') {
		b = b[1:]
	}
	return b
}

// stringLen is the length of the string, marks included, that b begins with.
func stringLen(b []byte) int {
	for i := special(b, 1); i < len(b); i = special(b, i) {
		switch b[i] {
		case '\\':
			i += 2
		case '"':
			return i + 1
		default:
			i++
		}
	}
	return len(b)
}

// valueLen is the length of the value that b begins with.
func valueLen(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += stringLen(b[i:]) - 1
		case '{', '[':
			depth++
			continue
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(b)
}

// unquote reads a valid JSON string. lone says that a half of a surrogate pair
// stood alone in it, which is no character: it becomes U+FFFD.
func unquote(raw []byte) (b []byte, lone bool) {
	raw = raw[1 : len(raw)-1]
	b = make([]byte, 0, len(raw))
	next := bytes.IndexByte(raw, '\\')
	for next >= 0 {
		b = append(b, raw[:next]...)
		c := raw[next+1]
		raw = raw[next+2:]
		switch c {
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			r := hex4(raw)
			raw = raw[4:]
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if len(raw) >= 6 && raw[0] == '\\' && raw[1] == 'u' {
					pair = utf16.DecodeRune(r, hex4(raw[2:]))
				}
				if r = pair; r == utf8.RuneError {
					lone = true
				} else {
					raw = raw[6:]
				}
			}
			b = utf8.AppendRune(b, r)
		default:
			b = append(b, c)
		}
		next = bytes.IndexByte(raw, '\\')
	}
	return append(b, raw...), lone
}

func hex4(b []byte) rune {
	n, _ := strconv.ParseUint(string(b[:4]), 16, 16)
	return rune(n)
}

// validUTF8 replaces bytes that are no UTF-8, with a warning.
func validUTF8(line []byte) ([]byte, []string) {
	if utf8.Valid(line) {
		return line, nil
	}
	return bytes.ToValidUTF8(line, []byte("\uFFFD")), []string{"line: bytes that are not UTF-8, replaced by U+FFFD"}
}
