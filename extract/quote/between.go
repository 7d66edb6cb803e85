package quote

import "github.com/quoth/quoth/extract"

// betweenMarkAndVerb is the marked stretch (or the comma after it) that a verb
// group follows, and the phrase between them.
func (v *view) betweenMarkAndVerb(g group, lo int) (int, phrase) {
	for k := g.lo - 1; k >= lo && k > g.lo-reach/2; k-- {
		it := &v.items[k]
		asSaid := it.is("as") && k > lo && (v.items[k-1].quoted() || v.items[k-1].is(","))
		if it.finite() && k > lo && !v.relative(k, lo) || it.is(";") || it.is(":") || it.has(subordinator) && !asSaid {
			return 0, phrase{}
		}
		if !it.quoted() {
			continue
		}
		if end := v.lastByte(it); end != ',' && end != '?' && end != '!' && !v.items[k+1].is(",") {
			return 0, phrase{}
		}
		left := k
		if v.items[k+1].is(",") {
			left = k + 1
		}
		a := left + 1
		if a < g.lo && v.items[a].is("as") {
			if n := g.at + 1; n < len(v.items) && (v.items[n].is("to") || v.items[n].is("that")) {
				return 0, phrase{} // Smith defended it as “fair”, as Park threatened to sue
			}
			a++ // “We won,” as Smith said
		}
		if a >= g.lo || v.items[a].tag == extract.CC || a < g.lo-1 && v.subjectPronoun(g.lo-1) && !v.items[g.lo-1].is("it") {
			return 0, phrase{} // “day to day,” a phrase he admitted
		}
		if v.personAt(a) {
			n := v.nameEnd(a, g.lo)
			if e := v.pastDegrees(n, g.lo); e > n && (e == g.lo || v.items[g.lo-1].noun() || v.items[g.lo-1].is(",")) {
				return left, phrase{a, n, n - 1}
			}
		}
		p := v.phraseAt(a, g.lo)
		if v.openAside(p, g.lo) {
			return left, p
		}
		if v.inRelative(g.lo, a) {
			return 0, phrase{} // “We wait,” a line that she says is over
		}
		if p.ok() && p.hi < g.lo && !v.joined(p.hi, g.lo) {
			p = phrase{}
		}
		if !p.ok() && g.lo-a < 8 && !v.commaWithin(a, g.lo) && v.items[a].tag != extract.IN {
			// The tagger took a word of the name for something else.
			if p = v.phraseBefore(g.lo-1, a); p.ok() {
				p.lo = a
			}
		}
		return left, p
	}
	return 0, phrase{}
}

// pastDegrees is the item after the row of degrees that begins at item k, behind a
// name, k where none does: Ann Smith MS, RD, LDN|, a dietitian, told the Ledger.
func (v *view) pastDegrees(k, hi int) int {
	degree := func(i int) bool {
		return i < hi && !v.items[i].quoted() && v.items[i].name < 0 && v.items[i].Len() > 1 && v.items[i].Len() < 7 && v.items[i].tag.Noun() && upper(v.text[v.items[i].Start+1])
	}
	from, n := k, 0
	if degree(k) {
		k, n = k+1, 1
	}
	for k+1 < hi && v.items[k].is(",") && degree(k+1) {
		k += 2
		n++
	}
	if n < 2 {
		return from
	}
	return k
}

// openAside says whether what stands between the person p and a verb at item b is an
// apposition whose second comma was left out: Smith, who ran the port wrote.
func (v *view) openAside(p phrase, b int) bool {
	if !p.ok() || p.hi+2 >= b || !v.personAt(p.head) || !v.items[p.hi].is(",") || v.commaWithin(p.hi+1, b) || !v.items[b-1].noun() {
		return false
	}
	next := &v.items[p.hi+1]
	return next.is("who") || next.is("a") || next.is("an") || next.is("the")
}

// relative says whether the verb at item k stands in a relative clause: "who
// ran twice".
func (v *view) relative(k, lo int) bool {
	for j := k - 1; j >= lo && j > k-5; j-- {
		if it := &v.items[j]; it.tag == extract.WP || it.tag == extract.WDT || it.is("who") {
			return true
		}
	}
	return false
}
