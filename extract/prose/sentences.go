package prose

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/jdkato/prose/v2"

	"github.com/quoth/quoth/extract"
)

// slice is how much text goes to the segmenter at once, in bytes: prose loads
// the segmenter's model at each call, for 10 ms, which an article pays once.
const slice = 1 << 18

func splitSentences(d *extract.Document) error {
	text := d.Text()
	for first := 0; first < len(d.Blocks); {
		end := first + 1
		for end < len(d.Blocks) && d.Blocks[end].End-d.Blocks[first].Start <= slice {
			end++
		}
		blocks := d.Blocks[first:end]
		part := text[blocks[0].Start:blocks[len(blocks)-1].End]
		ends, err := sentenceEnds(part, blocks[0].Start)
		if err != nil {
			return err
		}
		d.Sentences = cutAtBlocks(d.Sentences, text, blocks, ends)
		first = end
	}
	return nil
}

// sentenceEnds is where prose ends sentences, in bytes of the document that
// part begins at an offset of.
func sentenceEnds(part string, at int32) ([]int32, error) {
	if !strings.ContainsAny(part, ".?!") {
		return nil, nil
	}
	doc, err := prose.NewDocument(part, prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return nil, fmt.Errorf("prose: %w", err)
	}
	// Punkt's sentences are all of the text, in order, their blanks trimmed.
	var ends []int32
	pos := 0
	for _, s := range doc.Sentences() {
		n := strings.Index(part[pos:], s.Text)
		if n < 0 {
			return nil, fmt.Errorf("prose: a sentence is not in the text after byte %d", pos)
		}
		pos += n + len(s.Text)
		ends = append(ends, at+int32(pos))
	}
	return ends, nil
}

// cutAtBlocks appends the sentences of blocks: prose's, cut where a block
// ends, which prose does not know.
func cutAtBlocks(dst []extract.Span, text string, blocks []extract.Block, ends []int32) []extract.Span {
	for _, b := range blocks {
		start := b.Start
		for start < b.End {
			for len(ends) > 0 && ends[0] <= start {
				ends = ends[1:]
			}
			end := b.End
			if len(ends) > 0 && ends[0] < end {
				end = ends[0]
			}
			if s := trim(text, extract.Span{Start: start, End: end}); !s.Empty() {
				dst = append(dst, s)
			}
			start = end
		}
	}
	return dst
}

func trim(text string, s extract.Span) extract.Span {
	t := strings.TrimLeftFunc(s.Of(text), unicode.IsSpace)
	s.Start = s.End - int32(len(t))
	s.End = s.Start + int32(len(strings.TrimRightFunc(t, unicode.IsSpace)))
	return s
}
