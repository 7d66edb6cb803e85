package cli

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
	"github.com/quoth/quoth/pipeline/parquet"
	"github.com/quoth/quoth/pipeline/parts"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/quoth/quoth/pipeline/sqlite"
	"github.com/quoth/quoth/pipeline/table"
)

// output is where results go.
type output struct {
	name     string       // for messages
	silent   bool         // it does not name inputs that failed
	survives bool         // a later run can go on with it
	whole    func() int64 // inputs that are in it for good, where it survives
	anew     string       // why no later run can, and what to do instead

	Write func(r pipeline.Result, sketch []byte) (pipeline.Result, error)
	// Close ends the output. finished says that it has all there was to do.
	Close func(finished bool) error
	done  iter.Seq2[journal.Entry, error] // what earlier runs did; nil for nothing
}

// state says what a run that failed has left of its output.
func (o *output) state() string {
	switch n := o.whole(); n {
	case 0:
		return "Nothing is in " + o.name + " yet"
	case 1:
		return "1 article is in " + o.name + ", and whole"
	default:
		return fmt.Sprintf("%d articles are in %s, and whole", n, o.name)
	}
}

// earlier tells the inputs that earlier runs have done from those to do. The
// source asks for pages, ahead of the others, so as not to fetch them.
type earlier struct {
	mu   sync.Mutex
	skip *journal.Skipper // nil where there was no earlier run
	tell func()           // is called for each that is done
	err  error            // of reading what is done
}

func newEarlier(done iter.Seq2[journal.Entry, error], tell func()) *earlier {
	e := &earlier{tell: tell}
	if done != nil {
		e.skip = journal.Skip(done)
	}
	return e
}

// has says whether the next input of this id is done.
func (e *earlier) has(id string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.skip == nil || e.err != nil {
		return false
	}
	done, err := e.skip.Done(id)
	e.err = err
	if done {
		e.tell()
	}
	return done
}

func (e *earlier) failed() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.err
}

func (e *earlier) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.skip != nil {
		e.skip.Close()
		e.skip = nil
	}
}

// left are the inputs that are to do.
func (e *earlier) left(inputs iter.Seq[pipeline.Input]) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for in := range inputs {
			if e.has(in.ID) {
				continue
			}
			if e.failed() != nil || !yield(in) {
				return
			}
		}
	}
}

// writer is a sink that writes for people.
type writer interface {
	Write(pipeline.Result) (pipeline.Result, error)
	Flush() error
}

// plain is an output of a sink. After an error of writing it is not flushed.
func plain(w writer, name string, silent bool) *output {
	var failed error
	return &output{name: name, silent: silent,
		Write: func(r pipeline.Result, _ []byte) (pipeline.Result, error) {
			r, failed = w.Write(r)
			return r, failed
		},
		Close: func(bool) error {
			if failed != nil {
				return failed
			}
			return w.Flush()
		},
	}
}

const stdout = "standard output"

// report is the output of "quoth show": a page where --html asks for one, else
// a report; on a terminal with the article itself.
func (o *options) report(io streams, _ *source.Source) (*output, error) {
	if o.html != "" {
		f, err := os.Create(o.html)
		if err != nil {
			return nil, fmt.Errorf("--html: %w", err)
		}
		out := plain(sink.NewPage(f), o.html, false)
		end := out.Close
		out.Close = func(finished bool) error { return errors.Join(end(finished), f.Close()) }
		return out, nil
	}
	r := sink.NewReport(io.out, columns(io.out))
	if terminal(io.out) {
		r.Story(os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb")
	}
	return plain(r, stdout, false), nil
}

// open opens what --out, --format and --table say.
func (o *options) open(io streams, src *source.Source) (*output, error) {
	format, ext := o.out.format.value, ""
	folder := false
	if o.out.path != "" {
		var err error
		if folder = o.out.folder(); folder {
			format = cmp.Or(format, "jsonl")
			ext = "." + format
		} else if format, ext, err = o.out.form(); err == errForm && o.out.device() {
			format = "jsonl"
		} else if err != nil {
			return nil, err
		}
	}
	switch format {
	case "sqlite":
		return o.database(folder)
	case "parquet":
		return o.parquet(ext, folder)
	}
	name, pack, _ := strings.Cut(format, ".")
	rows, silent, err := o.rows(name)
	if err != nil {
		return nil, err
	}
	if o.out.path == "" || o.out.device() {
		return o.stream(io, src, rows, silent)
	}
	codec := parts.Lines(rows, map[string]parts.Compression{"": parts.Plain, "gz": parts.Gzip, "zst": parts.Zstd}[pack])
	return o.files(codec, format, ext, folder, silent)
}

// rows is the format of the lines.
func (o *options) rows(format string) (rows sink.Rows, silent bool, err error) {
	unit, err := extract.ParseUnit(o.offsets.value)
	if err != nil {
		return nil, false, err
	}
	if o.out.table.value == "" {
		if format == "csv" || format == "tsv" {
			return nil, false, fmt.Errorf("%s holds a table: say --table quotes, entities, sentences or articles", format)
		}
		_, omit, err := o.layers()
		skip := o.errors.value == "skip"
		return &sink.JSON{Encoder: extract.Encoder{Unit: unit, Explain: o.explain, Omit: omit}, SkipErrors: skip}, skip, err
	}
	t, err := table.Named(o.out.table.value)
	if err != nil {
		return nil, false, err
	}
	if o.explain {
		return nil, false, errors.New("--explain: not with --table")
	}
	lines := &table.Lines{Table: t, Unit: unit, SkipErrors: o.errors.value == "skip"}
	switch format {
	case "jsonl":
		lines.Format = table.JSON
	case "tsv":
		lines.Format = table.TSV
	default:
		lines.Format = table.CSV
	}
	return lines, lines.SkipErrors || !t.Failures(), nil
}

// stream writes to standard output, or to what --out names that is no file.
func (o *options) stream(io streams, src *source.Source, rows sink.Rows, silent bool) (*output, error) {
	w, name, end := io.out, stdout, func() error { return nil }
	if o.out.path != "" {
		if o.out.resume || o.out.rotate != (rotation{}) {
			return nil, fmt.Errorf("--out: %s is no file, so it can be neither rotated nor gone on with", o.out.path)
		}
		f, err := os.OpenFile(o.out.path, os.O_WRONLY, 0)
		if err != nil {
			return nil, &outputError{o.out.path, err}
		}
		w, name, end = f, o.out.path, f.Close
	}
	onTerminal := terminal(w)
	options := sink.Options{Terminal: onTerminal}
	if o.out.table.value == "" {
		options.Pretty = func() bool { return o.pretty || onTerminal && !src.Many() }
	}
	lines := sink.New(w, rows, options)
	return &output{name: name, silent: silent,
		Write: func(r pipeline.Result, _ []byte) (pipeline.Result, error) { return lines.Write(r) },
		Close: func(bool) error { return errors.Join(lines.Close(), end()) },
	}, nil
}

// database writes to a SQLite database.
func (o *options) database(folder bool) (*output, error) {
	unit, err := o.nested("sqlite")
	switch {
	case err != nil:
		return nil, err
	case folder || o.out.rotate != rotation{}:
		return nil, errors.New("--out: a database is one file")
	}
	w, err := sqlite.Open(sqlite.Options{Path: o.out.path, Unit: unit, SkipErrors: o.errors.value == "skip", Settings: o.settings("sqlite"),
		Resume: o.out.resume, Overwrite: o.out.overwrite, Every: o.out.every})
	if err != nil {
		return nil, o.refused(err)
	}
	return &output{name: o.out.path, silent: o.errors.value == "skip", survives: true,
		Write: w.Write,
		Close: func(bool) error { return w.Close() },
		done:  w.Entries(),
		whole: w.Committed,
	}, nil
}

// partOfParquet is how many articles a file of Parquet in a folder holds: what
// is not yet ended is lost when a run is, and many small files are slow to
// read.
const partOfParquet = 5000

// parquet writes to files of Parquet.
func (o *options) parquet(ext string, folder bool) (*output, error) {
	unit, err := o.nested("parquet")
	switch {
	case err != nil:
		return nil, err
	case o.out.rotate == rotation{} && folder:
		o.out.rotate.count = partOfParquet
	case o.out.rotate == rotation{} && o.out.resume:
		return nil, errors.New("--resume: " + oneParquet)
	}
	out, err := o.files(&parquet.Codec{Unit: unit, SkipErrors: o.errors.value == "skip"}, "parquet", ext, folder, o.errors.value == "skip")
	if err == nil && o.out.rotate == (rotation{}) {
		out.survives, out.anew = false, oneParquet+"; --overwrite begins it anew"
	}
	return out, err
}

const oneParquet = "one file of Parquet cannot be gone on with; name a folder (--format parquet --out articles/), or say --rotate"

// nested checks what the formats that are no lines have in common.
func (o *options) nested(format string) (extract.Unit, error) {
	switch {
	case o.out.device():
		return 0, fmt.Errorf("--format %s: %s is no file", format, o.out.path)
	case o.explain:
		return 0, fmt.Errorf("--explain: not with --format %s", format)
	case o.out.table.value != "":
		return 0, fmt.Errorf("--table: %s holds them all", format)
	}
	return extract.ParseUnit(o.offsets.value)
}

// files writes to the files that --out names.
func (o *options) files(codec parts.Codec, format, ext string, folder, silent bool) (*output, error) {
	p := parts.Options{
		Codec: codec, Settings: o.settings(format), Resume: o.out.resume, Overwrite: o.out.overwrite,
		RotateCount: o.out.rotate.count, RotateBytes: o.out.rotate.bytes, Every: o.out.every, Sealed: format == "parquet",
	}
	if folder {
		p.Layout = parts.Folder(o.out.path, ext)
	} else {
		p.Layout = parts.File(o.out.path, ext, o.out.rotate != rotation{})
	}
	w, err := parts.Open(p)
	if err != nil {
		return nil, o.refused(err)
	}
	return &output{name: o.out.path, silent: silent, survives: true,
		Write: w.Write,
		Close: func(finished bool) error { return w.Close(o.out.resume || !finished) },
		done:  w.Journal().Entries(),
		whole: func() int64 { return w.Journal().Mark().Done },
	}, nil
}

// refused says why an output cannot be opened: what is there already is for
// the user to decide, the rest an error of the system.
func (o *options) refused(err error) error {
	switch {
	case errors.Is(err, journal.ErrExists):
		hint := "--resume goes on with what an earlier run began, --overwrite begins anew"
		if o.out.resume {
			hint = "--overwrite begins anew"
		}
		return fmt.Errorf("--out: %w (%s)", err, hint)
	case errors.Is(err, journal.ErrSettings):
		return fmt.Errorf("--resume: %s was %w", o.out.path, err)
	}
	return &outputError{o.out.path, err}
}

// settings are the flags that say what becomes of an article: a run can go on
// only with an output that was written with the same ones. Bounds (--timeout,
// --max-bytes) are none: what failed for them once may be why they are raised.
func (o *options) settings(format string) string {
	s := "--format " + format
	add := func(flag, value string) {
		if value != "" {
			s += " --" + flag + " " + value
		}
	}
	add("table", o.out.table.value)
	add("offsets", o.offsets.value)
	add("errors", o.errors.value)
	add("engine", o.engine.value)
	add("stages", strings.Join(o.stages, ","))
	if o.dedup.on() {
		add("dedup", o.dedup.mode.value)
	}
	for _, f := range []struct {
		name string
		on   bool
	}{{"verbatim", o.verbatim}, {"no-fetch", o.lists.noFetch}, {"explain", o.explain}, {"keep-anyway", o.keepAnyway}} {
		if f.on {
			s += " --" + f.name
		}
	}
	if o.out.rotate != (rotation{}) {
		s += " --rotate"
	}
	return s
}

// again is the command that goes on with this run.
func (o *options) again() string {
	words := []string{"quoth"}
	resume := false
	for _, a := range o.args {
		resume = resume || a == "--resume"
		if a == "--overwrite" {
			continue
		}
		words = append(words, shellWord(a))
	}
	if !resume {
		words = append(words[:1:1], append([]string{"--resume"}, words[1:]...)...)
	}
	return strings.Join(words, " ")
}

// shellWord writes a word so that a shell reads it as one.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:=,@%+", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// apart sees to it that the output is none of the inputs.
func (o *outOptions) apart(args []string) error {
	if o.path == "" {
		return nil
	}
	out, err := os.Stat(o.path)
	in := o.path
	if err != nil || !out.IsDir() {
		in = filepath.Dir(o.path)
	}
	home, homeErr := filepath.EvalSymlinks(in)
	if homeErr == nil {
		home, homeErr = filepath.Abs(home)
	}
	for _, a := range args {
		info, e := os.Stat(a)
		switch {
		case e != nil:
		case err == nil && os.SameFile(info, out) && !info.IsDir():
			return fmt.Errorf("--out: %s is an input too", a)
		case info.IsDir() && homeErr == nil:
			dir, e := filepath.EvalSymlinks(a)
			if e == nil {
				dir, e = filepath.Abs(dir)
			}
			if e == nil && (home == dir || strings.HasPrefix(home, strings.TrimSuffix(dir, string(os.PathSeparator))+string(os.PathSeparator))) {
				return fmt.Errorf("--out: %s lies in %s, which is read", o.path, a)
			}
		}
	}
	return nil
}
