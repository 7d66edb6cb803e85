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
	"maps"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

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

	Limit int       // articles in all; 0 for no limit
	Since time.Time // leave out what a feed or sitemap dates before

	// Fetch fills in Body and what comes with it from in.URL. It runs on
	// goroutines of the source, Ahead of them at most (16 where Ahead is 0), so
	// that many bodies may wait to be read.
	Fetch func(ctx context.Context, in *pipeline.Input) error
	Ahead int

	// Open does the same for what is too long to be held, an archive or a
	// sitemap: it gives the body as it comes. Where it is nil, there are none.
	Open func(ctx context.Context, in *pipeline.Input) (io.ReadCloser, error)

	// Done, where it is set, says of a page by its id that it need not be
	// fetched: it is left out. It is called once for each page that a list
	// names, in order, from a goroutine of the source.
	Done func(id string) bool

	// NoFetch opens no connection: the articles of a feed are those that lie
	// in it, and an address is an error.
	NoFetch bool
}

// A Source is what a user asked to be read.
type Source struct {
	Options
	args  []string
	many  bool
	read  atomic.Int64 // bytes of files
	lines atomic.Int64 // of lists of addresses

	mu      sync.Mutex
	skipped map[string]int
}

// New makes a source of arguments: paths, URLs and "-".
func New(o Options, args ...string) *Source {
	if o.Ahead <= 0 {
		o.Ahead = 16
	}
	return &Source{Options: o, args: args, many: len(args) != 1, skipped: map[string]int{}}
}

// Many says whether the source may hold more than one article. It is settled
// when the first article comes.
func (s *Source) Many() bool { return s.many }

// Skipped counts what was left out so far because it is no article, by the
// reason: records of a web archive that are no page, items of a feed that are
// too old.
func (s *Source) Skipped() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.skipped)
}

func (s *Source) skip(reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.skipped[reason]++
}

// Inputs is the sequence of articles, in the order of the arguments; revisits in
// web archives that came before their pages are the last. When ctx ends, it
// stops at the next article.
func (s *Source) Inputs(ctx context.Context) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		r := &reading{Source: s, ctx: ctx}
		until := func(in pipeline.Input) bool {
			if ctx.Err() != nil || !yield(in) {
				return false
			}
			r.done++
			return r.done != s.Limit
		}
		for args := s.args; len(args) > 0; {
			n := 0 // addresses next to each other are fetched side by side
			for n < len(args) && isURL(args[n]) {
				n++
			}
			on := false
			if n > 0 {
				on = r.fetched(r.pages(args[:n]), true, until)
			} else {
				n, on = 1, r.argument(args[0], until)
			}
			if args = args[n:]; !on || ctx.Err() != nil {
				return
			}
		}
		r.late(true, until)
	}
}

// reading is one pass over a source.
type reading struct {
	*Source
	ctx  context.Context
	done int // articles handed on
	seen revisits
}

// nature is what is known of a stream beside its bytes.
type nature struct {
	name  string   // for its ending
	file  *os.File // where it lies in one
	named bool     // by the user, and not found in a folder or an archive
	depth int      // archives around it

	remote bool // it comes from an address
}

func isURL(arg string) bool {
	if !strings.Contains(arg, "://") {
		return false
	}
	_, err := os.Stat(arg)
	return err != nil
}

func (r *reading) argument(arg string, yield func(pipeline.Input) bool) bool {
	if arg == Stdin {
		return r.stream(r.Stdin, pipeline.Input{ID: Stdin}, nature{named: true}, yield)
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		r.many = true
		return r.folder(arg, yield)
	case err == nil && info.Mode()&os.ModeNamedPipe != 0:
		return r.pipe(arg, yield)
	}
	return r.file(arg, true, yield)
}

var errEmpty = extract.Faultf("empty", "no bytes in it")

// fault gives an error of reading a kind that scripts can act on.
func fault(err error) error {
	var f *extract.Fault
	var file *fs.PathError
	said := err
	if errors.As(err, &file) { // its name is the input's
		said = file.Err
	}
	switch {
	case errors.As(err, &f):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &extract.Fault{Kind: "not_found", Err: said}
	case errors.Is(err, fs.ErrPermission):
		return &extract.Fault{Kind: "permission", Err: said}
	}
	return &extract.Fault{Kind: "read_failed", Err: err}
}
