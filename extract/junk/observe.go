package junk

import "github.com/quoth/quoth/extract"

// Observed is a line as training sees it.
type Observed struct {
	Piece    extract.Piece // with the verdict of rules
	Features []uint32      // hashes
}

// Observe reads the lines of a draft that was read into pieces, cuts seams and
// what rules know, and scores nothing. only says of the hash of a word whether
// its features are wanted.
func Observe(d *extract.Draft, only func(word uint32) bool) []Observed {
	a := read(d.Pieces)
	a.byRules()
	lines, seen, where := a.view()
	all := make([]Observed, len(lines))
	for n, i := range lines {
		seen[n].shared, seen[n].closer = a.sharing(int(i)), a.closer(int(i))
		all[n] = Observed{a.pieces[i], describeForm(describeWords(nil, a.of(int(i)), &seen[n], only), &seen[n], &where[n])}
	}
	d.Pieces = a.pieces
	return all
}

// Words gives the hashes of the words of a text, as features have them, and
// whether each stands in small letters.
func Words(text string) (hashes []uint32, small []bool) {
	for _, w := range wordsOf(text) {
		hashes, small = append(hashes, w.hash), append(small, w.is&(capital|capitals) == 0)
	}
	return hashes, small
}
