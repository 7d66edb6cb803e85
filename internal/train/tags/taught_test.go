package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The file of taught tags gives back what the teacher said, without the text.
func TestTaughtTagsComeBack(t *testing.T) {
	var texts [][]sentenceOf
	for _, text := range []string{"Ann left the red-painted boat to Tom to sell. It – was late.", "She sings"} {
		texts = append(texts, parted(text))
	}
	dir := t.TempDir()
	teacher, file := filepath.Join(dir, "said"), filepath.Join(dir, "taught.gz")
	said := "NNP VBD DT VBD NN TO NNP TO VB .\n\nPRP SYM VBD JJ .\n\nPRP VBZ\n"
	if err := os.WriteFile(teacher, []byte(strings.ReplaceAll(said, " ", "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writeTaught(file, teacher, texts); err != nil {
		t.Fatal(err)
	}
	texts[1][0].toks = texts[1][0].toks[:1] // quoth cuts it into other words
	list, without, err := readTaught(file, texts)
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, s := range list {
		for _, k := range s.toks {
			got += k.Tag.String() + " "
		}
	}
	if want := "NNP VBD DT JJ NN IN NNP TO VB . PRP . VBD JJ . "; got != want || without != 1 {
		t.Errorf("got %s, %d texts without; want %s, 1", got, without, want)
	}
	if err := writeTaught(file, teacher, texts); err == nil {
		t.Error("tags for more words than the text has were taken")
	}
}
