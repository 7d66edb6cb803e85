package boilerplate

import (
	"sync"

	"github.com/quoth/quoth/extract/boilerplate/meta"
)

// room is what deciding needs beside the blocks, used again page after page.
type room struct {
	best   map[string]int32
	paths  map[uint64]path
	locals map[uint64]int32
	sums   []sum
	from   [][2]bool
	words  []uint64
	runs   []uint64
	owners runTable
	long   []wordAt
	hashes []uint32
}

// walkers are used again: the room that a page takes is a third of all that
// finding its story allocates.
var walkers = sync.Pool{New: func() any {
	w := &walker{names: &meta.Seen[mark]{}}
	w.walker = w
	return w
}}

// mostRoom is how many blocks, elements and words of the story a walker has room for
// that is kept.
const mostRoom = 1 << 14

// release gives the room of a tree back. Nothing may use the tree after it.
func (t *tree) release() {
	w := t.walker
	if max(cap(w.blocks), cap(w.elems), cap(w.room.runs), cap(w.room.words)) > mostRoom || cap(w.buf) > 16*mostRoom {
		return
	}
	clear(w.blocks)
	clear(w.room.best)
	w.names.Clear()
	*w = walker{tree: tree{walker: w, elems: w.elems[:0], blocks: w.blocks[:0], room: w.room}, line: line{buf: w.buf[:0]}, stack: w.stack[:0], names: w.names}
	walkers.Put(w)
}
