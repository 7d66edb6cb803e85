package extract

// Tag is a part of speech of the Penn Treebank.
type Tag uint8

const (
	NoTag Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	Punct // any mark: . , : ( ) `` '' # $
)

var tagNames = [...]string{"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",
	"RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "."}

func (t Tag) String() string { return tagNames[t] }

// ParseTag reads a Penn Treebank tag; what it does not know is NoTag.
func ParseTag(s string) Tag {
	switch s {
	case ".", ",", ":", "(", ")", "``", "''", "#", "$", "-LRB-", "-RRB-", "\"", "HYPH", "NFP":
		return Punct
	}
	for i, n := range tagNames {
		if n == s {
			return Tag(i)
		}
	}
	return NoTag
}

// Noun says whether t is a common or proper noun.
func (t Tag) Noun() bool { return t >= NN && t <= NNS }

// Verb says whether t is a verb form, modals left out.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }
