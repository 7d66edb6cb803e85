package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
)

const settings = "--format sqlite"

func result(id, text string) pipeline.Result {
	d := extract.NewDocument(id, text)
	d.Metadata.Title = "Rain over " + id
	whole := extract.Span{Start: 0, End: int32(len(text))}
	d.Mentions = []extract.Mention{{Span: whole, Type: extract.Person}}
	d.Entities = []extract.Entity{{Type: extract.Person, Name: "Ida Brandt", Mentions: []int32{0}}}
	d.Sentences = []extract.Span{whole}
	d.Quotes = []extract.Quote{{Span: whole, Kind: extract.Direct, Parts: []extract.Span{whole}, Rule: "r", Confidence: 0.5,
		Speaker: extract.Speaker{Span: whole, Kind: extract.NamedSpeaker, Name: "Ida Brandt", Entity: 0}}}
	return pipeline.Result{ID: id, Doc: d}
}

func open(t *testing.T, o Options) *Writer {
	t.Helper()
	w, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// ask gives the first column of all rows, with commas.
func ask(t *testing.T, path, query string, args ...any) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var v any
		if err := rows.Scan(&v); err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprint(v))
	}
	return strings.Join(all, ",")
}

func TestTablesAndSearch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "an output.db")
	w := open(t, Options{Path: path, Settings: settings})
	w.Write(result("a", "The wall held."), nil)
	w.Write(pipeline.Result{ID: "b", Err: pipeline.Failed("b", "page", errors.New("no text"))}, nil)
	w.Write(result("c", "The wàll — 👷 — broke."), nil)
	w.Write(pipeline.Result{ID: "left out"}, nil)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, query, want string }{
		{"inputs", "SELECT id FROM inputs ORDER BY input", "a,b,c,left out"},
		{"articles", "SELECT article_id FROM articles ORDER BY input", "a,b,c"},
		{"failed", "SELECT error_message FROM articles WHERE error_kind IS NOT NULL", "no text"},
		{"search_in_titles", "SELECT article_id FROM articles_fts JOIN articles ON articles.input = articles_fts.rowid WHERE articles_fts MATCH 'title:c'", "c"},
		{"search_in_quotations", "SELECT article_id FROM quotes_fts JOIN quotes ON quotes.row = quotes_fts.rowid WHERE quotes_fts MATCH 'wall broke'", "c"},
		{"offsets_are_code_points", "SELECT substr(a.text, q.start + 1, q.end - q.start) FROM quotes q JOIN articles a USING (input) WHERE a.article_id = 'c'", "The wàll — 👷 — broke."},
		{"whole", "PRAGMA integrity_check", "ok"},
		{"search_index_whole", "SELECT count(*) FROM articles_fts", "3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := ask(t, path, tt.query); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("%d files, want one: %v", len(files), files)
	}
}

func TestResume(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.db")
	o := Options{Path: path, Settings: settings, Resume: true, Every: time.Hour}
	w := open(t, o)
	w.Write(result("a", "One."), []byte{1, 2})
	w.commit()
	w.Write(result("b", "Two."), nil)
	w.unlock()
	w.tx.Rollback() // as a kill does
	w.db.Close()

	w = open(t, o)
	var done []string
	w.Write(result("b", "Two."), nil) // while what is done is read
	for e, err := range w.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		done = append(done, fmt.Sprint(e.ID, e.Sketch))
	}
	if got := strings.Join(done, ","); got != "a[1 2]" {
		t.Errorf("done: %s", got)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, path, "SELECT id FROM inputs ORDER BY input"); got != "a,b" {
		t.Errorf("inputs: %s", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.db")
	w := open(t, Options{Path: path, Settings: settings})
	if _, err := Open(Options{Path: path, Settings: settings, Resume: true}); err == nil {
		t.Error("two runs write to it")
	}
	w.Close()
	if _, err := Open(Options{Path: path, Settings: settings}); !errors.Is(err, journal.ErrExists) {
		t.Errorf("there: %v", err)
	}
	if _, err := Open(Options{Path: path, Settings: "other", Resume: true}); !errors.Is(err, journal.ErrSettings) {
		t.Errorf("other settings: %v", err)
	}
	diary := filepath.Join(dir, "diary.db")
	os.WriteFile(diary, []byte("Dear diary,"), 0o666)
	if _, err := Open(Options{Path: diary, Settings: settings, Resume: true}); err == nil || !strings.Contains(err.Error(), "diary.db") {
		t.Errorf("no database: %v", err)
	}
	if b, _ := os.ReadFile(diary); string(b) != "Dear diary," {
		t.Errorf("now it is %q", b)
	}
}

// Two runs with --resume would both write what neither finds done.
func TestTwoRunsDoNotWriteOneDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.db")
	w, err := Open(Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{Path: path, Resume: true}, {Path: path, Overwrite: true}} {
		if _, err := Open(o); err == nil || !strings.Contains(err.Error(), "another run") {
			t.Errorf("the second: %v", err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w, err = Open(Options{Path: path, Resume: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if files, _ := filepath.Glob(path + "*"); len(files) != 1 {
		t.Errorf("left: %v", files)
	}
}
