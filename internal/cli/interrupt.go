package cli

import (
	"context"
	"io"
)

// interruptible reads from r until ctx ends, which then looks like the end of
// the input. A read that is under way cannot be stopped: it is left behind, so
// nothing else may read from r after.
type interruptible struct {
	ctx  context.Context
	r    io.Reader
	want chan []byte
	done chan read
	buf  []byte // not handed to a caller: a read left behind may write to it
	rest []byte
	err  error
}

type read struct {
	n   int
	err error
}

func (i *interruptible) Read(p []byte) (int, error) {
	if i.want == nil {
		i.want, i.done, i.buf = make(chan []byte), make(chan read, 1), make([]byte, 64<<10)
		go func() {
			for b := range i.want {
				n, err := i.r.Read(b)
				i.done <- read{n, err}
			}
		}()
	}
	for len(i.rest) == 0 {
		if i.err == nil && i.ctx.Err() != nil {
			i.err = io.EOF
			close(i.want)
		}
		if i.err != nil {
			return 0, i.err
		}
		i.want <- i.buf
		select {
		case got := <-i.done:
			i.rest, i.err = i.buf[:got.n], got.err
			if i.err != nil {
				close(i.want)
			}
		case <-i.ctx.Done():
			i.err = io.EOF
			close(i.want)
			return 0, io.EOF
		}
	}
	n := copy(p, i.rest)
	i.rest = i.rest[n:]
	if len(i.rest) == 0 && i.err != nil {
		return n, i.err
	}
	return n, nil
}
