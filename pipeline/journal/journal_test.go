package journal

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const settings = "--format jsonl"

// written makes a journal of two blocks, r0 r1 and r2, and r3 after them.
func written(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "out.jsonl.journal")
	j, err := Create(path, settings)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for _, err := range []error{
		j.Add(Entry{ID: "r0", Sketch: []byte{1, 2, 255}}), j.Add(Entry{ID: "r1 \"\n+"}), j.Commit(Mark{1, 100, 2, 2}),
		j.Add(Entry{ID: "r2"}), j.Commit(Mark{2, 50, 1, 3}),
		j.Add(Entry{ID: "r3"}), j.w.Flush(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func ids(t *testing.T, j *Journal) (list []string) {
	t.Helper()
	for e, err := range j.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e.ID)
	}
	return list
}

func TestOpen(t *testing.T) {
	whole, err := os.ReadFile(written(t))
	if err != nil {
		t.Fatal(err)
	}
	two := []string{"r0", "r1 \"\n+"}
	text := string(whole)
	for _, tt := range []struct {
		name string
		file string
		ids  []string
		mark Mark
	}{
		{"inputs_after_the_last_block_do_not_count", text, append(two[:2:2], "r2"), Mark{2, 50, 1, 3}},
		{"torn_block", text[:strings.LastIndex(text, "=")+3], two, Mark{1, 100, 2, 2}},
		{"changed_block", strings.Replace(text, `"r2"`, `"rX"`, 1), two, Mark{1, 100, 2, 2}},
		{"zeros_where_a_block_was_to_be", text[:strings.Index(text, `+ "r2"`)] + strings.Repeat("\x00", 5000), two, Mark{1, 100, 2, 2}},
		{"first_block_torn", text[:strings.Index(text, "=")], nil, Mark{}},
		{"first_line_torn", "quoth-jour", nil, Mark{}},
		{"empty", "", nil, Mark{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal")
			os.WriteFile(path, []byte(tt.file), 0o666)
			j, err := Open(path, settings)
			if err != nil {
				t.Fatal(err)
			}
			defer j.Close()
			if got := ids(t, j); !slices.Equal(got, tt.ids) || j.Mark() != tt.mark {
				t.Errorf("%q up to %v, want %q up to %v", got, j.Mark(), tt.ids, tt.mark)
			}
			// and it is written on behind the last whole block
			m := Mark{9, 9, 9, tt.mark.Done + 1}
			if err := errors.Join(j.Add(Entry{ID: "next"}), j.Commit(m), j.Close()); err != nil {
				t.Fatal(err)
			}
			j, err = Open(path, settings)
			if err != nil {
				t.Fatal(err)
			}
			defer j.Close()
			if got := ids(t, j); !slices.Equal(got, append(tt.ids[:len(tt.ids):len(tt.ids)], "next")) || j.Mark() != m {
				t.Errorf("then %q up to %v", got, j.Mark())
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	path := written(t)
	if _, err := Open(path, "--format csv"); !errors.Is(err, ErrSettings) {
		t.Errorf("other settings: %v", err)
	}
	other := filepath.Join(t.TempDir(), "diary")
	os.WriteFile(other, []byte("Dear diary,\n"), 0o666)
	if _, err := Open(other, settings); err == nil {
		t.Error("a file that is no journal is opened")
	}
	if b, _ := os.ReadFile(other); string(b) != "Dear diary,\n" {
		t.Errorf("and changed to %q", b)
	}
}

func TestSketchesComeBack(t *testing.T) {
	j, err := Open(written(t), settings)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for e := range j.Entries() {
		if want := map[string]string{"r0": "\x01\x02\xff"}[e.ID]; string(e.Sketch) != want {
			t.Errorf("%s: %q, want %q", e.ID, e.Sketch, want)
		}
	}
}

func listed(list []string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, id := range list {
			if !yield(Entry{ID: Key(id)}, nil) {
				return
			}
		}
	}
}

func TestSkip(t *testing.T) {
	long := strings.Repeat("long", 1000)
	for _, tt := range []struct{ name, done, inputs, todo string }{
		{"same_order", "a b", "a b c d", "c d"},
		{"all_done", "a b", "a b", ""},
		{"nothing_done", "", "a b", "a b"},
		{"one_was_added_in_front", "a b c", "_ a b c d", "_ d"},
		{"one_was_added_within", "a b d", "a b c d e", "c e"},
		{"one_went_away", "a b c", "a c d", "d"},
		{"another_order", "a b c", "c b a d", "d"},
		{"an_id_thrice_and_two_are_done", "a x x b", "a x x b x c", "x c"},
		{"an_id_twice_in_another_order", "a x b", "x x b a", "x"},
		{"an_id_of_kilobytes", "a " + long, "a " + long + " " + long + "r", long + "r"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Skip(listed(strings.Fields(tt.done)))
			defer s.Close()
			var todo []string
			for _, id := range strings.Fields(tt.inputs) {
				done, err := s.Done(id)
				if err != nil {
					t.Fatal(err)
				}
				if !done {
					todo = append(todo, id)
				}
			}
			if got := strings.Join(todo, " "); got != tt.todo {
				t.Errorf("to do: %q, want %q", got, tt.todo)
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(head + settings + "\n+ \"a\"\n= 1 2 3 1 00000000\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "journal")
		os.WriteFile(path, b, 0o666)
		j, err := Open(path, settings)
		if err != nil {
			return
		}
		defer j.Close()
		n := int64(0)
		for _, err := range j.Entries() {
			if err == nil {
				n++
			}
		}
		if n > j.Mark().Done {
			t.Errorf("%d entries, %d done", n, j.Mark().Done)
		}
	})
}
