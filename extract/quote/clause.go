package quote

import "github.com/quoth/quoth/extract"

// clauseHead says whether item j can begin a clause.
func (v *view) clauseHead(j, hi int) bool {
	it := &v.items[j]
	if it.noun() && !v.objectOnly(j) {
		return true
	}
	switch it.tag {
	case extract.DT, extract.PRPS, extract.PDT, extract.JJ, extract.JJR, extract.JJS, extract.EX, extract.VBG, extract.CD, extract.PRP, extract.RBR:
		return true
	}
	if v.measures(j, hi) {
		return true
	}
	if it.tag == extract.VBN && !it.isCue && j+2 < hi && v.items[j+1].tag.Noun() {
		return true // refined sugar is sold
	}
	if it.tag == extract.RB && j+2 < hi && v.items[j+1].tag == extract.RB && v.items[j+2].tag == extract.JJ {
		return true // far too many lives
	}
	if it.tag == extract.RB || it.is("over") { // over 75 percent of adults
		if j+1 < hi && v.items[j+1].tag == extract.CD {
			return true
		}
	}
	return it.is("if") || it.is("although") || it.is("while") || it.is("because") || it.is("unless") || it.is("once") || it.is("neither") || it.is("both") || it.is("such")
}

// measures says whether the words at item j say how many or how far, and so belong
// to what follows them: said | nearly 40 boats were late; said | even the mayor was.
func (v *view) measures(j, hi int) bool {
	if j+1 >= hi || v.items[j].quoted() {
		return false
	}
	next := &v.items[j+1]
	switch v.items[j].low {
	case "about", "around", "roughly", "approximately", "some":
		return next.tag == extract.CD || next.is("half")
	case "nearly", "almost", "barely", "only", "just", "even", "virtually", "mostly", "not", "all", "half":
		if next.quoted() || next.is("that") || next.is("this") {
			return false
		}
		switch next.tag {
		case extract.CD, extract.DT, extract.PDT, extract.PRPS:
			return true
		}
		if v.items[j].is("only") && next.name >= 0 {
			return true // says only Smith can help
		}
		return next.is("half") || next.is("all") || v.items[j].is("not") && (next.is("only") || next.is("even") || next.is("just"))
	case "over", "under", "above":
		return next.tag == extract.CD && j+2 < hi && (v.items[j+2].noun() || v.items[j+2].is("of") || v.items[j+2].is("%") || v.items[j+2].tag == extract.JJ)
	case "at":
		return (next.is("least") || next.is("most")) && j+2 < hi && v.items[j+2].tag == extract.CD
	case "up":
		return next.is("to") && j+2 < hi && v.items[j+2].tag == extract.CD
	case "between":
		return next.tag == extract.CD && j+2 < hi && v.items[j+2].is("and")
	}
	return false
}

// finiteWithin says whether a finite verb follows in [j, hi) before the clause is over.
func (v *view) finiteWithin(j, hi int) bool {
	for k := j; k < hi && k < j+reach/2; k++ {
		it := &v.items[k]
		if it.quoted() {
			continue
		}
		if it.finite() && k > j {
			return true
		}
		if it.is(";") {
			return false
		}
	}
	return false
}

// anyQuoted says whether marks may hold the verb of the clause [j, hi).
func (v *view) anyQuoted(j, hi int) bool {
	for k := j; k < hi && k < j+reach/2; k++ {
		if v.items[k].quoted() {
			return true
		}
	}
	return false
}

// quoteWithin is the first marked stretch in [j, hi) with no finite verb before it, 0 for none.
func (v *view) quoteWithin(j, hi int) int {
	for k := j; k < hi; k++ {
		it := &v.items[k]
		if it.quoted() {
			return k
		}
		if it.finite() || it.isCue && it.tag.Verb() || it.is(";") {
			return 0
		}
	}
	return 0
}

// closingDash is the item after the dash that closes the one at j, 0 for none.
func (v *view) closingDash(j, hi int) int {
	for k := j + 1; k+1 < hi && k < j+16 && !v.items[k].quoted(); k++ {
		if v.dash(k) {
			return k + 1
		}
	}
	return 0
}

// closingComma is the item after the comma that closes the one at j, 0 for none.
func (v *view) closingComma(j, hi int) int {
	for k := j + 1; k < hi && k < j+16; k++ {
		if v.items[k].quoted() {
			return 0
		}
		if v.items[k].is(",") && k+1 < hi {
			return k + 1
		}
	}
	return 0
}
