package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

type evaluation struct {
	bin, shared, out string
	schema           validator
}

// figure is one number of one set.
type figure struct {
	name  string
	value float64
}

func (e *evaluation) score(s set) ([]figure, error) {
	if s.tasks[0] == "clusters" {
		return e.clusters(filepath.Join(e.shared, s.file))
	}
	gold, err := e.goldFile(s)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(e.out, s.name+".jsonl")
	if s.tasks[0] == "expect" {
		return e.expect(gold, out)
	}
	args := append([]string{"--input", "jsonl", "--workers", fmt.Sprint(runtime.NumCPU())}, s.args...)
	if err := e.quoth(out, append(args, gold)...); err != nil {
		return nil, err
	}
	figures, err := e.check(s, gold, out)
	if err != nil {
		return nil, err
	}
	for _, task := range s.tasks {
		command := []string{filepath.Join(e.shared, "score", "score.py"), task, gold, out}
		if task == "flatten" {
			command = []string{filepath.Join(e.shared, "score", "flatten.py"), "score", gold, out}
		}
		text, err := exec.Command("python3", command...).CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, text)
		}
		scored, err := readFigures(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", task, err)
		}
		figures = append(figures, scored...)
	}
	return figures, nil
}

func (e *evaluation) goldFile(s set) (string, error) {
	file := filepath.Join(e.out, s.name+".gold.jsonl")
	if s.text != nil {
		return file, rewrite(file, filepath.Join(e.shared, s.file), s.text)
	}
	if s.make == nil {
		return filepath.Join(e.shared, s.file), nil
	}
	args := []string{filepath.Join("score", s.make[0])}
	for _, a := range s.make[1:] {
		if strings.HasPrefix(a, "testdata/") {
			own, err := filepath.Abs(a)
			if err != nil {
				return "", err
			}
			a = own
		}
		args = append(args, a)
	}
	cmd := exec.Command("python3", args...)
	cmd.Dir = e.shared
	text, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%v: %w", s.make, err)
	}
	return file, os.WriteFile(file, text, 0o644)
}

// quoth runs the program with its output going to a file. Exit status 1 (some
// inputs failed) is no error here: the figures tell.
func (e *evaluation) quoth(out string, args ...string) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	var messages bytes.Buffer
	cmd := exec.Command(e.bin, args...)
	cmd.Stdout, cmd.Stderr = f, &messages
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		return fmt.Errorf("%s %s: %w\n%s", e.bin, strings.Join(args, " "), err, messages.String())
	}
	return nil
}

// peakMemory is the program's largest resident set, in megabytes, when it
// reads a whole set from standard input with two workers. It is read from
// /proc while the program runs: the maximum that wait4 gives holds this
// process's own memory too, from before the exec (441 MB where the program
// took 51).
func (e *evaluation) peakMemory(gold string) (float64, error) {
	in, err := os.Open(gold)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	cmd := exec.Command(e.bin, "--input", "jsonl", "--workers", "2", "--quiet")
	cmd.Stdin = in
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	peak := 0.0
	for {
		if mb := highWater(cmd.Process.Pid); mb > peak {
			peak = mb
		}
		select {
		case err := <-done:
			if err != nil && cmd.ProcessState.ExitCode() != 1 {
				return 0, err
			}
			if peak == 0 {
				return 0, fmt.Errorf("no /proc to read peak memory from")
			}
			return peak, nil
		case <-time.After(10 * time.Millisecond):
		}
	}
}

var vmHWM = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// highWater is the largest resident set that a process had so far, in
// megabytes; 0 where it is gone.
func highWater(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	m := vmHWM.FindSubmatch(status)
	if m == nil {
		return 0
	}
	kb, _ := strconv.ParseFloat(string(m[1]), 64)
	return kb / 1024
}

var checksHold = regexp.MustCompile(`(\d+) of \d+ checks hold`)

func (e *evaluation) expect(article, out string) ([]figure, error) {
	if err := e.quoth(out, article); err != nil {
		return nil, err
	}
	in, err := os.Open(out)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	cmd := exec.Command("python3", filepath.Join(e.shared, "seed", "expect.py"))
	cmd.Stdin = in
	text, _ := cmd.CombinedOutput() // exits with 1 unless all checks hold
	m := checksHold.FindSubmatch(text)
	if m == nil {
		return nil, fmt.Errorf("expect.py: no count in %q", text)
	}
	n, err := strconv.ParseFloat(string(m[1]), 64)
	return []figure{{"checks that hold", n}}, err
}

// figureLine reads the scorers' lines: "whole sentences  P … R … F1 0.9 (…",
// "title  right 0.9 of 80", "junk removed  0.9 of 80".
var figureLine = regexp.MustCompile(`^(\S.*?)\s+(?:P [\d.]+\s+R [\d.]+\s+F1 ([\d.]+)|(?:right )?([\d.]+) of \d+)`)

func readFigures(text string) ([]figure, error) {
	var figures []figure
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "NOT SCORED") || strings.HasPrefix(line, "NO OUTPUT") {
			return nil, fmt.Errorf("%s", strings.TrimSpace(line))
		}
		m := figureLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		v, err := strconv.ParseFloat(m[2]+m[3], 64)
		if err != nil {
			return nil, err
		}
		figures = append(figures, figure{m[1], v})
	}
	if len(figures) == 0 {
		return nil, fmt.Errorf("no figure in %q", text)
	}
	return figures, nil
}
