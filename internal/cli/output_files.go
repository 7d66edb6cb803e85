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
	return &output{name: o.out.path, place: o.out.path, silent: o.errors.value == "skip", survives: true,
		Write: w.Write,
		Close: func(bool) error { return w.Close() },
		done:  w.Entries(),
		whole: w.Committed,
	}, nil
}

// What a part of Parquet holds is lost when a run is that did not end it, and
// many small parts are slow to read.
const (
	partOfParquet = 5000 // articles
	oldestPart    = 60   // times --commit: a minute; of an output in parts, ten
)

// parquet writes to files of Parquet. One file is written in parts too, which
// are joined at the end.
func (o *options) parquet(ext string, folder bool) (*output, error) {
	unit, err := o.nested("parquet")
	if err != nil {
		return nil, err
	}
	p := parts.Options{Codec: &parquet.Codec{Unit: unit, SkipErrors: o.errors.value == "skip"}, Sealed: true}
	if o.out.rotate == (rotation{}) {
		p.RotateCount, p.SealAfter = partOfParquet, oldestPart*o.out.every
		if folder {
			p.SealAfter *= 10
		} else {
			p.Joined = o.out.path
		}
	}
	return o.files(p, "parquet", ext, folder, o.errors.value == "skip")
}

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
func (o *options) files(p parts.Options, format, ext string, folder, silent bool) (*output, error) {
	p.Settings, p.Resume, p.Overwrite, p.Every = o.settings(format), o.out.resume, o.out.overwrite, o.out.every
	if o.out.rotate != (rotation{}) {
		p.RotateCount, p.RotateBytes = o.out.rotate.count, o.out.rotate.bytes
	}
	place := o.out.path
	switch {
	case folder:
		p.Layout = parts.Folder(o.out.path, ext)
	case p.Joined != "":
		p.Layout = parts.Hidden(o.out.path, ext)
		place = p.Layout.Dir
	default:
		p.Layout = parts.File(o.out.path, ext, o.out.rotate != rotation{})
	}
	w, err := parts.Open(p)
	if err != nil {
		return nil, o.refused(err)
	}
	return &output{name: o.out.path, place: place, silent: silent, survives: true,
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
