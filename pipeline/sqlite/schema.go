package sqlite

import (
	"strings"

	"github.com/quoth/quoth/pipeline/table"
)

// schema is the tables of package table, each with the number of its input,
// and an index for full-text search over articles and over quotations.
func schema() string {
	var b strings.Builder
	b.WriteString(`
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE inputs (input INTEGER PRIMARY KEY, id TEXT NOT NULL, sketch BLOB);
`)
	for _, t := range table.Tables {
		b.WriteString("CREATE TABLE " + t.Name + " (")
		if t.Failures() { // at most one row for each input
			b.WriteString("input INTEGER PRIMARY KEY")
		} else {
			b.WriteString("row INTEGER PRIMARY KEY, input INTEGER NOT NULL")
		}
		for _, c := range t.Columns {
			b.WriteString(", " + quoted(c.Name) + " " + [...]string{"TEXT", "INTEGER", "REAL"}[c.Kind])
		}
		b.WriteString(");\n")
	}
	b.WriteString(`
CREATE INDEX articles_id ON articles (article_id);
CREATE INDEX quotes_input ON quotes (input);
CREATE INDEX quotes_speaker ON quotes (speaker_name);
CREATE INDEX entities_input ON entities (input);
CREATE INDEX entities_name ON entities (name);
CREATE INDEX sentences_input ON sentences (input);
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content='articles', content_rowid='input');
CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, speaker_name, content='quotes', content_rowid='row');
`)
	return b.String()
}

// insert is the statement that puts a row into a table.
func insert(t *table.Table) string {
	names := []string{"input"}
	for _, c := range t.Columns {
		names = append(names, quoted(c.Name))
	}
	return "INSERT INTO " + t.Name + " (" + strings.Join(names, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")"
}

func quoted(name string) string { return `"` + name + `"` }

// searched is how the rows of a table get into its index; empty where it has
// none.
var searched = map[string]string{
	"articles": "INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, ?)",
	"quotes":   "INSERT INTO quotes_fts (rowid, text, speaker_name) VALUES (?, ?, ?)",
}

// searchedColumns are the columns that go there.
var searchedColumns = map[string][2]string{"articles": {"title", "text"}, "quotes": {"text", "speaker_name"}}
