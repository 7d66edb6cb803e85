package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/quoth/quoth/pipeline/table"
	"github.com/spf13/cobra"
)

// options are the flags as the user gave them.
type options struct {
	html         string   // file of the page of "quoth show" or "quoth explain"
	args         []string // all words of the command line
	input        choice
	verbatim     bool
	stages       []string
	engine       choice
	workers      int
	timeout      time.Duration
	maxBytes     size
	allowPrivate bool
	keepAnyway   bool
	lists        listOptions
	fetch        fetchOptions

	watch watchOptions
	out   outOptions
	dedup dedupOptions

	offsets choice
	errors  choice
	pretty  bool
	explain bool
}

func newOptions() *options {
	o := &options{
		input:    choice{of: source.Kinds()},
		offsets:  choice{value: "codepoint", of: []string{"codepoint", "byte", "utf16"}},
		errors:   choice{value: "record", of: []string{"record", "skip"}},
		maxBytes: 16 << 20,
		watch:    newWatchOptions(),
		out:      newOutOptions(),
		dedup:    newDedupOptions(),
	}
	for _, e := range pipeline.Engines {
		o.engine.of = append(o.engine.of, e.Name)
	}
	if len(o.engine.of) > 0 {
		o.engine.value = o.engine.of[0]
	}
	return o
}

// inputFlags are those of every command that reads articles.
func (o *options) inputFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(&o.input, "input", "what the inputs hold: "+o.input.list()+"; told by looking at each where not given")
	f.BoolVar(&o.verbatim, "verbatim", false, "take plain text as it is: no cleaning, and the output's text equals the input's")
	f.StringSliceVar(&o.stages, "stages", nil, "`layers` wanted, with commas: "+strings.Join(shown, ", ")+"; what none of them needs is not run (default all)")
	f.Var(&o.engine, "engine", "what reads sentences and names: "+o.engine.list())
	f.IntVar(&o.workers, "workers", 0, "`number` of articles read side by side (default the number of CPUs)")
	f.DurationVar(&o.timeout, "timeout", time.Minute, "`time` limit for one article; 0 for none")
	f.Var(&o.maxBytes, "max-bytes", "longest article, decompressed; with K or M, at most 512M")
	o.lists.flags(f)
	o.fetch.flags(f)
	f.BoolVar(&o.allowPrivate, "allow-private", false, "fetch URLs from private and loopback addresses too")
	f.BoolVar(&o.keepAnyway, "keep-anyway", false, "of a page without a story, print the best guess instead of an error")
	o.watch.flags(cmd)
	words(cmd, "input", o.input.of)
	words(cmd, "engine", o.engine.of)
	words(cmd, "stages", shown)
}

// outputFlags say how the JSON is written.
func (o *options) outputFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	o.out.flags(cmd)
	o.dedup.flags(cmd)
	f.Var(&o.offsets, "offsets", "what start and end count: "+o.offsets.list())
	f.Var(&o.errors, "errors", "what is printed for an input that fails: "+o.errors.list())
	f.BoolVar(&o.pretty, "pretty", false, "indent the JSON, as is done for a single input on a terminal")
	f.BoolVar(&o.explain, "explain", false, "say for each block whether it was kept, which rule decided, and its score with the reasons")
	words(cmd, "offsets", o.offsets.of)
	words(cmd, "errors", o.errors.of)
}

// words lets a shell complete the values of a flag.
func words(cmd *cobra.Command, flag string, of []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(of, cobra.ShellCompDirectiveNoFileComp))
}

// shown are the layers that the output can hold.
var shown = []string{"blocks", "sentences", "entities", "quotes", "speakers"}

var layerOf = map[string]extract.Layer{
	"blocks": extract.Blocks, "sentences": extract.Sentences, "entities": extract.Entities, "quotes": extract.Quotes,
	"speakers": extract.Speakers | extract.Quotes, // a speaker stands within a quote
}

// layers are those that --stages names or --table needs, and those to be left
// out of the output.
func (o *options) layers() (want, omit extract.Layer, err error) {
	if name := o.out.table.value; name != "" {
		if len(o.stages) > 0 {
			return 0, 0, errors.New("--table and --stages: a table says what it needs")
		}
		t, err := table.Named(name)
		if err != nil {
			return 0, 0, fmt.Errorf("--table: %w", err)
		}
		return t.Needs, 0, nil
	}
	for _, name := range o.stages {
		name = strings.TrimSpace(name)
		if !slices.Contains(shown, name) {
			return 0, 0, fmt.Errorf("--stages: %q is none of %s", name, strings.Join(shown, ", "))
		}
		want |= layerOf[name]
	}
	if want == 0 {
		return 0, 0, nil
	}
	return want, ^want, nil
}
