// Command tags trains the model of extract/tag on treebanks and on texts that a
// larger tagger has tagged (teach.sh): an averaged perceptron over hashed features,
// one byte for each weight. The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/quoth/quoth/extract"
)

const (
	epochs     = 6
	runs       = 8 // in other orders; the weights are their mean
	sideBySide = 2
)

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "folder of the corpora")
	out := flag.String("o", "extract/tag/data", "folder of the weights")
	taught := flag.String("taught", "internal/train/tags/data/taught.gz", "file of the tags that the teacher gave")
	words := flag.String("words", "", "write words for the teacher into this file, and nothing else")
	tags := flag.String("tags", "", "write the file of taught tags from the teacher's in this file, and nothing else")
	flag.Parse()
	texts := must(readTexts(filepath.Join(*shared, "corpora")))
	switch {
	case *words != "":
		check(writeTokens(*words, texts))
	case *tags != "":
		check(writeTaught(*taught, *tags, texts))
	default:
		learned, without, err := readTaught(*taught, texts)
		check(err)
		fmt.Printf("%d texts, %d without tags\n", len(texts), without)
		makeModel(filepath.Join(*shared, "corpora/treebank"), *out, learned)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func must[T any](v T, err error) T {
	check(err)
	return v
}

// makeModel learns from the treebanks in a folder and the taught sentences, writes the
// model into the folder out, and says how it scores.
func makeModel(treebanks, out string, taught []sentenceOf) {
	var plain []sentenceOf
	for _, name := range []string{"gum-train", "ewt-train"} {
		plain = append(plain, must(load(filepath.Join(treebanks, name+".conllu.gz")))...)
	}
	gold, seen := counts{}, counts{}
	gold.add(plain)
	seen.add(taught)
	data, words := append(augment(plain), taught...), usual(gold, seen)
	var trained [runs]*trainer
	var wait sync.WaitGroup
	slots := make(chan bool, sideBySide)
	for k := range trained {
		wait.Go(func() {
			slots <- true
			trained[k] = newTrainer(data, words, uint64(7+k))
			trained[k].train(epochs)
			<-slots
		})
	}
	wait.Wait()
	t := trained[0]
	weights := quantise(trained[:]...)
	for name, b := range map[string][]byte{"weights.bin": weights, "usual.bin": []byte(t.table)} {
		check(os.WriteFile(filepath.Join(out, name), b, 0o644))
	}
	for _, name := range []string{"gum-dev", "ewt-dev"} {
		list := must(load(filepath.Join(treebanks, name+".conllu.gz")))
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
