// Package archtest holds the directions of imports: see ARCHITECTURE.md.
package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/quoth/quoth"

// rules says what each package may import beside the standard library: our
// own packages by their path in the module, others by the start of their
// path. Tests may import more, but no package may be without a rule.
var rules = map[string][]string{
	"cmd/quoth":    {"internal/cli"},
	"internal/cli": {"extract", "pipeline", "pipeline/source", "pipeline/sink", "pipeline/journal", "pipeline/parts", "pipeline/table", "pipeline/parquet", "pipeline/sqlite", "extract/near", "internal/fetch", "internal/progress", "github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/cpuguy83/go-md2man/v2", "github.com/schollz/progressbar/v3", "golang.org/x/sys/unix", "golang.org/x/term"},

	"pipeline": {"extract", "extract/decode", "extract/boilerplate", "extract/lines", "extract/junk", "extract/language", "extract/spacing",
		"extract/prose", "extract/token", "extract/sentence", "extract/tag", "extract/name", "extract/entity", "extract/quote", "extract/speaker", "extract/near"},
	"pipeline/source": {"extract", "pipeline", "pipeline/source/feed", "pipeline/source/sitemap", "pipeline/source/warc", "internal/content",
		"github.com/klauspost/compress"},
	"pipeline/source/feed":    {"extract", "github.com/mmcdole/gofeed"},
	"pipeline/source/sitemap": {"extract", "internal/content", "golang.org/x/net/html/charset"},
	"pipeline/source/warc":    {"extract", "internal/content"},
	"pipeline/sink":           {"extract", "pipeline", "golang.org/x/text/width"},

	"pipeline/journal": {"pipeline"},
	"pipeline/parts":   {"pipeline", "pipeline/journal", "pipeline/sink", "github.com/klauspost/compress"},
	"pipeline/table":   {"extract", "pipeline"},
	"pipeline/parquet": {"extract", "pipeline", "pipeline/sink", "github.com/parquet-go/parquet-go"},
	"pipeline/sqlite":  {"extract", "pipeline", "pipeline/journal", "pipeline/sink", "pipeline/table", "modernc.org/sqlite"},

	"extract":                  {},
	"extract/decode":           {"extract", "golang.org/x/net/html/charset", "golang.org/x/text"},
	"extract/boilerplate":      {"extract", "extract/boilerplate/meta", "github.com/PuerkitoBio/goquery", "golang.org/x/net/html"},
	"extract/boilerplate/meta": {"extract", "internal/lexicon", "github.com/PuerkitoBio/goquery", "golang.org/x/net/html"},
	"extract/lines":            {"extract", "internal/lexicon"},
	"extract/junk":             {"extract", "internal/dateline", "internal/lexicon"},
	"extract/language":         {"extract", "github.com/RadhiFadlillah/whatlanggo"},
	"extract/spacing":          {"extract"},
	"extract/token":            {"extract", "internal/lexicon"},
	"extract/sentence":         {"extract", "internal/lexicon"},
	"extract/tag":              {"extract", "internal/lexicon"},
	"extract/prose":            {"extract", "internal/lexicon", "github.com/jdkato/prose/v2"},
	"extract/entity":           {"extract", "internal/lexicon"},
	"extract/name":             {"extract", "internal/lexicon", "internal/model"},
	"extract/near":             {"extract"},
	"extract/quote":            {"extract", "internal/dateline", "internal/lexicon"},
	"extract/speaker":          {"extract", "internal/dateline", "internal/lexicon"},

	"internal/archtest":       {},
	"internal/content":        {"extract", "github.com/klauspost/compress", "github.com/andybalholm/brotli"},
	"internal/eval":           {"internal/train/gum", "github.com/santhosh-tekuri/jsonschema/v6"},
	"internal/fetch":          {"extract", "internal/content", "internal/robots"},
	"internal/progress":       {"pipeline"},
	"internal/model":          {},
	"internal/robots":         {},
	"internal/train":          {"extract", "internal/model"},
	"internal/noted":          {"extract"},
	"internal/train/entities": {"extract", "extract/name", "extract/sentence", "extract/token", "internal/lexicon", "internal/train", "internal/train/conllu", "internal/train/gum"},
	"internal/train/gum":      {"extract", "internal/lexicon", "internal/train"},
	"internal/train/tables":   {"extract", "extract/token", "internal/lexicon", "internal/model"},
	"internal/lexicon":        {},
	"internal/dateline":       {"internal/lexicon"},
	"internal/train/page":     {"extract/boilerplate", "internal/train"},
	"internal/train/meta":     {"extract/boilerplate/meta", "internal/train"},

	"internal/train/furniture": {"extract", "extract/boilerplate", "extract/junk", "extract/lines", "internal/train"},

	"internal/train/conllu":     {"extract", "internal/train"},
	"internal/train/tags":       {"extract", "extract/sentence", "extract/tag", "extract/token", "internal/train", "internal/train/conllu"},
	"internal/train/speakers":   {"extract", "extract/entity", "extract/name", "extract/quote", "extract/sentence", "extract/tag", "extract/token", "internal/train"},
	"internal/train/confidence": {"extract", "extract/entity", "extract/name", "extract/quote", "extract/sentence", "extract/tag", "extract/token", "internal/train"},
	"internal/train/sentences":  {"extract", "extract/sentence", "extract/token", "internal/train/conllu"},
}

// netHTTP lists who may open connections.
var netHTTP = []string{"internal/fetch", "internal/progress"}

func TestImportsGoOneWay(t *testing.T) {
	root := "../.."
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := e.Name()
		if e.IsDir() {
			if file != root && (strings.HasPrefix(name, ".") || name == "testdata" || isModule(file)) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		rel, _ := filepath.Rel(root, filepath.Dir(file))
		pkg := filepath.ToSlash(rel)
		allowed, ok := rules[pkg]
		if !ok {
			t.Errorf("package %s has no rule: say in internal/archtest what it may import, and in ARCHITECTURE.md what it is for", pkg)
			return fs.SkipDir
		}
		seen[pkg] = true
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp, _ := strconv.Unquote(spec.Path.Value)
			if !mayImport(pkg, imp, allowed) {
				t.Errorf("%s imports %s: not in the rule of %s", path.Join(pkg, name), imp, pkg)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range rules {
		if !seen[pkg] {
			t.Errorf("the rule of %s is about no package", pkg)
		}
	}
}

func mayImport(pkg, imp string, allowed []string) bool {
	if own, ok := strings.CutPrefix(imp, module+"/"); ok {
		return slices.Contains(allowed, own)
	}
	if !strings.Contains(strings.Split(imp, "/")[0], ".") { // the standard library
		switch imp {
		case "net/http", "net":
			return slices.Contains(netHTTP, pkg)
		case "os", "flag", "log":
			return !strings.HasPrefix(pkg, "extract") && pkg != "pipeline"
		}
		return true
	}
	return slices.ContainsFunc(allowed, func(a string) bool { return imp == a || strings.HasPrefix(imp, a+"/") })
}

func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}
