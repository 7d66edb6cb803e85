package extract

// Document is an article: a text that nothing changes, and layers over it.
type Document struct {
	ID        string
	Source    Source
	Metadata  Metadata
	Origins   Origins
	Foreign   bool // plainly not in English: names and speech are not to be read as such
	text      string
	low       string // the text in small letters, once asked for (see Low)
	input     string // that the text was read from, where decisions are wanted; empty for pages
	Blocks    []Block
	Tokens    []Token
	Sentences []Span
	Mentions  []Mention // in order of the text where the engine wrote them; later stages append
	Entities  []Entity
	Quotes    []Quote // in order of the text
	Unsaid    []Unsaid
	Removed   []Removed
	Decisions []Decision
	Repairs   []Repair // spans of the text
	Warnings  []string
	Extra     []byte

	Sketch      []byte // of the text, for telling copies; nil where nobody asked
	DuplicateOf string // the id of the article of a batch that this is a copy of
}

// NewDocument wraps a text as it is, its lines as blocks: the way into the
// annotating stages for text that needs no shaping. The text must be valid
// UTF-8.
func NewDocument(id, text string) *Document {
	return (&Draft{ID: id, Input: text, Verbatim: true}).Freeze()
}

// Text is the article's clean text.
func (d *Document) Text() string { return d.text }

// At is the text of a span.
func (d *Document) At(s Span) string { return d.text[s.Start:s.End] }

// Source says where an article came from.
type Source struct {
	URL       string
	Path      string
	MediaType string // "text/html", "text/plain"
	Charset   string // as decoded from, lower case
	Fetched   string // RFC 3339, for what was fetched
	SHA256    string // of the input's bytes, in hexadecimal
}

// Metadata is what is known about an article beside its text. Empty strings
// and slices are unknown.
type Metadata struct {
	Title        string
	Authors      []string
	Published    string // RFC 3339, or a date alone where no time is given
	Modified     string // likewise
	SiteName     string
	Language     string // BCP 47, lower case primary tag
	Description  string
	CanonicalURL string
	Image        string
	Section      string
	Tags         []string
	Dateline     string
	Agency       string
}

// Origins say of members of the metadata, by their JSON names, where they were
// found: "jsonld", "og:title", "h1", "byline", "text".
type Origins map[string]string

// Removed is a text that cleaning took out of the story.
type Removed struct{ Text, Stage, Rule string }

// Decision is what became of one block of the input.
type Decision struct {
	Kind    BlockKind
	Text    string
	Verdict Verdict
	Stage   string
	Rule    string
	Why     *Why // nil where no model looked
	From    Span // bytes of the decoded input, white space around the block left out; zero for pages
}
