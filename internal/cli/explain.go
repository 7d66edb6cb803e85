package cli

import (
	"errors"

	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/spf13/cobra"
)

// explainCommand shows what became of each block of a page. It reads pages
// without a story too: that is what it is for.
func explainCommand(io streams) *cobra.Command {
	o := newOptions()
	cmd := &cobra.Command{
		Use:   "explain [flags] [PAGE]",
		Short: "show each block of a page, whether it was kept, and why",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("explain: one page at a time")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.stages, o.explain, o.keepAnyway = []string{"blocks"}, true, true
			return process(cmd, o, args, io, func(io streams, _ *source.Source) (*output, error) {
				if cmd.Flags().Changed("html") {
					return webPage(io, o.html, args, sink.NewBlockMap)
				}
				return plain(sink.NewBlocks(io.out, columns(io.out)), stdout, false), nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.html, "html", "", "write a web page to `file` instead, that shows the blocks coloured; - for standard output")
	o.inputFlags(cmd)
	for _, name := range []string{"stages", "engine", "keep-anyway"} {
		_ = f.MarkHidden(name)
	}
	return cmd
}
