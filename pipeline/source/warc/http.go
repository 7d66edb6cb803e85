package warc

import (
	"bufio"
	"bytes"
	"io"
	"strconv"

	"github.com/quoth/quoth/internal/content"
)

// Response is the head of an HTTP answer that a record holds, and what of it
// is not read yet.
type Response struct {
	Status    int    // 0 where the block does not begin like an answer
	MediaType string // lower case; empty where the server named none
	Charset   string // lower case; likewise
	transfer  string
	coding    string
	body      *bufio.Reader
}

// Response reads the head of the answer in the record's block.
func (r *Reader) Response() (*Response, error) {
	resp := &Response{body: bufio.NewReader(r)}
	line, _, err := boundedLine(resp.body)
	if err == io.ErrUnexpectedEOF { // of the block
		return resp, nil
	}
	if err != nil {
		return nil, err
	}
	if word := bytes.Fields(line); len(word) > 1 && bytes.HasPrefix(word[0], []byte("HTTP/")) {
		resp.Status, _ = strconv.Atoi(string(word[1]))
	}
	_, err = fields(resp.body, func(name, value string) {
		switch name {
		case "content-type":
			resp.MediaType, resp.Charset = content.Type(value)
		case "content-encoding":
			resp.coding = value
		case "transfer-encoding":
			resp.transfer = value
		}
	})
	if err != nil && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	return resp, nil
}

// Peek shows how the body begins, as it lies in the archive.
func (r *Response) Peek() []byte {
	head, _ := r.body.Peek(512)
	return head
}

// Body reads the body and undoes its codings. More than limit bytes, packed or
// not, are a fault of kind too_large.
func (r *Response) Body(limit int64) ([]byte, error) {
	body, err := content.ReadAll(r.body, limit)
	if err != nil {
		return nil, err
	}
	return content.Decode(r.transfer, r.coding, body, limit)
}
