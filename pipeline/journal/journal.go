// Package journal keeps, in a file beside an output, which inputs are in it
// and how far it is known to be whole, so that a run that was ended by force
// can be gone on with.
//
// A journal is text: a head, then blocks. A block is a line "+ ID" for each
// input that is done, in the order of the output, and a line
//
//	= PART SIZE COUNT DONE CRC
//
// which says: with these inputs, the output ends at byte SIZE of its part
// PART, which then holds COUNT inputs of DONE in all; CRC is that of the
// block. The output is brought to the disk before the block is, so what a
// block says is true after a power cut too. A block that is not whole counts
// for nothing: its inputs are done again, after the output was cut back to
// what the block before it says.
package journal

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

const head = "quoth-journal 1 "

// Entry is an input that is done.
type Entry struct {
	ID     string // as Key gives it
	Sketch []byte // of an article that later ones may be copies of; else empty
}

// Mark is a point up to which an output is whole.
type Mark struct {
	Part  int   // the number of a part, from 1; 0 where there is none yet
	Size  int64 // bytes of it
	Count int64 // inputs in it
	Done  int64 // inputs in all parts
}

// Journal is a journal that is open. Its methods must not be called at once
// by several goroutines, but for Entries.
type Journal struct {
	path  string
	file  *os.File
	w     *bufio.Writer
	crc   uint32
	mark  Mark
	whole int64 // bytes of the journal up to the last whole block when it was opened
	body  int64 // where the first block begins
}

// ErrSettings says that a journal was begun by a run with other settings.
var ErrSettings = errors.New("begun with other settings")

// ErrExists says that an output is there already.
var ErrExists = errors.New("is there already")

// Create begins a journal. settings, a line of text, says how the output is
// written.
func Create(path, settings string) (*Journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	j := &Journal{path: path, file: f, w: bufio.NewWriter(f)}
	err = lock(f)
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteString(head + settings + "\n")
	}
	if err == nil {
		err = errors.Join(f.Sync(), SyncDir(filepath.Dir(path)))
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	j.body = int64(len(head) + len(settings) + 1)
	j.whole = j.body
	return j, nil
}

// Open goes on with a journal, and cuts off what is not whole of it.
func Open(path, settings string) (*Journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	j := &Journal{path: path, file: f, w: bufio.NewWriter(f)}
	if err = lock(f); err == nil {
		err = j.load(settings)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return j, nil
}

func (j *Journal) load(settings string) error {
	r := bufio.NewReader(j.file)
	line, err := r.ReadString('\n')
	if err == io.EOF && strings.HasPrefix(head+settings+"\n", line) { // the power went with the first line
		line, err = head+settings+"\n", nil
		_, err = j.file.WriteAt([]byte(line), 0)
	}
	switch {
	case err != nil && err != io.EOF:
		return err
	case !strings.HasPrefix(line, head):
		return fmt.Errorf("%s: not a journal of quoth", j.path)
	case strings.TrimSpace(strings.TrimPrefix(line, head)) != settings:
		return fmt.Errorf("%w: then %s, now %s", ErrSettings, strings.TrimSpace(strings.TrimPrefix(line, head)), settings)
	}
	j.body = int64(len(line))
	j.whole = j.body
	at, crc, count := j.body, uint32(0), int64(0)
	for {
		line, err := r.ReadSlice('\n')
		for err == bufio.ErrBufferFull { // an entry is shorter than the buffer, so this is none
			line, err = r.ReadSlice('\n')
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		at += int64(len(line))
		if line[0] != '=' {
			crc = crc32.Update(crc, crc32.IEEETable, line)
			count++
			continue
		}
		m, ok := parseMark(line, crc)
		if !ok || m.Done != j.mark.Done+count {
			break
		}
		j.mark, j.whole, crc, count = m, at, 0, 0
	}
	if err := j.file.Truncate(j.whole); err != nil {
		return err
	}
	_, err = j.file.Seek(j.whole, io.SeekStart)
	return err
}

func parseMark(line []byte, crc uint32) (m Mark, ok bool) {
	var sum uint32
	n, err := fmt.Sscanf(string(line), "= %d %d %d %d %x\n", &m.Part, &m.Size, &m.Count, &m.Done, &sum)
	return m, err == nil && n == 5 && sum == crc32.Update(crc, crc32.IEEETable, line[:bytes.LastIndexByte(line, ' ')])
}

// Mark is the point that the last commit said.
func (j *Journal) Mark() Mark { return j.mark }

// Add notes an input as done; it counts with the next Commit.
func (j *Journal) Add(e Entry) error {
	id, err := json.Marshal(e.ID)
	if err != nil {
		return err
	}
	line := append([]byte("+ "), id...)
	if len(e.Sketch) > 0 {
		line = append(line, ' ')
		line = base64.RawStdEncoding.AppendEncode(line, e.Sketch)
	}
	line = append(line, '\n')
	j.crc = crc32.Update(j.crc, crc32.IEEETable, line)
	_, err = j.w.Write(line)
	return err
}

// Commit says that the output, with all that was added, is on the disk up to
// m. It is true once Commit returns.
func (j *Journal) Commit(m Mark) error {
	line := fmt.Sprintf("= %d %d %d %d", m.Part, m.Size, m.Count, m.Done)
	sum := crc32.Update(j.crc, crc32.IEEETable, []byte(line))
	if _, err := fmt.Fprintf(j.w, "%s %08x\n", line, sum); err != nil {
		return err
	}
	if err := j.w.Flush(); err != nil {
		return err
	}
	if err := j.file.Sync(); err != nil {
		return err
	}
	j.mark, j.crc = m, 0
	return nil
}

// Close closes the file. What was added after the last Commit is lost.
func (j *Journal) Close() error { return j.file.Close() }

// Remove closes and deletes the journal.
func (j *Journal) Remove() error { return errors.Join(os.Remove(j.path), j.file.Close()) }

// Entries are the inputs that were done when the journal was opened. An error
// is the last thing that it yields.
func (j *Journal) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		f, err := os.Open(j.path)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		defer f.Close()
		r := bufio.NewReader(io.NewSectionReader(f, j.body, j.whole-j.body))
		for {
			line, err := r.ReadSlice('\n')
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Entry{}, fmt.Errorf("%s: %w", j.path, err))
				return
			}
			if line[0] != '+' {
				continue
			}
			e, err := parseEntry(line)
			if err != nil {
				err = fmt.Errorf("%s: %w", j.path, err)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

func parseEntry(line []byte) (e Entry, err error) {
	d := json.NewDecoder(bytes.NewReader(line[1:]))
	if err := d.Decode(&e.ID); err != nil {
		return e, err
	}
	if rest := bytes.TrimSpace(line[1+d.InputOffset():]); len(rest) > 0 {
		e.Sketch, err = base64.RawStdEncoding.AppendDecode(nil, rest)
	}
	return e, err
}

// Lock keeps a second run away from what path is beside, by a file that is
// there until release is called.
func Lock(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err := lock(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() { os.Remove(path); f.Close() }, nil
}

// Idle says by an error that a run is writing the output whose journal is at
// path.
func Idle(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	return errors.Join(lock(f), f.Close())
}

// SyncDir brings the names in a folder to the disk. Where a system has no such
// thing, it does nothing.
func SyncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = f.Sync()
	return f.Close()
}
