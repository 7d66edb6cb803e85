package quote

import (
	"sort"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/dateline"
)

// postposed reads content that stands before its attribution; left is the item
// before the attribution, after the one behind it.
func (v *view) postposed(r *report, f frame, left, after int) bool {
	q := left
	if v.items[q].is(",") {
		q--
	}
	if q < f.lo {
		return false
	}
	if v.items[q].has(subordinator) && v.items[q].tag == extract.IN && left > q && v.clauseBehind(r, after, f.hi) {
		return true // it rang while, they said, an officer stood by
	}
	if v.items[q].is("where") && left > q && v.clauseBehind(r, after, f.hi) {
		return true // he went to a school where, he claimed, boys starved
	}
	if v.broken(q, left, after, f.hi) {
		if v.items[q].tag != extract.CC {
			r.parts = append(r.parts, [2]int{q, q + 1})
		}
		r.parts = append(r.parts, [2]int{after + 1, v.secondVerb(after+1, v.contentEnd(after+1, f.hi))})
		r.rule = "clause-around"
		return true
	}
	start := v.contentStart(max(f.lo, q-maxContent), q)
	if start == q && v.items[q].tag == extract.RB && v.items[left].is(",") || start > q || start == q && v.items[q].tag == extract.CC {
		if v.items[q].tag == extract.CC && v.clauseBehind(r, after, f.hi) {
			return true // But, Smith said, the ferry is late.
		}
		return v.afterAdverb(r, q, after, f)
	}
	if v.items[q].quoted() {
		for k := q - 1; k > start && !v.items[k].quoted(); k-- {
			if v.items[k].is(":") {
				start = k + 1 // Smith is calm: At times, “we wait,” she says.
				break
			}
		}
		r.rule = "cue-after"
		if start < q && !v.leadsUp(start, q) {
			r.parts = append(r.parts, [2]int{start, q + 1})
			r.rule = "clause-before"
		} else {
			r.parts = append(r.parts, [2]int{q, q + 1})
		}
		return true
	}
	if !v.items[left].is(",") {
		return false
	}
	// “This will be a challenge” for Clinton, said Smith.
	if v.items[start].quoted() && v.items[start].Len() > 12 {
		r.parts = append(r.parts, [2]int{start, q + 1})
		r.rule = "clause-before"
		return true
	}
	first := &v.items[start]
	if (first.is("asked") || first.is("pressed")) && v.items[left+1].Start != r.cue.Start && r.kind == "think" {
		return false // Asked whether it hurt, he thought for a long time.
	}
	if first.is("even") && start < q {
		first = &v.items[start+1] // Even if it fails, she said, we wait.
	}
	led := first.tag == extract.IN && !first.is("so") && (v.items[start+1].tag != extract.CD || first.is("at") || first.is("in") || first.is("on") || first.is("by")) || first.tag == extract.TO || first.has(subordinator) && first.tag != extract.DT || first.tag == extract.VBG
	if led || !v.finiteWithin(start, q+1) && !first.finite() && !v.hiddenVerb(start, q) && !v.verbInMarks(start, q) {
		if !led && (after+1 >= f.hi || !v.items[after].is(",") || v.items[after+1].tag == extract.CC) && v.items[left+1].Start != r.cue.Start && v.pastWithin(start, q) {
			return v.plainBefore(r, start, q, after, f) // Her team adjusted/VBN for age, she said.
		}
		// The plan, she said, would fail. If it fails, she said, we wait.
		if after+1 >= f.hi || !v.items[after].is(",") {
			return !first.is("as") && v.finiteWithin(start, q+1) && (first.tag == extract.VBG && !v.commaWithin(start, q) || first.tag != extract.VBG && (first.is("if") || v.commaWithin(start, q))) && v.plainBefore(r, start, q, after, f)
		}
		if first.has(subordinator) && v.mainBehind(start, q) {
			return v.plainBefore(r, start, q, after, f) // When he came, her eyes widened, he said, and she left.
		}
		if v.marksGoOn(after, f.hi) && !led {
			return v.plainBefore(r, start, q, after, f) // The trick, says Smith, “is to stop”.
		}
		if next := after + 1; !((!led || first.tag == extract.VBG) && (v.items[next].finite() || v.items[next].tag == extract.VBN) || (led || v.items[q].has(timeWord)) && v.clauseHead(next, f.hi) && v.finiteWithin(next, f.hi)) {
			return led && first.tag == extract.IN && v.items[left+1].Start == r.cue.Start && v.commaWithin(start, q) && v.finiteWithin(start, q+1) && v.plainBefore(r, start, q, after, f) // In Ely, boats run, said the mayor, Ann Smith.
		}
		r.parts = append(r.parts, [2]int{start, q + 1}, [2]int{after + 1, v.contentEnd(after+1, f.hi)})
		r.rule = "clause-around"
		return true
	}
	return v.plainBefore(r, start, q, after, f)
}

// afterContent reads They won, Smith said, and “We won” is what Smith said,
// where what follows the verb is no better content.
func (v *view) afterContent(r *report, c *cueVerb, comp complement, f frame) bool {
	l := &v.items[c.left]
	if l.is(",") && c.left > f.lo && c.group.lo == c.at && v.items[c.at].tag != extract.VBD && (v.items[c.left-1].tag == extract.MD || v.items[c.left-1].is("not")) {
		return false // as though she could not, offhand, think of one
	}
	if v.items[c.subject.lo].is("no") || v.items[c.subject.lo].is("you") || c.end < f.hi && v.items[c.end].is("about") && c.cue.lemma == "write" {
		return false // In June, the Ledger wrote about the wait
	}
	comma := l.is(",")
	if comma && c.end < f.hi && (v.items[c.end].is("never") || v.items[c.end].is("no") || v.items[c.end].is("yes") || v.items[c.end].is("otherwise")) {
		return false // Ash swears by salt, Park says never
	}
	if comma && c.end < f.hi && v.items[c.end].finite() {
		return false // If so, the gap Reed reported would offer little, says Smith.
	}
	if comma && c.subject.hi == c.group.lo-1 && v.items[c.subject.hi].is(",") && v.items[c.subject.head].tag != extract.PRP && !v.anyQuoted(max(f.lo, c.left-2), c.left) {
		return false // The account that began it, @bluntb, did not respond to us.
	}
	marks := l.quoted() || comma && c.left > f.lo && v.items[c.left-1].quoted()
	weak := comp.at < 0 || comp.how == "object" || comp.how == "preposition" || comp.how == "cue-before"
	if v.items[c.subject.lo-1].is("as") && (comp.how == "infinitive" || comp.how == "that") {
		return false // Smith defended it as “fair”, as Park threatened to sue
	}
	if !marks && comp.at < 0 && c.end < f.hi && v.items[c.end].is("it") {
		return false // If she was sure of it, she never said it.
	}
	after := v.namesOn(c.end, f.hi)
	if q := v.phraseAt(after, f.hi); q.ok() && c.cue.frames&addressed != 0 {
		after = v.namesOn(q.hi, f.hi) // The ferry, Smith told the board, is late.
	}
	if !marks && comp.at < 0 && c.cue.frames&addressed == 0 && v.hasObject(after, f.hi) {
		return false // Then it rang twice, the keeper found an open door.
	}
	switch {
	case marks && (weak || comma || v.lastByte(l) == ','):
	case comma && comp.how == "cue-before" && v.marksGoOn(after, f.hi) && v.verbOpens(after+1) && v.clauseHead(v.contentStart(f.lo, c.left), c.left): // Ferries, Smith said, “run late.”
	case comma && comp.at < 0 && c.cue.frames&(clauses|thatClauses) != 0 && !v.items[c.subject.lo].is("whose") && v.items[c.group.lo-1].tag != extract.WDT && v.items[c.group.lo-1].tag != extract.WP && !v.items[c.group.lo-1].is("that"):
	default:
		return false
	}
	if !v.postposed(r, f, c.left, after) {
		return false
	}
	r.speaker = c.subject
	if comp.how == "cue-before" && comp.at < f.hi && v.items[comp.at-1].is(",") {
		r.parts = append(r.parts, v.rest(comp.at, f.hi))
		if r.rule = "split"; !v.items[r.parts[0][0]].quoted() {
			r.rule = "clause-around"
		}
	}
	return true
}

// hasObject says whether what stands at item j, behind a verb, is what it does
// something to: “found | a door”, not “said | late on Friday”.
func (v *view) hasObject(j, hi int) bool {
	for j < hi && v.passing(j, hi) {
		j++
	}
	p := v.phraseAt(j, hi)
	return p.ok() && !v.items[p.head].has(timeWord) && !v.items[j].has(timeWord) && !v.personAt(j)
}

// verbOpens says whether the marked stretch at item i begins with the verb of a
// clause.
func (v *view) verbOpens(i int) bool {
	in := v.marked[v.items[i].mark].In
	k := sort.Search(len(v.doc.Tokens), func(k int) bool { return v.doc.Tokens[k].Start >= in.Start })
	if k >= len(v.doc.Tokens) {
		return false
	}
	t := v.doc.Tokens[k].Tag
	return t == extract.VBD || t == extract.VBZ || t == extract.VBP || t == extract.MD || t == extract.VB || t == extract.VBG
}

// broken says whether an attribution between the commas at items left and after
// parts a verb from the word q that it depends on: a bridge which, he says, will
// close; it opens in June and, he says, will close in May.
func (v *view) broken(q, left, after, hi int) bool {
	w := &v.items[q]
	return (w.is("which") || w.is("who") || w.is("and") || w.is("but")) && left > q && after+1 < hi && v.items[after].is(",") && v.items[after+1].finite()
}

// verbInMarks says whether the verb of items [a, q] stands within marks: The mayor
// “felt a duty to do something about” the river, Smith said.
func (v *view) verbInMarks(a, q int) bool {
	for k := a + 1; k < q; k++ {
		if it := &v.items[k]; it.quoted() {
			in := v.marked[it.mark].In
			return v.items[k-1].noun() && !upper(v.text[in.Start]) && strings.IndexByte(in.Of(v.text), ' ') > 0
		}
	}
	return false
}

// hiddenVerb says whether items [a, q] hold a verb that the tagger takes for a
// participle, as the first after its subject: The attack damaged/VBN homes.
func (v *view) hiddenVerb(a, q int) bool {
	for k := a + 1; k < q && k < a+8; k++ {
		if v.items[k].tag == extract.VBN {
			return v.items[k-1].noun() && !v.items[k+1].is("by") && v.items[k+1].tag != extract.IN
		}
		if v.items[k].quoted() || v.items[k].tag == extract.Punct {
			return false
		}
	}
	return false
}

// afterAdverb reads Otherwise, she said, we wait: nothing but an adverb, item q,
// stands before the attribution.
func (v *view) afterAdverb(r *report, q, after int, f frame) bool {
	if v.items[q].tag != extract.RB || after+1 >= f.hi || !v.items[after].is(",") || !v.finiteWithin(after+1, f.hi) {
		return false
	}
	r.parts = append(r.parts, [2]int{q, q + 1}, [2]int{after + 1, v.contentEnd(after+1, f.hi)})
	r.rule = "clause-around"
	return true
}

// plainBefore takes items [start, q] for content: The plan would fail, she said.
// What goes on behind the attribution belongs to it: It is late, she said, and
// we must go.
func (v *view) plainBefore(r *report, start, q, after int, f frame) bool {
	if v.marksGoOn(after, f.hi) {
		for k := q; k > start; k-- {
			if v.dash(k) && k+1 < q {
				start = k + 1 // Bread browns – and the trick, says Smith, “is to stop”.
				if v.items[start].tag == extract.CC {
					start++
				}
				break
			}
		}
	}
	r.parts = append(r.parts, [2]int{start, q + 1})
	r.rule = "clause-before"
	if inverted := v.items[q+2].Start == r.cue.Start; !inverted && after+2 < f.hi && v.items[after].is(",") && (v.goesOn(after+1, f.hi) || v.items[q].finite() && v.items[q].has(auxiliary) || v.objectBehind(q, after+1, f.hi)) {
		r.parts = append(r.parts, [2]int{after + 1, v.contentEnd(after+1, f.hi)})
	} else if inverted && v.questionGoesOn(start, after, f.hi) {
		r.parts = append(r.parts, [2]int{after + 1, v.contentEnd(after+1, f.hi)})
	} else if k := v.namesOn(min(after, f.hi), f.hi); inverted && v.clauseInMarks(k, f.hi) {
		r.parts = append(r.parts, [2]int{k + 1, v.contentEnd(k+1, f.hi)}) // It is small, noted Smith of Ely, and boats “may be late.”
	}
	return true
}

// opensSmall says whether a marked stretch begins in small letters.
func (v *view) opensSmall(it *item) bool { return !upper(v.text[v.marked[it.mark].In.Start]) }

// endsInMarks says whether items [k, hi) end with words in marks that begin in small
// letters.
func (v *view) endsInMarks(k, hi int) bool {
	if hi-1 > k && v.items[hi-1].tag == extract.Punct {
		hi--
	}
	it := &v.items[hi-1]
	return it.quoted() && v.opensSmall(it)
}

// objectBehind says whether the object of the verb that ends a clause, item q, stands
// behind the attribution, at item k: The Government had filled, she said, | nine holes.
func (v *view) objectBehind(q, k, hi int) bool {
	if t := v.items[q].tag; t != extract.VBN && t != extract.VBD && t != extract.VBG && t != extract.VB || v.items[q-1].tag == extract.DT {
		return false
	}
	p := v.phraseAt(k, hi)
	return p.ok() && v.items[p.head].name < 0 && v.items[p.head].tag != extract.PRP && !v.items[p.head].has(timeWord) && (p.hi >= hi || !v.finiteWithin(p.hi-1, hi))
}

// questionGoesOn says whether a question that begins at item a goes on behind the comma
// after: Would it, asked Smith, | reach Ely?
func (v *view) questionGoesOn(a, after, hi int) bool {
	if !v.items[a].has(auxiliary) && v.items[a].tag != extract.MD || after+1 >= hi || !v.items[after].is(",") || !v.items[hi-1].is("?") {
		return false
	}
	t := v.items[after+1].tag
	return t == extract.VB || t == extract.VBP || t == extract.VBG || t == extract.VBN || t == extract.JJ
}

// marksGoOn says whether words in marks that begin in small letters follow the comma
// after: they go on with a clause that an attribution broke.
func (v *view) marksGoOn(after, hi int) bool {
	return after+1 < hi && v.items[after].is(",") && v.items[after+1].quoted() && v.opensSmall(&v.items[after+1])
}

// goesOn says whether what begins at item k goes on with a clause that an
// attribution broke.
func (v *view) goesOn(k, hi int) bool {
	it := &v.items[k]
	switch {
	case it.is("that") && k+1 < hi && v.clauseHead(k+1, hi) && v.endsInMarks(k, hi) && !v.finiteWithin(k+1, hi):
		return true // That suggests, they write, that seals “choose their friends”.
	case it.is("with") && k+1 < hi && v.items[k+1].quoted() && v.opensSmall(&v.items[k+1]) && (k+2 >= hi || v.items[k+2].tag == extract.Punct):
		return true // Park had come, she said, with “good news”.
	case it.quoted() || it.isCue || v.anyQuoted(k, hi):
		return false
	case it.finite() && it.tag != extract.VBP:
		return true // What matters, she said, is that it runs.
	case it.tag == extract.CC:
		return v.clauseHead(k+1, hi) && v.finiteWithin(k+1, hi) && !v.turns(k+1, hi)
	case it.is("which") || it.tag == extract.VBG || it.is("because") || it.is("unless") || it.is("if") || it.is("for") || it.is("with") || it.is("despite") || it.is("so") || it.is("even") || it.is("to") || it.is("than") || it.is("that"):
		return true
	}
	return false
}

// resume adds what goes on after an attribution: “We won,” she said, “at last.”
func (v *view) resume(r *report, after, hi int) {
	// “We won,” said Smith, the mayor of Ely, “at last.”
	for k := after; k < hi && k < after+reach/2; k++ {
		if it := &v.items[k]; it.quoted() {
			after = k
			break
		} else if it.finite() && !v.inRelative(k, after) || it.is(";") {
			return
		}
	}
	if after < hi && (v.items[after-1].is(",") || v.dash(after-1)) && v.items[after].quoted() {
		r.parts = append(r.parts, v.rest(after, hi))
		r.rule = "split"
	}
}

// contentStart skips the words that lead a sentence in: "But", "Still,".
func (v *view) contentStart(lo, hi int) int {
	if lo == 0 || v.items[lo-1].block != v.items[lo].block {
		lo = v.afterPlace(lo, hi)
	}
	for k := hi - 1; k > max(lo, hi-maxContent) && !v.items[k].is(")"); k-- {
		if v.items[k].is(";") || v.items[k].is(":") && k+1 < len(v.items) && v.items[k].End < v.items[k+1].Start {
			lo = k + 1 // It is late; the plan, she said, would fail.
			break
		}
	}
	for lo < hi {
		it := &v.items[lo]
		if it.tag == extract.CC || it.tag == extract.Punct {
			lo++
			continue
		}
		if it.tag == extract.RB && lo+1 < hi && v.items[lo+1].is(",") {
			lo += 2
			continue
		}
		break
	}
	return lo
}

// afterPlace skips the place that a report begins with, with its day and agency:
// ELY – The council met. ELY, Nov 20 (Wire) - The council met.
func (v *view) afterPlace(lo, hi int) int {
	const widest = 4 // items
	b := v.doc.Blocks[v.items[lo].block].Span
	if n := dateline.Read(v.doc.At(b)).Len; n > 0 && v.items[lo].Start-b.Start < int32(n) {
		for lo < hi && v.items[lo].Start-b.Start < int32(n) {
			lo++
		}
		return lo
	}
	for k := lo + 1; k < hi && k < lo+widest && !v.items[k].quoted(); k++ {
		if v.dash(k) && v.placeOnly(lo, k) {
			return k + 1
		}
	}
	return lo
}

// leadsUp says whether the words [a, q) before the marked stretch q are no part
// of what it says: they end with a mark of their own, or hold a sentence.
func (v *view) leadsUp(a, q int) bool {
	for k := q - 1; k >= a && !v.items[k].quoted(); k-- {
		if it := &v.items[k]; it.isCue && it.finite() && k > a && v.anyQuoted(a, k) {
			return true // “We wait,” Smith said, “because we must,”
		}
	}
	prev := &v.items[q-1]
	if v.items[a].isCue && v.items[a].tag == extract.VBG {
		return true // Noting that it was “late,” Smith said
	}
	if prev.is(",") && (v.items[a].is("asked") || v.items[a].is("when") && a+1 < q && v.items[a+1].is("asked")) {
		return true // when asked whether it hurt,
	}
	return prev.is(":") || prev.is(",") && q-a < 4 || v.dash(q-1) && !prev.is("-") || prev.isCue && prev.tag.Verb()
}

func (v *view) commaWithin(a, b int) bool {
	for i := a; i < b; i++ {
		if v.items[i].is(",") {
			return true
		}
	}
	return false
}
