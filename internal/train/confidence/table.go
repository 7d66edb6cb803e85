package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
)

// bins are the bins of the reliability table, of equal width.
const bins = 10

// A bin is the quotes whose confidence is alike.
type bin struct {
	n, right int
	sure     float64
}

func binned(list []example) (b [bins]bin) {
	for _, e := range list {
		k := min(bins-1, int(e.sure*bins))
		b[k].n++
		b[k].sure += e.sure
		if e.right {
			b[k].right++
		}
	}
	return b
}

// calibrationError is the mean difference of confidence and share right, over
// bins, each counted by its quotes.
func calibrationError(list []example) (sum float64) {
	for _, b := range binned(list) {
		sum += math.Abs(b.sure - float64(b.right))
	}
	return sum / float64(len(list))
}

// tables are the tables of the page.
func tables(list []example) []byte {
	var marks, indirect []example
	for _, e := range list {
		if e.marks {
			marks = append(marks, e)
		} else {
			indirect = append(indirect, e)
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "| confidence | quotes | mean confidence | right |\n|---|---|---|---|\n")
	for k, c := range binned(list) {
		if c.n > 0 {
			fmt.Fprintf(&b, "| %.1f to %.1f | %d | %.2f | %.2f |\n", float64(k)/bins, float64(k+1)/bins, c.n, c.sure/float64(c.n), float64(c.right)/float64(c.n))
		}
	}
	fmt.Fprintf(&b, "\n| kept | all kinds | with marks | without |\n|---|---|---|---|\n")
	for _, share := range []int{100, 90, 75, 50, 25} {
		fmt.Fprintf(&b, "| most confident %d %% | %.3f | %.3f | %.3f |\n", share, kept(list, share), kept(marks, share), kept(indirect, share))
	}
	fmt.Fprintf(&b, "| quotes | %d | %d | %d |\n", len(list), len(marks), len(indirect))
	fmt.Fprintf(&b, "| calibration error | %.3f | %.3f | %.3f |\n", calibrationError(list), calibrationError(marks), calibrationError(indirect))
	return b.Bytes()
}

// kept is the share right of the most confident percent of a list.
func kept(list []example, percent int) float64 {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b example) int {
		switch {
		case a.sure > b.sure:
			return -1
		case a.sure < b.sure:
			return 1
		}
		return 0
	})
	list = list[:max(1, len(list)*percent/100)]
	right := 0
	for _, e := range list {
		if e.right {
			right++
		}
	}
	return float64(right) / float64(len(list))
}

// rewrite puts tables between the marks of the page.
func rewrite(file string, tables []byte) error {
	page, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	begin, end := []byte("<!-- tables: make train-confidence -->\n"), []byte("<!-- end -->")
	head, rest, ok := bytes.Cut(page, begin)
	_, tail, closed := bytes.Cut(rest, end)
	if !ok || !closed {
		return fmt.Errorf("%s: no marks between which tables go", file)
	}
	return os.WriteFile(file, slices.Concat(head, begin, tables, end, tail), 0o644)
}
