package cli

import (
	"errors"
	"fmt"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline/journal"
	"github.com/quoth/quoth/pipeline/parquet"
	"github.com/quoth/quoth/pipeline/parts"
	"github.com/quoth/quoth/pipeline/sqlite"
)

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
