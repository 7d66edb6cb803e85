// Package table lays documents out as tables: one row for each quotation,
// entity, sentence or article. Columns keep their names and order; new ones
// are added at the end.
package table

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Kind is what a value is.
type Kind uint8

const (
	String Kind = iota
	Integer
	Real
)

// Column is a column of a table.
type Column struct {
	Name string
	Kind Kind
}

// Value is a value of a row. Which field counts is for the column to say.
type Value struct {
	Text string
	Int  int64
	Real float64
	Null bool
}

func text(s string) Value    { return Value{Text: s, Null: s == ""} }
func integer(n int) Value    { return Value{Int: int64(n)} }
func offset(n int32) Value   { return Value{Int: int64(n)} }
func real64(f float64) Value { return Value{Real: f} }
func list(of []string) Value { return text(strings.Join(of, "; ")) }
func columns(of ...any) []Column {
	var c []Column
	kind := String
	for _, v := range of {
		switch v := v.(type) {
		case Kind:
			kind = v
		case string:
			for _, name := range strings.Fields(v) {
				c = append(c, Column{name, kind})
			}
			kind = String
		}
	}
	return c
}

// Table is one of the tables that documents can be laid out as.
type Table struct {
	Name    string
	Needs   extract.Layer // what it shows
	Columns []Column
	rows    func(r *rows)
	failure func(*pipeline.Error) []Value // the row of an input that failed; nil for none
}

// rows gathers the rows of one document.
type rows struct {
	doc  *extract.Document
	at   extract.Offsets
	emit func([]Value)
	row  []Value
}

func (r *rows) put(v ...Value) {
	r.row = append(r.row[:0], v...)
	r.emit(r.row)
}

func (r *rows) span(s extract.Span) (start, end Value) {
	i, j := r.at.Range(s)
	return offset(i), offset(j)
}

// about is what each row says of its article.
const about = "article_id url published title "

func (r *rows) about() (id, url, published, title Value) {
	m := &r.doc.Metadata
	return text(r.doc.ID), text(r.doc.Source.URL), text(m.Published), text(m.Title)
}

// Tables are the tables there are.
var Tables = []*Table{
	{Name: "quotes", Needs: extract.Quotes | extract.Speakers | extract.Entities, rows: quotes, Columns: columns(about+"quote_id kind text said cue speaker_name speaker_text speaker_role speaker_kind speaker_entity",
		Integer, "start end", "rule", Real, "confidence")},
	{Name: "entities", Needs: extract.Entities, rows: entities, Columns: columns(about+"entity_id type name", Integer, "mentions start end")},
	{Name: "sentences", Needs: extract.Sentences, rows: sentences, Columns: columns(about, Integer, "sentence", "text", Integer, "start end")},
	{Name: "articles", Needs: extract.Blocks | extract.Sentences | extract.Entities | extract.Quotes | extract.Speakers, rows: articles, failure: failed,
		Columns: columns(about+"authors modified site_name language description canonical_url image section tags dateline agency path media_type charset fetched sha256 text",
			Integer, "blocks sentences entities quotes removed", "warnings duplicate_of error_stage error_kind error_message")},
}

// Names are the names of the tables.
func Names() (names []string) {
	for _, t := range Tables {
		names = append(names, t.Name)
	}
	return names
}

// Named is the table of a name.
func Named(name string) (*Table, error) {
	if i := slices.IndexFunc(Tables, func(t *Table) bool { return t.Name == name }); i >= 0 {
		return Tables[i], nil
	}
	return nil, fmt.Errorf("%q is none of %s", name, strings.Join(Names(), ", "))
}

// Failures says whether inputs that failed have a row.
func (t *Table) Failures() bool { return t.failure != nil }

// Maker lays out results. It is not safe for use by several goroutines at
// once.
type Maker struct{ r rows }

// Rows hands the rows of a result to emit, which must not keep them.
func (m *Maker) Rows(t *Table, unit extract.Unit, r *pipeline.Result, emit func([]Value)) {
	switch {
	case r.Err != nil && t.failure != nil:
		emit(t.failure(r.Err))
	case r.Doc != nil:
		m.r.doc, m.r.emit = r.Doc, emit
		m.r.at.Reset(r.Doc, unit)
		t.rows(&m.r)
		m.r.doc, m.r.emit = nil, nil
	}
}

func quotes(r *rows) {
	id, url, published, title := r.about()
	for i := range r.doc.Quotes {
		q := &r.doc.Quotes[i]
		start, end := r.span(q.Span)
		var said []string
		for _, p := range q.Parts {
			said = append(said, r.doc.At(p))
		}
		cue := Value{Null: true}
		if !q.Cue.Empty() {
			cue = text(r.doc.At(q.Cue))
		}
		var name, mention, role, kind, entity = Value{Null: true}, Value{Null: true}, Value{Null: true}, Value{Null: true}, Value{Null: true}
		if s := &q.Speaker; s.Kind != extract.NoSpeaker {
			name, mention, role, kind = text(s.Name), text(r.doc.At(s.Span)), text(s.Role), text(s.Kind.String())
			if s.Entity >= 0 {
				entity = text(fmt.Sprintf("e%d", s.Entity+1))
			}
		}
		r.put(id, url, published, title, text(fmt.Sprintf("q%d", i+1)), text(q.Kind.String()), text(r.doc.At(q.Span)), text(strings.Join(said, " … ")), cue,
			name, mention, role, kind, entity, start, end, text(q.Rule), real64(extract.Hundredths(q.Confidence)))
	}
}

func entities(r *rows) {
	id, url, published, title := r.about()
	for i := range r.doc.Entities {
		e := &r.doc.Entities[i]
		start, end := Value{Null: true}, Value{Null: true}
		if len(e.Mentions) > 0 {
			start, end = r.span(r.doc.Mentions[e.Mentions[0]].Span)
		}
		r.put(id, url, published, title, text(fmt.Sprintf("e%d", i+1)), text(e.Type.String()), text(e.Name), integer(len(e.Mentions)), start, end)
	}
}

func sentences(r *rows) {
	id, url, published, title := r.about()
	for i, s := range r.doc.Sentences {
		start, end := r.span(s)
		r.put(id, url, published, title, integer(i+1), text(r.doc.At(s)), start, end)
	}
}

func articles(r *rows) {
	id, url, published, title := r.about()
	d, m, s := r.doc, &r.doc.Metadata, &r.doc.Source
	none := Value{Null: true}
	r.put(id, url, published, title, list(m.Authors), text(m.Modified), text(m.SiteName), text(m.Language), text(m.Description), text(m.CanonicalURL), text(m.Image), text(m.Section),
		list(m.Tags), text(m.Dateline), text(m.Agency), text(s.Path), text(s.MediaType), text(s.Charset), text(s.Fetched), text(s.SHA256), text(d.Text()),
		integer(len(d.Blocks)), integer(len(d.Sentences)), integer(len(d.Entities)), integer(len(d.Quotes)), integer(len(d.Removed)), list(d.Warnings), text(d.DuplicateOf), none, none, none)
}

// failed is the row of an input that failed in the table of articles, which
// has a row for each input.
func failed(e *pipeline.Error) []Value {
	row := make([]Value, 31)
	for i := range row {
		row[i].Null = true
	}
	row[0] = text(e.ID)
	row[28], row[29], row[30] = text(e.Stage), text(e.Kind), text(e.Err.Error())
	return row
}
