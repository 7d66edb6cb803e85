package cli

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline/table"
)

func readDoc(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var (
	// Where an error gets its kind: Faultf("empty", …), Kind: "panic",
	// kind, err = "timeout", …; also Faultf("http_"+…).
	givesKind = regexp.MustCompile(`(?:Faultf\(|Kind:\s+|kind(?:, err)? :?= |return )"([a-z]+(?:_[a-z]*)*)"(\s*\+)?`)
	tableKind = regexp.MustCompile("`([a-z]+_?[a-z0-9]*)`")
)

// kinds are those of all errors that the code can give; those that end in an
// underscore are made with what follows.
func kinds(t *testing.T) map[string]bool {
	found := map[string]bool{}
	for _, room := range []string{"extract", "pipeline", "internal/fetch", "internal/content", "internal/cli"} {
		err := filepath.WalkDir("../../"+room, func(file string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			for _, m := range givesKind.FindAllStringSubmatch(readDoc(t, file), -1) {
				if strings.HasPrefix(m[0], "return") && m[1] != "failed" {
					continue
				}
				found[m[1]] = true
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) < 15 || !found["failed"] || !found["timeout"] || !found["http_"] {
		t.Fatalf("the code has changed: found only %v", found)
	}
	return found
}

func TestEveryKindOfErrorIsInTheDocuments(t *testing.T) {
	found := kinds(t)
	for _, doc := range []string{"../../docs/errors.md", "manual.md"} {
		text := readDoc(t, doc)
		for kind := range found {
			if !regexp.MustCompile("[`*]" + kind + "[a-z0-9]*[`*]").MatchString(text) {
				t.Errorf("%s does not list the kind %s", doc, kind)
			}
		}
	}
	for line := range strings.Lines(readDoc(t, "../../docs/errors.md")) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			continue
		}
		for _, m := range tableKind.FindAllStringSubmatch(cells[1], -1) {
			prefix := m[1][:strings.LastIndex(m[1], "_")+1]
			if !found[m[1]] && !found[prefix] {
				t.Errorf("docs/errors.md lists %s, which nothing gives", m[1])
			}
		}
	}
}

func TestEveryKeyIsInTheDocuments(t *testing.T) {
	text := readDoc(t, "../../docs/output.md")
	var schema struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string }
			Enum       []string
		} `json:"$defs"`
	}
	if err := json.Unmarshal(extract.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	want := func(where, word string) {
		if !strings.Contains(text, "`"+word+"`") {
			t.Errorf("docs/output.md does not tell of %s: %s", where, word)
		}
	}
	for name, def := range schema.Defs {
		if name == "failure" {
			continue
		}
		for _, word := range def.Enum {
			want(name, word)
		}
		for key, p := range def.Properties {
			want(name, key)
			for _, word := range p.Enum {
				want(name+"."+key, word)
			}
		}
	}
}

func TestEveryColumnIsInTheDocuments(t *testing.T) {
	text := readDoc(t, "../../docs/output.md")
	for _, tb := range table.Tables {
		_, row, ok := strings.Cut(text, "\n| `"+tb.Name+"` | `article_id`")
		row, _, _ = strings.Cut("`article_id`"+row, "\n")
		if !ok {
			t.Errorf("docs/output.md does not tell of the table %s", tb.Name)
		}
		at := 0
		for _, c := range tb.Columns {
			n := strings.Index(row[at:], "`"+c.Name+"`")
			if n < 0 {
				t.Errorf("docs/output.md does not tell of the column %s of %s, or not in its place", c.Name, tb.Name)
				continue
			}
			at += n
		}
	}
}
