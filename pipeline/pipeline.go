// Package pipeline runs the stages over articles: one at a time with
// [Pipeline.Run], or a stream of them side by side with [Pipeline.Stream].
package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/near"
)

// Options say how a pipeline is built. The zero value is the default.
type Options struct {
	Engine  string        // "" for the default engine
	Layers  extract.Layer // what to annotate; 0 for everything
	Timeout time.Duration // for one document; 0 for none
	Explain bool          // fill in Decision.Why, and the rule of furniture far from the story
	Anyway  bool          // give the best guess of a page without a story, instead of an error
	Sketch  bool          // sketch each text, so that copies can be told (see package near)
}

// Pipeline is a checked list of stages. It may be used by many goroutines.
type Pipeline struct {
	shape    []extract.Stage
	annotate []extract.Stage
	timeout  time.Duration
	anyway   bool
	explain  bool
}

// New builds a pipeline and checks its list of stages.
func New(o Options) (*Pipeline, error) {
	stages, err := Stages(o.Engine, o.Layers)
	if err != nil {
		return nil, err
	}
	if o.Sketch {
		stages = append(stages, near.Stage())
	}
	p, err := newPipeline(stages, o.Timeout)
	if err != nil {
		return nil, err
	}
	p.anyway, p.explain = o.Anyway, o.Explain
	return p, nil
}

func newPipeline(stages []extract.Stage, timeout time.Duration) (*Pipeline, error) {
	if err := extract.CheckStages(stages); err != nil {
		return nil, err
	}
	p := &Pipeline{timeout: timeout}
	for _, s := range stages {
		if s.Shape != nil {
			p.shape = append(p.shape, s)
		} else {
			p.annotate = append(p.annotate, s)
		}
	}
	return p, nil
}

// Run reads one article. What fails, panics or takes longer than the time
// limit is an [*Error] of this article. A stage that is over its time cannot
// be stopped in the middle: it goes on in the background until it ends, and
// no stage after it starts.
func (p *Pipeline) Run(ctx context.Context, in Input) Result {
	start := time.Now()
	r := p.within(ctx, in)
	r.Took, r.Came = time.Since(start), in.Came
	return r
}

func (p *Pipeline) within(ctx context.Context, in Input) Result {
	if p.timeout <= 0 {
		return p.run(ctx, in)
	}
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	done := make(chan Result, 1)
	go func() { done <- p.run(ctx, in) }()
	select {
	case r := <-done:
		return r
	case <-ctx.Done():
		return Result{ID: in.ID, Err: p.stopped(ctx, in.ID, "pipeline")}
	}
}

func (p *Pipeline) stopped(ctx context.Context, id, stage string) *Error {
	kind, err := "canceled", context.Cause(ctx)
	if ctx.Err() == context.DeadlineExceeded {
		kind, err = "timeout", fmt.Errorf("not done after %v", p.timeout)
	}
	return &Error{ID: id, Stage: stage, Kind: kind, Err: err}
}

func (p *Pipeline) run(ctx context.Context, in Input) (r Result) {
	stage := "input"
	r.ID = in.ID
	defer func() {
		if v := recover(); v != nil {
			r.Doc = nil
			r.Err = &Error{ID: in.ID, Stage: stage, Kind: "panic", Err: fmt.Errorf("panic: %v", v), Stack: debug.Stack()}
		}
	}()
	if in.Err == nil && in.Load != nil {
		stage = "fetch"
		in.Err = in.Load(ctx, &in)
	}
	if in.Err != nil {
		r.Err = Failed(in.ID, stage, in.Err)
		return r
	}
	r.Size = len(in.Body)
	d := draft(&in)
	d.Anyway, d.Explain = p.anyway, p.explain
	for i := range p.shape {
		if d.Verbatim && !p.shape[i].Verbatim {
			continue
		}
		stage = p.shape[i].Name
		if ctx.Err() != nil {
			r.Err = p.stopped(ctx, in.ID, stage)
			return r
		}
		if err := p.shape[i].Shape(d); err != nil {
			r.Err = Failed(in.ID, stage, err)
			return r
		}
	}
	stage = "freeze"
	doc := d.Freeze()
	for i := range p.annotate {
		stage = p.annotate[i].Name
		if ctx.Err() != nil {
			r.Err = p.stopped(ctx, in.ID, stage)
			return r
		}
		if err := p.annotate[i].Annotate(doc); err != nil {
			r.Err = Failed(in.ID, stage, err)
			return r
		}
	}
	r.Doc = doc
	return r
}

func draft(in *Input) *extract.Draft {
	sum := sha256.Sum256(in.Body)
	return &extract.Draft{
		ID: in.ID, Format: in.Format, Verbatim: in.Verbatim && in.Format == extract.Text, Raw: in.Body, Warnings: in.Warnings, Extra: in.Extra,
		Source: extract.Source{URL: in.URL, Path: in.Path, MediaType: in.MediaType, Charset: in.Charset, Fetched: in.Fetched, SHA256: hex.EncodeToString(sum[:])},
	}
}
