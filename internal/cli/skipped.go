package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// tellSkipped says what the inputs held beside articles, the most of it first.
func tellSkipped(w io.Writer, skipped map[string]int) {
	if len(skipped) == 0 {
		return
	}
	reasons := slices.Sorted(maps.Keys(skipped))
	slices.SortStableFunc(reasons, func(a, b string) int { return skipped[b] - skipped[a] })
	for i, r := range reasons {
		reasons[i] = fmt.Sprintf("%s: %d", r, skipped[r])
	}
	fmt.Fprintf(w, "left out: %s\n", strings.Join(reasons, ", "))
}
