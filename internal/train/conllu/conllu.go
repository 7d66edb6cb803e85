// Package conllu reads treebanks in CoNLL-U, as text with spans over it.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/train"
)

// Document is one document of a treebank. Its paragraphs are the blocks of
// Text, parted by blank lines.
type Document struct {
	ID        string
	Text      string
	Blocks    []extract.Block
	Sentences []extract.Span
	Words     []Word
	Ends      []int // for each sentence, the index in Words behind its last word
}

// Word is a syntactic word.
type Word struct {
	extract.Span
	XPOS string
}

// ReadFile reads a treebank, gzipped where its name ends with .gz.
func ReadFile(name string) ([]Document, error) {
	f, err := train.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return docs, nil
}

// Read reads a treebank.
func Read(r io.Reader) ([]Document, error) {
	var p parser
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if err := p.line(in.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	p.endDocument()
	return p.docs, in.Err()
}

type parser struct {
	docs    []Document
	doc     Document
	text    strings.Builder
	block   int  // where the paragraph began
	inBlock bool // something stands in it
	first   int  // where the sentence began
	words   int  // of the sentence
	blank   bool // before the next word
	// a token of several words: its text, and the number of its last word
	whole     string
	wholeEnd  int
	wholeLast bool // no blank after it
}

func (p *parser) line(l string) error {
	switch {
	case strings.HasPrefix(l, "# newdoc"):
		p.endDocument()
		p.doc.ID = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(l, "# newdoc")), "id ="))
	case strings.HasPrefix(l, "# newpar") && !strings.HasPrefix(l, "# newpar_"):
		p.endBlock()
	case strings.HasPrefix(l, "#"):
	case l == "":
		p.endSentence()
	default:
		return p.word(l)
	}
	return nil
}

func (p *parser) word(l string) error {
	f := strings.Split(l, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	glued := strings.Contains("|"+f[9]+"|", "|SpaceAfter=No|")
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		last, err := strconv.Atoi(to)
		if err != nil {
			return fmt.Errorf("token %s-%s: %w", from, to, err)
		}
		p.whole, p.wholeEnd, p.wholeLast = f[1], last, glued
		return nil
	}
	if strings.Contains(f[0], ".") { // an empty node
		return nil
	}
	n, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	form := f[1]
	if p.wholeEnd > 0 {
		// Its words make it up; where they are written otherwise, the last takes
		// what is left.
		if n == p.wholeEnd {
			form, glued = p.whole, p.wholeLast
			p.whole, p.wholeEnd = "", 0
		} else {
			form = form[:min(len(form), len(p.whole)-1)]
			if !strings.HasPrefix(p.whole, form) {
				form = p.whole[:1]
			}
			p.whole = p.whole[len(form):]
			glued = true
		}
	}
	if p.blank && p.text.Len() > 0 {
		p.text.WriteByte(' ')
	}
	start := p.text.Len()
	if p.words == 0 {
		p.first = start
	}
	if !p.inBlock {
		p.block, p.inBlock = start, true
	}
	p.text.WriteString(form)
	p.doc.Words = append(p.doc.Words, Word{extract.Span{Start: int32(start), End: int32(p.text.Len())}, f[4]})
	p.words++
	p.blank = !glued
	return nil
}

func (p *parser) endSentence() {
	if p.words == 0 {
		return
	}
	p.doc.Sentences = append(p.doc.Sentences, extract.Span{Start: int32(p.first), End: int32(p.text.Len())})
	p.doc.Ends = append(p.doc.Ends, len(p.doc.Words))
	p.words = 0
}

func (p *parser) endBlock() {
	p.endSentence()
	if p.inBlock {
		p.doc.Blocks = append(p.doc.Blocks, extract.Block{Span: extract.Span{Start: int32(p.block), End: int32(p.text.Len())}})
		p.text.WriteString("\n\n")
	}
	p.inBlock, p.blank = false, false
}

func (p *parser) endDocument() {
	p.endBlock()
	if len(p.doc.Words) > 0 {
		p.doc.Text = p.text.String()
		p.docs = append(p.docs, p.doc)
	}
	p.doc = Document{}
	p.text.Reset()
}
