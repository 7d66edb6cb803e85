package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// apart sees to it that the output is none of the inputs, and lies in none.
func (o *outOptions) apart(args []string) error {
	if o.path == "" {
		return nil
	}
	if err := noInput(o.path, args); err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	home := o.path
	if info, err := os.Stat(home); err != nil || !info.IsDir() {
		home = filepath.Dir(home)
	}
	home, err := place(home)
	if err != nil {
		return nil // opening it says why
	}
	for _, a := range args {
		if info, err := os.Stat(a); err != nil || !info.IsDir() {
			continue
		}
		const sep = string(os.PathSeparator)
		if dir, err := place(a); err == nil && strings.HasPrefix(home+sep, strings.TrimSuffix(dir, sep)+sep) {
			return fmt.Errorf("--out: %s lies in %s, which is read", o.path, a)
		}
	}
	return nil
}

// place is where a path leads to.
func place(path string) (string, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}

// noInput refuses to write a file that is read.
func noInput(path string, args []string) error {
	out, err := os.Stat(path)
	if err != nil || out.IsDir() {
		return nil
	}
	for _, a := range args {
		if in, err := os.Stat(a); err == nil && os.SameFile(in, out) {
			return fmt.Errorf("%s is an input too", a)
		}
	}
	return nil
}
