package name

import "math/bits"

// Traits of a word are numbers packed into 22 bits: how often lists of names
// have it in which place, and which word lists have it.
const (
	traitFirst   = iota // begins names of persons: 0 never to 3 often
	traitLast           // ends them
	traitPlace          // is a place's name on its own
	traitInPlace        // is part of names of places
	traitInBody         // is part of names of bodies
	traitInOther        // is part of names of works, events, products
	traitLists          // which word lists have it
)

var traitWidths = [...]uint{2, 2, 2, 2, 2, 2, 10}

func traitWidth(k uint32) uint { return traitWidths[k] }

// listShift is where traitLists begins.
const listShift = 12

// Bits of traitLists.
const (
	listFirstName = 1 << iota
	listHonorific
	listTitle
	listPlace
	listPlaceWord
	listPeople
	listBody
	listBodyWord
	listCalendar
	listOpener
)

// brownCuts are the lengths of paths in the Brown tree that make features.
var brownCuts = [...]uint{4, 6, 10}

// brownPrefix is the first n steps of a path; 0 where it is shorter. A path
// is written as its bits behind a leading one, and stored plus one.
func brownPrefix(b uint64, n uint) uint64 {
	b--
	l := uint(bits.Len64(b)) - 1
	if l < n {
		return 0
	}
	return b >> (l - n)
}
