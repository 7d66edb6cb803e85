// Package sink writes results as JSON Lines.
package sink

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"runtime/debug"
	"sync"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Options say how results are written.
type Options struct {
	Encoder    extract.Encoder
	SkipErrors bool        // leave the records of failed inputs out
	Pretty     func() bool // whether to indent; asked for each result; nil for never
}

// Lines writes one line for each result. What is written stands in a buffer
// for at most a tenth of a second, so that who reads a slow stream sees each
// result when it is there and a fast one costs no system call a line.
type Lines struct {
	options Options
	line    []byte
	indent  bytes.Buffer

	mu    sync.Mutex // the timer flushes from another goroutine
	w     *bufio.Writer
	timer *time.Timer
	err   error
}

const patience = 100 * time.Millisecond

// New makes a sink that writes to w.
func New(w io.Writer, o Options) *Lines {
	return &Lines{options: o, w: bufio.NewWriterSize(w, 64<<10)}
}

// Write writes a result. It gives back what became of it: encoding a document
// that breaks its promises is an error record too. The error is one of writing;
// after one, nothing more is written.
func (l *Lines) Write(r pipeline.Result) (pipeline.Result, error) {
	l.encode(&r)
	if r.Err != nil && l.options.SkipErrors {
		return r, l.failed()
	}
	line := l.line
	if l.options.Pretty != nil && l.options.Pretty() {
		l.indent.Reset()
		if json.Indent(&l.indent, line, "", "  ") == nil {
			line = l.indent.Bytes()
		}
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
	if l.err != nil {
		return l.err
	}
	if _, l.err = l.w.Write(line); l.err == nil {
		l.err = l.w.WriteByte('\n')
	}
	if l.timer == nil {
		l.timer = time.AfterFunc(patience, func() { _ = l.Flush() })
	} else if l.w.Buffered() <= len(line)+1 { // the first since the last flush
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

func (l *Lines) failed() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.err
}

// encode makes the line of a result.
func (l *Lines) encode(r *pipeline.Result) {
	if r.Err == nil {
		if r.Err = l.document(r.Doc); r.Err == nil {
			return
		}
		r.Doc = nil
	}
	l.line = extract.AppendError(l.line[:0], r.ID, r.Err.Stage, r.Err.Kind, r.Err.Err.Error())
}

// document encodes a document. A span outside the text is a bug of a stage and
// must not cost the articles after this one.
func (l *Lines) document(d *extract.Document) (failed *pipeline.Error) {
	defer func() {
		if v := recover(); v != nil {
			failed = &pipeline.Error{ID: d.ID, Stage: "encode", Kind: "panic", Err: fmt.Errorf("panic: %v", v), Stack: debug.Stack()}
		}
	}()
	l.line = l.options.Encoder.Append(l.line[:0], d)
	return nil
}
