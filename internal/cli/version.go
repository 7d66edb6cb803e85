package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by -ldflags "-X github.com/quoth/quoth/internal/cli.version=v1.2.3".
var version string

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printTo(cmd, "%s\n", versionLine())
		},
	}
}

// build is what the Go toolchain wrote into the binary.
type build struct{ version, revision, date string }

func readBuild() (b build) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.version = info.Main.Version
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			b.revision = s.Value[:12]
		case s.Key == "vcs.time" && len(s.Value) >= len("2006-01-02"):
			b.date = s.Value[:len("2006-01-02")]
		}
	}
	return b
}

// shortVersion is the version that was linked in, else that of the module.
func shortVersion() string {
	if version != "" {
		return version
	}
	if v := readBuild().version; v != "" && v != "(devel)" {
		return v
	}
	return "devel"
}

func versionLine() string {
	s := "quoth " + shortVersion() + " ("
	if r := readBuild().revision; r != "" {
		s += r + ", "
	}
	return s + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH + ")"
}

// printTo writes to a command's standard output.
func printTo(cmd *cobra.Command, format string, args ...any) error {
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), format, args...); err != nil {
		return &outputError{"standard output", err}
	}
	return nil
}
