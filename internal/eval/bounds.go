package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// bound is what a figure is held to.
type bound struct {
	value   float64
	ceiling bool // "<=" and not ">="
}

// key names a figure of a set.
type key struct{ set, figure string }

type bounds map[key]bound

// row is a line of the table.
type row struct {
	key
	value float64
	bound *bound
	lost  bool // the figure has a bound, but nothing measured it
}

func (r row) held() bool {
	switch {
	case r.lost:
		return false
	case r.bound == nil:
		return true
	case r.bound.ceiling:
		return r.value <= r.bound.value
	}
	return r.value >= r.bound.value
}

// readBounds reads lines of "set | figure | >= 0.930"; # opens a comment.
func readBounds(path string) (bounds, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := bounds{}
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s:%d: want set | figure | >= number", path, n)
		}
		op, number, _ := strings.Cut(strings.TrimSpace(fields[2]), " ")
		value, err := strconv.ParseFloat(number, 64)
		if err != nil || op != ">=" && op != "<=" {
			return nil, fmt.Errorf("%s:%d: %q is no bound", path, n, fields[2])
		}
		b[key{strings.TrimSpace(fields[0]), strings.TrimSpace(fields[1])}] = bound{value, op == "<="}
	}
	return b, sc.Err()
}

func (b bounds) judge(set string, f figure) row {
	r := row{key: key{set, f.name}, value: f.value}
	if k, ok := b[r.key]; ok {
		r.bound = &k
	}
	return r
}

// missing are the bounds that no row was measured for.
func (b bounds) missing(rows []row) []row {
	seen := map[key]bool{}
	for _, r := range rows {
		seen[r.key] = true
	}
	var lost []row
	for k, v := range b {
		if !seen[k] {
			lost = append(lost, row{key: k, bound: &v, lost: true})
		}
	}
	slices.SortFunc(lost, func(a, b row) int { return cmp.Or(strings.Compare(a.set, b.set), strings.Compare(a.figure, b.figure)) })
	return lost
}

// raise writes the file anew with each floor at what was reached, rounded
// down to three digits. No floor falls; ceilings stay.
func (b bounds) raise(path string, rows []row) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	reached := map[key]float64{}
	for _, r := range rows {
		reached[r.key] = r.value
	}
	var out strings.Builder
	for line := range strings.Lines(string(old)) {
		fields := strings.Split(line, "|")
		if len(fields) == 3 && !strings.HasPrefix(line, "#") {
			k := key{strings.TrimSpace(fields[0]), strings.TrimSpace(fields[1])}
			floor := math.Floor(reached[k]*1000) / 1000
			if have := b[k]; !have.ceiling && floor > have.value {
				line = fmt.Sprintf("%s|%s| >= %s\n", fields[0], fields[1], number(floor))
			}
		}
		out.WriteString(line)
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

func number(v float64) string {
	if v == math.Trunc(v) && v > 1 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'f', 3, 64)
}

func printTable(w io.Writer, rows []row) (broken int) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "set\tfigure\tmeasured\tbound\t")
	for _, r := range rows {
		limit, verdict, value := "", "", number(r.value)
		if r.bound != nil {
			limit, verdict = ">= "+number(r.bound.value), "held"
			if r.bound.ceiling {
				limit = "<= " + number(r.bound.value)
			}
		}
		if r.lost {
			value = "not measured"
		}
		if !r.held() {
			verdict = "BROKEN"
			broken++
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", r.set, r.figure, value, limit, verdict)
	}
	t.Flush()
	return broken
}
