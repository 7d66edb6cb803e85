// Package progress counts what becomes of the inputs of a run, for people and
// for machines that watch it.
package progress

import (
	"slices"
	"sync"
	"time"

	"github.com/quoth/quoth/pipeline"
)

// Tally counts the results of a run. Its methods may be called by several
// goroutines.
type Tally struct {
	mu  sync.Mutex
	s   Snapshot
	now func() time.Time
}

// Snapshot is a tally at one time.
type Snapshot struct {
	Version  string         `json:"version"`
	State    string         `json:"state"` // running, finished, interrupted, failed
	Started  time.Time      `json:"started"`
	Seconds  float64        `json:"seconds"` // since then
	Done     int64          `json:"done"`    // inputs of this run, failed ones and copies too
	Failed   int64          `json:"failed"`
	Resumed  int64          `json:"resumed"` // inputs that runs before have done
	Copies   int64          `json:"copies"`  // of articles before them
	Bytes    int64          `json:"bytes"`   // of the articles
	Rate     float64        `json:"per_second"`
	Failures map[string]int `json:"failures"` // by "stage/kind"
	Slowest  []Slow         `json:"slowest"`  // the ten that took longest, the slowest first
	Buckets  []Bucket       `json:"latency"`
	Sum      float64        `json:"latency_seconds"` // of all inputs together
}

// Slow is an input and how long it took, with the time of its server.
type Slow struct {
	ID      string  `json:"id"`
	Seconds float64 `json:"seconds"`
}

// Bucket is the number of inputs that took at most so long.
type Bucket struct {
	Seconds float64 `json:"up_to"` // 0 for the last, which has no end
	Count   int64   `json:"count"`
}

var bounds = []float64{.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 30, 60, 0}

// slowest is how many slow inputs are kept, and longestID how much of the id
// of each.
const (
	slowest   = 10
	longestID = 200
)

// New begins a tally.
func New(version string) *Tally {
	t := &Tally{now: time.Now}
	t.s = Snapshot{Version: version, State: "running", Started: t.now().UTC(), Failures: map[string]int{}, Slowest: []Slow{}}
	for _, b := range bounds {
		t.s.Buckets = append(t.s.Buckets, Bucket{Seconds: b})
	}
	return t
}

// Add counts a result.
func (t *Tally) Add(r pipeline.Result) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.s.Done++
	t.s.Bytes += int64(r.Size)
	if r.Err != nil {
		t.s.Failed++
		t.s.Failures[r.Err.Stage+"/"+r.Err.Kind]++
	}
	took := r.Took.Seconds()
	t.s.Sum += took
	for i := range t.s.Buckets {
		if b := &t.s.Buckets[i]; b.Seconds == 0 || took <= b.Seconds {
			b.Count++
		}
	}
	t.slow(r.ID, took+r.Came.Seconds())
}

func (t *Tally) slow(id string, took float64) {
	at, _ := slices.BinarySearchFunc(t.s.Slowest, took, func(s Slow, took float64) int {
		if s.Seconds >= took {
			return -1
		}
		return 1
	})
	if at == slowest {
		return
	}
	if len(id) > longestID {
		id = id[:longestID] + "…"
	}
	t.s.Slowest = slices.Insert(t.s.Slowest, at, Slow{id, took})
	if len(t.s.Slowest) > slowest {
		t.s.Slowest = t.s.Slowest[:slowest]
	}
}

// Resumed counts an input that a run before has done.
func (t *Tally) Resumed() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.s.Resumed++
}

// Copy counts a copy of an article.
func (t *Tally) Copy() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.s.Copies++
}

// End says how the run ended.
func (t *Tally) End(state string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.s.State = state
}

// Snapshot is the tally as it stands.
func (t *Tally) Snapshot() Snapshot {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := t.s
	s.Seconds = t.now().Sub(s.Started).Seconds()
	if s.Seconds > 0 {
		s.Rate = float64(s.Done) / s.Seconds
	}
	s.Slowest, s.Buckets = slices.Clone(s.Slowest), slices.Clone(s.Buckets)
	s.Failures = map[string]int{}
	for k, n := range t.s.Failures {
		s.Failures[k] = n
	}
	return s
}
