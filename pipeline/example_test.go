package pipeline_test

import (
	"context"
	"fmt"
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// Who said what in a page. A pipeline is built once and may be shared.
func ExamplePipeline_Run() {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	page := `<html><body><article><h1>Harbour wall to be raised</h1>
<p>The harbour wall at Norrick will be raised by a metre, the council decided on Monday after a long debate.</p>
<p>“It will hold,” said Ida Brandt, the engineer who drew it, and she promised to stand on it in the first storm.</p>
</article></body></html>`
	r := p.Run(context.Background(), pipeline.Input{ID: "wall", Format: extract.HTML, Body: []byte(page)})
	if r.Err != nil {
		fmt.Println(r.Err) // wall: page: no text found
		return
	}
	for _, q := range r.Doc.Quotes {
		if q.Kind == extract.Direct {
			fmt.Printf("%s: %s\n", q.Speaker.Name, r.Doc.At(q.Quoted[0]))
		}
	}
	// Output: Ida Brandt: It will hold,
}

// Many articles side by side: one result for each, in the order of the inputs,
// and as many in memory as there are workers, no more.
func ExamplePipeline_Stream() {
	p, err := pipeline.New(pipeline.Options{Layers: extract.Blocks})
	if err != nil {
		fmt.Println(err)
		return
	}
	inputs := []pipeline.Input{
		{ID: "a", Body: []byte("The wall will be raised by a metre."), Verbatim: true},
		{ID: "b", Body: []byte("%PDF-1.7")},
		{ID: "c", Body: []byte("It will hold, said the engineer."), Verbatim: true},
	}
	var lines extract.Encoder
	var out []byte
	err = p.Stream(context.Background(), 2, slices.Values(inputs), func(r pipeline.Result) error {
		if r.Err != nil {
			fmt.Println(r.Err.Kind, r.Err)
			return nil
		}
		fmt.Println(r.ID, len(r.Doc.Blocks), "block")
		out = append(lines.Append(out, r.Doc), '\n') // JSON, as quoth prints it
		return nil
	})
	fmt.Println(len(out) > 0, err)
	// Output:
	// a 1 block
	// not_text b: decode: looks like a PDF, not an article
	// c 1 block
	// true <nil>
}
