package lexicon

import (
	"iter"
	"strings"
)

// Words are all entries of the lists that name things, with repeats, for those
// who pack them otherwise.
func Words() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, l := range []*list{firstNames, honorifics, titles, places, placeWords, peoples, orgs, orgWords, calendar, openers} {
			l.once.Do(l.read)
			for line := range strings.Lines(l.text) {
				if entry, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); entry != "" && entry[0] != '#' && !yield(entry) {
					return
				}
			}
		}
	}
}
