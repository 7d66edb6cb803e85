package parquet

import (
	"fmt"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// The columns, named and nested as in the JSON. What JSON leaves out is null.
type (
	row struct {
		Schema      string    `parquet:"schema,dict"`
		ID          string    `parquet:"id"`
		Error       *failure  `parquet:"error,optional"`
		Source      *origin   `parquet:"source,optional"`
		Metadata    *metadata `parquet:"metadata,optional"`
		Text        *string   `parquet:"text,optional"`
		Offsets     string    `parquet:"offsets,dict"`
		Blocks      []block   `parquet:"blocks,list"`
		Sentences   []span    `parquet:"sentences,list"`
		Entities    []entity  `parquet:"entities,list"`
		Quotes      []quote   `parquet:"quotes,list"`
		Removed     []removed `parquet:"removed,list"`
		Warnings    []string  `parquet:"warnings,list"`
		DuplicateOf string    `parquet:"duplicate_of,optional"`
		Extra       string    `parquet:"extra,optional"` // JSON
	}
	failure struct {
		Stage   string `parquet:"stage,dict"`
		Kind    string `parquet:"kind,dict"`
		Message string `parquet:"message"`
	}
	origin struct {
		URL       string `parquet:"url,optional"`
		Path      string `parquet:"path,optional"`
		MediaType string `parquet:"media_type,optional,dict"`
		Charset   string `parquet:"charset,optional,dict"`
		Fetched   string `parquet:"fetched,optional"`
		SHA256    string `parquet:"sha256,optional"`
	}
	metadata struct {
		Title        string   `parquet:"title,optional"`
		Authors      []string `parquet:"authors,list"`
		Published    string   `parquet:"published,optional"`
		Modified     string   `parquet:"modified,optional"`
		SiteName     string   `parquet:"site_name,optional,dict"`
		Language     string   `parquet:"language,optional,dict"`
		Description  string   `parquet:"description,optional"`
		CanonicalURL string   `parquet:"canonical_url,optional"`
		Image        string   `parquet:"image,optional"`
		Section      string   `parquet:"section,optional,dict"`
		Tags         []string `parquet:"tags,list"`
		Dateline     string   `parquet:"dateline,optional"`
		Agency       string   `parquet:"agency,optional,dict"`
	}
	span struct {
		Start int32 `parquet:"start"`
		End   int32 `parquet:"end"`
	}
	block struct {
		Kind  string `parquet:"kind,dict"`
		Level int32  `parquet:"level,optional"`
		Start int32  `parquet:"start"`
		End   int32  `parquet:"end"`
	}
	mention struct {
		Start int32  `parquet:"start"`
		End   int32  `parquet:"end"`
		Text  string `parquet:"text"`
		Kind  string `parquet:"kind,dict"`
	}
	entity struct {
		ID       string    `parquet:"id"`
		Type     string    `parquet:"type,dict"`
		Name     string    `parquet:"name"`
		Mentions []mention `parquet:"mentions,list"`
		Quotes   []string  `parquet:"quotes,list"`
	}
	speaker struct {
		Start  int32  `parquet:"start"`
		End    int32  `parquet:"end"`
		Text   string `parquet:"text"`
		Entity string `parquet:"entity,optional"`
		Name   string `parquet:"name,optional"`
		Role   string `parquet:"role,optional"`
		Kind   string `parquet:"kind,dict"`
	}
	quote struct {
		ID         string   `parquet:"id"`
		Kind       string   `parquet:"kind,dict"`
		Start      int32    `parquet:"start"`
		End        int32    `parquet:"end"`
		Text       string   `parquet:"text"`
		Parts      []span   `parquet:"parts,list"`
		Quoted     []span   `parquet:"quoted,list"`
		Cue        *mention `parquet:"cue,optional"`
		Modality   string   `parquet:"modality,optional,dict"`
		Speaker    *speaker `parquet:"speaker,optional"`
		Via        *speaker `parquet:"via,optional"`
		Rule       string   `parquet:"rule,dict"`
		Confidence float64  `parquet:"confidence"`
	}
	removed struct {
		Text  string `parquet:"text"`
		Stage string `parquet:"stage,dict"`
		Rule  string `parquet:"rule,dict"`
	}
)

// maker turns results into rows.
type maker struct {
	unit extract.Unit
	at   extract.Offsets
	doc  *extract.Document
}

func (m *maker) span(s extract.Span) span {
	i, j := m.at.Range(s)
	return span{i, j}
}

func (m *maker) spans(list []extract.Span) []span {
	out := make([]span, len(list))
	for i, s := range list {
		out[i] = m.span(s)
	}
	return out
}

func (m *maker) row(r *pipeline.Result) row {
	if r.Err != nil {
		return row{Schema: extract.SchemaVersion, ID: r.ID, Offsets: m.unit.String(), Error: &failure{r.Err.Stage, r.Err.Kind, r.Err.Err.Error()}}
	}
	d := r.Doc
	m.doc = d
	m.at.Reset(d, m.unit)
	body, s, t := d.Text(), origin(d.Source), metadata(d.Metadata)
	out := row{Schema: extract.SchemaVersion, ID: d.ID, Source: &s, Metadata: &t, Text: &body, Offsets: m.unit.String(),
		Sentences: m.spans(d.Sentences), Warnings: d.Warnings, DuplicateOf: d.DuplicateOf, Extra: string(d.Extra)}
	for _, b := range d.Blocks {
		at := m.span(b.Span)
		out.Blocks = append(out.Blocks, block{b.Kind.String(), int32(b.Level), at.Start, at.End})
	}
	for i, e := range d.Entities {
		n := entity{ID: fmt.Sprintf("e%d", i+1), Type: e.Type.String(), Name: e.Name}
		for _, k := range e.Mentions {
			at := m.span(d.Mentions[k].Span)
			n.Mentions = append(n.Mentions, mention{at.Start, at.End, d.At(d.Mentions[k].Span), d.Mentions[k].Kind.String()})
		}
		out.Entities = append(out.Entities, n)
	}
	for i := range d.Quotes {
		if s := &d.Quotes[i].Speaker; s.Kind != extract.NoSpeaker && s.Entity >= 0 {
			n := &out.Entities[s.Entity]
			n.Quotes = append(n.Quotes, fmt.Sprintf("q%d", i+1))
		}
		out.Quotes = append(out.Quotes, m.quote(i))
	}
	for _, c := range d.Removed {
		out.Removed = append(out.Removed, removed(c))
	}
	return out
}

func (m *maker) quote(i int) quote {
	d, q := m.doc, &m.doc.Quotes[i]
	at := m.span(q.Span)
	out := quote{ID: fmt.Sprintf("q%d", i+1), Kind: q.Kind.String(), Start: at.Start, End: at.End, Text: d.At(q.Span), Parts: m.spans(q.Parts), Quoted: m.spans(q.Quoted),
		Modality: q.Modality.String(), Rule: q.Rule, Confidence: extract.Hundredths(q.Confidence)}
	if !q.Cue.Empty() {
		at := m.span(q.Cue)
		out.Cue = &mention{at.Start, at.End, d.At(q.Cue), q.CueKind}
	}
	out.Speaker, out.Via = m.speaker(&q.Speaker), m.speaker(&q.Via)
	return out
}

// speaker is a speaker's columns, nil for none.
func (m *maker) speaker(s *extract.Speaker) *speaker {
	if s.Kind == extract.NoSpeaker {
		return nil
	}
	at := m.span(s.Span)
	out := &speaker{Start: at.Start, End: at.End, Text: m.doc.At(s.Span), Name: s.Name, Role: s.Role, Kind: s.Kind.String()}
	if s.Entity >= 0 {
		out.Entity = fmt.Sprintf("e%d", s.Entity+1)
	}
	return out
}
