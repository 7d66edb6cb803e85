package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
)

// The document as structs for encoding/json: slow, plain, and what the
// encoder is held to.
type (
	wireDoc struct {
		Schema    string          `json:"schema"`
		ID        string          `json:"id"`
		Source    wireSource      `json:"source"`
		Metadata  wireMeta        `json:"metadata"`
		Text      string          `json:"text"`
		Offsets   string          `json:"offsets"`
		Blocks    []wireBlock     `json:"blocks"`
		Sentences []wireRange     `json:"sentences"`
		Entities  []wireEntity    `json:"entities"`
		Quotes    []wireQuote     `json:"quotes"`
		Removed   []wireRemoved   `json:"removed"`
		Warnings  []string        `json:"warnings"`
		Duplicate string          `json:"duplicate_of,omitempty"`
		Extra     json.RawMessage `json:"extra,omitempty"`
		Explain   *wireExplain    `json:"explain,omitempty"`
	}
	wireSource struct {
		URL       string `json:"url,omitempty"`
		Path      string `json:"path,omitempty"`
		MediaType string `json:"media_type,omitempty"`
		Charset   string `json:"charset,omitempty"`
		Fetched   string `json:"fetched,omitempty"`
		SHA256    string `json:"sha256,omitempty"`
	}
	wireMeta struct {
		Title        string   `json:"title,omitempty"`
		Authors      []string `json:"authors"`
		Published    string   `json:"published,omitempty"`
		Modified     string   `json:"modified,omitempty"`
		SiteName     string   `json:"site_name,omitempty"`
		Language     string   `json:"language,omitempty"`
		Description  string   `json:"description,omitempty"`
		CanonicalURL string   `json:"canonical_url,omitempty"`
		Image        string   `json:"image,omitempty"`
		Section      string   `json:"section,omitempty"`
		Tags         []string `json:"tags"`
		Dateline     string   `json:"dateline,omitempty"`
		Agency       string   `json:"agency,omitempty"`
	}
	wireRange struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	wireText struct {
		wireRange
		Text string `json:"text"`
	}
	wireBlock struct {
		Kind  string `json:"kind"`
		Level int    `json:"level,omitempty"`
		wireRange
	}
	wireEntity struct {
		ID       string        `json:"id"`
		Type     string        `json:"type"`
		Name     string        `json:"name"`
		Mentions []wireMention `json:"mentions"`
		Roles    []wireText    `json:"roles,omitempty"`
		Quotes   []string      `json:"quotes"`
	}
	wireMention struct {
		wireText
		Kind string `json:"kind"`
	}
	wireQuote struct {
		ID   string `json:"id"`
		Kind string `json:"kind"`
		wireText
		Parts      []wireRange  `json:"parts"`
		Quoted     []wireRange  `json:"quoted"`
		Cue        *wireCue     `json:"cue"`
		Modality   *string      `json:"modality"`
		Speaker    *wireSpeaker `json:"speaker"`
		Via        *wireSpeaker `json:"via"`
		Rule       string       `json:"rule"`
		Confidence float64      `json:"confidence"`
	}
	wireCue struct {
		wireText
		Kind string `json:"kind"`
	}
	wireSpeaker struct {
		wireText
		Entity *string `json:"entity"`
		Name   *string `json:"name"`
		Role   *string `json:"role"`
		Kind   string  `json:"kind"`
	}
	wireRemoved struct {
		Text  string `json:"text"`
		Stage string `json:"stage"`
		Rule  string `json:"rule"`
	}
	wireExplain struct {
		Metadata wireOrigins    `json:"metadata"`
		Blocks   []wireDecision `json:"blocks"`
		Repairs  []wireRepair   `json:"repairs"`
		Unsaid   []wireUnsaid   `json:"unsaid"`
	}
	wireOrigins struct {
		Title     string `json:"title,omitempty"`
		Authors   string `json:"authors,omitempty"`
		Published string `json:"published,omitempty"`
		Agency    string `json:"agency,omitempty"`
	}
	wireUnsaid struct {
		wireText
		Rule string `json:"rule"`
	}
	wireDecision struct {
		Kind    string `json:"kind"`
		Verdict string `json:"verdict"`
		Stage   string `json:"stage"`
		Rule    string `json:"rule"`
		*wireWhy
		Text  string  `json:"text"`
		Input *[2]int `json:"input,omitempty"`
		Was   string  `json:"was,omitempty"`
	}
	wireWhy struct {
		Score   float64      `json:"score"`
		Reasons []wireReason `json:"reasons"`
	}
	wireReason struct {
		Name   string  `json:"name"`
		Weight float64 `json:"weight"`
	}
	wireRepair struct {
		wireText
		Was   string  `json:"was"`
		Rule  string  `json:"rule"`
		Input *[2]int `json:"input,omitempty"`
	}
)

// wire makes the structs, with offsets counted the slow way: by decoding all
// of the text before them.
func wire(d *Document, unit Unit, explain bool) *wireDoc {
	count := func(s string) int {
		switch unit {
		case CodePoint:
			return len([]rune(s))
		case UTF16:
			return len(utf16.Encode([]rune(s)))
		}
		return len(s)
	}
	rng := func(s Span) wireRange { return wireRange{count(d.text[:s.Start]), count(d.text[:s.End])} }
	text := func(s Span) wireText { return wireText{rng(s), d.At(s)} }
	ranges := func(spans []Span) []wireRange {
		out := []wireRange{}
		for _, s := range spans {
			out = append(out, rng(s))
		}
		return out
	}
	known := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	list := func(s []string) []string { return append([]string{}, s...) }

	m := d.Metadata
	w := &wireDoc{
		Schema: SchemaVersion, ID: d.ID, Source: wireSource(d.Source), Text: d.text, Offsets: unit.String(), Extra: d.Extra,
		Metadata: wireMeta{m.Title, list(m.Authors), m.Published, m.Modified, m.SiteName, m.Language, m.Description, m.CanonicalURL, m.Image, m.Section, list(m.Tags), m.Dateline, m.Agency},
		Blocks:   []wireBlock{}, Sentences: ranges(d.Sentences), Entities: []wireEntity{}, Quotes: []wireQuote{}, Removed: []wireRemoved{}, Warnings: list(d.Warnings), Duplicate: d.DuplicateOf,
	}
	for _, k := range d.Blocks {
		w.Blocks = append(w.Blocks, wireBlock{k.Kind.String(), int(k.Level), rng(k.Span)})
	}
	for i, n := range d.Entities {
		we := wireEntity{fmt.Sprint("e", i+1), n.Type.String(), n.Name, []wireMention{}, nil, []string{}}
		for _, j := range n.Mentions {
			we.Mentions = append(we.Mentions, wireMention{text(d.Mentions[j].Span), d.Mentions[j].Kind.String()})
		}
		for _, s := range n.Roles {
			we.Roles = append(we.Roles, text(s))
		}
		for k, q := range d.Quotes {
			if q.Speaker.Kind != NoSpeaker && int(q.Speaker.Entity) == i {
				we.Quotes = append(we.Quotes, fmt.Sprint("q", k+1))
			}
		}
		w.Entities = append(w.Entities, we)
	}
	for i, q := range d.Quotes {

		wq := wireQuote{fmt.Sprint("q", i+1), q.Kind.String(), text(q.Span), ranges(q.Parts), ranges(q.Quoted), nil, known(q.Modality.String()), nil, nil, q.Rule, Hundredths(q.Confidence)}
		if !q.Cue.Empty() {
			wq.Cue = &wireCue{text(q.Cue), q.CueKind}
		}
		who := func(s Speaker) *wireSpeaker {
			if s.Kind == NoSpeaker {
				return nil
			}
			w := &wireSpeaker{text(s.Span), nil, known(s.Name), known(s.Role), speakerKinds[s.Kind]}
			if s.Entity >= 0 {
				w.Entity = known(fmt.Sprint("e", s.Entity+1))
			}
			return w
		}
		wq.Speaker, wq.Via = who(q.Speaker), who(q.Via)
		w.Quotes = append(w.Quotes, wq)
	}
	for _, r := range d.Removed {
		w.Removed = append(w.Removed, wireRemoved(r))
	}
	input := func(s Span) *[2]int {
		if d.input == "" {
			return nil
		}
		return &[2]int{count(d.input[:s.Start]), count(d.input[:s.End])}
	}
	if explain {
		w.Explain = &wireExplain{wireOrigins{d.Origins["title"], d.Origins["authors"], d.Origins["published"], d.Origins["agency"]}, []wireDecision{}, []wireRepair{}, []wireUnsaid{}}
		for _, u := range d.Unsaid {
			w.Explain.Unsaid = append(w.Explain.Unsaid, wireUnsaid{text(u.Span), u.Rule})
		}
		for _, k := range d.Decisions {
			var why *wireWhy
			if k.Why != nil {
				why = &wireWhy{Hundredths(k.Why.Score), []wireReason{}}
				for _, r := range k.Why.Reasons {
					why.Reasons = append(why.Reasons, wireReason{r.Name, Hundredths(r.Weight)})
				}
			}
			w.Explain.Blocks = append(w.Explain.Blocks, wireDecision{k.Kind.String(), k.Verdict.String(), k.Stage, k.Rule, why, k.Text, input(k.From), d.before(&k)})
		}
		for _, r := range d.Repairs {
			w.Explain.Repairs = append(w.Explain.Repairs, wireRepair{text(r.Span), r.Was, r.Rule, input(r.From)})
		}
	}
	return w
}

func reference(d *Document, unit Unit, explain bool) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(wire(d, unit, explain))
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
