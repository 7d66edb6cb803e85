package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// mostWorkers is a bound against a slip of the finger: each has an article in
// hand and four more in reach.
const mostWorkers = 1024

// writer is where results go: a sink.
type writer interface {
	Write(pipeline.Result) (pipeline.Result, error)
	Flush() error
}

// process reads the inputs and writes their results: the whole program.
func process(cmd *cobra.Command, o *options, args []string, io streams, writer func(streams, *source.Source) (writer, error)) error {
	if len(args) == 0 {
		if terminal(io.in) {
			cmd.SetOut(io.err)
			_ = cmd.Help()
			return exitStatus(exitUsage)
		}
		args = []string{source.Stdin}
	}
	if o.workers < 0 || o.workers > mostWorkers {
		return fmt.Errorf("--workers: must be from 0 to %d", mostWorkers)
	}
	if o.timeout < 0 {
		return errors.New("--timeout: must not be below 0")
	}
	if o.lists.limit < 0 {
		return errors.New("--limit: must not be below 0")
	}
	if o.workers == 0 {
		o.workers = runtime.GOMAXPROCS(0)
	}
	want, _, err := o.layers()
	if err != nil {
		return err
	}
	p, err := pipeline.New(pipeline.Options{Engine: o.engine.value, Layers: want, Timeout: o.timeout, Anyway: o.keepAnyway, Explain: o.explain})
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	reading, stop := context.WithCancel(ctx) // ends at the first signal, and when writing fails
	defer stop()
	src, err := o.source(args, &interruptible{ctx: reading, r: io.in})
	if err != nil {
		return err
	}
	out, err := writer(io, src)
	if err != nil {
		return err
	}
	tell := newReporter(io.err, o)
	err = p.Stream(context.WithoutCancel(ctx), o.workers, src.Inputs(reading), func(r pipeline.Result) error {
		r, err := out.Write(r)
		tell.result(r)
		if err != nil {
			stop()
		}
		return err
	})
	if err == nil {
		err = out.Flush()
	}
	switch {
	case closedPipe(err):
		tell.clear()
		return nil
	case err != nil:
		tell.clear()
		return &outputError{err}
	}
	tell.summary()
	if !o.quiet {
		tellSkipped(io.err, src.Skipped())
	}
	switch {
	case ctx.Err() != nil:
		return exitStatus(exitInterrupted)
	case tell.failed > 0:
		return exitStatus(exitFailed)
	}
	return nil
}

// lines is the sink of JSON Lines.
func (o *options) lines(io streams, src *source.Source) (writer, error) {
	unit, err := extract.ParseUnit(o.offsets.value)
	if err != nil {
		return nil, err
	}
	_, omit, err := o.layers()
	onTerminal := terminal(io.out)
	return sink.New(io.out, sink.Options{
		Encoder:    extract.Encoder{Unit: unit, Explain: o.explain, Omit: omit},
		SkipErrors: o.errors.value == "skip",
		Pretty:     func() bool { return o.pretty || onTerminal && !src.Many() },
	}), err
}

// report is the sink of "quoth show".
func (o *options) report(io streams, _ *source.Source) (writer, error) {
	return sink.NewReport(io.out, columns(io.out)), nil
}

func (o *options) source(args []string, stdin io.Reader) (*source.Source, error) {
	kind := source.Auto
	if o.input.value != "" {
		var err error
		if kind, err = source.ParseKind(o.input.value); err != nil {
			return nil, fmt.Errorf("--input: %w", err)
		}
	}
	get, err := o.fetch.client(int64(o.maxBytes), o.allowPrivate)
	if err != nil {
		return nil, err
	}
	return source.New(source.Options{
		Kind: kind, Verbatim: o.verbatim, MaxBytes: int64(o.maxBytes), Stdin: stdin,
		Limit: o.lists.limit, Since: o.lists.since.Time, NoFetch: o.lists.noFetch, Fetch: get, Ahead: o.fetch.connections,
	}, args...), nil
}

// columns is how wide a report is: as the terminal, as far as lines are good to
// read, and 80 where it is none.
func columns(stream any) int {
	if f, ok := stream.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return min(n, 100)
		}
	}
	return 80
}

func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
