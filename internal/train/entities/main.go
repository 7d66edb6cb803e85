// Command entities trains the model of names.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract/name"
	"github.com/quoth/quoth/internal/train"
	"github.com/quoth/quoth/internal/train/gum"
)

func main() {
	log.SetFlags(log.Ltime)
	shared := flag.String("shared", "../shared", "folder with corpora")
	epochs := flag.Int("epochs", 10, "rounds over the sentences")
	least := flag.Int("least", 3, "rows for features seen this often")
	show := flag.String("errors", "", "folder for lists of errors")
	drop := flag.Float64("drop", 0.5, "share of features left out in training")
	margin := flag.Float64("margin", 1, "by which the right labels must win")
	out := flag.String("out", "", "file for the packed model")
	prune := flag.Int("prune", 4, "leave out rows that reach no more than this, of 127")
	mix := flag.Int("mix", 15, "1 GUM, 2 recased copies, 4 texts that the teacher labelled, 8 news twice")
	weigh := flag.String("weigh", "", "score the built-in model with votes of these weights")
	bits := flag.Int("bits", 22, "of the hashes of features")
	limit := flag.Int("limit", 0, "documents of training")
	taught := flag.String("taught", "internal/train/entities/data/taught.txt.gz", "file of the names that the teacher found")
	export := flag.String("tokens", "", "write texts for the teacher into this folder, and nothing else")
	labels := flag.String("labels", "", "write the file of taught names from the teacher's labels in this folder, and nothing else")
	flag.Parse()
	dir := filepath.Join(*shared, "corpora", "annotation")
	ext := name.NewExtractor()
	read := func(f string) []train.Annotated { return must(train.ReadAnnotated(filepath.Join(dir, f+".jsonl.gz"))) }
	load := func(f string) []doc { return prepare(ext, read(f)) }
	if *weigh != "" {
		for _, w := range strings.Split(*weigh, ",") {
			n, _ := strconv.Atoi(w)
			name.Weight = int32(n)
			line := w
			for _, s := range []string{"conllpp-dev", "uner-dev", "wikigold"} {
				line += "  " + s + " " + found(read(s)).String()
			}
			log.Print(line)
		}
		return
	}
	conll := read("conllpp-train")
	var treebank []train.Annotated
	for _, d := range must(gum.Read(filepath.Join(*shared, "corpora", "treebank", "gum-train.conllu.gz"))) {
		treebank = append(treebank, d.Annotated)
	}
	texts := must(readTexts(filepath.Join(*shared, "corpora")))
	if *labels != "" {
		if err := writeTaught(*taught, *labels, texts); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *export != "" {
		write := func(f string, docs []train.Annotated) {
			if err := exportTokens(filepath.Join(*export, f+".gz"), docs); err != nil {
				log.Fatal(err)
			}
		}
		write("conllpp-train", conll)
		write("gum-train", treebank)
		for _, s := range []string{"conllpp-dev", "uner-dev", "wikigold"} {
			write(s, read(s))
		}
		for f, texts := range texts {
			write(f+".texts", texts)
		}
		return
	}
	if *limit > 0 {
		conll, treebank = conll[:*limit], treebank[:*limit]
	}
	docs := prepare(ext, conll)
	if *mix&1 != 0 {
		docs = append(docs, prepare(ext, treebank)...)
	}
	if *mix&2 != 0 {
		docs = append(docs, prepare(ext, recased(conll))...)
		docs = append(docs, prepare(ext, recased(treebank))...)
	}
	if *mix&8 != 0 {
		docs = append(docs, docs[:len(conll)]...)
	}
	if *mix&4 != 0 {
		docs = append(docs, prepare(ext, must(readTaught(*taught, texts)))...)
	}
	var ex []train.Example
	for _, d := range docs {
		ex = append(ex, d.examples...)
	}
	sets := map[string][]doc{}
	names := []string{"conllpp-dev", "uner-dev", "wikigold"}
	for _, s := range names {
		sets[s] = load(s)
	}
	c := &train.Chain{Labels: name.Labels, Bits: *bits, Allow: name.Follows, Margin: float32(*margin), Drop: float32(*drop)}
	log.Printf("%d sentences, %d features", len(ex), c.Count(ex, *least))
	c.Train(ex, *epochs, 1, func(ep, wrong int) {
		log.Printf("epoch %d: %d wrong", ep, wrong)
		if ep%3 != 1 && ep != *epochs-1 {
			return
		}
		a := c.Averaged()
		line := ""
		for _, s := range names {
			if *show != "" && ep == *epochs-1 {
				os.WriteFile(filepath.Join(*show, s+".err"), []byte(errors(a, sets[s])), 0o644)
			}
			line += fmt.Sprintf("  %s %s", s, score(a, sets[s]))
		}
		log.Print(line)
	})
	c.Average()
	if *out != "" {
		data := c.Pack(*prune)
		log.Printf("%s: %d bytes", *out, len(data))
		if err := os.WriteFile(*out, data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
