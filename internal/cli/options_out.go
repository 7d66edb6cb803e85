package cli

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/quoth/quoth/pipeline/table"
	"github.com/spf13/cobra"
)

// outOptions say where the output goes and in which form.
type outOptions struct {
	path      string
	format    choice
	table     choice
	rotate    rotation
	resume    bool
	overwrite bool
	every     time.Duration
}

// formats are the names of --format. The name of a file that ends in one of
// them means it.
var formats = []string{"jsonl", "jsonl.gz", "jsonl.zst", "csv", "csv.gz", "csv.zst", "tsv", "tsv.gz", "tsv.zst", "parquet", "sqlite"}

// endings are other endings that mean a format.
var endings = map[string]string{"ndjson": "jsonl", "ndjson.gz": "jsonl.gz", "ndjson.zst": "jsonl.zst", "sqlite3": "sqlite", "db": "sqlite"}

func newOutOptions() outOptions {
	return outOptions{format: choice{of: formats}, table: choice{of: table.Names()}}
}

func (o *outOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.path, "out", "", "`file` or folder to write to instead of standard output; its ending says the format: .jsonl, .csv, .tsv (each with .gz or .zst), .parquet, .sqlite")
	f.Var(&o.format, "format", "form of the output where its name does not say: "+o.format.list())
	f.Var(&o.table, "table", "write a table, a row for each of these: "+o.table.list())
	f.BoolVar(&o.resume, "resume", false, "go on with --out where an earlier run stopped: inputs that are in it are not read again")
	f.BoolVar(&o.overwrite, "overwrite", false, "begin --out anew where it is there already")
	f.Var(&o.rotate, "rotate", "begin a new file of --out after so many articles, or bytes with K, M or G")
	f.DurationVar(&o.every, "commit", time.Second, "`time` between the points that --resume can go on from")
	_ = f.MarkHidden("commit")
	words(cmd, "format", o.format.of)
	words(cmd, "table", o.table.of)
}

// rotation is a flag that takes a number of articles or of bytes.
type rotation struct{ count, bytes int64 }

func (r *rotation) Type() string { return "number" }

func (r *rotation) String() string {
	if r.bytes > 0 {
		n := size(r.bytes)
		return n.String()
	}
	if r.count > 0 {
		return strconv.FormatInt(r.count, 10)
	}
	return ""
}

func (r *rotation) Set(s string) error {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 0 {
		*r = rotation{count: n}
		return nil
	}
	if s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		return errors.New("must be a number of articles, like 10000, or of bytes, like 100M")
	}
	n, err := parseBytes(s, 1<<50)
	if err != nil {
		return errors.New("must be a number of articles, like 10000, or of bytes, like 100M")
	}
	*r = rotation{bytes: n}
	return nil
}

var errForm = errors.New("which format? End the name of --out in .jsonl, .csv, .tsv (and .gz or .zst), .parquet or .sqlite, or say --format")

// form tells the format by --format or the name of the file, and which end of
// the name said so.
func (o *outOptions) form() (format, ext string, err error) {
	format = o.format.value
	name := strings.ToLower(o.path)
	all := maps.Clone(endings)
	for _, f := range formats {
		all[f] = f
	}
	for ending, f := range all {
		if !strings.HasSuffix(name, "."+ending) {
			continue
		}
		if format != "" && format != f {
			return "", "", fmt.Errorf("--format %s: the name of --out says %s", format, f)
		}
		return f, o.path[len(o.path)-len(ending)-1:], nil
	}
	if format == "" {
		return "", "", errForm
	}
	return format, "", nil
}

// folder says whether --out is a folder: there, or by its last character.
func (o *outOptions) folder() bool {
	if strings.HasSuffix(o.path, "/") || strings.HasSuffix(o.path, string(os.PathSeparator)) {
		return true
	}
	info, err := os.Stat(o.path)
	return err == nil && info.IsDir()
}

// device says whether --out is there and neither a file nor a folder.
func (o *outOptions) device() bool {
	info, err := os.Stat(o.path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// check says what does not go together.
func (o *outOptions) check() error {
	switch {
	case o.path != "":
	case o.resume:
		return errors.New("--resume: with --out, which says what to go on with")
	case o.overwrite:
		return errors.New("--overwrite: with --out")
	case o.rotate != rotation{}:
		return errors.New("--rotate: with --out")
	case o.format.value == "parquet" || o.format.value == "sqlite" || strings.Contains(o.format.value, "."):
		return fmt.Errorf("--format %s: with --out", o.format.value)
	}
	if dir := filepath.Dir(o.path); o.path != "" && !o.folder() {
		if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) { // of a slip, rather than a folder made for it
			return &outputError{o.path, fmt.Errorf("there is no folder %s", dir)}
		}
	}
	if o.resume && o.overwrite {
		return errors.New("--resume and --overwrite: one goes on, the other begins anew")
	}
	return nil
}
