package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
)

// jsonLines yields an article for each line of JSON Lines. A line that cannot
// be read is an error named "path:LINE", and the next line follows.
func (r *reading) jsonLines(br *bufio.Reader, from pipeline.Input, yield func(pipeline.Input) bool) bool {
	skipBOM(br)
	// Escapes make a text longer: English pages by a tenth, and Cyrillic written
	// as \u0416, six bytes for two, three times as long.
	lines := lineReader{r: br, limit: int(3*r.MaxBytes) + window}
	var room []byte
	for {
		line, long, err := lines.next()
		if err == io.EOF {
			return true
		}
		in := from
		in.ID = fmt.Sprintf("%s:%d", from.ID, lines.n)
		switch {
		case err != nil:
			in.Err = fault(err)
			return yield(in)
		case long:
			in.Err = extract.Faultf("too_large", "line %d: longer than %d bytes (see --max-bytes)", lines.n, lines.limit)
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			if err := r.record(&in, line, &room); err != nil {
				in.Err = fmt.Errorf("line %d: %w", lines.n, err)
			}
		}
		if !yield(in) {
			return false
		}
	}
}

// record fills an input in from a line. It keeps nothing of line, nor of room,
// which is for what the line says and grows with it.
func (r *reading) record(in *pipeline.Input, line []byte, room *[]byte) error {
	line, in.Warnings = validUTF8(line)
	if len(*room) < len(line) || len(*room) > hugeLine && len(line) < hugeLine {
		*room = make([]byte, max(len(line), window))
	}
	m, err := parseRecord(line, *room)
	said := func(v *value, key string) []byte {
		if v.lone {
			in.Warnings = append(in.Warnings, key+": half of a surrogate pair, replaced by U+FFFD")
		}
		return v.text
	}
	if m.id.raw != nil {
		in.ID = string(said(&m.id, "id"))
	}
	if err != nil {
		return err
	}
	if m.url.raw != nil {
		in.URL = string(said(&m.url, "url"))
	}
	in.Extra = m.extra
	in.Charset = "utf-8"
	var body []byte
	switch {
	case m.html.raw != nil:
		body, in.Format, in.MediaType = said(&m.html, "html"), extract.HTML, "text/html"
	case m.text.raw != nil:
		body, in.MediaType = said(&m.text, "text"), "text/plain"
	default:
		return extract.Faultf("bad_json", `neither "html" nor "text" in it`)
	}
	switch {
	case int64(len(body)) > r.MaxBytes:
		return content.TooLarge(r.MaxBytes)
	case len(body) == 0 && !r.Verbatim:
		return errEmpty
	}
	in.Body = bytes.Clone(body)
	return nil
}
