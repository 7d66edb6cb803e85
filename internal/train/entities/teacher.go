package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train"
	"github.com/quoth/quoth/internal/train/conllu"
)

// tokens is a text as the teacher reads and labels it.
type tokens struct {
	Words  []string `json:"words"`
	Ends   []int    `json:"ends"` // of sentences
	Labels []int    `json:"labels,omitempty"`
	Free   []bool   `json:"free,omitempty"`
}

// exportTokens writes texts for the teacher.
func exportTokens(file string, docs []train.Annotated) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z := gzip.NewWriter(f)
	enc := json.NewEncoder(z)
	for _, a := range docs {
		toks, sents := tokenised(a.Text)
		t := tokens{}
		for _, k := range toks {
			t.Words = append(t.Words, k.Of(a.Text))
		}
		k := 0
		for _, s := range sents {
			for k < len(toks) && toks[k].Start < s.End {
				k++
			}
			t.Ends = append(t.Ends, k)
		}
		if len(t.Ends) == 0 || k < len(toks) {
			t.Ends = append(t.Ends, len(toks))
		}
		if a.Names != nil {
			for _, l := range labelTokens(toks, a.Names) {
				t.Labels = append(t.Labels, int(l))
			}
			t.Free = freeTokens(toks, a.Free)
		}
		if err := enc.Encode(t); err != nil {
			return err
		}
	}
	return z.Close()
}

func tokenised(text string) (toks []extract.Token, sents []extract.Span) {
	for from := 0; from < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			end = from + n
		}
		toks = token.Tokenize(toks, text, extract.Span{Start: int32(from), End: int32(end)})
		from = end + 1
	}
	return toks, sentence.Split(nil, text, extract.NewDocument("", text).Blocks, toks)
}

// readTexts reads texts that nobody has labelled.
func readTexts(corpora string) (map[string][]train.Annotated, error) {
	all := map[string][]train.Annotated{}
	for _, f := range []string{"attribution/polnear-train", "pages/naeb-dev", "pages/fundus-dev", "pages/wcxb-article-dev"} {
		list, err := train.EnglishTexts(filepath.Join(corpora, f+".jsonl.gz"))
		if err != nil {
			return nil, err
		}
		for _, text := range list {
			all[filepath.Base(f)] = append(all[filepath.Base(f)], train.Annotated{Text: train.Beginning(text)})
		}
	}
	web, err := conllu.ReadFile(filepath.Join(corpora, "treebank", "ewt-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	for _, d := range web {
		all["ewt-train"] = append(all["ewt-train"], train.Annotated{Text: d.Text})
	}
	return all, nil
}

// taughtKinds are the letters of the kinds of names in the file of taught names.
const taughtKinds = "POLM"

// writeTaught writes the names that the teacher's labels in dir make: under a
// line "# corpus", for each text a line of "start length kind", starts counted
// from the last name's end. It holds no text.
func writeTaught(file, dir string, texts map[string][]train.Annotated) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z := gzip.NewWriter(f)
	for _, corpus := range slices.Sorted(maps.Keys(texts)) {
		data, err := os.ReadFile(filepath.Join(dir, corpus+".labels"))
		if err != nil {
			return err
		}
		lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
		if len(lines) != len(texts[corpus]) {
			return fmt.Errorf("%s: %d lines for %d texts", corpus, len(lines), len(texts[corpus]))
		}
		fmt.Fprintf(z, "# %s\n", corpus)
		for i, a := range texts[corpus] {
			toks, _ := tokenised(a.Text)
			if len(lines[i]) != len(toks) {
				return fmt.Errorf("%s: line %d has %d labels for %d words", corpus, i+1, len(lines[i]), len(toks))
			}
			labels := []byte(lines[i])
			for k := range labels {
				labels[k] -= 'A'
			}
			last := int32(0)
			for _, n := range spans(labels, toks) {
				fmt.Fprintf(z, "%d %d %c ", n.Start-last, n.Len(), taughtKinds[kindOf[n.Type]])
				last = n.End
			}
			fmt.Fprintln(z)
		}
	}
	return z.Close()
}

// readTaught gives texts their taught names.
func readTaught(file string, texts map[string][]train.Annotated) ([]train.Annotated, error) {
	f, err := train.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	var all, rest []train.Annotated
	for in.Scan() {
		if corpus, ok := strings.CutPrefix(in.Text(), "# "); ok {
			rest = texts[corpus]
			continue
		}
		if len(rest) == 0 {
			return nil, fmt.Errorf("%s: more lines than texts", file)
		}
		a := rest[0]
		rest = rest[1:]
		last := int32(0)
		fields := strings.Fields(in.Text())
		for ; len(fields) >= 3; fields = fields[3:] {
			skip, err1 := strconv.Atoi(fields[0])
			size, err2 := strconv.Atoi(fields[1])
			kind := strings.Index(taughtKinds, fields[2])
			s := extract.Span{Start: last + int32(skip), End: last + int32(skip+size)}
			if err1 != nil || err2 != nil || kind < 0 || int(s.End) > len(a.Text) {
				return nil, fmt.Errorf("%s: %q is no name", file, fields[:3])
			}
			a.Names = append(a.Names, train.Name{Span: s, Type: kindNames[kind]})
			last = s.End
		}
		all = append(all, a)
	}
	return all, in.Err()
}
