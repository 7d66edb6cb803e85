// Package sqlite writes results to a SQLite database: the tables of package
// table, with full-text search (FTS5) over articles and quotations.
//
// Which inputs are done stands in the database too, in the same transactions,
// so that a run that was ended by force can be gone on with: SQLite sees to it
// that a transaction is there as a whole or not at all.
package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/table"
	_ "modernc.org/sqlite" // the driver
)

// Options say where a database is and what goes into it.
type Options struct {
	Path       string
	Unit       extract.Unit
	SkipErrors bool // no row in articles for inputs that failed
	Settings   string
	Resume     bool
	Overwrite  bool
	Every      time.Duration // between transactions; 0 for a second
}

// Writer writes results to a database.
type Writer struct {
	o    Options
	done int64 // inputs that were done when it was opened

	mu     sync.Mutex
	db     *sql.DB
	tx     *sql.Tx
	begun  time.Time // when the transaction was
	input  int64
	kept   int64 // inputs in transactions that have ended
	maker  table.Maker
	ids    *sql.Stmt
	rows   []*sql.Stmt // as table.Tables
	search []*sql.Stmt
	timer  *time.Timer
	err    error
	unlock func()
}

// Open makes a database, or goes on with one.
func Open(o Options) (*Writer, error) {
	if o.Every == 0 {
		o.Every = time.Second
	}
	if _, err := os.Stat(filepath.Dir(o.Path)); err != nil { // SQLite says less
		return nil, err
	}
	unlock, err := journal.Lock(o.Path + ".lock")
	if err != nil {
		return nil, err
	}
	w, err := openLocked(o)
	if err != nil {
		unlock()
		return nil, err
	}
	w.unlock = unlock
	return w, nil
}

func openLocked(o Options) (*Writer, error) {
	w := &Writer{o: o}
	_, err := os.Stat(o.Path)
	there := err == nil
	switch {
	case there && o.Overwrite:
		for _, end := range []string{"-wal", "-shm", ""} {
			if err := os.Remove(o.Path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, err
			}
		}
		there = false
	case there && !o.Resume:
		return nil, fmt.Errorf("%s %w", o.Path, journal.ErrExists)
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return nil, err
	}
	if w.db, err = sql.Open("sqlite", w.address("")); err != nil {
		return nil, err
	}
	w.db.SetMaxOpenConns(1)
	if err = w.prepare(there); err == nil {
		err = w.begin()
	}
	if err != nil {
		return nil, errors.Join(named(o.Path, err), w.db.Close())
	}
	return w, nil
}

// address is the path with what SQLite is to be asked for. With its log
// (WAL), others can read while quoth writes.
func (w *Writer) address(mode string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(w.o.Path)}).EscapedPath()}
	return u.String() + "?" + mode + "_pragma=journal_mode(wal)&_pragma=synchronous(normal)&_pragma=busy_timeout(2000)&_txlock=immediate"
}

func named(path string, err error) error { return fmt.Errorf("%s: %w", path, err) }

func (w *Writer) prepare(there bool) error {
	if there { // and not only begun: a run may be killed before its tables are there
		var objects int
		if err := w.db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&objects); err != nil {
			return fmt.Errorf("not a database of quoth: %w", err)
		}
		there = objects > 0
	}
	if there {
		var settings string
		err := w.db.QueryRow("SELECT value FROM run WHERE key = 'settings'").Scan(&settings)
		switch {
		case err != nil:
			return fmt.Errorf("not a database of quoth: %w", err)
		case settings != w.o.Settings:
			return fmt.Errorf("%w: then %s, now %s", journal.ErrSettings, settings, w.o.Settings)
		}
		return w.db.QueryRow("SELECT coalesce(max(input), 0) FROM inputs").Scan(&w.done)
	}
	tx, err := w.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec(schema()); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO run VALUES ('settings', ?)", w.o.Settings); err != nil {
		return err
	}
	return tx.Commit()
}

// begin begins a transaction, and keeps other writers away until it is over.
func (w *Writer) begin() (err error) {
	if w.tx, err = w.db.Begin(); err != nil {
		return err
	}
	if w.input == 0 {
		w.input, w.kept = w.done, w.done
	}
	stmt := func(query string) (s *sql.Stmt) {
		if err == nil && query != "" {
			s, err = w.tx.Prepare(query)
		}
		return s
	}
	w.ids = stmt("INSERT INTO inputs VALUES (?, ?, ?)")
	w.rows, w.search = w.rows[:0], w.search[:0]
	for _, t := range table.Tables {
		w.rows = append(w.rows, stmt(insert(t)))
		w.search = append(w.search, stmt(searched[t.Name]))
	}
	w.begun = time.Time{}
	return err
}

// Write writes a result, sketch its article's sketch, where later articles may
// be copies of it. After an error nothing more is written, and the database is
// as of the last transaction.
func (w *Writer) Write(r pipeline.Result, sketch []byte) (pipeline.Result, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = w.write(&r, sketch)
	}
	return r, w.err
}

func (w *Writer) write(r *pipeline.Result, sketch []byte) error {
	// A document that cannot be laid out is found before a row of it is there.
	_ = sink.Try(r, func() error {
		for _, t := range table.Tables {
			w.maker.Rows(t, w.o.Unit, r, func([]table.Value) {})
		}
		return nil
	})
	w.input++
	if _, err := w.ids.Exec(w.input, journal.Key(r.ID), sketch); err != nil {
		return named(w.o.Path, err)
	}
	for i, t := range table.Tables {
		if r.Err != nil && w.o.SkipErrors {
			break
		}
		var err error
		w.maker.Rows(t, w.o.Unit, r, func(row []table.Value) {
			if err == nil {
				err = w.put(i, t, row)
			}
		})
		if err != nil {
			return named(w.o.Path, err)
		}
	}
	switch now := time.Now(); {
	case w.begun.IsZero():
		w.begun = now
		if w.timer == nil {
			w.timer = time.AfterFunc(w.o.Every, w.commitLater)
		} else {
			w.timer.Reset(w.o.Every)
		}
	case now.Sub(w.begun) >= w.o.Every:
		return w.commit()
	}
	return nil
}

func (w *Writer) put(i int, t *table.Table, row []table.Value) error {
	values := make([]any, 1, len(row)+1)
	values[0] = w.input
	for k, v := range row {
		switch {
		case v.Null:
			values = append(values, nil)
		case t.Columns[k].Kind == table.Integer:
			values = append(values, v.Int)
		case t.Columns[k].Kind == table.Real:
			values = append(values, v.Real)
		default:
			values = append(values, v.Text)
		}
	}
	done, err := w.rows[i].Exec(values...)
	if err != nil || w.search[i] == nil {
		return err
	}
	n, err := done.LastInsertId()
	if err != nil {
		return err
	}
	find := func(name string) any {
		return values[1+slices.IndexFunc(t.Columns, func(c table.Column) bool { return c.Name == name })]
	}
	names := searchedColumns[t.Name]
	_, err = w.search[i].Exec(n, find(names[0]), find(names[1]))
	return err
}

func (w *Writer) commitLater() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil && !w.begun.IsZero() {
		w.err = w.commit()
	}
}

func (w *Writer) commit() error {
	if err := w.tx.Commit(); err != nil {
		return named(w.o.Path, err)
	}
	w.tx, w.kept = nil, w.input
	if err := w.begin(); err != nil {
		return named(w.o.Path, err)
	}
	return nil
}

// Committed is the number of inputs that are in the database for good.
func (w *Writer) Committed() int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.kept
}

// Close ends the last transaction and closes the database, which then is one
// file.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
	err := w.err
	w.err = os.ErrClosed
	if w.tx != nil {
		if err != nil {
			_ = w.tx.Rollback()
		} else if err = w.tx.Commit(); err != nil {
			err = named(w.o.Path, err)
		}
	}
	if err == nil {
		_, err = w.db.Exec("PRAGMA journal_mode = delete")
	}
	err = errors.Join(err, w.db.Close())
	w.unlock()
	return err
}

// Entries are the inputs that were done when the database was opened.
func (w *Writer) Entries() iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		if w.done == 0 {
			return
		}
		db, err := sql.Open("sqlite", w.address("mode=ro&"))
		if err != nil {
			yield(journal.Entry{}, err)
			return
		}
		defer db.Close()
		rows, err := db.Query("SELECT id, sketch FROM inputs WHERE input <= ? ORDER BY input", w.done)
		if err != nil {
			yield(journal.Entry{}, named(w.o.Path, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var e journal.Entry
			if err := rows.Scan(&e.ID, &e.Sketch); err != nil {
				yield(e, named(w.o.Path, err))
				return
			}
			if !yield(e, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(journal.Entry{}, named(w.o.Path, err))
		}
	}
}
