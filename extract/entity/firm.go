package entity

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// findFirms notes under which shorter names the firms of the text may go:
// "Vexley Industries" and "Vexley Corp." as "Vexley", "Harlow Vexley Ltd" as
// "Harlow Vexley", and schools: "Corran University" as "Corran". What bears a first
// name may be the founder as well.
func (g *gathering) findFirms() {
	var schools map[string]bool
	for i := range g.forms {
		fm := &g.forms[i]
		n := len(fm.words)
		if n < 2 || fm.inLists && fm.known != extract.Org || fm.score.best() != extract.Org {
			continue
		}
		if n == 2 && schoolWord(fm.words[1]) {
			if schools == nil {
				schools = map[string]bool{}
			}
			schools[fm.words[0]] = true
		}
		form, trade := companyWord(fm.words[n-1]), tradeWord(fm.words[n-1])
		if !form && !trade {
			continue
		}
		if form {
			g.firms[chiefName(fm)] = true
		}
		if !givenName(fm.text) {
			g.firms[fm.words[0]] = true
			if trade && n == 3 && !(lexicon.English(fm.words[0]) && lexicon.English(fm.words[1])) { // Meridian Palm Holdings
				g.firms[fm.key[:len(fm.key)-len(fm.words[n-1])-1]] = true
			}
		}
	}
	for i := range g.forms {
		fm := &g.forms[i]
		if best := fm.score.best(); schools[fm.key] && best != extract.GPE && best != extract.Loc { // the town that has a university
			g.firms[fm.key] = true
		}
	}
}

// firm says whether a name that the engine may take for a person's is a firm's
// of the text, in short. A form of address, an office, an age or "who" beside one
// of its mentions speaks for the founder.
func (g *gathering) firm(f *form) bool {
	if !g.firms[f.key] {
		return false
	}
	for _, n := range f.names {
		if g.names[n].human {
			return false
		}
	}
	return true
}

// tradeWord says whether a word at the end of a name says what a firm deals in.
func tradeWord(w string) bool {
	switch w {
	case "industries", "holdings", "group", "construction", "commodities", "motors", "airlines", "airways", "bank", "energy", "systems", "technologies", "technology",
		"software", "pharmaceuticals", "pharma", "logistics", "foods", "electronics", "semiconductor", "semiconductors", "steel", "oil", "petroleum", "mining", "insurance",
		"financial", "capital", "securities", "ventures", "enterprises", "stores", "shipping", "ferries", "telecom", "labs", "laboratories", "networks",
		"materials", "resources", "chemicals", "solutions", "properties", "homes", "beverages", "robotics", "therapeutics", "biosciences", "aerospace", "dynamics",
		"cement", "textiles", "rail", "bio", "media", "gravel", "aggregates", "refinery", "utilities", "freight", "supermarkets":
		return true
	}
	return false
}

// schoolWord says whether a word ends names of schools that go by what stands
// before it: "Harvard University", but hardly "Corran School".
func schoolWord(w string) bool { return w == "university" || w == "college" }

// owned says whether the word after a possessive is what firms have and persons
// seldom do: "Vexley's founder", "Vexley's shareholders".
func owned(w string) bool {
	switch w {
	case "founder", "co-founder", "cofounder", "shareholders", "investors", "headquarters", "subsidiary", "revenue", "revenues", "earnings", "shares", "stock", "chairman", "chairwoman",
		"board", "workforce", "spokesman", "spokeswoman", "spokesperson":
		return true
	}
	return false
}

// isBody says whether an apposition from token i on calls what stands before it
// a body: "Vexley, the Swiss drugmaker,".
func (a around) isBody(i int) bool {
	switch a.text(i) {
	case "the", "a", "an":
	default:
		return false
	}
	const reach = 4 // tokens
	for k := i + 1; k <= i+reach; k++ {
		if bodyNoun(a.text(k)) {
			next := a.text(k + 1) // "With Vexley, the company said"
			return next == "," || next == "that" || next == "which" || a.tag(k+1) == extract.IN
		}
		if t := a.tag(k); t == extract.Punct || t == extract.IN {
			break
		}
	}
	return false
}

// bodyNoun says whether w is a word for a body, in lower case.
func bodyNoun(w string) bool {
	switch w {
	case "regulator", "watchdog", "charity", "company", "firm", "contractor", "union", "agency", "party", "bank", "airline", "retailer", "club", "developer", "operator", "manufacturer",
		"supplier", "publisher", "broadcaster", "utility", "university", "hospital", "newspaper", "nonprofit", "startup", "start-up", "insurer", "lender", "consultancy", "conglomerate",
		"subsidiary", "brokerage", "organisation", "organization", "think-tank", "thinktank":
		return true
	}
	return len(w) > len("maker") && strings.HasSuffix(w, "maker") && w != "filmmaker" && w != "lawmaker" && w != "policymaker" && w != "peacemaker" && w != "playmaker"
}

// traded says whether a name from token first to end is a thing that has shares:
// "shares of Vexley", "Vexley shares", "Vexley stock".
func (a around) traded(first, end int) bool {
	switch a.text(end) {
	case "shares", "stock", "shareholders":
		return true
	}
	if p := a.text(first - 1); p == "of" || p == "in" {
		s := strings.ToLower(a.text(first - 2))
		return s == "shares" || s == "stake"
	}
	return false
}

// traded says whether a name of one word is a firm's by what stands beside one of
// its mentions, and no person's by what stands beside any.
func (g *gathering) traded(f *form) bool {
	trade := false
	for _, n := range f.names {
		if g.names[n].human {
			return false
		}
		trade = trade || g.names[n].trade
	}
	return trade && !f.inLists
}

// amongFirms says whether name i stands where firms are listed: "brands such as
// Vexley", "tools like Corran, Ely and | Brannoc".
func (g *gathering) amongFirms(names []name, i int) bool {
	if names[i].typ != extract.Person && names[i].typ != extract.Misc && names[i].typ != extract.Org {
		return false
	}
	if i > 0 && names[i-1].named {
		switch g.doc.At(extract.Span{Start: names[i-1].End, End: max(names[i].Start, names[i-1].End)}) {
		case ", ", " and ", " or ", ", and ", ", or ":
			return true
		}
	}
	t := around{g.doc, g.doc.Tokens}
	at, _ := t.tokens(names[i].Span)
	switch t.text(at - 1) {
	case "like", "including":
		at--
	case "as":
		if t.text(at-2) != "such" {
			return false
		}
		at -= 2
	default:
		return false
	}
	if t.text(at-1) == "," {
		at--
	}
	switch t.text(at - 1) {
	case "tools", "apps", "platforms", "sites", "websites": // of which the rest are products
		return names[i].typ == extract.Person
	case "brands", "companies", "firms", "retailers", "labels", "banks", "airlines", "carriers", "stores", "chains", "startups", "start-ups", "vendors", "manufacturers",
		"makers", "automakers", "carmakers", "publishers", "lenders", "insurers", "giants", "conglomerates", "newspapers", "outlets":
		return true
	}
	return false
}

// used says whether token i is said of firms and what they run: "Vexley users".
func (a around) used(i int) bool {
	switch a.text(i) {
	case "users", "subscribers", "customers", "employees", "executives", "investors":
		return true
	}
	return false
}

// staffed says whether w is said of firms behind their names, and of persons seldom:
// "Vexley founder", "Vexley fellow". Behind a place it tells nothing: "the Ely headquarters".
func staffed(w string) bool {
	switch w {
	case "founder", "co-founder", "cofounder", "fellow", "subsidiary", "outlets", "headquarters", "engineers", "passengers":
		return true
	}
	return false
}

// employed says whether w is somebody who works at firms: "a partner at Vexley".
func employed(w string) bool {
	switch w {
	case "analyst", "analysts", "economist", "economists", "strategist", "strategists", "partner", "partners", "executive", "executives", "fellow", "researcher", "researchers", "trader", "traders",
		"broker", "brokers", "consultant", "consultants", "engineer", "engineers", "professor", "lecturer":
		return true
	}
	return false
}

// newsWord says whether a word is a paper's name by itself behind "the", and hardly
// anything else's.
func newsWord(w string) bool {
	switch w {
	case "gazette", "herald", "tribune", "courier", "chronicle", "observer", "examiner", "inquirer", "enquirer", "sentinel", "telegraph", "argus", "star-tribune":
		return true
	}
	return false
}

// paperWord says whether a word ends names of newspapers and hardly any other:
// "Harwick Beacon".
func paperWord(w string) bool {
	switch w {
	case "beacon", "gazette", "herald", "tribune", "courier", "chronicle", "times", "post", "journal", "ledger", "observer", "examiner", "inquirer", "enquirer", "sentinel", "telegraph",
		"dispatch", "bulletin", "register", "argus", "advertiser", "mercury", "echo", "star-tribune", "news", "newspapers":
		return true
	}
	return false
}
