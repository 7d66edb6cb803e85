package cli

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
	"github.com/quoth/quoth/pipeline/parts"
	"github.com/quoth/quoth/pipeline/sink"
	"github.com/quoth/quoth/pipeline/source"
	"github.com/quoth/quoth/pipeline/table"
)

// output is where results go.
type output struct {
	name     string       // for messages
	silent   bool         // it does not name inputs that failed
	survives bool         // a later run can go on with it
	whole    func() int64 // inputs that are in it for good, where it survives
	place    string       // where they are until the run ends

	Write func(r pipeline.Result, sketch []byte) (pipeline.Result, error)
	// Close ends the output. finished says that it has all there was to do.
	Close func(finished bool) error
	done  iter.Seq2[journal.Entry, error] // what earlier runs did; nil for nothing
}

// state says what a run that failed has left of its output.
func (o *output) state() string {
	switch n := o.whole(); n {
	case 0:
		return "Nothing is in " + o.place + " yet"
	case 1:
		return "1 article is in " + o.place + ", and whole"
	default:
		return fmt.Sprintf("%d articles are in %s, and whole", n, o.place)
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
func (o *options) report(io streams, args []string, page bool) (*output, error) {
	if page {
		return webPage(io, o.html, args, sink.NewPage)
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
			format = cmp.Or(format, o.lines())
			ext = "." + format
		} else if format, ext, err = o.out.form(); err == errForm && o.out.device() {
			format = o.lines()
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
	return o.files(parts.Options{Codec: codec}, format, ext, folder, silent)
}

// lines is the format where nothing says another.
func (o *options) lines() string {
	if o.out.table.value != "" {
		return "csv"
	}
	return "jsonl"
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
