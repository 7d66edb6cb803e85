package pipeline

import (
	"context"
	"fmt"
	"time"

	"github.com/quoth/quoth/extract"
)

// Input is one article to be read.
type Input struct {
	ID        string
	URL       string
	Path      string
	Body      []byte         // the article's bytes, decompressed
	Format    extract.Format // what Body holds
	MediaType string         // as a server or a file's name said it; may be empty
	Charset   string         // likewise; "utf-8" where Body is known to be so
	Fetched   string         // RFC 3339; empty for what was not fetched
	Came      time.Duration  // how long its server took
	Verbatim  bool           // take a plain text as it is
	Warnings  []string       // what reading it had to change
	Extra     []byte         // a JSON object that rides along into the output

	// Load, where it is set, fills in Body and what comes with it, on the worker.
	Load func(context.Context, *Input) error

	// Err is why the source could not read this input. It becomes the input's
	// result, so that one broken line or missing file loses nothing else.
	Err error
}

// Error is what went wrong with one input, and at which stage.
type Error struct {
	ID    string
	Stage string
	Kind  string // for scripts: "no_story", "too_large", "timeout", "panic", …
	Err   error
	Stack []byte // of a panic
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s: %v", e.ID, e.Stage, e.Err) }
func (e *Error) Unwrap() error { return e.Err }

// Failed wraps err as the failure of an input at a stage.
func Failed(id, stage string, err error) *Error {
	return &Error{ID: id, Stage: stage, Kind: extract.FaultKind(err), Err: err}
}

// Result is what became of one input: a document or an error.
type Result struct {
	ID   string
	Doc  *extract.Document
	Err  *Error
	Took time.Duration // on the worker
	Came time.Duration // that of the input, before
	Size int           // bytes of the article
}
