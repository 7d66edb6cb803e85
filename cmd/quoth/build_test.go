package main

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// make builds the program of a source tree with the Makefile's own flags.
func build(t *testing.T, tree, bin string) {
	t.Helper()
	cmd := exec.Command("make", "-s", "-C", tree, "build", "BIN="+bin)
	cmd.Env = append(os.Environ(), "MAKEFLAGS=") // of a make that may be running this test
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("make build: %v\n%s", err, out)
	}
}

// TestBuild holds that the binary is static, and the same byte for byte
// wherever its sources lie.
func TestBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("no make here")
	}
	tree, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	build(t, tree, one)

	elsewhere := filepath.Join(dir, "sources")
	for _, part := range []string{"cmd", "extract", "pipeline", "internal"} {
		if err := os.CopyFS(filepath.Join(elsewhere, part), os.DirFS(filepath.Join(tree, part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum", "Makefile"} {
		data, err := os.ReadFile(filepath.Join(tree, file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(elsewhere, file), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	build(t, elsewhere, two)

	a, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(two)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Errorf("built in two folders: %d and %d bytes that differ", len(a), len(b))
	}
	if bytes.Contains(a, []byte(tree)) {
		t.Errorf("the binary names the folder it was built in, %s", tree)
	}
	if runtime.GOOS == "linux" {
		isStatic(t, a)
		runsAlone(t, one)
	}
}

func isStatic(t *testing.T, binary []byte) {
	t.Helper()
	f, err := elf.NewFile(bytes.NewReader(binary))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			t.Errorf("not static: it has a segment %s", p.Type)
		}
	}
}
