package bench

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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
// pages on one core. They take turns, as the machine may be busy. The ratios
// say how much of two such cores the batch makes use of, and how much of the
// processor time that it takes is the stages'.
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
	bin := program(b)
	const batches, size = 4, 100
	lines := bufio.NewReaderSize(z, 1<<20)
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	cores := runtime.GOMAXPROCS(0)
	var batch, alone, batchCPU, aloneCPU time.Duration
	for b.Loop() {
		for n := range batches {
			var in []byte
			var inputs []pipeline.Input
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
			file := filepath.Join(b.TempDir(), fmt.Sprintf("in%d.jsonl", n))
			if err := os.WriteFile(file, in, 0o666); err != nil {
				b.Fatal(err)
			}
			cmd := exec.Command(bin, "--quiet", "--workers", "2", "--out", strings.TrimSuffix(file, ".jsonl")+".out.jsonl", file)
			cmd.Env = append(os.Environ(), "GOMAXPROCS=2")
			start := time.Now()
			if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 1 {
				b.Fatalf("%v\n%s", err, out)
			}
			batch += time.Since(start)
			batchCPU += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()

			runtime.GOMAXPROCS(1)
			start = time.Now()
			spent := spentCPU()
			for _, in := range inputs {
				p.Run(context.Background(), in)
			}
			alone += time.Since(start)
			aloneCPU += spentCPU() - spent
			runtime.GOMAXPROCS(cores)
		}
	}
	pages := float64(batches * size)
	b.ReportMetric(pages/batch.Seconds(), "pages/s")
	b.ReportMetric(pages/alone.Seconds(), "pages/s/core")
	b.ReportMetric(alone.Seconds()/batch.Seconds()/2, "of_two_cores")
	b.ReportMetric(aloneCPU.Seconds()/batchCPU.Seconds(), "of_its_CPU_time")
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
