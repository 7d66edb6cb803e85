// Command eval runs the quoth binary over the development corpora, scores its
// output, and prints one table: set, figure, bound, held or not. It exits with
// 1 where a bound is broken. `make eval` calls it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	var (
		bin    = flag.String("bin", "bin/quoth", "the program to score")
		shared = flag.String("shared", "../shared", "folder with corpora/, score/ and seed/")
		bounds = flag.String("bounds", "internal/eval/bounds.txt", "file of bounds")
		out    = flag.String("out", "", "folder to keep the outputs in (default: a temporary one)")
		only   = flag.String("only", "", "run the sets whose name has this in it")
		names  = flag.String("origins", "", "count how many names of this file are found, by origin, and nothing else")
		raise  = flag.Bool("raise", false, "raise the floors in the file to what was reached")
	)
	flag.Parse()
	if *names != "" {
		if err := (&evaluation{bin: *bin}).origins(os.Stdout, *names); err != nil {
			fmt.Fprintln(os.Stderr, "eval:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*bin, *shared, *bounds, *out, *only, *raise); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(bin, shared, boundsFile, out, only string, raise bool) error {
	if _, err := os.Stat(filepath.Join(shared, "corpora")); err != nil {
		fmt.Printf("eval: no corpora in %s: nothing to score\n", shared)
		return nil
	}
	bounds, err := readBounds(boundsFile)
	if err != nil {
		return err
	}
	if out == "" {
		if out, err = os.MkdirTemp("", "quoth-eval"); err != nil {
			return err
		}
		defer os.RemoveAll(out)
	} else if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	schema, err := compileSchema(bin)
	if err != nil {
		return err
	}
	e := &evaluation{bin: bin, shared: shared, out: out, schema: schema}
	var rows []row
	for _, s := range sets() {
		if !strings.Contains(s.name, only) {
			continue
		}
		start := time.Now()
		figures, err := e.score(s)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		for _, f := range figures {
			rows = append(rows, bounds.judge(s.name, f))
		}
		fmt.Fprintf(os.Stderr, "eval: %s scored in %.1f s\n", s.name, time.Since(start).Seconds())
	}
	if only == "" {
		rows = append(rows, bounds.missing(rows)...)
	}
	broken := printTable(os.Stdout, rows)
	if raise {
		return bounds.raise(boundsFile, rows)
	}
	if broken > 0 {
		return fmt.Errorf("%d of %d figures are outside their bounds", broken, len(rows))
	}
	return nil
}
