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
// pages on one core. Both have read a third of them before: a run of a million
// pages starts once, and what that costs is told as ms_start. They take turns,
// some hundred pages each, as the machine may be busy; the program waits for its
// input meanwhile. The ratios say how much of two such cores the batch makes
// use of, and how much of the processor time that it takes is the stages'.
func BenchmarkBatch(b *testing.B) {
	f, err := os.Open(filepath.Join(os.Getenv("SHARED"), "corpora/pages/wcxb-article-dev.jsonl.gz"))
	if err != nil {
		b.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	const batches, size = 2, 235
	lines := bufio.NewReaderSize(z, 1<<20)
	begun := time.Now()
	run := begin(b, "--input", "jsonl")
	cores := runtime.GOMAXPROCS(0)
	var start, batch, alone, batchCPU, aloneCPU time.Duration
	pages := 0
	for b.Loop() {
		for n := range 1 + batches {
			in, inputs := hundred(b, lines, size)
			began, spent := time.Now(), cpuOf(run.cmd.Process.Pid)
			if n == 0 {
				began = begun
			}
			run.read(b, in, len(inputs), func() {
				if n == 0 && start == 0 {
					start = time.Since(began)
				}
			})
			took, cpu := time.Since(began), cpuOf(run.cmd.Process.Pid)-spent

			runtime.GOMAXPROCS(1)
			began, spent = time.Now(), spentCPU()
			for _, in := range inputs {
				p.Run(context.Background(), in)
			}
			if n > 0 {
				batch, batchCPU = batch+took, batchCPU+cpu
				alone, aloneCPU = alone+time.Since(began), aloneCPU+spentCPU()-spent
				pages += len(inputs)
			}
			runtime.GOMAXPROCS(cores)
		}
	}
	b.ReportMetric(start.Seconds()*1000, "ms_start")
	b.ReportMetric(float64(pages)/batch.Seconds(), "pages/s")
	b.ReportMetric(float64(pages)/alone.Seconds(), "pages/s/core")
	b.ReportMetric(alone.Seconds()/batch.Seconds()/2, "of_two_cores")
	b.ReportMetric(aloneCPU.Seconds()/batchCPU.Seconds(), "of_its_CPU_time")
}

// BenchmarkAddresses does the same with pages that the program fetches from a
// server beside it, by a list of addresses: of_its_CPU_time says what fetching
// costs beside reading.
func BenchmarkAddresses(b *testing.B) {
	f, err := os.Open(filepath.Join(os.Getenv("SHARED"), "corpora/pages/wcxb-article-dev.jsonl.gz"))
	if err != nil {
		b.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	_, inputs := hundred(b, bufio.NewReaderSize(z, 1<<20), 300)
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
	run := begin(b, "--input", "urls", "--allow-private", "--delay", "0")
	var batch, batchCPU, aloneCPU time.Duration
	pages := 0
	for b.Loop() {
		for n := 0; n < len(inputs); n += 100 {
			var list []byte
			part := inputs[n:min(n+100, len(inputs))]
			for i := range part {
				list = fmt.Appendf(list, "%s/%d\n", server.URL, n+i)
			}
			began, spent := time.Now(), cpuOf(run.cmd.Process.Pid)
			run.read(b, list, len(part), func() {})
			took, cpu := time.Since(began), cpuOf(run.cmd.Process.Pid)-spent
			spent = spentCPU()
			for _, in := range part {
				p.Run(context.Background(), in)
			}
			if n > 0 {
				batch, batchCPU, aloneCPU = batch+took, batchCPU+cpu, aloneCPU+spentCPU()-spent
				pages += len(part)
			}
		}
	}
	b.ReportMetric(float64(pages)/batch.Seconds(), "pages/s")
	b.ReportMetric(aloneCPU.Seconds()/batchCPU.Seconds(), "of_its_CPU_time")
}

// hundred are the next lines, and what the stages get of them.
func hundred(b *testing.B, lines *bufio.Reader, size int) (in []byte, inputs []pipeline.Input) {
	for range size {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		var l struct{ ID, URL, HTML string }
		if err := json.Unmarshal(line, &l); err != nil {
			b.Fatal(err)
		}
		in = append(in, line...)
		inputs = append(inputs, pipeline.Input{ID: l.ID, URL: l.URL, Body: []byte(l.HTML), Format: extract.HTML, Charset: "utf-8"})
	}
	return in, inputs
}

// running is the program between two pipes.
type running struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func begin(b *testing.B, args ...string) *running {
	r := &running{cmd: exec.Command(program(b), append([]string{"--quiet", "--workers", "2"}, args...)...)}
	r.cmd.Env = append(os.Environ(), "GOMAXPROCS=2")
	in, err := r.cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	r.in, r.out = in, bufio.NewReaderSize(out, 1<<20)
	if err := r.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { r.in.Close(); _ = r.cmd.Wait() })
	return r
}

// read gives the program n lines and waits for as many; each is called at each.
func (r *running) read(b *testing.B, in []byte, n int, each func()) {
	go func() { _, _ = r.in.Write(in) }()
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

// cpuOf is the processor time of another process so far.
func cpuOf(pid int) time.Duration {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
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
