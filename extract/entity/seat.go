package entity

import (
	"slices"

	"github.com/quoth/quoth/extract"
)

// seats says whether papers name a capital for the government that sits there.
func seats(s string) bool {
	switch s {
	case "Abuja", "Algiers", "Ankara", "Athens", "Baghdad", "Beijing", "Belgrade", "Berlin", "Bogotá", "Brussels", "Bucharest", "Budapest", "Cairo",
		"Canberra", "Caracas", "Copenhagen", "Damascus", "Delhi", "Dhaka", "Doha", "Dublin", "Hanoi", "Harare", "Havana", "Helsinki", "Islamabad",
		"Jakarta", "Jerusalem", "Kabul", "Kiev", "Kyiv", "Lisbon", "London", "Madrid", "Manila", "Minsk", "Moscow", "Nairobi", "Oslo", "Ottawa", "Paris",
		"Prague", "Pretoria", "Pyongyang", "Riga", "Riyadh", "Rome", "Seoul", "Sofia", "Stockholm", "Taipei", "Tehran", "Tokyo", "Vienna", "Vilnius",
		"Warsaw", "Washington", "Wellington":
		return true
	}
	return false
}

// deed says whether a verb is of what a government does and no city.
func deed(w string) bool {
	switch w {
	case "said", "says", "told", "warned", "warns", "promised", "agreed", "agrees", "wants", "wanted", "accused", "accuses", "denied", "denies",
		"vowed", "vows", "insisted", "insists", "announced", "imposed", "demanded", "demands", "rejected", "rejects", "urged", "urges", "condemned",
		"condemns", "expelled", "welcomed", "fears", "feared", "hopes", "hoped", "claims", "claimed", "refused", "refuses", "backed", "backs", "argues",
		"argued", "blames", "blamed", "seeks", "sought", "pledged", "threatened", "responded", "retaliated", "offered", "proposed", "recalled", "summoned",
		"signalled", "signaled", "recognised", "recognized":
		return true
	}
	return false
}

// governments parts a capital that is both a place and a government in one article
// into two: "They met in Washington. | Washington promised aid." A name that does not
// tell which is what the one before it was.
func (g *gathering) governments() {
	var at around
	for c := range int32(len(g.clusters)) {
		cl := &g.clusters[c]
		if cl.person || len(cl.names) < 2 || !seats(g.forms[g.names[cl.names[0]].form].text) {
			continue
		}
		if at.doc == nil {
			at = around{g.doc, g.doc.Tokens}
		}
		towns, rules := 0, 0
		for _, n := range cl.names {
			switch town, rule := at.seat(g.names[n].Span); {
			case town:
				towns++
			case rule:
				rules++
			}
		}
		if towns == 0 || rules == 0 {
			continue
		}
		names := cl.names
		slices.Sort(names)
		other := g.newCluster(false)
		cl = &g.clusters[c]
		cl.names, cl.score = nil, scores{}
		to := c
		for _, n := range names {
			switch town, rule := at.seat(g.names[n].Span); {
			case town:
				to = c
			case rule:
				to = other
			}
			g.giveName(n, to)
		}
	}
}

// seat says whether a name of a capital means the town, by the preposition before it
// or the dateline that it opens, or the government, by what it does.
func (a around) seat(s extract.Span) (town, rule bool) {
	first, end := a.tokens(s)
	switch a.text(first - 1) {
	case "in", "In", "at", "near", "outside", "around", "across", "to", "from", "downtown", "central":
		return true, false
	}
	switch a.text(end) {
	case "(", "—", "–", "--":
		return true, false
	}
	i := end
	for i < end+3 && (a.tag(i) == extract.RB || a.text(i) == "has" || a.text(i) == "had" || a.text(i) == "will" || a.text(i) == "would") {
		i++
	}
	return false, deed(a.text(i)) || i > end && deed(a.text(i)+"ed")
}
