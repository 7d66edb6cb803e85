package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/quoth/quoth/internal/train"
)

// The file of taught names gives back what the labels said, without the text.
func TestTaughtNamesComeBack(t *testing.T) {
	dir := t.TempDir()
	texts := map[string][]train.Annotated{"a": {{Text: "Ann Lee left Ely."}, {Text: "It rained."}}, "b": {{Text: "Vexley Corp. said no."}}}
	// Labels are letters: A outside, B begin, D last and E only of a person.
	for name, labels := range map[string]string{"a": "BDAMA\nAAA\n", "b": "FHAAA\n"} {
		if err := os.WriteFile(filepath.Join(dir, name+".labels"), []byte(labels), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "taught.txt.gz")
	if err := writeTaught(file, dir, texts); err != nil {
		t.Fatal(err)
	}
	got, err := readTaught(file, texts)
	if err != nil {
		t.Fatal(err)
	}
	var names string
	for _, a := range got {
		for _, n := range a.Names {
			names += n.Of(a.Text) + "/" + n.Type + " "
		}
		names += "| "
	}
	if want := "Ann Lee/PER Ely/LOC | | Vexley Corp./ORG | "; names != want {
		t.Errorf("got %s, want %s", names, want)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.labels"), []byte("FHA\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writeTaught(file, dir, texts); err == nil {
		t.Error("labels for fewer words than the text has were taken")
	}
}

func TestRecased(t *testing.T) {
	docs := make([]train.Annotated, 10)
	for i := range docs {
		docs[i].Text = "Ann's ferry to Ely"
	}
	var got []string
	for _, d := range recased(docs) {
		got = append(got, d.Text)
	}
	want := []string{"ANN'S FERRY TO ELY", "ann's ferry to ely", "Ann's Ferry To Ely"}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
}
