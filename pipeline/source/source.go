// Package source turns what a user names (files, folders, URLs, standard
// input) into a sequence of articles to be read.
//
// Each kind of input is an iterator of its own. A source never fails as a
// whole: what it cannot read is one input with an error, and the next follows.
// Nothing but the fetch function it is given touches the network.
package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Stdin is the argument, and the id, of standard input.
const Stdin = "-"

// Options say how inputs are read.
type Options struct {
	Kind     Kind  // what the inputs hold; Auto looks at each
	Verbatim bool  // take plain texts as they are
	MaxBytes int64 // of one article after decompression; more is its error
	Stdin    io.Reader

	// Fetch fills in Body and what comes with it from in.URL. It runs on a
	// worker.
	Fetch func(ctx context.Context, in *pipeline.Input) error
}

// A Source is what a user asked to be read.
type Source struct {
	Options
	args []string
	many bool
}

// New makes a source of arguments: paths, URLs and "-".
func New(o Options, args ...string) *Source {
	return &Source{Options: o, args: args, many: len(args) != 1}
}

// Many says whether the source may hold more than one article. It is settled
// when the first article comes.
func (s *Source) Many() bool { return s.many }

// Inputs is the sequence of articles, in the order of the arguments. When ctx
// ends, it stops at the next article.
func (s *Source) Inputs(ctx context.Context) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		until := func(in pipeline.Input) bool { return ctx.Err() == nil && yield(in) }
		for _, arg := range s.args {
			if ctx.Err() != nil || !s.argument(arg, until) {
				return
			}
		}
	}
}

func (s *Source) argument(arg string, yield func(pipeline.Input) bool) bool {
	if arg == Stdin {
		return s.stream(s.Stdin, pipeline.Input{ID: Stdin}, yield)
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		s.many = true
		return s.folder(arg, yield)
	case err != nil && strings.Contains(arg, "://"):
		return yield(s.page(arg))
	}
	return s.file(arg, yield)
}

// page is the input that a URL stands for.
func (s *Source) page(url string) pipeline.Input {
	in := pipeline.Input{ID: url, URL: url, Verbatim: s.Verbatim}
	switch {
	case s.Kind != Auto && s.Kind != HTML && s.Kind != Text && s.Kind != URLs:
		in.Err = extract.Faultf("unsupported", "%s from a URL is not supported yet", s.Kind)
	case s.Fetch == nil:
		in.Err = extract.Faultf("unsupported", "URLs are not read here")
	default:
		in.Load = func(ctx context.Context, in *pipeline.Input) error {
			if err := s.Fetch(ctx, in); err != nil {
				return err
			}
			return s.settle(in)
		}
	}
	return in
}

// settle decides what a fetched page holds.
func (s *Source) settle(in *pipeline.Input) error {
	kind := s.Kind
	if kind == Auto || kind == URLs {
		kind = Sniff(in.Body, in.URL)
		switch in.MediaType {
		case "text/html", "application/xhtml+xml":
			kind = HTML
		case "text/plain":
			if kind == JSONL {
				kind = Text
			}
		}
	}
	switch kind {
	case HTML:
		in.Format = extract.HTML
	case Text:
		in.Format = extract.Text
	default:
		return extract.Faultf("unsupported", "%s from a URL is not supported yet", kind)
	}
	if len(in.Body) == 0 {
		return errEmpty
	}
	return nil
}

var errEmpty = extract.Faultf("empty", "no bytes in it")

// fault gives an error of reading a kind that scripts can act on.
func fault(err error) error {
	var f *extract.Fault
	switch {
	case errors.As(err, &f):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &extract.Fault{Kind: "not_found", Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &extract.Fault{Kind: "permission", Err: err}
	}
	return &extract.Fault{Kind: "read_failed", Err: err}
}
