// Command quoth turns news articles into data: who said what, about whom.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// A stand-in until internal/cli is there: JSON Lines (or one file, html or
// text) in, JSON Lines out. QUOTH_LAYERS=none leaves annotation out.
func main() {
	verbatim := slices.Contains(os.Args[1:], "--verbatim")
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		panic(err)
	}
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(nil, 64<<20)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	emit := func(r pipeline.Result) error {
		e := extract.Encoder{Explain: slices.Contains(os.Args[1:], "--explain")}
		if r.Err != nil {
			fmt.Fprintf(os.Stderr, "%v\n%s\n", r.Err, r.Err.Stack)
			fmt.Fprintf(w, "%s\n", extract.AppendError(nil, r.ID, r.Err.Stage, r.Err.Kind, r.Err.Err.Error()))
			return nil
		}
		if err := r.Doc.Validate(); err != nil {
			fmt.Fprintf(os.Stderr, "%s: INVALID %v\n", r.ID, err)
		}
		fmt.Fprintf(w, "%s\n", e.Append(nil, r.Doc))
		return nil
	}
	inputs := func(yield func(pipeline.Input) bool) {
		for sc.Scan() {
			var l struct{ ID, URL, HTML, Text string }
			if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
				panic(err)
			}
			in := pipeline.Input{ID: l.ID, URL: l.URL, Body: []byte(l.Text), Charset: "utf-8", Verbatim: verbatim}
			if l.HTML != "" {
				in.Body, in.Format = []byte(l.HTML), extract.HTML
			}
			if !yield(in) {
				return
			}
		}
	}
	if err := p.Stream(context.Background(), 2, inputs, emit); err != nil {
		panic(err)
	}
}
