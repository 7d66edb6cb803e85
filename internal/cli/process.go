package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/fetch"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// process reads the inputs and prints their results: the whole program.
func process(ctx context.Context, cmd *cobra.Command, o *options, args []string, io streams, version string) error {
	if len(args) == 0 {
		if terminal(io.in) {
			cmd.SetOut(io.err)
			_ = cmd.Help()
			return exitStatus(exitUsage)
		}
		args = []string{source.Stdin}
	}
	want, omit, err := o.layers()
	if err != nil {
		return err
	}
	p, err := pipeline.New(pipeline.Options{Engine: o.engine.value, Layers: want, Timeout: o.timeout})
	if err != nil {
		return err
	}
	if o.workers < 0 {
		return errors.New("--workers: must not be below 0")
	}
	if o.workers == 0 {
		o.workers = runtime.GOMAXPROCS(0)
	}
	unit, err := extract.ParseUnit(o.offsets.value)
	if err != nil {
		return err
	}

	reading, stop := context.WithCancel(ctx) // ends at the first signal, and when writing fails
	defer stop()
	src, err := o.source(args, &interruptible{ctx: reading, r: io.in}, version)
	if err != nil {
		return err
	}
	out := sink.New(io.out, sink.Options{
		Encoder:    extract.Encoder{Unit: unit, Explain: o.explain, Omit: omit},
		SkipErrors: o.errors.value == "skip",
		Pretty:     func() bool { return o.pretty || terminal(io.out) && !src.Many() },
	})
	tell := newReporter(io.err, o)
	err = p.Stream(context.WithoutCancel(ctx), o.workers, until(reading, src.Inputs(reading)), func(r pipeline.Result) error {
		r, err := out.Write(r)
		tell.result(r)
		if err != nil {
			stop()
			return &outputError{err}
		}
		return nil
	})
	if err == nil {
		if err = out.Flush(); err != nil {
			err = &outputError{err}
		}
	}
	if closedPipe(err) {
		tell.clear()
		return err
	}
	tell.summary()
	switch {
	case err != nil:
		return err
	case ctx.Err() != nil:
		return exitStatus(exitInterrupted)
	case tell.failed > 0:
		return exitStatus(exitFailed)
	}
	return nil
}

func (o *options) source(args []string, stdin io.Reader, version string) (*source.Source, error) {
	kind := source.Auto
	if o.input.value != "" {
		var err error
		if kind, err = source.ParseKind(o.input.value); err != nil {
			return nil, fmt.Errorf("--input: %w", err)
		}
	}
	client := fetch.New(fetch.Options{Version: shortVersion(version), MaxBytes: int64(o.maxBytes), AllowPrivate: o.allowPrivate})
	return source.New(source.Options{
		Kind: kind, Verbatim: o.verbatim, MaxBytes: int64(o.maxBytes), Stdin: stdin,
		Fetch: func(ctx context.Context, in *pipeline.Input) error {
			page, err := client.Get(ctx, in.URL)
			if err != nil {
				return err
			}
			in.Body, in.URL, in.MediaType, in.Charset, in.Fetched = page.Body, page.URL, page.MediaType, page.Charset, page.Fetched
			return nil
		},
	}, args...), nil
}

// until ends a sequence with ctx, so that what is in hand can be finished.
func until(ctx context.Context, inputs iter.Seq[pipeline.Input]) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for in := range inputs {
			if ctx.Err() != nil || !yield(in) {
				return
			}
		}
	}
}

func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
