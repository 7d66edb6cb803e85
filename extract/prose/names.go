package prose

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// outside is the label of a token that is no part of a name.
const outside = "O"

// appendNames appends a mention for each run of tokens that prose labels as
// one name. A label is "B-PERSON", "I-PERSON" or "O".
func appendNames(dst []extract.Mention, toks []extract.Token, labels []string) []extract.Mention {
	open := "" // kind of the name that the last token is part of
	for i, t := range toks {
		begins, kind, named := strings.Cut(labels[i], "-")
		switch {
		case !named:
			open = ""
			continue
		case begins == "I" && open == kind:
			dst[len(dst)-1].End = t.End
		default:
			dst = append(dst, extract.Mention{Span: t.Span, Type: typeOf(kind), Entity: -1})
		}
		open = kind
	}
	return dst
}

func typeOf(kind string) extract.EntityType {
	switch kind {
	case "PERSON":
		return extract.Person
	case "ORGANIZATION":
		return extract.Org
	case "GPE", "GSP":
		return extract.GPE
	case "FACILITY", "LOCATION":
		return extract.Loc
	}
	return extract.Misc
}
