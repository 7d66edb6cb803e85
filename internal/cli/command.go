package cli

import (
	"errors"
	"strings"

	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
)

const long = `quoth reads news articles and prints what they say as JSON: the clean text,
its sentences, the people, bodies and places in it, and who said what.

An INPUT is a file, a folder, a URL, or - for standard input, which is also the
default when something is piped in. It holds HTML, plain text, JSON Lines with
"html" or "text", a web archive, a feed, a sitemap, or a tar or zip of such, plain
or packed with gzip or zstd. What an input holds is told by looking at it.`

const examples = `  quoth article.html                      who said what in a page
  quoth https://example.org/story         the same from the web
  quoth archive/ > articles.jsonl         each file of a folder, a line each
  quoth --since 24h https://example.org/feed.xml
  zcat dump.jsonl.gz | quoth --stages quotes,speakers
  quoth --input text --verbatim notes.txt no cleaning: offsets count in notes.txt`

// command defines the command line.
func command(io streams, words []string) *cobra.Command {
	o := newOptions()
	o.args = words
	root := &cobra.Command{
		Use:     "quoth [flags] [INPUT ...]",
		Short:   "news articles in, JSON out: who said what, about whom",
		Long:    long,
		Example: examples,
		Version: versionLine(),
		Args:    cobra.ArbitraryArgs, // an unknown word is an INPUT
		RunE: func(cmd *cobra.Command, args []string) error {
			return process(cmd, o, args, io, o.open)
		},
		SilenceErrors:      true,
		SilenceUsage:       true,
		DisableSuggestions: true,
	}
	root.SetFlagErrorFunc(flagError)
	o.inputFlags(root)
	o.outputFlags(root)
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages", ".FlagUsagesWrapped 80"))
	root.SetVersionTemplate("{{.Version}}\n")
	root.AddCommand(showCommand(io), explainCommand(io), schemaCommand(), versionCommand(), manCommand())
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for name, short := range map[string]string{"help": "print the help of a command", "completion": "print a completion script: bash, zsh, fish or powershell"} {
		if c, _, err := root.Find([]string{name}); err == nil {
			c.Short = short
			if name == "completion" {
				c.Args, c.RunE = cobra.NoArgs, func(*cobra.Command, []string) error {
					return errors.New("completion: of which shell? bash, zsh, fish or powershell")
				}
			}
		}
	}
	root.Flags().Lookup("help").Usage = "print this help"
	root.Flags().Lookup("version").Usage = "print the version"
	return root
}

func showCommand(io streams) *cobra.Command {
	o := newOptions()
	cmd := &cobra.Command{
		Use:   "show [flags] [INPUT ...]",
		Short: "print who said what for a person to read",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return process(cmd, o, args, io, func(io streams, _ *source.Source) (*output, error) {
				return o.report(io, args, cmd.Flags().Changed("html"))
			})
		},
	}
	o.inputFlags(cmd)
	cmd.Flags().StringVar(&o.html, "html", "", "write a web page to `file` instead: quotes coloured by who speaks; - for standard output")
	return cmd
}
