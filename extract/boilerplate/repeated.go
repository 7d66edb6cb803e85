package boilerplate

import "github.com/quoth/quoth/extract"

// A block is repeated where nearly all its runs of so many words stand in
// other blocks too.
const (
	runWords = 6
	maxRuns  = 200_000 // of a page that are remembered
)

// dropRepeated keeps a text once: pages carry a story twice for screens of
// two sizes, and sentences of it as pull quotes. Of two blocks the longer
// stays, of equals the first.
func (t *tree) dropRepeated() {
	owner := map[uint64]int32{}
	var words, runs []uint64
	each := func(visit func(i int, runs []uint64)) {
		for i := range t.blocks {
			b := &t.blocks[i]
			if b.verdict != extract.Kept || b.words < runWords {
				continue
			}
			words = wordHashes(b.text, words[:0])
			runs = runs[:0]
			for k := runWords; k <= len(words); k++ {
				h := uint64(0)
				for _, w := range words[k-runWords : k] {
					h = pair(h, w) * 1099511628211
				}
				runs = append(runs, h)
			}
			if len(runs) > 0 {
				visit(i, runs)
			}
		}
	}
	each(func(i int, runs []uint64) {
		for _, h := range runs {
			if k, ok := owner[h]; len(owner) < maxRuns && (!ok || t.blocks[k].chars < t.blocks[i].chars) {
				owner[h] = int32(i)
			}
		}
	})
	each(func(i int, runs []uint64) {
		elsewhere := 0
		for _, h := range runs {
			if k, ok := owner[h]; ok && int(k) != i && t.blocks[k].verdict == extract.Kept {
				elsewhere++
			}
		}
		if elsewhere*10 >= len(runs)*9 {
			b := &t.blocks[i]
			b.verdict, b.rule = extract.Cut, "repeated"
		}
	})
}
