package source

import (
	"bufio"
	"bytes"
	"io"
)

// lineReader reads lines of bounded length. What is longer is read over
// without being held.
type lineReader struct {
	r     *bufio.Reader
	limit int
	n     int // the number of the line that next gave last, from 1
	buf   []byte
}

// next gives a line without its end (LF or CRLF). It is good until the next
// call. long says that there was more of it than the limit; then line is nil.
// At the end it gives io.EOF; an error in the middle of a line loses the line.
func (l *lineReader) next() (line []byte, long bool, err error) {
	l.n++
	if cap(l.buf) > hugeLine {
		l.buf = nil
	}
	l.buf = l.buf[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		if err != nil && err != bufio.ErrBufferFull && err != io.EOF {
			return nil, false, err
		}
		if !long && len(l.buf)+len(part) > l.limit+2 {
			long, l.buf = true, nil
		}
		if err == nil && len(l.buf) == 0 && !long {
			return trimEnd(part), false, nil
		}
		if !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(l.buf) == 0 && !long:
			return nil, false, io.EOF
		case long:
			return nil, true, nil
		}
		return trimEnd(l.buf), false, nil
	}
}

// hugeLine is a line whose memory is given back before the next: one such must
// not be paid for ever after.
const hugeLine = 1 << 20

func trimEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
}

var bom = []byte("\xef\xbb\xbf")

// skipBOM reads over a byte order mark. It waits for one byte, and for more
// only where that byte may begin a mark.
func skipBOM(r *bufio.Reader) {
	if head, _ := r.Peek(1); len(head) == 0 || head[0] != bom[0] {
		return
	}
	if head, _ := r.Peek(len(bom)); bytes.Equal(head, bom) {
		_, _ = r.Discard(len(bom))
	}
}
