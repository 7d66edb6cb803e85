package progress

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

func example() *Tally {
	t := New("1.2")
	start := t.s.Started
	t.now = func() time.Time { return start.Add(10 * time.Second) }
	for i := range 20 {
		r := pipeline.Result{ID: fmt.Sprintf("a%d", i), Took: time.Duration(i) * 10 * time.Millisecond, Size: 100}
		if i%5 == 0 {
			r.Err = pipeline.Failed(r.ID, "fetch", extract.Faultf("http_404", "%w", errors.New("gone")))
		}
		if i == 3 { // its server was slow
			r.Came = 5 * time.Second
		}
		t.Add(r)
	}
	t.Resumed()
	return t
}

func TestSnapshot(t *testing.T) {
	s := example().Snapshot()
	if s.Done != 20 || s.Failed != 4 || s.Resumed != 1 || s.Bytes != 2000 || s.Rate != 2 || s.Failures["fetch/http_404"] != 4 {
		t.Errorf("%+v", s)
	}
	var slow []string
	for _, e := range s.Slowest {
		slow = append(slow, e.ID)
	}
	if got, want := strings.Join(slow, " "), "a3 a19 a18 a17 a16 a15 a14 a13 a12 a11"; got != want {
		t.Errorf("slowest: %s, want %s", got, want)
	}
	for _, b := range s.Buckets {
		if want := map[float64]int64{.05: 6, .2: 20, 0: 20}[b.Seconds]; want > 0 && b.Count != want {
			t.Errorf("up to %v s: %d, want %d", b.Seconds, b.Count, want)
		}
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "metrics.json")
	tally := example()
	for range 2 {
		if err := tally.WriteFile(path); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(path)
	var s Snapshot
	if err == nil {
		err = json.Unmarshal(b, &s)
	}
	if err != nil || s.Done != 20 || s.State != "running" {
		t.Errorf("%s\n%v", b, err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files, want one", len(files))
	}
}

func TestServe(t *testing.T) {
	addr, stop, err := example().Serve("127.0.0.1:0")
	if err != nil {
		t.Skip("no connections here:", err)
	}
	defer stop()
	r, err := http.Get("http://" + addr + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, _ := io.ReadAll(r.Body)
	for _, want := range []string{"\nquoth_inputs_done_total 20\n", `quoth_inputs_failed_total{stage="fetch",kind="http_404"} 4`, `quoth_input_seconds_bucket{le="+Inf"} 20`, "quoth_input_seconds_count 20\n"} {
		if !strings.Contains(string(b), want) {
			t.Errorf("lacks %q:\n%s", want, b)
		}
	}
}
