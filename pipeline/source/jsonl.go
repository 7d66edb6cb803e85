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
			if err := r.record(&in, line); err != nil {
				in.Err = fmt.Errorf("line %d: %w", lines.n, err)
			}
		}
		if !yield(in) {
			return false
		}
	}
}

// record fills an input in from a line. It keeps nothing of line.
func (r *reading) record(in *pipeline.Input, line []byte) error {
	line, warnings := validUTF8(line)
	in.Warnings = warnings
	m, err := parseRecord(line)
	if m.id != nil {
		in.ID = string(text(m.id, &in.Warnings, "id"))
	}
	if err != nil {
		return err
	}
	if m.url != nil {
		in.URL = string(text(m.url, &in.Warnings, "url"))
	}
	in.Extra = m.extra
	in.Charset = "utf-8"
	switch {
	case m.html != nil:
		in.Body, in.Format, in.MediaType = text(m.html, &in.Warnings, "html"), extract.HTML, "text/html"
	case m.text != nil:
		in.Body, in.MediaType = text(m.text, &in.Warnings, "text"), "text/plain"
	default:
		return extract.Faultf("bad_json", `neither "html" nor "text" in it`)
	}
	switch {
	case int64(len(in.Body)) > r.MaxBytes:
		in.Body = nil
		return content.TooLarge(r.MaxBytes)
	case len(in.Body) == 0 && !r.Verbatim:
		return errEmpty
	}
	return nil
}

// text is the value of a JSON string or the literal text of another value.
func text(raw []byte, warnings *[]string, key string) []byte {
	if raw[0] != '"' {
		return bytes.Clone(raw)
	}
	b, lone := unquote(raw)
	if lone {
		*warnings = append(*warnings, key+": half of a surrogate pair, replaced by U+FFFD")
	}
	return b
}
