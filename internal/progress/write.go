package progress

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// WriteFile writes a tally as JSON. Who reads the file sees all of it or all
// of the one before, never a part.
func (t *Tally) WriteFile(path string) error {
	b, err := json.MarshalIndent(t.Snapshot(), "", "  ")
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // /dev/stderr, a pipe
		return os.WriteFile(path, append(b, '\n'), 0o666)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Prometheus is a snapshot in the text format of Prometheus, version 0.0.4.
func (s *Snapshot) Prometheus() []byte {
	var b strings.Builder
	metric := func(name, kind, help string) {
		fmt.Fprintf(&b, "# HELP quoth_%s %s\n# TYPE quoth_%s %s\n", name, help, name, kind)
	}
	count := func(name, help string, n int64) {
		metric(name, "counter", help)
		fmt.Fprintf(&b, "quoth_%s %d\n", name, n)
	}
	count("inputs_done_total", "Inputs of this run that are done, failed ones too.", s.Done)
	count("inputs_resumed_total", "Inputs that runs before have done.", s.Resumed)
	count("inputs_copies_total", "Inputs that are copies of articles before them.", s.Copies)
	count("input_bytes_total", "Bytes of the articles.", s.Bytes)
	metric("inputs_failed_total", "counter", "Inputs that failed.")
	for _, key := range slices.Sorted(maps.Keys(s.Failures)) {
		stage, kind, _ := strings.Cut(key, "/")
		fmt.Fprintf(&b, "quoth_inputs_failed_total{stage=%q,kind=%q} %d\n", stage, kind, s.Failures[key])
	}
	metric("input_seconds", "histogram", "Time that an input took.")
	for _, k := range s.Buckets {
		le := "+Inf"
		if k.Seconds > 0 {
			le = fmt.Sprint(k.Seconds)
		}
		fmt.Fprintf(&b, "quoth_input_seconds_bucket{le=%q} %d\n", le, k.Count)
	}
	fmt.Fprintf(&b, "quoth_input_seconds_sum %g\nquoth_input_seconds_count %d\n", s.Sum, s.Done)
	metric("start_time_seconds", "gauge", "When the run began, in seconds since 1970.")
	fmt.Fprintf(&b, "quoth_start_time_seconds %d\n", s.Started.Unix())
	metric("build_info", "gauge", "The version of quoth.")
	fmt.Fprintf(&b, "quoth_build_info{version=%q} 1\n", s.Version)
	return []byte(b.String())
}
