package pipeline

import (
	"context"
	"iter"
	"sync"
)

// Stream runs inputs side by side on a number of workers and hands each
// result to emit, in input order, one result for each input. Memory is
// bounded: at most 4 inputs a worker are in hand, so a slow emit slows the
// source down. When ctx ends, Stream reads no further input, finishes none
// that has not begun, and returns ctx's cause; when emit fails, its error.
func (p *Pipeline) Stream(ctx context.Context, workers int, inputs iter.Seq[Input], emit func(Result) error) error {
	workers = max(workers, 1)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	type job struct {
		in   Input
		done chan Result
	}
	// Inputs wait for a worker, and no worker for the one who reads them: on two
	// busy cores that one gets its turn every ten milliseconds.
	jobs := make(chan job, 2*workers)
	order := make(chan chan Result, 4*workers)

	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.done <- p.Run(ctx, j.in)
			}
		})
	}
	wg.Go(func() {
		defer close(order)
		defer close(jobs)
		for in := range inputs {
			j := job{in, make(chan Result, 1)}
			select {
			case order <- j.done:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				j.done <- Result{ID: in.ID, Err: p.stopped(ctx, in.ID, "pipeline")}
				return
			}
		}
	})
	defer wg.Wait()

	for done := range order {
		r := <-done
		if ctx.Err() != nil {
			continue
		}
		if err := emit(r); err != nil {
			cancel(err)
		}
	}
	return context.Cause(ctx)
}
