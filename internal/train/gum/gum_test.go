package gum

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// treebank writes words, each "form upos entity", as GUM does.
func treebank(t *testing.T, words ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.conllu.gz")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := gzip.NewWriter(f)
	defer z.Close()
	fmt.Fprintln(z, "# newdoc id = a")
	fmt.Fprintln(z, "# newpar")
	for i, w := range words {
		c := strings.Fields(w)
		misc := "_"
		if len(c) > 2 {
			misc = "Entity=" + c[2]
		}
		fmt.Fprintf(z, "%d\t%s\t_\t%s\t_\t_\t0\troot\t_\t%s\n", i+1, c[0], c[1], misc)
	}
	return file
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words []string
		want  string
	}{
		{"name_of_a_mention_with_its_article", []string{"the DET (1-place-new-nnn-cf1-2,3-sgl-Brannoc_Valley", "Brannoc PROPN", "Valley PROPN 1)", "floods VERB"}, "Brannoc Valley/LOC/1"},
		{"form_of_address_left_out", []string{"Mrs. PROPN (4-person-new-nnn-cf1-2-coref", "Okafor PROPN 4)", "left VERB"}, "Okafor/PER/4"},
		{"no_name_without_a_proper_noun", []string{"the DET (2-person-new-nnn-cf1-2-coref", "nurse NOUN 2)", "left VERB"}, ""},
		{"people_that_nobody_annotated", []string{"Ukrainian ADJ", "ships NOUN"}, "Ukrainian/MISC/"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			docs, err := Read(treebank(t, tt.words...))
			if err != nil || len(docs) != 1 {
				t.Fatal(docs, err)
			}
			var got []string
			for i, n := range docs[0].Names {
				got = append(got, n.Of(docs[0].Text)+"/"+n.Type+"/"+docs[0].Entities[i])
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}
