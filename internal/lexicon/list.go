package lexicon

import (
	"embed"
	"hash/maphash"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// list is a list of words, read when it is first asked: one entry a line, what
// it says of the entry behind a tab.
type list struct {
	name  string
	once  sync.Once
	text  string
	slots []entry // by hash, a free one behind each chain
}

// entry is where an entry stands; size is 0 in a free slot.
type entry struct{ start, size uint32 }

var seed = maphash.MakeSeed()

func (l *list) read() {
	b, err := files.ReadFile("data/" + l.name + ".txt")
	if err != nil {
		panic(err) // no list of that name was built in
	}
	l.text = string(b)
	size := 4
	for n := strings.Count(l.text, "\n"); size < 2*n; size *= 2 {
	}
	l.slots = make([]entry, size)
	at := uint32(0)
	for line := range strings.Lines(l.text) {
		if line[0] != '#' {
			key, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			i := l.slot(key)
			for l.slots[i].size > 0 {
				i = (i + 1) & (len(l.slots) - 1)
			}
			l.slots[i] = entry{at, uint32(len(key))}
		}
		at += uint32(len(line))
	}
}

func (l *list) slot(key string) int { return int(maphash.String(seed, key)) & (len(l.slots) - 1) }

// find gives what the list says of key.
func (l *list) find(key string) (string, bool) {
	if key == "" {
		return "", false
	}
	l.once.Do(l.read)
	for i := l.slot(key); l.slots[i].size > 0; i = (i + 1) & (len(l.slots) - 1) {
		e := l.slots[i]
		if end := e.start + e.size; l.text[e.start:end] == key {
			line, _, _ := strings.Cut(l.text[end:], "\n")
			return strings.TrimPrefix(line, "\t"), true
		}
	}
	return "", false
}
