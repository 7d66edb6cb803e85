package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(version string) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printTo(cmd, "%s\n", versionLine(version))
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
func shortVersion(version string) string {
	if version == "" {
		version = readBuild().version
	}
	if version == "" || version == "(devel)" {
		return "devel"
	}
	return version
}

func versionLine(version string) string {
	s := "quoth " + shortVersion(version) + " ("
	if r := readBuild().revision; r != "" {
		s += r + ", "
	}
	return s + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH + ")"
}

// printTo writes to a command's standard output.
func printTo(cmd *cobra.Command, format string, args ...any) error {
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), format, args...); err != nil {
		return &outputError{err}
	}
	return nil
}
