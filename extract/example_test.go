package extract_test

import (
	"fmt"
	"strings"

	"github.com/quoth/quoth/extract"
)

// A stage of one's own: it appends to a layer of the document, and texts are
// looked up through spans.
func ExampleStage() {
	shouts := extract.Stage{
		Name: "shout", Doc: "Takes for a sentence what is in capitals.", Gives: extract.Sentences,
		Annotate: func(d *extract.Document) error {
			for _, b := range d.Blocks {
				if text := d.At(b.Span); text == strings.ToUpper(text) {
					d.Sentences = append(d.Sentences, b.Span)
				}
			}
			return nil
		},
	}
	if err := extract.CheckStages([]extract.Stage{shouts}); err != nil {
		fmt.Println(err)
	}
	doc := extract.NewDocument("a", "It rained.\nSTAND BACK!\n")
	if err := shouts.Annotate(doc); err != nil {
		fmt.Println(err)
	}
	fmt.Println(doc.At(doc.Sentences[0]), doc.Validate())
	// Output: STAND BACK! <nil>
}

// Spans count bytes; the encoder counts what the reader of the JSON counts.
func ExampleEncoder() {
	doc := extract.NewDocument("a", "Ö👷")
	e := extract.Encoder{Omit: ^extract.Blocks}
	for _, e.Unit = range []extract.Unit{extract.CodePoint, extract.Byte, extract.UTF16} {
		line := string(e.Append(nil, doc))
		fmt.Println(line[strings.Index(line, `"offsets"`):strings.Index(line, `,"removed"`)])
	}
	// Output:
	// "offsets":"codepoint","blocks":[{"kind":"paragraph","start":0,"end":2}]
	// "offsets":"byte","blocks":[{"kind":"paragraph","start":0,"end":6}]
	// "offsets":"utf16","blocks":[{"kind":"paragraph","start":0,"end":3}]
}

// What cleaning takes out stays on record.
func ExampleDraft() {
	teaser := extract.Piece{Text: "Also Read | Who owns the quay wall?"}
	teaser.Cut("junk", "teaser")
	draft := extract.Draft{Pieces: []extract.Piece{{Text: "The wall will hold."}, teaser, {Text: "It must."}}}
	doc := draft.Freeze()
	fmt.Printf("%q\n%v\n", doc.Text(), doc.Removed)
	// Output:
	// "The wall will hold.\n\nIt must."
	// [{Also Read | Who owns the quay wall? junk teaser}]
}
