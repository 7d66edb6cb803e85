package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
)

// options are the flags as the user gave them.
type options struct {
	input        choice
	verbatim     bool
	offsets      choice
	errors       choice
	pretty       bool
	explain      bool
	stages       []string
	engine       choice
	workers      int
	timeout      time.Duration
	maxBytes     size
	allowPrivate bool
	quiet        bool
}

const long = `quoth reads news articles and prints what they say as JSON: the clean text,
its sentences, the people, bodies and places in it, and who said what.

An INPUT is a file, a folder, a URL, or - for standard input, which is also the
default when something is piped in. Files hold HTML, plain text, or JSON Lines
with "html" or "text"; gzip and zstd are undone. What an input holds is told by
looking at it.`

const examples = `  quoth article.html                      who said what in a page
  quoth https://example.org/story         the same from the web
  quoth archive/ > articles.jsonl         each file of a folder, a line each
  zcat dump.jsonl.gz | quoth --stages quotes,speakers
  quoth --input text --verbatim notes.txt no cleaning: offsets count in notes.txt`

// shown are the layers that the output can hold.
var shown = []string{"blocks", "sentences", "entities", "quotes", "speakers"}

// command defines the command line.
func command(io streams, version string) *cobra.Command {
	var engines []string
	for _, e := range pipeline.Engines {
		engines = append(engines, e.Name)
	}
	o := &options{
		input:    choice{of: source.Kinds()},
		offsets:  choice{value: "codepoint", of: []string{"codepoint", "byte", "utf16"}},
		errors:   choice{value: "record", of: []string{"record", "skip"}},
		engine:   choice{of: engines},
		maxBytes: 16 << 20,
	}
	if len(engines) > 0 {
		o.engine.value = engines[0]
	}
	root := &cobra.Command{
		Use:     "quoth [flags] [INPUT ...]",
		Short:   "news articles in, JSON out: who said what, about whom",
		Long:    long,
		Example: examples,
		Version: versionLine(version),
		Args:    cobra.ArbitraryArgs, // an unknown word is an INPUT
		RunE: func(cmd *cobra.Command, args []string) error {
			return process(cmd.Context(), cmd, o, args, io, version)
		},
		SilenceErrors:              true,
		SilenceUsage:               true,
		DisableSuggestions:         true,
		SuggestionsMinimumDistance: 1,
	}
	f := root.Flags()
	f.SortFlags = false
	f.Var(&o.input, "input", "what the inputs hold: "+o.input.list()+"; told by looking at each where not given")
	f.BoolVar(&o.verbatim, "verbatim", false, "take plain text as it is: no cleaning, and the output's text equals the input's")
	f.StringSliceVar(&o.stages, "stages", nil, "`layers` wanted, with commas: "+strings.Join(shown, ", ")+"; what none of them needs is not run (default all)")
	f.Var(&o.engine, "engine", "what reads sentences and names: "+o.engine.list())
	f.Var(&o.offsets, "offsets", "what start and end count: "+o.offsets.list())
	f.Var(&o.errors, "errors", "what is printed for an input that fails: "+o.errors.list())
	f.BoolVar(&o.pretty, "pretty", false, "indent the JSON, as is done for a single input on a terminal")
	f.BoolVar(&o.explain, "explain", false, "say for each block whether it was kept and which rule decided")
	f.IntVar(&o.workers, "workers", 0, "`number` of articles read side by side (default the number of CPUs)")
	f.DurationVar(&o.timeout, "timeout", time.Minute, "`time` limit for one article; 0 for none")
	f.Var(&o.maxBytes, "max-bytes", "longest article, decompressed; with K, M or G")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "fetch URLs from private and loopback addresses too")
	f.BoolVar(&o.quiet, "quiet", false, "no progress and no summary on standard error")
	for name, c := range map[string]choice{"input": o.input, "engine": o.engine, "offsets": o.offsets, "errors": o.errors} {
		_ = root.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.of, cobra.ShellCompDirectiveNoFileComp))
	}
	_ = root.RegisterFlagCompletionFunc("stages", cobra.FixedCompletions(shown, cobra.ShellCompDirectiveNoFileComp))
	root.SetVersionTemplate("{{.Version}}\n")
	root.AddCommand(schemaCommand(), versionCommand(version), manCommand(version))
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for name, short := range map[string]string{"help": "print the help of a command", "completion": "print a completion script: bash, zsh, fish or powershell"} {
		if c, _, err := root.Find([]string{name}); err == nil {
			c.Short = short
		}
	}
	root.Flags().Lookup("help").Usage = "print this help"
	root.Flags().Lookup("version").Usage = "print the version"
	return root
}

// layers are those that --stages names, and those to be left out of the output.
func (o *options) layers() (want, omit extract.Layer, err error) {
	for _, name := range o.stages {
		i := slices.Index(shown, strings.TrimSpace(name))
		if i < 0 {
			return 0, 0, fmt.Errorf("--stages: %q is none of %s", name, strings.Join(shown, ", "))
		}
		want |= []extract.Layer{extract.Blocks, extract.Sentences, extract.Entities, extract.Quotes, extract.Speakers | extract.Quotes}[i]
	}
	if want == 0 {
		return 0, 0, nil
	}
	return want, ^want, nil
}
