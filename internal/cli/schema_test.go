package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func outputSchema() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(extract.Schema()))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("quoth.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("quoth.json")
}

// obeysSchema (schema): every line that the last command printed is valid, and
// its offsets are true.
func obeysSchema(ts *testscript.TestScript, _ bool, _ []string) {
	s, err := outputSchema()
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		ts.Check(err)
		ts.Check(s.Validate(v))
		ts.Check(offsetsAreTrue([]byte(line)))
	}
}

func TestArticlesObeySchema(t *testing.T) {
	s, err := outputSchema()
	if err != nil {
		t.Fatal(err)
	}
	articles := articles(t)
	for _, offsets := range units {
		var out, messages bytes.Buffer
		args := append([]string{"--offsets", offsets, "--explain", "--errors", "record"}, articles...)
		run(t.Context(), args, streams{strings.NewReader(""), &out, &messages})
		n := 0
		for line := range strings.Lines(out.String()) {
			n++
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(v); err != nil {
				t.Errorf("line %d: %v", n, err)
			}
			if err := offsetsAreTrue([]byte(line)); err != nil {
				t.Errorf("line %d: %v", n, err)
			}
		}
		if n != len(articles) {
			t.Errorf("%d lines for %d articles\n%s", n, len(articles), &messages)
		}
	}
}
