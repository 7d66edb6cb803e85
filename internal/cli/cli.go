// Package cli is the command line: it lets the world in through an argument
// list and three streams, and answers with an exit status.
//
// A flag is defined once, in command.go; the help, the manual page and the
// completion scripts are made from there.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/quoth/quoth/pipeline/journal"
)

// Exit statuses.
const (
	exitOK          = 0
	exitFailed      = 1 // an input failed, or the output could not be written
	exitUsage       = 2
	exitInterrupted = 130 // by a signal, as shells count it
)

// streams are where input comes from and where output goes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// Main runs the program and gives its exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	// First of all: a signal that comes before has another exit status.
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		signal.Notify(signals, syscall.SIGHUP) // a terminal that was closed
	}
	defer signal.Stop(signals)
	go func() {
		<-signals
		stop()
		<-signals // what hangs is not waited for
		os.Exit(exitInterrupted)
	}()
	// A closed pipe is to be an error of writing, not the end of the process
	// by SIGPIPE: the articles in hand get their goodbye.
	signal.Ignore(syscall.SIGPIPE)
	log.SetOutput(io.Discard) // net/http complains of odd servers there; their pages' records do
	// What is in use between articles is 7 MB, so the garbage collector would
	// run for every 7 MB more, 231 times for 400 pages and for 9 % of the time.
	// It counts these 32 MB as in use, which no memory stands behind, and runs
	// a fifth as often. Large articles are as without them.
	floor := make([]byte, 32<<20)
	defer runtime.KeepAlive(floor)
	return run(ctx, args, streams{stdin, stdout, stderr})
}

func run(ctx context.Context, args []string, io streams) int {
	cmd := command(io, args)
	cmd.SetArgs(args)
	cmd.SetIn(io.in)
	cmd.SetOut(io.out)
	cmd.SetErr(io.err)
	ran, err := cmd.ExecuteContextC(ctx)
	var status exitStatus
	switch {
	case err == nil, closedPipe(err):
		return exitOK
	case errors.As(err, &status):
		return int(status)
	case errors.As(err, new(*outputError)):
		fmt.Fprintf(io.err, "quoth: %v\n", err)
		return exitFailed
	}
	if errors.Is(err, journal.ErrExists) || errors.Is(err, journal.ErrSettings) { // no help knows more
		fmt.Fprintf(io.err, "quoth: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(io.err, "quoth: %v\nTry '%s --help'.\n", err, ran.CommandPath())
	return exitUsage
}

// exitStatus is an error that says all there is to say by the exit status.
type exitStatus int

func (e exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// outputError is an error of writing the output. All other errors that
// commands return are of usage.
type outputError struct {
	name string
	err  error
}

func (e *outputError) Error() string {
	if strings.Contains(e.err.Error(), e.name) { // errors of files name them
		return e.err.Error()
	}
	return e.name + ": " + e.err.Error()
}
func (e *outputError) Unwrap() error { return e.err }

func closedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
