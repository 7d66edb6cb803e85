//go:build ignore

// Command test runs go test with its arguments, with the race detector where
// there is a C compiler for it, shows what failed, and counts.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

type event struct{ Action, Package, Test, Output, ImportPath string }

func main() {
	args := append([]string{"test", "-json"}, os.Args[1:]...)
	env := append(os.Environ(), "CGO_ENABLED=0")
	if compiler() {
		args = append([]string{"test", "-json", "-race"}, os.Args[1:]...)
		env = append(env, "CGO_ENABLED=1")
	} else {
		fmt.Println("no C compiler: tests run without the race detector")
	}
	cmd := exec.Command("go", args...)
	cmd.Env, cmd.Stderr = env, os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	passed, failed, skipped := count(bufio.NewReader(out))
	err = cmd.Wait()
	fmt.Printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped)
	if err != nil || failed > 0 {
		os.Exit(1)
	}
}

// count reads the events of go test. A package that fails without a test of
// its own that did (it does not build, or its process died) is a failure.
func count(r *bufio.Reader) (passed, failed, skipped int) {
	output := map[string]*strings.Builder{} // of each test and package until it ends
	broken := map[string]bool{}             // packages with a failed test
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return passed, failed, skipped
		}
		var e event
		if json.Unmarshal([]byte(line), &e) != nil {
			fmt.Print(line)
			continue
		}
		key := e.Package + " " + e.Test
		switch {
		case e.Action == "build-output":
			fmt.Print(e.Output)
		case e.Action == "output":
			if output[key] == nil {
				output[key] = &strings.Builder{}
			}
			output[key].WriteString(e.Output)
		case e.Test == "" && (e.Action == "pass" || e.Action == "skip" || e.Action == "fail"):
			if e.Action == "fail" && !broken[e.Package] {
				failed++
			}
			show(output, key, e.Action != "fail")
		case e.Action == "pass":
			passed++
			delete(output, key)
		case e.Action == "skip":
			skipped++
			delete(output, key)
		case e.Action == "fail":
			failed++
			broken[e.Package] = true
			show(output, key, false)
		}
	}
}

// show prints what was kept of a test or package; of one that is fine, its
// last line.
func show(output map[string]*strings.Builder, key string, fine bool) {
	if b := output[key]; b != nil {
		text := b.String()
		if fine {
			text = text[strings.LastIndexByte(strings.TrimSuffix(text, "\n"), '\n')+1:]
		}
		fmt.Print(text)
		delete(output, key)
	}
}

func compiler() bool {
	out, err := exec.Command("go", "env", "CC").Output()
	if err != nil {
		return false
	}
	fields := strings.Fields(string(out))
	if len(fields) == 0 {
		return false
	}
	_, err = exec.LookPath(fields[0])
	return err == nil
}
