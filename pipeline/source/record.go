package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// members are those of a line that have a meaning, without raw JSON where they
// are missing or null, and all others as an object of their own.
type members struct {
	id, url, html, text value
	extra               []byte
}

// value is a value as it stands in its line. Of a string it has what that says.
type value struct {
	raw  []byte
	text []byte // in room
	lone bool   // half of a surrogate pair stood alone in it, and became U+FFFD
}

func (m *members) named(name string) *value {
	switch name {
	case "id":
		return &m.id
	case "url":
		return &m.url
	case "html":
		return &m.html
	case "text":
		return &m.text
	}
	return nil
}

// parseRecord takes a line apart, in one pass: nearly all of a line is a page
// in one string. Keys and values of extra are the line's own bytes, in its order
// and with its repetitions: a number is not read as one. What strings say is
// written to room, as long as the line at least. An error of a single member
// leaves the others.
func parseRecord(line, room []byte) (m members, err error) {
	line = skipSpace(line)
	if len(line) == 0 || line[0] != '{' {
		if err := valid(line); err != nil {
			return m, err
		}
		return m, extract.Faultf("bad_json", "not an object")
	}
	rest, ok := validMembers(line[1:], func(key, b []byte) ([]byte, bool) {
		name := keyName(key)
		to := m.named(name)
		if to != nil && len(b) > 0 && b[0] == '"' {
			length, n, lone := decodeString(room, b)
			if n < 0 {
				return nil, false
			}
			*to = value{b[:n], room[:length:length], lone}
			room = room[length:]
			return b[n:], true
		}
		rest, ok := validValue(b, 1)
		if !ok {
			return nil, false
		}
		switch raw := b[:len(b)-len(rest)]; {
		case to == nil:
			m.extra = appendMember(m.extra, key, raw)
		case string(raw) == "null":
			*to = value{}
		case name == "id":
			*to = value{raw: raw, text: raw}
		case err == nil:
			err = extract.Faultf("bad_json", "%s: not a string", name)
		}
		return rest, true
	})
	if !ok || len(skipSpace(rest)) > 0 {
		return members{}, valid(line)
	}
	if m.html.raw != nil && m.text.raw != nil {
		m.extra = appendMember(m.extra, []byte(`"text"`), m.text.raw)
	}
	if m.extra != nil {
		m.extra = append(m.extra, '}')
	}
	return m, err
}

func keyName(key []byte) string {
	if bytes.IndexByte(key, '\\') >= 0 {
		room := make([]byte, len(key))
		n, _, _ := decodeString(room, key)
		return string(room[:n])
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

func skipSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\t' || b[0] == '\n' || b[0] == '\r') {
		b = b[1:]
	}
	return b
}

// validUTF8 replaces bytes that are no UTF-8, with a warning.
func validUTF8(line []byte) ([]byte, []string) {
	if utf8.Valid(line) {
		return line, nil
	}
	return bytes.ToValidUTF8(line, []byte("\uFFFD")), []string{"line: bytes that are not UTF-8, replaced by U+FFFD"}
}
