//go:build unix

package cli

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	pq "github.com/parquet-go/parquet-go"
)

// batch writes n records, of which each tenth has the id of the one before and
// each thirteenth cannot be read, and gives the ids.
func batch(t *testing.T, path string, n int) (ids []string) {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		id := fmt.Sprintf("r%d", i)
		if i%10 == 9 {
			id = fmt.Sprintf("r%d", i-1)
		}
		ids = append(ids, id)
		if i%13 == 12 {
			fmt.Fprintf(&b, `{"id":%q,"body":"nothing to read"}`+"\n", id)
			continue
		}
		fmt.Fprintf(&b, `{"id":%q,"text":"“It is number %d,” the clerk Mary Holm said on Monday. The wall at Norrick holds, she added."}`+"\n", id, i)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return ids
}

// outputIDs reads the ids of all files of an output, in order.
func outputIDs(t *testing.T, pattern string) (ids []string) {
	t.Helper()
	files, _ := filepath.Glob(pattern)
	for _, name := range files {
		switch filepath.Ext(name) {
		case ".db":
			ids = append(ids, databaseIDs(t, name)...)
			continue
		case ".parquet":
			rows, err := pq.ReadFile[struct {
				ID string `parquet:"id"`
			}](name)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				ids = append(ids, r.ID)
			}
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var r io.Reader = bytes.NewReader(b)
		switch filepath.Ext(name) {
		case ".gz":
			r, err = gzip.NewReader(r)
		case ".zst":
			r, err = zstd.NewReader(r)
		}
		if err == nil {
			b, err = io.ReadAll(r)
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for line := range strings.Lines(string(b)) {
			var doc struct{ ID, Article_id string }
			if err := json.Unmarshal([]byte(line), &doc); err != nil || !strings.HasSuffix(line, "\n") {
				t.Fatalf("%s: %v in %.80q", name, err, line)
			}
			ids = append(ids, doc.ID+doc.Article_id)
		}
	}
	return ids
}

func databaseIDs(t *testing.T, name string) (ids []string) {
	t.Helper()
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var whole string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&whole); err != nil || whole != "ok" {
		t.Fatalf("%s: %s, %v", name, whole, err)
	}
	rows, err := db.Query("SELECT article_id FROM articles ORDER BY input")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	return ids
}

func quoth(args ...string) *exec.Cmd { return exec.Command("quoth", args...) } // testscript puts the test itself there

var survivors = []struct {
	name    string
	pattern string
	args    []string
}{
	{"jsonl", "out.jsonl", []string{"--out", "out.jsonl"}},
	{"gzip", "out.jsonl.gz", []string{"--out", "out.jsonl.gz"}},
	{"zstd_rotated", "out-*.zst", []string{"--out", "out.jsonl.zst", "--rotate", "150"}},
	{"folder_rotated_by_size", "out/part-*.jsonl", []string{"--out", "out/", "--rotate", "64K"}},
	{"table", "out.jsonl", []string{"--out", "out.jsonl", "--table", "articles"}},
	{"sqlite", "out.db", []string{"--out", "out.db"}},
	{"parquet", "out/part-*.parquet", []string{"--out", "out/", "--format", "parquet", "--rotate", "200"}},
	{"one_parquet", "out.parquet", []string{"--out", "out.parquet", "--commit", "1ms"}}, // ends a part after 60
}

// A run that is killed 50 times at whatever moment, and gone on with each time,
// gives what a run gives that nobody kills.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("runs quoth a hundred times")
	}
	kills := 50
	if raceEnabled {
		kills = 10
	}
	random := rand.New(rand.NewPCG(1, 2))
	for killed, i := 0, 0; killed < kills; i++ {
		s := survivors[i%len(survivors)]
		t.Run(fmt.Sprintf("%s_%d", s.name, i), func(t *testing.T) {
			t.Chdir(t.TempDir())
			ids := batch(t, "in.jsonl", 3000)
			args := append([]string{"--quiet", "--resume", "--commit", "10ms", "--workers", "2", "in.jsonl"}, s.args...)
			for runs := 1; ; runs++ {
				cmd := quoth(args...)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				// A run that nobody kills takes half a second or more. Were all
				// killed, none would come to its end on a slow machine, and the
				// last kinds of output would not have their turn.
				if killed < kills && runs <= kills/len(survivors)+1 {
					time.Sleep(time.Duration(random.Int64N(int64(500 * time.Millisecond))))
					cmd.Process.Kill()
				}
				err := cmd.Wait()
				var exit *exec.ExitError
				if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signaled() {
					killed++
					continue
				}
				if exit != nil && exit.ExitCode() != exitFailed || exit == nil && err != nil { // some records cannot be read
					t.Fatal(err)
				}
				break
			}
			if got := outputIDs(t, s.pattern); !slices.Equal(got, ids) {
				t.Errorf("%d ids, want %d, each once and in order", len(got), len(ids))
			}
		})
	}
}

// The same where a file may not grow over a limit, which a disk that is full
// looks like.
func TestFullDisk(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell here")
	}
	for _, s := range survivors {
		t.Run(s.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			limit, says, n := "8", "file too large", 400 // in 512 bytes, or 1024
			if s.name == "sqlite" {                      // whose empty tables take more
				limit, says, n = "600", "out.db: disk I/O error", 4000
			}
			ids := batch(t, "in.jsonl", n)
			args := append([]string{"--resume", "--stages", "blocks", "--commit", "5ms", "in.jsonl"}, s.args...)
			if s.name == "table" {
				args = slices.DeleteFunc(args, func(a string) bool { return a == "--stages" || a == "blocks" })
			}
			cmd := exec.Command("sh", append([]string{"-c", "ulimit -f " + limit + `; exec quoth "$@"`, "sh"}, args...)...)
			messages, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != exitFailed || !strings.Contains(string(messages), says) || !strings.Contains(string(messages), "to go on: quoth --resume") {
				t.Fatalf("%v\n%s", err, messages)
			}
			outputIDs(t, s.pattern) // whole lines
			out, err := quoth(args...).CombinedOutput()
			if !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
				t.Fatalf("%v\n%s", err, out)
			}
			if got := outputIDs(t, s.pattern); !slices.Equal(got, ids) {
				t.Errorf("%d ids, want %d, each once and in order", len(got), len(ids))
			}
		})
	}
}

func TestStateOfAnOutputThatFailed(t *testing.T) {
	for n, want := range []string{"Nothing is in out.jsonl yet", "1 article is in out.jsonl, and whole", "2 articles are in out.jsonl, and whole"} {
		o := output{place: "out.jsonl", whole: func() int64 { return int64(n) }}
		if got := o.state(); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// Killed while it made its database, a run leaves one without a table, or no
// byte of it.
func TestKilledBeforeTheTablesWereThere(t *testing.T) {
	t.Chdir(t.TempDir())
	db, err := sql.Open("sqlite", "file:begun.db?_pragma=journal_mode(wal)")
	if err == nil {
		_, err = db.Exec("PRAGMA user_version = 0; VACUUM")
	}
	if err = errors.Join(err, db.Close(), os.WriteFile("empty.db", nil, 0o666), os.WriteFile("other.db", []byte("no database at all, but a letter\n"), 0o666)); err != nil {
		t.Fatal(err)
	}
	ids := batch(t, "in.jsonl", 20)
	for _, name := range []string{"begun.db", "empty.db"} {
		out, _ := quoth("--quiet", "--resume", "--stages", "blocks", "--out", name, "in.jsonl").CombinedOutput()
		if got := outputIDs(t, name); !slices.Equal(got, ids) {
			t.Errorf("%s: %d ids, want %d\n%s", name, len(got), len(ids), out)
		}
	}
	out, err := quoth("--quiet", "--resume", "--out", "other.db", "in.jsonl").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "other.db: not a database of quoth") {
		t.Errorf("%v\n%s", err, out)
	}
}

// A run that finds all done ends well, and leaves one file.
func TestNothingLeftToDoInADatabase(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.txt", []byte("The council met on Monday."), 0o666); err != nil {
		t.Fatal(err)
	}
	for run := range 3 {
		if out, err := quoth("--quiet", "--resume", "--stages", "blocks", "--out", "out.db", "a.txt").CombinedOutput(); err != nil {
			t.Errorf("run %d: %v\n%s", run+1, err, out)
		}
		if files, _ := filepath.Glob("out.db-*"); files != nil {
			t.Errorf("run %d left %v", run+1, files)
		}
	}
}
