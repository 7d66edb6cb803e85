package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// frames are the sentences that names are put into.
var frames = []string{
	"%s said the bridge would open again in spring.",
	"The award went to %s for a study of river birds.",
	"“We were lucky,” said %s, a nurse who saw the fire.",
	"On Tuesday the council asked %s to lead the inquiry.",
	"It was %s who found the letters in the attic.",
	"Neighbours of %s heard the alarm shortly after midnight.",
}

// origins prints, for names of each origin, how many of them are found in whole
// as persons' in each of the frames.
func (e *evaluation) origins(w io.Writer, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if e.out, err = os.MkdirTemp("", "quoth-origins"); err != nil {
		return err
	}
	defer os.RemoveAll(e.out)
	in, out := filepath.Join(e.out, "origins.texts.jsonl"), filepath.Join(e.out, "origins.jsonl")
	f, err := os.Create(in)
	if err != nil {
		return err
	}
	defer f.Close()
	type asked struct{ origin, name string }
	var all []asked
	var order []string
	for line := range strings.Lines(string(data)) {
		origin, names, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		order = append(order, origin)
		for name := range strings.SplitSeq(names, ", ") {
			for _, frame := range frames {
				if err := json.NewEncoder(f).Encode(map[string]string{"id": fmt.Sprint(len(all)), "text": fmt.Sprintf(frame, name)}); err != nil {
					return err
				}
				all = append(all, asked{origin, name})
			}
		}
	}
	if err := e.quoth(out, "--input", "jsonl", "--verbatim", "--stages", "entities", in); err != nil {
		return err
	}
	lines, err := readLines(out)
	if err != nil {
		return err
	}
	if len(lines) != len(all) {
		return fmt.Errorf("%d lines for %d sentences", len(lines), len(all))
	}
	found, total := map[string]int{}, map[string]int{}
	for i, line := range lines {
		var got struct {
			Entities []struct{ Type, Name string }
		}
		if err := json.Unmarshal(line, &got); err != nil {
			return err
		}
		total[all[i].origin]++
		for _, n := range got.Entities {
			if n.Type == "PERSON" && n.Name == all[i].name {
				found[all[i].origin]++
				break
			}
		}
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "origin of names\tfound\tof")
	for _, o := range order {
		fmt.Fprintf(t, "%s\t%.3f\t%d\n", o, float64(found[o])/float64(total[o]), total[o])
	}
	return t.Flush()
}
