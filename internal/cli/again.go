package cli

import (
	"strings"
)

// settings are the flags that say what becomes of an article: a run can go on
// only with an output that was written with the same ones. Bounds (--timeout,
// --max-bytes) are none: what failed for them once may be why they are raised.
func (o *options) settings(format string) string {
	s := "--format " + format
	add := func(flag, value string) {
		if value != "" {
			s += " --" + flag + " " + value
		}
	}
	add("table", o.out.table.value)
	add("offsets", o.offsets.value)
	add("errors", o.errors.value)
	add("engine", o.engine.value)
	add("stages", strings.Join(o.stages, ","))
	if o.dedup.on() {
		add("dedup", o.dedup.mode.value)
	}
	for _, f := range []struct {
		name string
		on   bool
	}{{"verbatim", o.verbatim}, {"no-fetch", o.lists.noFetch}, {"explain", o.explain}, {"keep-anyway", o.keepAnyway}} {
		if f.on {
			s += " --" + f.name
		}
	}
	if o.out.rotate != (rotation{}) {
		s += " --rotate"
	}
	return s
}

// again is the command that goes on with this run.
func (o *options) again() string {
	words := []string{"quoth"}
	resume := false
	for _, a := range o.args {
		resume = resume || a == "--resume"
		if a == "--overwrite" {
			continue
		}
		words = append(words, shellWord(a))
	}
	if !resume {
		words = append(words[:1:1], append([]string{"--resume"}, words[1:]...)...)
	}
	return strings.Join(words, " ")
}

// shellWord writes a word so that a shell reads it as one.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:=,@%+", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
