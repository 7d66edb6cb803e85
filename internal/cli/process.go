package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// mostWorkers is a bound against a slip of the finger: each has an article in
// hand and four more in reach.
const mostWorkers = 1024

// process reads the inputs and writes their results: the whole program.
func process(cmd *cobra.Command, o *options, args []string, io streams, open func(streams, *source.Source) (*output, error)) error {
	if len(args) == 0 {
		if terminal(io.in) {
			cmd.SetOut(io.err)
			_ = cmd.Help()
			return exitStatus(exitUsage)
		}
		args = []string{source.Stdin}
	}
	if err := o.check(args); err != nil {
		return err
	}
	want, _, err := o.layers()
	if err != nil {
		return err
	}
	p, err := pipeline.New(pipeline.Options{Engine: o.engine.value, Layers: want, Timeout: o.timeout, Anyway: o.keepAnyway, Explain: o.explain, Sketch: o.dedup.on()})
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	reading, stop := context.WithCancel(ctx) // ends at the first signal, and when writing fails
	defer stop()
	roomy(io.in, 512<<10)
	roomy(io.out, 256<<10)
	src, err := o.source(args, &interruptible{ctx: reading, r: io.in})
	if err != nil {
		return err
	}
	out, err := open(io, src)
	if err != nil {
		return err
	}
	tell := newReporter(io.err, &o.watch, out.silent)
	tell.share = share(args, src, o.input.value)
	unwatch, err := o.watch.start(tell)
	if err != nil {
		return errors.Join(err, out.Close(false))
	}
	defer unwatch()
	stopping := sync.OnceFunc(func() { tell.say("stopping: what is in hand is finished; once more stops at once") })
	defer context.AfterFunc(ctx, stopping)()

	copies, err := o.dedup.copies(out, tell.tally.Copy)
	if err != nil {
		return errors.Join(err, out.Close(false))
	}
	earlier := newEarlier(out.done, tell.tally.Resumed)
	defer earlier.close()
	if out.done != nil {
		src.Done = earlier.has
	}
	err = p.Stream(context.WithoutCancel(ctx), o.workers, earlier.left(src.Inputs(reading)), func(r pipeline.Result) error {
		sketch := copies.screen(&r)
		r, err := out.Write(r, sketch)
		tell.result(r)
		if err != nil {
			stop()
		}
		return err
	})
	if err == nil {
		err = earlier.failed()
	}
	earlier.close()                 // a database that is read cannot be closed as one file
	interrupted := ctx.Err() != nil // a signal from here on comes too late to count
	if interrupted {
		stopping() // a run that ends at once is faster than what waits for ctx
	}
	if e := out.Close(err == nil && !interrupted); err == nil {
		err = e
	}
	tell.skipped = src.Skipped()
	return o.ended(args, interrupted, err, out, tell)
}

// ended says how the run ended, to a person and by the exit status.
func (o *options) ended(args []string, interrupted bool, err error, out *output, tell *reporter) error {
	switch {
	case closedPipe(err):
		tell.clear()
		return nil
	case err != nil:
		tell.tally.End("failed")
		tell.clear()
		if out.survives {
			tell.summary()
			err = fmt.Errorf("%w\n%s; to go on: %s", err, out.state(), o.again())
		}
		return &outputError{out.name, err}
	case interrupted:
		tell.tally.End("interrupted")
		tell.summary()
		if out.survives {
			tell.say("stopped; to go on: %s", o.again())
		}
		return exitStatus(exitInterrupted)
	}
	tell.tally.End("finished")
	counted := tell.tally.Snapshot()
	if counted.Done+counted.Resumed == 0 && len(tell.skipped) == 0 {
		tell.say("nothing to read in %s", strings.Join(args, ", "))
	}
	tell.summary()
	if counted.Failed > 0 {
		return exitStatus(exitFailed)
	}
	return nil
}

// check says what is wrong with the flags together.
func (o *options) check(args []string) error {
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
	if o.pretty && (o.out.path != "" || o.out.table.value != "") {
		return errors.New("--pretty: indents whole documents on standard output alone")
	}
	if err := o.out.check(); err != nil {
		return err
	}
	return o.out.apart(args)
}

func (o *options) source(args []string, stdin io.Reader) (*source.Source, error) {
	kind := source.Auto
	if o.input.value != "" {
		var err error
		if kind, err = source.ParseKind(o.input.value); err != nil {
			return nil, fmt.Errorf("--input: %w", err)
		}
	}
	web, err := o.fetch.client(int64(o.maxBytes), o.allowPrivate)
	if err != nil {
		return nil, err
	}
	return source.New(source.Options{
		Kind: kind, Verbatim: o.verbatim, MaxBytes: int64(o.maxBytes), Stdin: stdin,
		Limit: o.lists.limit, Since: o.lists.since.Time, NoFetch: o.lists.noFetch, Fetch: web.get, Open: web.open, Ahead: o.fetch.connections,
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
