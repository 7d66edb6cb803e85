package cli

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/quoth/quoth/extract"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

//go:embed manual.md
var manual string

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "print the JSON Schema of the output",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printTo(cmd, "%s", extract.Schema())
		},
	}
}

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "print the manual page",
		Long:  "Print the manual page in roff, to be read with: quoth man | man -l -",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printTo(cmd, "%s", md2man.Render([]byte(manualPage(cmd.Root()))))
		},
	}
}

// manualPage fills the lists of flags and commands into the manual. Its date
// is that of the commit that the program was built from.
func manualPage(root *cobra.Command) string {
	var flags, commands strings.Builder
	root.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		fmt.Fprintf(&flags, "**--%s**", f.Name)
		if f.Shorthand != "" {
			fmt.Fprintf(&flags, ", **-%s**", f.Shorthand)
		}
		if value != "" {
			fmt.Fprintf(&flags, " *%s*", value)
		}
		if d := f.DefValue; value != "" && d != "" && d != "0" && d != "[]" {
			usage += " (default " + d + ")"
		}
		fmt.Fprintf(&flags, "\n: %s\n\n", sentence(usage))
	})
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			fmt.Fprintf(&commands, "**quoth %s**\n: %s\n\n", c.Use, sentence(c.Short))
		}
	}
	return strings.NewReplacer(
		"{{date}}", readBuild().date,
		"{{version}}", shortVersion(),
		"{{examples}}", strings.ReplaceAll("\n"+root.Example, "\n  ", "\n    "),
		"{{flags}}", strings.TrimSpace(flags.String()),
		"{{commands}}", strings.TrimSpace(commands.String()),
	).Replace(manual)
}

// sentence gives a flag's phrase a capital and a full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + strings.TrimSuffix(s[1:], ".") + "."
}
