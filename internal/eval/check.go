package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

type validator func(line []byte) error

func compileSchema(bin string) (validator, error) {
	text, err := exec.Command(bin, "schema").Output()
	if err != nil {
		return nil, fmt.Errorf("%s schema: %w", bin, err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("quoth.json", doc); err != nil {
		return nil, err
	}
	schema, err := c.Compile("quoth.json")
	if err != nil {
		return nil, err
	}
	return func(line []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}, nil
}

// check counts the lines of an output that break a promise.
func (e *evaluation) check(s set, gold, out string) ([]figure, error) {
	golds, err := readLines(gold)
	if err != nil {
		return nil, err
	}
	outs, err := readLines(out)
	if err != nil {
		return nil, err
	}
	var failed, invalid, altered, misplaced float64
	type record struct {
		ID    string
		Text  string
		Error *struct{ Stage, Message string }
	}
	for i, line := range outs {
		var got, want record
		if err := json.Unmarshal(line, &got); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		if err := e.schema(line); err != nil {
			if invalid++; invalid == 1 {
				fmt.Fprintf(os.Stderr, "eval: %s: %s is not valid under the schema: %v\n", s.name, got.ID, err)
			}
		}
		if i < len(golds) {
			if err := json.Unmarshal(golds[i], &want); err != nil {
				return nil, err
			}
		}
		switch {
		case got.ID != want.ID:
			misplaced++
		case got.Error != nil:
			failed++
			fmt.Fprintf(os.Stderr, "eval: %s: %s: %s: %s\n", s.name, got.ID, got.Error.Stage, got.Error.Message)
		case got.Text != want.Text:
			altered++
		}
	}
	if len(outs) != len(golds) {
		misplaced = float64(len(golds))
	}
	figures := []figure{{"lines missing or out of order", misplaced}, {"lines not valid under the schema", invalid}}
	if s.checks.noErrors {
		figures = append(figures, figure{"error records", failed})
	}
	if s.checks.verbatim {
		figures = append(figures, figure{"texts altered", altered})
	}
	if s.checks.sameOutput {
		differ, err := e.differs(s, gold, out)
		if err != nil {
			return nil, err
		}
		figures = append(figures, figure{"outputs that differ from run to run", differ})
	}
	if s.checks.memory {
		mb, err := e.peakMemory(gold)
		if err != nil {
			return nil, err
		}
		figures = append(figures, figure{"peak memory, MB", mb})
	}
	return figures, nil
}

// differs counts the runs, with one worker and with four, whose output is not
// the one at hand, byte for byte.
func (e *evaluation) differs(s set, gold, out string) (n float64, err error) {
	want, err := os.ReadFile(out)
	if err != nil {
		return 0, err
	}
	for _, workers := range []string{"1", "4"} {
		again := filepath.Join(e.out, "again.jsonl")
		args := append([]string{"--input", "jsonl", "--workers", workers}, s.args...)
		if err := e.quoth(again, append(args, gold)...); err != nil {
			return 0, err
		}
		got, err := os.ReadFile(again)
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(got, want) {
			n++
		}
	}
	return n, nil
}

func readLines(path string) ([][]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			return nil, err
		}
	}
	all, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var lines [][]byte
	for line := range bytes.Lines(all) {
		if len(bytes.TrimSpace(line)) > 0 {
			lines = append(lines, line)
		}
	}
	return lines, nil
}
