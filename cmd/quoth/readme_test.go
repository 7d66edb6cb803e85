package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the outputs in the documents anew")

// documents hold blocks of ```console, in which a line "$ command" is followed
// by all that the command prints.
var documents = []string{"README.md", "docs/output.md", "docs/recipes-input.md", "docs/recipes-output.md"}

// TestReadme runs every command that a document shows and compares what it
// prints. `make golden` writes the outputs anew.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-ldflags", "-X github.com/quoth/quoth/internal/cli.version=0.1.0-dev", "-o", filepath.Join(bin, "quoth"), ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, name := range documents {
		old, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		shown, tmp := 0, t.TempDir()
		again := consoleBlock.ReplaceAllStringFunc(string(old), func(block string) string {
			var b strings.Builder
			b.WriteString("```console\n")
			for _, c := range commands(block) {
				shown++
				b.WriteString("$ " + c.line + "\n" + runShown(t, root, bin, tmp, c))
			}
			b.WriteString("```")
			return b.String()
		})
		if shown == 0 {
			t.Errorf("%s shows no command", name)
		}
		if *update {
			if err := os.WriteFile(filepath.Join(root, name), []byte(again), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

var consoleBlock = regexp.MustCompile("(?s)```console\n.*?```")

type command struct{ line, want string }

func commands(block string) (list []command) {
	for line := range strings.Lines(strings.TrimSuffix(strings.TrimPrefix(block, "```console\n"), "```")) {
		if c, ok := strings.CutPrefix(line, "$ "); ok {
			list = append(list, command{line: strings.TrimSpace(c)})
		} else if len(list) > 0 {
			list[len(list)-1].want += line
		}
	}
	return list
}

var pythonImport = regexp.MustCompile(`python3 -c "import ([a-z]+)`)

func runShown(t *testing.T, root, bin, tmp string, c command) string {
	if m := pythonImport.FindStringSubmatch(c.line); m != nil && exec.Command("python3", "-c", "import "+m[1]).Run() != nil {
		t.Logf("not run, as Python's %s is not there: %s", m[1], c.line)
		return c.want
	}
	for _, tool := range []string{"jq", "duckdb", "parallel", "xargs", "tar", "sqlite3", "zcat"} {
		if _, err := exec.LookPath(tool); err != nil && strings.Contains(c.line, tool+" ") {
			t.Logf("not run, as %s is not there: %s", tool, c.line)
			return c.want
		}
	}
	cmd := exec.Command("sh", "-c", c.line)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1", "TMP="+tmp)
	got, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", c.line, err, got)
	}
	if !*update && string(got) != c.want {
		t.Errorf("$ %s\n%s\nthe document shows\n%s", c.line, got, c.want)
	}
	return string(got)
}
