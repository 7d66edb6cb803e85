package boilerplate

import (
	"golang.org/x/net/html/atom"

	"github.com/quoth/quoth/extract"
)

// tree is a page as elements and blocks, both in reading order.
type tree struct {
	elems  []elem
	blocks []block
	linked []string // the JSON-LD of the page
	walker *walker  // whose room it is in
	room   room
}

// elem is an element that can hold blocks. Parents stand before their
// children.
type elem struct {
	parent      int32 // -1 for the root
	first, last int32 // its blocks: [first, last)
	tag         atom.Atom
	own         mark  // what its tag and names say
	all         mark  // that and what its parents say, after overrule
	prose       int32 // characters of prose in it
	chars       int32
	linked      int32
	holds       bool   // it holds the region
	foreign     bool   // in an <article> that doesn't
	sig         uint64 // of its tag, its class and its parents'
	local       uint64 // of its tag and class alone
	score       float32
}

// block is a text of the page with what tells story from furniture.
type block struct {
	counts
	text    string
	span    extract.Span // of the walk's buffer
	elem    int32
	tag     atom.Atom // of the element around it
	kind    extract.BlockKind
	level   uint8
	own     mark // of inline elements around all of it
	marks   mark // of all that is around it, after overrule
	prose   bool // reads like running text
	region  bool // in the part of the page that holds the story
	near    bool // in the <article> or <main> around that part
	score   float32
	verdict extract.Verdict
	rule    string
	why     *extract.Why // where it is asked for
}

// density is the share of the block that is link.
func (b *block) density() float32 {
	if b.chars == 0 {
		return 0
	}
	return float32(b.linked) / float32(b.chars)
}

// isProse tells running text: a sentence, or a length that no label has.
// Scripts without blanks have few words.
func (b *block) isProse() bool {
	if b.kind == extract.Heading || b.linked*2 > b.chars {
		return false
	}
	return b.ends > 0 && (b.words >= 8 || b.words <= 3 && b.chars >= 40) || b.chars >= 160 && b.commas > 0
}
