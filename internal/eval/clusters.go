package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/quoth/quoth/internal/train/gum"
)

// clusters scores entities against GUM's coreference: B-cubed F1 (Bagga and
// Baldwin 1998) over the names that both have, exactly.
func (e *evaluation) clusters(file string) ([]figure, error) {
	docs, err := gum.Read(file)
	if err != nil {
		return nil, err
	}
	gold, out := filepath.Join(e.out, "gum.texts.jsonl"), filepath.Join(e.out, "gum.entities.jsonl")
	f, err := os.Create(gold)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, d := range docs {
		if err := json.NewEncoder(f).Encode(map[string]string{"id": d.ID, "text": d.Text}); err != nil {
			return nil, err
		}
	}
	if err := e.quoth(out, "--input", "jsonl", "--verbatim", "--offsets", "byte", "--stages", "entities", gold); err != nil {
		return nil, err
	}
	lines, err := readLines(out)
	if err != nil {
		return nil, err
	}
	if len(lines) != len(docs) {
		return nil, fmt.Errorf("%d lines for %d texts", len(lines), len(docs))
	}
	var b cubed
	for i, line := range lines {
		var got struct {
			Entities []struct {
				ID       string
				Mentions []struct{ Start, End int32 }
			}
		}
		if err := json.Unmarshal(line, &got); err != nil {
			return nil, err
		}
		found := map[[2]int32]string{}
		for _, n := range got.Entities {
			for _, m := range n.Mentions {
				found[[2]int32{m.Start, m.End}] = n.ID
			}
		}
		var pairs [][2]string
		for k, n := range docs[i].Names {
			if id, ok := found[[2]int32{n.Start, n.End}]; ok && docs[i].Entities[k] != "" {
				pairs = append(pairs, [2]string{docs[i].Entities[k], id})
			}
		}
		b.add(pairs)
	}
	return []figure{{"name clusters (B-cubed)", b.f1()}}, nil
}

// cubed sums the precision and recall of mentions.
type cubed struct{ precision, recall, n float64 }

// add adds a document's mentions, each with its cluster in gold and as found.
func (b *cubed) add(pairs [][2]string) {
	gold, found, both := map[string]float64{}, map[string]float64{}, map[[2]string]float64{}
	for _, p := range pairs {
		gold[p[0]]++
		found[p[1]]++
		both[p]++
	}
	for _, p := range pairs {
		b.precision += both[p] / found[p[1]]
		b.recall += both[p] / gold[p[0]]
		b.n++
	}
}

func (b *cubed) f1() float64 {
	if b.n == 0 {
		return 0
	}
	return 2 * b.precision * b.recall / (b.precision + b.recall) / b.n
}
