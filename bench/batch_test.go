package bench

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// program builds quoth as it is shipped.
func program(b *testing.B) string {
	b.Helper()
	bin := filepath.Join(b.TempDir(), "quoth")
	cmd := exec.Command("go", "build", "-ldflags", "-s -w", "-o", bin, "./cmd/quoth")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

// BenchmarkBatch runs the program over the pages of WCXB's development part,
// JSON Lines in and out, with two workers, and the stages alone over the same
// pages on one core. What counts is a run that is under way: a run of a million
// pages starts once, which is told as ms_start, and ends once. So the program
// has all pages before it, and they take turns of some hundred pages: the
// program is stopped in the middle of its work and goes on a turn later. The
// first turn does not count.
//
// of_two_cores is what the batch makes of two such cores, stages_of_two_cores
// what the stages alone make of them when they run on both at once, with
// nothing to read, to write and to wait for: what the machine loses by that is
// no fault of the program. of_its_CPU_time says how much of the processor time
// of the batch is the stages'.
func BenchmarkBatch(b *testing.B) {
	file, inputs := development(b)
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	const turns = 7
	size := len(inputs) / turns
	var start, batch, alone, both, batchCPU, aloneCPU time.Duration
	pages := 0
	for b.Loop() {
		in, err := os.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		run := begin(b, in, "--input", "jsonl")
		begun := run.begun
		for turn := range turns {
			began, spent := time.Now(), run.cpu()
			run.signal(b, syscall.SIGCONT)
			run.read(b, size, func() {
				if !begun.IsZero() {
					start, begun = time.Since(begun), time.Time{}
				}
			})
			run.signal(b, syscall.SIGSTOP)
			took, cpu := time.Since(began), run.cpu()-spent
			part := inputs[turn*size:][:size]
			one, oneCPU := stagesOn(p, part, 1)
			two, _ := stagesOn(p, part, 2)
			if turn > 0 {
				batch, batchCPU = batch+took, batchCPU+cpu
				alone, aloneCPU = alone+one, aloneCPU+oneCPU
				both += two
				pages += size
			}
		}
		run.end()
		in.Close()
	}
	b.ReportMetric(start.Seconds()*1000, "ms_start")
	b.ReportMetric(float64(pages)/batch.Seconds(), "pages/s")
	b.ReportMetric(float64(pages)/alone.Seconds(), "pages/s/core")
	b.ReportMetric(alone.Seconds()/batch.Seconds()/2, "of_two_cores")
	b.ReportMetric(alone.Seconds()/both.Seconds(), "stages_of_two_cores")
	b.ReportMetric(aloneCPU.Seconds()/batchCPU.Seconds(), "of_its_CPU_time")
}

// stagesOn runs the stages over pages on a number of cores, and gives the time
// that each core took of them together, and their processor time.
func stagesOn(p *pipeline.Pipeline, inputs []pipeline.Input, cores int) (took, cpu time.Duration) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	var next, busy atomic.Int64
	var wg sync.WaitGroup
	spent := spentCPU()
	for range cores {
		wg.Go(func() {
			began := time.Now()
			for k := next.Add(1); k <= int64(len(inputs)); k = next.Add(1) {
				p.Run(context.Background(), inputs[k-1])
			}
			busy.Add(int64(time.Since(began)))
		})
	}
	wg.Wait()
	return time.Duration(busy.Load()), spentCPU() - spent
}

// BenchmarkAddresses does the same with pages that the program fetches from a
// server beside it, by a list of addresses: of_its_CPU_time says what fetching
// costs beside reading.
func BenchmarkAddresses(b *testing.B) {
	_, inputs := development(b)
	inputs = inputs[:300]
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.URL.Path[1:])
		if err != nil || n >= len(inputs) {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(inputs[n].Body)
	}))
	defer server.Close()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	list, addresses, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	run := begin(b, list, "--input", "urls", "--allow-private", "--delay", "0")
	defer run.end()
	defer addresses.Close()
	var batch, batchCPU, aloneCPU time.Duration
	pages := 0
	for b.Loop() {
		for n := 0; n < len(inputs); n += 100 {
			part := inputs[n:min(n+100, len(inputs))]
			began, spent := time.Now(), run.cpu()
			for i := range part {
				fmt.Fprintf(addresses, "%s/%d\n", server.URL, n+i)
			}
			run.read(b, len(part), func() {})
			took, cpu := time.Since(began), run.cpu()-spent
			_, aloneFor := stagesOn(p, part, 1)
			if n > 0 {
				batch, batchCPU, aloneCPU = batch+took, batchCPU+cpu, aloneCPU+aloneFor
				pages += len(part)
			}
		}
	}
	b.ReportMetric(float64(pages)/batch.Seconds(), "pages/s")
	b.ReportMetric(aloneCPU.Seconds()/batchCPU.Seconds(), "of_its_CPU_time")
}

// development is WCXB's development part: a file of JSON Lines, and what the
// stages get of each.
func development(b *testing.B) (file string, inputs []pipeline.Input) {
	packed, err := os.Open(filepath.Join(os.Getenv("SHARED"), "corpora/pages/wcxb-article-dev.jsonl.gz"))
	if err != nil {
		b.Skip(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		b.Fatal(err)
	}
	file = filepath.Join(b.TempDir(), "dev.jsonl")
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	lines := json.NewDecoder(io.TeeReader(z, f))
	for {
		var l struct{ ID, URL, HTML string }
		if err := lines.Decode(&l); err == io.EOF {
			return file, inputs
		} else if err != nil {
			b.Fatal(err)
		}
		inputs = append(inputs, pipeline.Input{ID: l.ID, URL: l.URL, Body: []byte(l.HTML), Format: extract.HTML, Charset: "utf-8"})
	}
}

// running is the program while it runs.
type running struct {
	cmd   *exec.Cmd
	out   *bufio.Reader
	begun time.Time
}

func begin(b *testing.B, in *os.File, args ...string) *running {
	r := &running{cmd: exec.Command(program(b), append([]string{"--quiet", "--workers", "2"}, args...)...)}
	r.cmd.Stdin = in
	r.cmd.Env = append(os.Environ(), "GOMAXPROCS=2")
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	r.out, r.begun = bufio.NewReaderSize(out, 1<<20), time.Now()
	if err := r.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	return r
}

// read waits for n lines; each is called at each.
func (r *running) read(b *testing.B, n int, each func()) {
	for range n {
		for more := true; more; {
			_, err := r.out.ReadSlice('\n')
			if more = err == bufio.ErrBufferFull; err != nil && !more {
				b.Fatal(err)
			}
		}
		each()
	}
}

func (r *running) signal(b *testing.B, s os.Signal) {
	if err := r.cmd.Process.Signal(s); err != nil {
		b.Fatal(err)
	}
}

func (r *running) end() {
	_ = r.cmd.Process.Kill()
	_ = r.cmd.Wait()
}

// cpu is the processor time of the program so far.
func (r *running) cpu() time.Duration {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", r.cmd.Process.Pid))
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	var user, system time.Duration
	_, _ = fmt.Sscan(fields[11]+" "+fields[12], &user, &system)
	return (user + system) * (time.Second / 100) // ticks, a hundred a second on every Linux
}

// spentCPU is the processor time of this process so far: what can be compared
// on a machine that others use too.
func spentCPU() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// synthetic makes n short articles as they are read.
type synthetic struct {
	n, made int
	rest    []byte
}

func (r *synthetic) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.made == r.n {
			return 0, io.EOF
		}
		r.made++
		r.rest = fmt.Appendf(r.rest[:0], "{\"id\":\"r%d\",\"text\":\"“It is number %d,” the clerk said. The wall at Norrick holds.\"}\n", r.made, r.made)
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// peakMB is the most memory that a process has had, of its own: what wait(2)
// tells counts that of the process that it was forked from.
func peakMB(pid int) float64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kB float64
	_, _ = fmt.Sscan(rest, &kB)
	return kB / 1024
}

// BenchmarkMemory says how much memory the program takes at its peak, for ten
// thousand to a million articles, written to a file that can be gone on with.
func BenchmarkMemory(b *testing.B) {
	if runtime.GOOS != "linux" {
		b.Skip("counts pages as Linux does")
	}
	bin := program(b)
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				out := filepath.Join(b.TempDir(), "out.jsonl.zst")
				cmd := exec.Command(bin, "--quiet", "--stages", "blocks", "--verbatim", "--workers", "2", "--resume", "--out", out)
				cmd.Stdin = &synthetic{n: n}
				var messages bytes.Buffer
				cmd.Stderr = &messages
				if err := cmd.Start(); err != nil {
					b.Fatal(err)
				}
				ended := make(chan error, 1)
				go func() { ended <- cmd.Wait() }()
				peak := 0.0
				for running := true; running; {
					peak = max(peak, peakMB(cmd.Process.Pid))
					select {
					case err := <-ended:
						if err != nil {
							b.Fatalf("%v\n%s", err, &messages)
						}
						running = false
					case <-time.After(10 * time.Millisecond):
					}
				}
				b.ReportMetric(peak, "MB_peak")
				b.ReportMetric(float64(n)/cmd.ProcessState.UserTime().Seconds(), "articles/s/core")
			}
		})
	}
}
