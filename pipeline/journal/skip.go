package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/maphash"
	"iter"
)

// longestID is how much of an id a journal keeps; of a longer one it keeps a
// hash, so that an id of megabytes costs no megabytes.
const longestID = 512

// Key is what a journal calls an input of this id.
func Key(id string) string {
	if len(id) <= longestID {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Skipper tells the inputs that are done from those that are not. An input is
// known by its id and by how many of that id came before it, so of three
// inputs of one id, two of them done, the third is to do.
//
// As long as the inputs come in the order of the journal, it compares the two
// and holds nothing. At the first that differs (a file was added to a folder)
// it reads the rest of the journal into a table, 40 bytes or so for each input
// in it.
type Skipper struct {
	next  func() (Entry, error, bool)
	stop  func()
	seeds [2]maphash.Seed
	rest  map[[2]uint64]uint32 // nil while all is in order
	ended bool
}

// Skip makes a Skipper of what is done. Close must be called.
func Skip(done iter.Seq2[Entry, error]) *Skipper {
	next, stop := iter.Pull2(done)
	return &Skipper{next: next, stop: stop, seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}}
}

// Close lets go of the journal.
func (s *Skipper) Close() { s.stop() }

// Done says whether the next input, of this id, is done already. An error is
// one of reading the journal.
func (s *Skipper) Done(id string) (bool, error) {
	key := Key(id)
	if s.rest == nil && !s.ended {
		e, err, ok := s.next()
		switch {
		case err != nil:
			return false, err
		case !ok:
			s.ended = true
		case e.ID == key:
			return true, nil
		default:
			if err := s.readAll(e); err != nil {
				return false, err
			}
		}
	}
	h := s.hash(key)
	n := s.rest[h]
	switch {
	case n == 0:
		return false, nil
	case n == 1:
		delete(s.rest, h)
	default:
		s.rest[h] = n - 1
	}
	return true, nil
}

func (s *Skipper) readAll(first Entry) error {
	s.rest = map[[2]uint64]uint32{s.hash(first.ID): 1}
	for {
		e, err, ok := s.next()
		if err != nil || !ok {
			return err
		}
		s.rest[s.hash(e.ID)]++
	}
}

// hash is keyed anew in each run: ids are a stranger's, and two that collide
// would lose an article.
func (s *Skipper) hash(key string) [2]uint64 {
	return [2]uint64{maphash.String(s.seeds[0], key), maphash.String(s.seeds[1], key)}
}
