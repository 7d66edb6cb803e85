package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// apposed is the phrase that the words before the comma p stand beside: "Smith,
// the mayor of Ely," or "Smith, who ran when Jones was mayor,". Every place
// where the clause can begin is tried, from the nearest on, so that places and
// ages between commas do no harm ("Ann Smith, 22, of Flint, Mich.,").
func (v *view) apposed(p, lo int) phrase {
	for k := p - 1; k >= lo && k > p-reach; k-- {
		it := &v.items[k]
		switch {
		case it.quoted() && v.lastByte(it) != ',' && it.Len() < 30 && v.inRelative(k, lo): // Smith, who has a “hold” rating,
		case it.quoted() || it.is(";") || it.is(":"):
			return v.withAside(k+1, p)
		case it.has(subordinator) && !it.is("so") && !it.is("than"), it.tag == extract.CC && k > lo && v.items[k-1].is(","):
			if v.inRelative(k, lo) || it.tag == extract.IN && v.plainPreposition(k, p) {
				continue
			}
			if q := v.withAside(k+1, p); q.ok() {
				return q
			}
		case it.is("which") && k > lo && v.items[k-1].tag == extract.IN && v.commaWithin(k+1, p):
			return v.withAside(k+1, p) // calls in which one agent, Smith, can be heard
		case it.is(",") && v.newPerson(k, lo, p):
			return v.coreAt(k+1, p)
		case it.is(",") && v.officeThenName(k+1, p) && v.finiteWithin(lo, k):
			return v.phraseAt(k+1, p)
		case k == lo:
			if k == 0 || v.items[k-1].block != it.block {
				k = v.afterPlace(k, p) // ELY — The Board, a body of nine, said
			}
			return v.withAside(k, p)
		}
	}
	return phrase{}
}

// newPerson says whether the comma k ends a clause, and a person follows it who
// has an apposition: The form helps families, | Ann Smith, MD, a nurse at Ely, said.
func (v *view) newPerson(k, lo, p int) bool {
	if k+2 >= p || !v.personAt(k+1) || !v.finiteWithin(lo, k) || !strings.Contains(v.doc.At(v.doc.Mentions[v.items[k+1].name].Span), " ") {
		return false
	}
	j := v.nameEnd(k+1, p)
	return j < p && v.items[j].is(",") && !v.inRelative(k, lo)
}

// officeThenName says whether an office begins at item i and the name of its holder,
// behind a comma, ends at the comma p: a spokeswoman, Ann White,.
func (v *view) officeThenName(i, p int) bool {
	q := v.phraseAt(i, p)
	return q.ok() && v.items[q.head].name < 0 && v.office(q) && q.hi+1 < p && v.items[q.hi].is(",") && v.personAt(q.hi+1) && v.nameEnd(q.hi+1, p) == p
}

// withAside is the phrase that a clause beginning at item a opens with, where
// an apposition or relative clause follows it that ends with the comma p.
func (v *view) withAside(a, p int) phrase {
	for a < p {
		it := &v.items[a]
		if it.is("advertisement") && v.text[it.Start] == 'A' || !it.quoted() && it.name < 0 && (it.tag == extract.CC || it.tag == extract.RB || it.tag == extract.UH || it.tag == extract.Punct) {
			a++
			continue
		}
		if q := v.phraseAt(a, p); q.ok() && v.speaks(q) {
			end := v.namesOn(q.hi, p)
			if end < p && (v.items[end].is("himself") || v.items[end].is("herself")) {
				end++ // Smith himself, who
			}
			if end+1 < p && v.items[end].tag == extract.VBN && v.items[end+1].is(",") {
				end++ // One of those sickened, Smith,
			}
			if end == p || v.aside(end) {
				return q
			}
			return v.beforeWho(q, end, p)
		}
		// A fronted phrase: "In Ohio on Friday, Smith, who …,"
		for a < p && !v.items[a].is(",") {
			if v.items[a].quoted() {
				return phrase{}
			}
			a++
			if a < p && v.items[a-1].has(timeWord) && v.items[a-1].name < 0 && v.personAt(a) {
				a-- // Earlier this week Smith, a baker,
				break
			}
		}
		a++
	}
	return phrase{}
}

// plainPreposition says whether "after" or its like at item k has a thing behind it
// and no clause, up to a comma before p: Speaking after | the debate, Smith, 30,
func (v *view) plainPreposition(k, p int) bool {
	switch v.items[k].low {
	case "after", "before", "since", "until", "till":
	default:
		return false
	}
	q := v.coreAt(k+1, p)
	if !q.ok() || q.hi > p || !v.items[q.hi].is(",") {
		return false
	}
	// Smith, speaking before the Boat Board, said
	deed := k > 0 && v.items[k-1].tag == extract.VBG
	return deed || v.items[q.head].name < 0 && v.items[q.head].tag != extract.PRP && !v.reports(q.head)
}

// beforeWho is the phrase q where a participle behind it, at item end, and "who"
// behind a comma say more of it: Two diplomats | briefed on the talks, who spoke.
func (v *view) beforeWho(q phrase, end, p int) phrase {
	if t := v.items[end].tag; t != extract.VBD && t != extract.VBN && t != extract.VBG && t != extract.JJ || v.items[q.head].name >= 0 || !v.reports(q.head) {
		return phrase{}
	}
	for k := end + 1; k+1 < p && k < end+reach/4; k++ {
		if v.items[k].is(",") {
			if !v.items[k+1].is("who") {
				return phrase{}
			}
			q.hi = k
			return q
		}
		if v.items[k].quoted() || v.items[k].finite() {
			return phrase{}
		}
	}
	return phrase{}
}

// inRelative says whether item k belongs to a relative clause: "who ran as".
func (v *view) inRelative(k, lo int) bool {
	for j := k - 1; j >= lo && j > k-reach/2 && !v.items[j].is(","); j-- {
		if it := &v.items[j]; it.is("who") || it.is("which") || it.is("whose") {
			return true
		}
	}
	return false
}

// aside says whether an apposition or a relative clause begins at item i.
func (v *view) aside(i int) bool {
	it := &v.items[i]
	return it.is(",") || it.is("(") || it.is("who") || v.dash(i)
}

func (v *view) dash(i int) bool {
	it := &v.items[i]
	return it.is("—") || it.is("--") || it.is("–") || it.is("-") || it.is("―")
}

// placeOnly says whether items [a, b) are one name of a place ("Davis, Calif.,").
func (v *view) placeOnly(a, b int) bool {
	if b-a > 3 {
		return false
	}
	for i := a; i < b; i++ {
		n := v.items[i].name
		if n < 0 {
			if v.items[i].tag == extract.CD || v.items[i].tag == extract.NNP {
				continue
			}
			return false
		}
		if t := v.doc.Mentions[n].Type; t != extract.GPE && t != extract.Loc {
			return false
		}
	}
	return true
}
