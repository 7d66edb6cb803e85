package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// apart sees to it that the output is none of the inputs.
func (o *outOptions) apart(args []string) error {
	if o.path == "" {
		return nil
	}
	out, err := os.Stat(o.path)
	in := o.path
	if err != nil || !out.IsDir() {
		in = filepath.Dir(o.path)
	}
	home, homeErr := filepath.EvalSymlinks(in)
	if homeErr == nil {
		home, homeErr = filepath.Abs(home)
	}
	for _, a := range args {
		info, e := os.Stat(a)
		switch {
		case e != nil:
		case err == nil && os.SameFile(info, out) && !info.IsDir():
			return fmt.Errorf("--out: %s is an input too", a)
		case info.IsDir() && homeErr == nil:
			dir, e := filepath.EvalSymlinks(a)
			if e == nil {
				dir, e = filepath.Abs(dir)
			}
			if e == nil && (home == dir || strings.HasPrefix(home, strings.TrimSuffix(dir, string(os.PathSeparator))+string(os.PathSeparator))) {
				return fmt.Errorf("--out: %s lies in %s, which is read", o.path, a)
			}
		}
	}
	return nil
}
