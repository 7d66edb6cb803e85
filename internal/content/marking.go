package content

import "io"

// Marking remembers an error of a reader that lies beneath a decoder, so that a
// connection that broke is not told as broken gzip or XML.
type Marking struct {
	R   io.Reader
	Err error // of R; io.EOF is none
}

func (m *Marking) Read(p []byte) (int, error) {
	n, err := m.R.Read(p)
	if err != nil && err != io.EOF {
		m.Err = err
	}
	return n, err
}
