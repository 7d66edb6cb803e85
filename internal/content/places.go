package content

import (
	"bufio"
	"io"

	"github.com/klauspost/compress/gzip"
)

// Places says of an offset in an unpacked stream where the packed one could be
// unpacked from to begin there; ok is false where nobody knows. It knows of
// what was read last.
type Places func(unpacked int64) (packed int64, ok bool)

func same(at int64) (int64, bool) { return at, true }
func nowhere(int64) (int64, bool) { return 0, false }

// mostPlaces is more than the members that a reader of the unpacked stream can
// have ahead of it where each holds a record with a header.
const mostPlaces = 1024

// members reads gzip, and notes where its members begin.
type members struct {
	z      *gzip.Reader
	br     *bufio.Reader
	in     *counter // beneath br
	out    int64
	places [][2]int64 // unpacked and packed offsets, ascending
}

func newMembers(br *bufio.Reader, in *counter) (*members, error) {
	z, err := gzip.NewReader(br)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &members{z: z, br: br, in: in, places: [][2]int64{{0, 0}}}, nil
}

func (m *members) Read(p []byte) (int, error) {
	for {
		n, err := m.z.Read(p)
		m.out += int64(n)
		if err != io.EOF {
			return n, err
		}
		at := m.in.n - int64(m.br.Buffered())
		if err := m.z.Reset(m.br); err != nil {
			return n, err
		}
		m.z.Multistream(false)
		m.note(at)
		if n > 0 {
			return n, nil
		}
	}
}

func (m *members) note(at int64) {
	last := len(m.places) - 1
	switch {
	case m.places[last][0] == m.out: // the member before was empty
		m.places[last][1] = at
		return
	case len(m.places) == mostPlaces:
		m.places = append(m.places[:0], m.places[mostPlaces/2:]...)
	}
	m.places = append(m.places, [2]int64{m.out, at})
}

func (m *members) place(unpacked int64) (int64, bool) {
	for i := len(m.places) - 1; i >= 0 && m.places[i][0] >= unpacked; i-- {
		if m.places[i][0] == unpacked {
			return m.places[i][1], true
		}
	}
	return 0, false
}
