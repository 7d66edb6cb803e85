package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestDockerfile holds the Dockerfile to the rest, where no Docker is there to
// build it: its Go is that of go.mod, its command and binary are those of the
// Makefile, what the build reads is not kept from it, and the version gets in.
func TestDockerfile(t *testing.T) {
	read := func(name string) string {
		b, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	file := read("Dockerfile")
	first := func(pattern, in string) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(in)
		if m == nil {
			t.Fatalf("no %s", pattern)
		}
		return m[1]
	}
	if image, mod := first(`FROM golang:(\S+) AS`, file), first(`(?m)^go (\d+\.\d+)`, read("go.mod")); image != mod {
		t.Errorf("builds with Go %s, go.mod wants %s", image, mod)
	}
	if bin := first(`(?m)^BIN\s*:?=\s*(\S+)`, read("Makefile")); !strings.Contains(file, "cp "+bin+" /image/") || !strings.Contains(file, `ENTRYPOINT ["/quoth"]`) {
		t.Errorf("does not take %s", bin)
	}
	for line := range strings.Lines(read(".dockerignore")) {
		switch name := strings.Trim(strings.TrimSpace(line), "/"); name {
		case "cmd", "extract", "pipeline", "internal", "go.mod", "go.sum", "Makefile", "*":
			t.Errorf(".dockerignore keeps %s away", name)
		}
	}
	command := first(`(?m)^RUN (make .*)$`, file)
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("no make here")
	}
	run := func(command string) string {
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir, cmd.Env = "../..", append(os.Environ(), "MAKEFLAGS=", "VERSION=1.2.3")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	if got, want := run(strings.Replace(command, "make ", "make -n ", 1)), run("make -n build VERSION=1.2.3"); got != want || !strings.Contains(got, "version=1.2.3") {
		t.Errorf("builds by\n%s, make build by\n%s", got, want)
	}
}
