// Package sink writes results to a stream: as JSON Lines or another format of
// lines, or as a report for reading.
package sink

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/quoth/quoth/pipeline"
)

// Options say how results are written to a stream.
type Options struct {
	Pretty   func() bool // whether to indent JSON; asked for each result; nil for never
	Terminal bool        // a person is looking: write no control characters
}

// Lines writes the lines of each result. What is written stands in a buffer
// for at most a tenth of a second, so that who reads a slow stream sees each
// result when it is there and a fast one costs no system call a line.
type Lines struct {
	rows    Rows
	options Options
	begun   bool
	line    []byte
	indent  bytes.Buffer

	mu    sync.Mutex // the timer flushes from another goroutine
	w     *bufio.Writer
	timer *time.Timer
	err   error
}

const patience = 100 * time.Millisecond

// New makes a sink that writes rows to w.
func New(w io.Writer, rows Rows, o Options) *Lines {
	return &Lines{rows: rows, options: o, w: bufio.NewWriterSize(w, 64<<10)}
}

// Write writes a result. It gives back what became of it: encoding a document
// that breaks its promises is an error record too. The error is one of writing;
// after one, nothing more is written.
func (l *Lines) Write(r pipeline.Result) (pipeline.Result, error) {
	l.line = l.line[:0]
	if !l.begun {
		l.begun = true
		l.line = append(l.line, l.rows.Head()...)
	}
	l.line = Append(l.rows, l.line, &r)
	line := l.line
	if l.options.Pretty != nil && len(line) > 0 && l.options.Pretty() {
		l.indent.Reset()
		if json.Indent(&l.indent, line, "", "  ") == nil {
			line = l.indent.Bytes()
		}
	}
	if l.options.Terminal {
		line = visible(line)
	}
	err := l.put(line)
	if cap(l.line) > 1<<20 {
		l.line, l.indent = nil, bytes.Buffer{}
	}
	return r, err
}

func (l *Lines) put(line []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil || len(line) == 0 {
		return l.err
	}
	_, l.err = l.w.Write(line)
	if l.timer == nil {
		l.timer = time.AfterFunc(patience, func() { _ = l.Flush() })
	} else if l.w.Buffered() <= len(line) { // the first since the last flush
		l.timer.Reset(patience)
	}
	return l.err
}

// Flush writes out what is in the buffer.
func (l *Lines) Flush() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil {
		l.err = l.w.Flush()
	}
	return l.err
}

// Close is Flush: the stream is not Lines' to close.
func (l *Lines) Close() error {
	if !l.begun {
		l.begun = true
		if err := l.put(l.rows.Head()); err != nil {
			return err
		}
	}
	return l.Flush()
}

// visible writes as JSON escapes the control characters that JSON lets stand:
// DEL, and those from U+0080 to U+009F, one of which opens a command to many
// terminals as the escape character does. The JSON means the same; other
// formats hold none.
func visible(line []byte) []byte {
	control := func(r rune) bool { return r >= 0x7f && r <= 0x9f }
	if bytes.IndexFunc(line, control) < 0 {
		return line
	}
	var b []byte
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		if control(r) {
			b = fmt.Appendf(b, `\u%04x`, r)
		} else {
			b = append(b, line[:n]...)
		}
		line = line[n:]
	}
	return b
}
