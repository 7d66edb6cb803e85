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
	"sync"

	"github.com/quoth/quoth/extract/name"
	"github.com/quoth/quoth/internal/train"
	"github.com/quoth/quoth/internal/train/gum"
)

// sideBySide is how many trainings go on at a time.
const sideBySide = 2

func main() {
	log.SetFlags(log.Ltime)
	shared := flag.String("shared", "../shared", "folder with corpora")
	runs := flag.Int("runs", 4, "trainings in other orders, whose mean is taken")
	epochs := flag.Int("epochs", 12, "rounds over the sentences")
	least := flag.Int("least", 3, "rows for features seen this often")
	show := flag.String("errors", "", "folder for lists of errors")
	drop := flag.Float64("drop", 0.5, "share of features left out in training")
	margin := flag.Float64("margin", 1, "by which the right labels must win")
	out := flag.String("out", "", "file for the packed model")
	prune := flag.Int("prune", 6, "leave out rows that reach less than this, of 127")
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
	names = append(names, "gum-dev")
	var held []train.Annotated
	for _, d := range must(gum.Read(filepath.Join(*shared, "corpora", "treebank", "gum-dev.conllu.gz"))) {
		held = append(held, d.Annotated)
	}
	sets["gum-dev"] = prepare(ext, held)
	c := &train.Chain{Labels: name.Labels, Bits: *bits, Allow: name.Follows, Margin: float32(*margin), Drop: float32(*drop)}
	log.Printf("%d sentences, %d features", len(ex), c.Count(ex, *least))
	c.Bind(ex)
	chains := make([]*train.Chain, *runs)
	var wait sync.WaitGroup
	room := make(chan bool, sideBySide)
	for run := range chains {
		room <- true
		wait.Go(func() {
			defer func() { <-room }()
			one := c.Fresh(uint64(run))
			one.Train(ex, *epochs, uint64(run), func(ep, wrong int) { log.Printf("run %d, epoch %d: %d wrong", run, ep, wrong) })
			one.Average()
			line := fmt.Sprintf("run %d", run)
			for _, s := range names {
				line += fmt.Sprintf("  %s %s", s, score(one, sets[s]))
			}
			log.Print(line)
			chains[run] = one
		})
	}
	wait.Wait()
	c = train.Mean(chains)
	line := "all runs"
	for _, s := range names {
		if *show != "" {
			os.WriteFile(filepath.Join(*show, s+".err"), []byte(errors(c, sets[s])), 0o644)
		}
		line += fmt.Sprintf("  %s %s", s, score(c, sets[s]))
	}
	log.Print(line)
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
