package quote

// passOn cuts, from reports that pass on what another report says ("Brandt has
// argued that it helps, the Ledger reported"; "He said it was late, according
// to one official"), what that other one holds: the words are Brandt's, and the
// Ledger tells that Brandt argued so. Only reports whose cue stands behind their
// content are cut; "Smith said Brandt argued that" stays whole.
func (v *view) passOn(reports []report) {
	for n := range reports {
		outer := &reports[n]
		if len(outer.parts) == 0 || outer.rule != "according-to" && outer.rule != "clause-before" && outer.rule != "inverted-clause-before" {
			continue
		}
		for m := max(0, n-4); m < n; m++ {
			inner := &reports[m]
			if !inner.speaker.ok() || !listed(inner) || len(inner.parts) == 0 {
				continue
			}
			p, said := &outer.parts[0], inner.parts[0]
			if said[0] <= p[0] || said[0] >= p[1] || inner.speaker.lo < p[0] || inner.speaker.lo >= said[0] {
				continue
			}
			if p[1] = said[0]; p[1]-1 > p[0] && v.items[p[1]-1].is("that") {
				p[1]--
			}
			break
		}
	}
}
