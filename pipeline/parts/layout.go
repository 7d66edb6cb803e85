package parts

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Layout says how the files of an output are called: one FILE.EXT, numbered
// FILE-00001.EXT and so on, or part-00001.EXT in a folder.
type Layout struct {
	Dir      string
	Stem     string
	Ext      string // with its stop: ".jsonl.gz"
	Numbered bool

	folder  bool
	journal string // where it is neither beside the file nor in the folder
}

// File is the layout of an output at path, which ends in ext, numbered or not.
func File(path, ext string, numbered bool) Layout {
	return Layout{Dir: filepath.Dir(path), Stem: strings.TrimSuffix(filepath.Base(path), ext), Ext: ext, Numbered: numbered}
}

// Folder is the layout of an output in a folder.
func Folder(dir, ext string) Layout {
	return Layout{Dir: dir, Stem: "part", Ext: ext, Numbered: true, folder: true}
}

// Hidden is the layout of parts that are joined to a file at path: they lie in
// a folder beside it, .FILE.EXT.parts.
func Hidden(path, ext string) Layout {
	dir, name := filepath.Split(path)
	return Layout{Dir: filepath.Join(dir, "."+name+".parts"), Stem: "part", Ext: ext, Numbered: true, folder: true, journal: path + ".journal"}
}

// makeDir makes the folder of an output in one.
func (l Layout) makeDir() error {
	switch {
	case l.journal != "": // the folder around it is one that the user named: not there, it is a slip
		if err := os.Mkdir(l.Dir, 0o777); !errors.Is(err, os.ErrExist) {
			return err
		}
	case l.folder:
		return os.MkdirAll(l.Dir, 0o777)
	}
	return nil
}

// Name is the path of part n, from 1.
func (l Layout) Name(n int) string {
	if !l.Numbered {
		return filepath.Join(l.Dir, l.Stem+l.Ext)
	}
	return filepath.Join(l.Dir, fmt.Sprintf("%s-%05d%s", l.Stem, n, l.Ext))
}

// Journal is the path of the journal: beside a file, in a folder.
func (l Layout) Journal() string {
	switch {
	case l.journal != "":
		return l.journal
	case l.folder:
		return filepath.Join(l.Dir, "quoth.journal")
	}
	return filepath.Join(l.Dir, l.Stem+l.Ext+".journal")
}

// unfinished is the name of a part that is of no use before its end.
const unfinished = ".unfinished"

// Files are the paths of the parts from number first on that are there,
// unfinished ones too, in order.
func (l Layout) Files(first int) ([]string, error) {
	entries, err := os.ReadDir(l.Dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var found []string
	for _, e := range entries {
		if n := l.number(strings.TrimSuffix(e.Name(), unfinished)); n >= first && !e.IsDir() {
			found = append(found, filepath.Join(l.Dir, e.Name()))
		}
	}
	slices.Sort(found)
	return found, err
}

// number is which part a file's name is of; 0 for none.
func (l Layout) number(name string) int {
	name, ok := strings.CutSuffix(name, l.Ext)
	name, ok2 := strings.CutPrefix(name, l.Stem)
	if !ok || !ok2 {
		return 0
	}
	if !l.Numbered {
		if name == "" {
			return 1
		}
		return 0
	}
	digits, ok := strings.CutPrefix(name, "-")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || len(digits) < 5 {
		return 0
	}
	return n
}

// remove deletes the parts from number first on.
func (l Layout) remove(first int) error {
	files, err := l.Files(first)
	for _, f := range files {
		err = errors.Join(err, os.Remove(f))
	}
	return err
}
