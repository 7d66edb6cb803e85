package entity

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// findFirms notes under which shorter names the firms of the text may go:
// "Vexley Industries" and "Vexley Corp." as "Vexley", "Harlow Vexley Ltd" as
// "Harlow Vexley". What bears a first name may be the founder as well.
func (g *gathering) findFirms() {
	for i := range g.forms {
		fm := &g.forms[i]
		n := len(fm.words)
		if n < 2 || fm.inLists || fm.score.best() != extract.Org {
			continue
		}
		form, trade := companyWord(fm.words[n-1]), tradeWord(fm.words[n-1])
		if !form && !trade {
			continue
		}
		first, _, _ := strings.Cut(fm.text, " ")
		if _, given := lexicon.FirstName(first); given {
			continue
		}
		if form {
			g.firms[chiefName(fm)] = true
		}
		g.firms[fm.words[0]] = true
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
		"financial", "capital", "securities", "ventures", "enterprises", "stores", "shipping", "ferries", "railway", "telecom", "labs", "laboratories", "networks",
		"materials", "resources", "chemicals", "solutions", "properties", "homes", "beverages", "robotics", "therapeutics", "biosciences", "aerospace", "dynamics",
		"cement", "textiles", "refinery", "utilities", "freight", "supermarkets":
		return true
	}
	return false
}

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
