package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/quoth/quoth/pipeline/source"
)

const metricsEvery = 10 * time.Second

// start begins to write and serve counts where the flags ask for it. The
// function that it gives ends that.
func (o *watchOptions) start(tell *reporter) (func(), error) {
	stop := func() {}
	if o.metricsAddr != "" {
		at, end, err := tell.tally.Serve(o.metricsAddr)
		if err != nil {
			return nil, fmt.Errorf("--metrics-addr: %w", err)
		}
		tell.say("counts at http://%s/metrics", at)
		stop = end
	}
	if o.metrics == "" {
		return stop, nil
	}
	if err := tell.tally.WriteFile(o.metrics); err != nil {
		stop()
		return nil, fmt.Errorf("--metrics: %w", err)
	}
	ended := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for tick := time.NewTicker(metricsEvery); ; {
			select {
			case <-tick.C:
			case <-ended:
				tick.Stop()
				return
			}
			_ = tell.tally.WriteFile(o.metrics) // a full disk: the last one tells
		}
	})
	return func() {
		close(ended)
		wg.Wait()
		if err := tell.tally.WriteFile(o.metrics); err != nil {
			tell.say("--metrics: %v", err)
		}
		stop()
	}, nil
}

// share tells how much of the inputs was read: by the bytes of the files that
// are named, or by the lines of the lists of addresses. It is nil where nobody
// knows: of standard input and URLs.
func share(args []string, src *source.Source, kind string) func() float64 {
	for _, a := range args {
		if info, err := os.Stat(a); err != nil || !info.Mode().IsRegular() && !info.IsDir() {
			return nil
		}
	}
	if kind == "urls" { // short lists are read at once, long before their pages are
		return listed(args, src)
	}
	var size atomic.Int64
	go func() { // a tree of a million files takes its time
		var n int64
		for _, a := range args {
			_ = filepath.WalkDir(a, func(path string, e fs.DirEntry, err error) error {
				if err != nil {
					return nil
				}
				if e.Name()[0] == '.' && path != a {
					if e.IsDir() {
						return fs.SkipDir
					}
					return nil
				}
				if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
					n += info.Size()
				}
				return nil
			})
		}
		size.Store(n)
	}()
	return func() float64 {
		n := size.Load()
		if n == 0 {
			return -1
		}
		return min(float64(src.BytesRead())/float64(n), 0.99) // what was read is not yet done
	}
}

// listed is the share of the lines in lists of addresses.
func listed(lists []string, src *source.Source) func() float64 {
	var lines atomic.Int64
	go func() {
		var n int64
		for _, l := range lists {
			m, err := source.Lines(l)
			if err != nil { // a folder of lists, say
				return
			}
			n += m
		}
		lines.Store(max(n, 1))
	}()
	return func() float64 {
		if lines.Load() == 0 {
			return -1
		}
		return min(float64(src.LinesRead())/float64(lines.Load()), 0.99) // some are still to be fetched
	}
}
