package extract

// BlockKind is what a block of the story is.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	BlockQuote
	Caption
	Table
	Preformatted
)

var blockKinds = [...]string{"paragraph", "heading", "list_item", "blockquote", "caption", "table", "preformatted"}

func (k BlockKind) String() string { return blockKinds[k] }

// Block is a paragraph, heading or the like. Blocks are in order, do not
// overlap, and cover the text but for the white space between them.
type Block struct {
	Span
	Kind  BlockKind
	Level uint8 // of a heading, 1 to 6; 0 where unknown and for other kinds
}

// Token is a word or mark, Penn Treebank style. Tokens are in order, do not
// overlap and never cross a block.
type Token struct {
	Span
	Tag   Tag   // part of speech; NoTag where the engine gives none
	Shape Shape // what it looks like; NoShape where the engine gives none
}

// EntityType is what a named thing is.
type EntityType uint8

const (
	Misc EntityType = iota
	Person
	Org
	GPE  // countries, cities, states
	Loc  // other places
	NORP // nationalities, parties, religions
)

var entityTypes = [...]string{"MISC", "PERSON", "ORG", "GPE", "LOC", "NORP"}

func (t EntityType) String() string { return entityTypes[t] }

// MentionKind is how a mention refers.
type MentionKind uint8

const (
	NameMention    MentionKind = iota // "Donald Trump", "Trump"
	PronounMention                    // "he"
	NominalMention                    // "the president"
)

var mentionKinds = [...]string{"name", "pronoun", "nominal"}

func (k MentionKind) String() string { return mentionKinds[k] }

// Mention is one place of the text where somebody or something is meant.
type Mention struct {
	Span
	Type   EntityType
	Kind   MentionKind
	Entity int32 // index into Document.Entities; -1 where nobody knows
}

// Entity is one person, body or place of the article.
type Entity struct {
	Type     EntityType
	Name     string  // the fullest form that the article gives
	Mentions []int32 // indices into Document.Mentions, in order of the text
	Roles    []Span  // what the article calls a person by office, trade or kin, in order of the text
}

// QuoteKind is how words are reported.
type QuoteKind uint8

const (
	Direct   QuoteKind = iota // all in quotation marks
	Mixed                     // reported speech with quoted words in it
	Indirect                  // reported speech without marks
)

var quoteKinds = [...]string{"direct", "mixed", "indirect"}

func (k QuoteKind) String() string { return quoteKinds[k] }

// Quote is something said, with who said it.
type Quote struct {
	Span       // from the first part's start to the last part's end
	Kind       QuoteKind
	Parts      []Span // the pieces of what was said, marks included, in order
	Quoted     []Span // the pieces inside quotation marks, marks left out
	Cue        Span   // the word that reports ("said"); zero where there is none
	CueKind    string // one of CueKinds; "" where there is no cue
	Modality   Modality
	Speaker    Speaker
	Via        Speaker // who passes it on, where that is another
	Rule       string  // which rule decided
	Confidence float64 // 0 to 1
}

// TurnRule is the rule of a quote that is a turn of a transcript or an interview;
// its speaker's span is the label before the colon.
const TurnRule = "transcript"

// CueKinds are the kinds of cues: "think" and "plan" are of thoughts, which
// nobody need have uttered; "show" is of polls, papers and the like; "call" and
// "judge" name or value something.
var CueKinds = []string{"say", "claim", "deny", "ask", "urge", "promise", "warn", "write", "show", "think", "plan", "call", "judge"}

// Modality is whether the words were said at all.
type Modality uint8

const (
	Actual       Modality = iota
	Negated               // "did not say that"
	Hypothetical          // "would say that", "if she says that"
	Planned               // "plans to say that", "will say that"
)

var modalities = [...]string{"", "negated", "hypothetical", "planned"}

func (m Modality) String() string { return modalities[m] }

// Unsaid is what stands in quotation marks and nobody said: a title, a nickname,
// a term. The marks are left out.
type Unsaid struct {
	Span
	Rule string
}

// SpeakerKind is how the text names a speaker.
type SpeakerKind uint8

const (
	NoSpeaker SpeakerKind = iota // the text does not tell
	NamedSpeaker
	PronounSpeaker
	NominalSpeaker
	AnonymousSpeaker
	OrganizationSpeaker
)

var speakerKinds = [...]string{"", "named", "pronoun", "nominal", "anonymous", "organization"}

func (k SpeakerKind) String() string { return speakerKinds[k] }

// Speaker is who said a quote.
type Speaker struct {
	Span               // the mention nearest to the quote
	Kind   SpeakerKind // NoSpeaker: all other fields mean nothing
	Entity int32       // index into Document.Entities; -1 where nobody knows
	Name   string      // who that is; "" where nobody knows
	Role   string      // "US president"; "" where the text does not say
}
