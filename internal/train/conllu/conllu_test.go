package conllu

import (
	"strings"
	"testing"
)

func row(id, form, xpos, misc string) string {
	return strings.Join([]string{id, form, "_", "_", xpos, "_", "_", "_", "_", misc}, "\t") + "\n"
}

func TestRead(t *testing.T) {
	in := "# newdoc id = a\n# newpar\n" +
		row("1-2", "don't", "_", "SpaceAfter=No") + row("1", "do", "VBP", "_") + row("2", "n't", "RB", "_") + row("3", ".", ".", "_") + "\n" +
		row("1", "Go", "VB", "_") + row("1.1", "on", "RB", "_") + row("2", "!", ".", "_") + "\n" +
		"# newpar\n" + row("1", "Yes", "UH", "_") + "\n" +
		"# newdoc id = b\n" + row("1", "No", "UH", "_") + "\n"
	docs, err := Read(strings.NewReader(in))
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	d := docs[0]
	if want := "don't. Go !\n\nYes\n\n"; d.ID != "a" || d.Text != want {
		t.Errorf("%s %q, want %q", d.ID, d.Text, want)
	}
	var got []string
	for _, w := range d.Words {
		got = append(got, w.Of(d.Text)+"/"+w.XPOS)
	}
	if want := "do/VBP n't/RB ./. Go/VB !/. Yes/UH"; strings.Join(got, " ") != want {
		t.Errorf("words %v, want %s", got, want)
	}
	if len(d.Sentences) != 3 || d.Sentences[1].Of(d.Text) != "Go !" || len(d.Blocks) != 2 || d.Ends[1] != 5 {
		t.Errorf("sentences %v, blocks %v, ends %v", d.Sentences, d.Blocks, d.Ends)
	}
	if _, err := Read(strings.NewReader("1\tx\n")); err == nil {
		t.Error("a row of two columns was read")
	}
}
