package table

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Format is how rows are written.
type Format uint8

const (
	JSON Format = iota // an object a line
	CSV                // RFC 4180, with a head; line ends are \n
	TSV                // a row a line, with a head; \t, \n, \r and \\ for what would break it
)

// Lines writes a table as lines of a format: a [sink.Rows].
type Lines struct {
	Table  *Table
	Format Format
	Unit   extract.Unit

	SkipErrors bool // leave the rows of failed inputs out

	maker Maker
}

// Head is the row of names, where the format has one.
func (l *Lines) Head() []byte {
	if l.Format == JSON {
		return nil
	}
	var b []byte
	for i, c := range l.Table.Columns {
		b = l.between(b, i)
		b = append(b, c.Name...)
	}
	return append(b, '\n')
}

// Append appends the rows of a result.
func (l *Lines) Append(b []byte, r *pipeline.Result) []byte {
	if r.Err != nil && l.SkipErrors {
		return b
	}
	l.maker.Rows(l.Table, l.Unit, r, func(row []Value) {
		if l.Format == JSON {
			b = append(b, '{')
		}
		for i, v := range row {
			b = l.between(b, i)
			b = l.value(b, l.Table.Columns[i], v)
		}
		if l.Format == JSON {
			b = append(b, '}')
		}
		b = append(b, '\n')
	})
	return b
}

func (l *Lines) between(b []byte, i int) []byte {
	switch {
	case i == 0:
		return b
	case l.Format == TSV:
		return append(b, '\t')
	}
	return append(b, ',')
}

func (l *Lines) value(b []byte, c Column, v Value) []byte {
	if l.Format == JSON {
		b = append(b, '"')
		b = append(b, c.Name...)
		b = append(b, '"', ':')
	}
	switch {
	case v.Null && l.Format == JSON:
		return append(b, "null"...)
	case v.Null:
		return b
	case c.Kind == Integer:
		return strconv.AppendInt(b, v.Int, 10)
	case c.Kind == Real:
		return strconv.AppendFloat(b, v.Real, 'f', -1, 64)
	case l.Format == JSON:
		quoted, err := json.Marshal(v.Text)
		if err != nil {
			return append(b, "null"...)
		}
		return append(b, quoted...)
	}
	s := safe(v.Text)
	if l.Format == TSV {
		return append(b, escaped.Replace(s)...)
	}
	if !strings.ContainsAny(s, ",\"\n\r") && strings.TrimSpace(s) == s {
		return append(b, s...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(s, `"`, `""`)...)
	return append(b, '"')
}

var escaped = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// formula are what a spreadsheet takes for the beginning of one, the forms of
// East Asian keyboards included.
const formula = "=+-@\t\r＝＋－＠"

// safe makes a stranger's text fit for a cell: control characters but for tab
// and line ends are left out, since a cell may end up on a terminal, and a
// text that a spreadsheet would run as a formula has a ' in front, which shows
// that it is a text.
func safe(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' {
			return -1
		}
		return r
	}, s)
	if s != "" && strings.ContainsRune(formula, []rune(s[:min(len(s), 4)])[0]) {
		return "'" + s
	}
	return s
}
