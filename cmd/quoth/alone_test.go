//go:build linux

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// runsAlone holds that the program needs nothing beside itself, as in the image
// of the Dockerfile: no libc and no /etc.
func runsAlone(t *testing.T, binary string) {
	t.Helper()
	root := t.TempDir()
	for _, dir := range []string{"work", "tmp"} {
		if err := os.Mkdir(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for from, to := range map[string]string{binary: "quoth", "../../testdata/articles/ferry.html": "work/ferry.html"} {
		b, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(filepath.Join(root, to), b, 0o755)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) (string, error) {
		var out bytes.Buffer
		cmd := exec.Command("/quoth", args...)
		cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = "/work", []string{}, &out, &out
		cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: root}
		if os.Getuid() != 0 { // in a user namespace, one may change the root
			cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
			cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
		}
		err := cmd.Run()
		return out.String(), err
	}
	if out, err := run("version"); err != nil && !strings.HasPrefix(out, "quoth ") {
		t.Log("no other root can be had here:", err, out)
		return
	}
	for _, args := range [][]string{{"--quiet", "ferry.html"}, {"--out", "out.db", "ferry.html"}, {"--out", "out.parquet", "ferry.html"}, {"--out", "out.jsonl.zst", "--resume", "ferry.html"}} {
		if out, err := run(args...); err != nil {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
	for _, name := range []string{"out.db", "out.parquet", "out.jsonl.zst", "out.jsonl.zst.journal"} {
		if info, err := os.Stat(filepath.Join(root, "work", name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
