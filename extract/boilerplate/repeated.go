package boilerplate

import (
	"math/bits"
	"math/rand/v2"
	"strings"

	"github.com/quoth/quoth/extract"
)

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
	total := int32(0)
	for i := range t.blocks {
		if t.blocks[i].verdict == extract.Kept {
			total += t.blocks[i].words
		}
	}
	owner := &t.room.owners
	owner.grow(min(total, maxRuns))
	words, runs := t.room.words, t.room.runs[:0]
	type owned struct{ block, from, to int }
	var list []owned // the runs of each block
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.verdict != extract.Kept || b.words < runWords {
			continue
		}
		words = wordHashes(b.text, words[:0])
		from := len(runs)
		for k := runWords; k <= len(words); k++ {
			h := uint64(0)
			for _, w := range words[k-runWords : k] {
				h = pair(h, w) * 1099511628211
			}
			runs = append(runs, h)
			if k := owner.at(h); k != nil && (*k < 0 || b.owns(&t.blocks[*k])) {
				*k = int32(i)
			}
		}
		if len(runs) > from {
			list = append(list, owned{i, from, len(runs)})
		}
	}
	t.room.words, t.room.runs = words[:0], runs[:0]
	for _, o := range list {
		b := &t.blocks[o.block]
		heads := b.kind == extract.Heading && !b.endsFull()
		elsewhere := 0
		for _, h := range runs[o.from:o.to] {
			if k := owner.at(h); k != nil && *k >= 0 && int(*k) != o.block && t.blocks[*k].verdict == extract.Kept && (!heads || t.blocks[*k].kind == extract.Heading) {
				elsewhere++
			}
		}
		if elsewhere*10 >= (o.to-o.from)*9 {
			b.verdict, b.rule = extract.Cut, "repeated"
		}
	}
}

// owns tells whether words that stand in both blocks are b's. A paragraph often
// opens with the words of its heading, a table or list of contents has them all,
// and a standfirst set as heading can be the sum of the story's paragraphs: text
// has its words before a heading, and a heading before its line in a list. Of
// 90 headings whose words a longer text has, people had written down 75.
func (b *block) owns(than *block) bool {
	switch heads := b.kind == extract.Heading; {
	case heads == (than.kind == extract.Heading):
		return b.chars > than.chars
	case heads:
		return !than.prose
	default:
		return b.prose
	}
}

// endsFull tells a sentence: of headings, one that is a pull quote or a
// standfirst, and no title of what follows.
func (b *block) endsFull() bool {
	return strings.HasSuffix(strings.TrimRight(b.text, "\"'”’“»"), ".")
}

// runTable knows which block a run of words belongs to. It is a map with open
// addressing: a Go map took a twentieth of the stage's time. It grows to the
// words of the kept blocks, at most maxRuns.
type runTable struct {
	keys   []uint64 // 0 for none
	blocks []int32
	room   int
}

// grow empties the table and makes room for n runs.
func (t *runTable) grow(n int32) {
	size := 16
	for size < 2*int(n) {
		size *= 2
	}
	if size > cap(t.keys) {
		t.keys, t.blocks = make([]uint64, size), make([]int32, size)
	}
	t.keys, t.blocks, t.room = t.keys[:size], t.blocks[:size], size*3/4
	clear(t.keys)
}

// runSeed scatters the runs anew in each process, so that no page can be
// written to crowd them. What is found doesn't depend on it.
var runSeed = rand.Uint64()

// at is the place of a run, which holds -1 where it is new; nil where it is new
// and there is no room.
func (t *runTable) at(h uint64) *int32 {
	h |= 1
	mask := uint64(len(t.keys) - 1)
	hi, lo := bits.Mul64(h^runSeed, 0x9e3779b97f4a7c15)
	for i := (hi ^ lo) & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case h:
			return &t.blocks[i]
		case 0:
			if t.room == 0 {
				return nil
			}
			t.room--
			t.keys[i], t.blocks[i] = h, -1
			return &t.blocks[i]
		}
	}
}
