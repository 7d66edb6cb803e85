package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train"
)

// readTexts reads the texts that the teacher tags, each parted into sentences.
func readTexts(corpora string) ([][]sentenceOf, error) {
	var all [][]sentenceOf
	for _, f := range []string{"attribution/polnear-train", "pages/naeb-dev", "pages/fundus-dev", "pages/wcxb-article-dev"} {
		texts, err := train.EnglishTexts(filepath.Join(corpora, f+".jsonl.gz"))
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			all = append(all, parted(text))
		}
	}
	return all, nil
}

// parted is the sentences of a text, without tags.
func parted(text string) []sentenceOf {
	d := extract.NewDocument("", text)
	var toks []extract.Token
	for _, b := range d.Blocks {
		toks = token.Tokenize(toks, text, b.Span)
	}
	var list []sentenceOf
	for _, s := range sentence.Split(nil, text, d.Blocks, toks) {
		n := 0
		for n < len(toks) && toks[n].Start < s.End {
			n++
		}
		if n > 0 {
			list = append(list, sentenceOf{text, toks[:n:n]})
		}
		toks = toks[n:]
	}
	return list
}

// writeTokens writes texts for the teacher: a word a line, an empty line after each
// sentence.
func writeTokens(file string, texts [][]sentenceOf) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, list := range texts {
		for _, s := range list {
			for _, t := range s.toks {
				fmt.Fprintln(w, strings.ReplaceAll(t.Of(s.text), " ", "_"))
			}
			fmt.Fprintln(w)
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// letter is how the file of taught tags writes the first of all tags; the others
// follow.
const letter = 'A'

// writeTaught writes what the teacher said, a tag a line, an empty line after each
// sentence, as a line for each text with a letter for each word. It holds no text.
func writeTaught(file, teacher string, texts [][]sentenceOf) error {
	said, err := os.ReadFile(teacher)
	if err != nil {
		return err
	}
	rest := strings.Split(strings.TrimRight(string(said), "\n"), "\n\n")
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, list := range texts {
		var line []byte
		for _, s := range list {
			if len(rest) == 0 {
				return fmt.Errorf("%s: fewer sentences than the texts have", teacher)
			}
			tags := strings.Split(rest[0], "\n")
			rest = rest[1:]
			if len(tags) != len(s.toks) {
				return fmt.Errorf("%s: %d tags for the %d words of %q", teacher, len(tags), len(s.toks), s.text[s.toks[0].Start:s.toks[len(s.toks)-1].End])
			}
			for k := range tags {
				line = append(line, letter+byte(taughtTag(tags, k, s.toks[k].Of(s.text))))
			}
		}
		fmt.Fprintf(z, "%s\n", line)
	}
	return errors.Join(z.Close(), f.Close())
}

// readTaught gives texts their taught tags, and all their sentences. Those of a text
// that quoth has cut into other words since are left out, and counted.
func readTaught(file string, texts [][]sentenceOf) (all []sentenceOf, without int, err error) {
	f, err := train.Open(file)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for _, list := range texts {
		if !in.Scan() {
			return nil, 0, fmt.Errorf("%s: fewer lines than texts: %w", file, in.Err())
		}
		tags := in.Bytes()
		n := 0
		for _, s := range list {
			n += len(s.toks)
		}
		if n != len(tags) {
			without++
			continue
		}
		for _, s := range list {
			for k := range s.toks {
				s.toks[k].Tag = extract.Tag(tags[k] - letter)
			}
			tags = tags[len(s.toks):]
			all = append(all, s)
		}
	}
	return all, without, nil
}

// taughtTag is the teacher's tag k of a sentence in the way of the treebanks, for the
// word w. It takes a dash for a symbol, every "to" for an infinitive's, and
// "Democratic-led" before a noun for a verb.
func taughtTag(tags []string, k int, w string) extract.Tag {
	next := func(n int) string {
		if k+n < len(tags) {
			return tags[k+n]
		}
		return ""
	}
	switch tags[k] {
	case "XX":
		return extract.FW
	case "AFX":
		if strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") {
			return extract.POS
		}
	case "SYM", "NFP":
		switch w {
		case "/", "+", "=", "×", "§", "x", "#":
			return extract.SYM
		}
		return extract.Punct
	case "TO":
		if n := next(1); n != "" && n != "VB" && !(n == "RB" && next(2) == "VB") {
			return extract.IN
		}
	case "VBD", "VBN", "VB", "VBP":
		if strings.Contains(w, "-") && strings.HasPrefix(next(1), "N") {
			return extract.JJ
		}
	}
	return tagOf(tags[k])
}
