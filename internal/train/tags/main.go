// Command tags trains the model of extract/tag on treebanks: an averaged
// perceptron over hashed features, one byte for each weight. The same input
// gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/quoth/quoth/extract"
)

const (
	firstEpochs = 4
	epochs      = 8
	runs        = 8 // in other orders; the weights are their mean
)

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("o", "extract/tag/data", "folder of the weights")
	flag.Parse()
	folder := filepath.Join(*shared, "corpora/treebank")
	var plain []sentenceOf
	for _, name := range []string{"gum-train", "ewt-train"} {
		list, err := load(filepath.Join(folder, name+".conllu.gz"))
		if err != nil {
			log.Fatal(err)
		}
		plain = append(plain, list...)
	}
	// A first model tags texts without tags. What tags their words have there is
	// what the second model knows of words that the treebanks lack.
	gold, seen := counts{}, counts{}
	gold.add(plain)
	data := augment(plain)
	first := newTrainer(data, usual(gold, nil), 7)
	first.train(firstEpochs)
	weights := quantise(first)
	for _, name := range []string{"wcxb-article-dev", "naeb-dev", "fundus-dev"} {
		texts, err := readTexts(filepath.Join(*shared, "corpora/pages", name+".jsonl.gz"))
		if err != nil {
			log.Fatal(err)
		}
		first.tag(texts, weights)
		seen.add(texts)
	}
	words := usual(gold, seen)
	var trained []*trainer
	for k := range runs {
		t := newTrainer(data, words, uint64(7+k))
		t.train(epochs)
		trained = append(trained, t)
	}
	t := trained[0]
	weights = quantise(trained...)
	for name, b := range map[string][]byte{"weights.bin": weights, "usual.bin": []byte(t.table)} {
		if err := os.WriteFile(filepath.Join(*out, name), b, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	for _, name := range []string{"gum-dev", "ewt-dev"} {
		list, err := load(filepath.Join(folder, name+".conllu.gz"))
		if err != nil {
			log.Fatal(err)
		}
		wrong := map[string]int{}
		fmt.Printf("%s %.4f\n", name, t.score(list, weights, wrong))
		keys := slices.SortedFunc(maps.Keys(wrong), func(a, b string) int { return wrong[b] - wrong[a] })
		for _, k := range keys[:min(12, len(keys))] {
			fmt.Printf("%s: %d, ", k, wrong[k])
		}
		fmt.Println()
	}
}

// sentenceOf is a text with tokens whose tags are right.
type sentenceOf struct {
	text string
	toks []extract.Token
}
