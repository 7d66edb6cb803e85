package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"quoth": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the lives of the command line in testdata/script. Beside
// the commands of testscript they use those below.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root": // who may read everything
				return os.Getuid() == 0, nil
			case "race": // with the detector, everything takes ten times as long
				return raceEnabled, nil
			case "nohup": // the tests run where SIGHUP is ignored, and so does quoth
				return signal.Ignored(syscall.SIGHUP), nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":  exits,
			"lines":  lines,
			"pack":   pack,
			"make":   generate,
			"schema": obeysSchema,
		},
	})
}

// exits STATUS COMMAND...: the command ends with that exit status.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	status := 0
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		status = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(status) != args[0] {
		ts.Fatalf("exit status %d, want %s", status, args[0])
	}
}

// lines N: the last command printed N lines.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	out := ts.ReadFile("stdout")
	if n := strings.Count(out, "\n"); strconv.Itoa(n) != args[0] || out != "" && !strings.HasSuffix(out, "\n") {
		ts.Fatalf("%d lines, want %s", n, args[0])
	}
}

// pack gzip|zstd FROM TO [BYTES]: compress a file, and keep that many bytes.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	from := []byte(ts.ReadFile(args[1]))
	var b bytes.Buffer
	switch args[0] {
	case "gzip":
		z := gzip.NewWriter(&b)
		z.Write(from)
		z.Close()
	case "zstd":
		z, err := zstd.NewWriter(&b)
		ts.Check(err)
		z.Write(from)
		z.Close()
	}
	out := b.Bytes()
	if len(args) > 3 {
		n, err := strconv.Atoi(args[3])
		ts.Check(err)
		out = out[:min(n, len(out))]
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), out, 0o666))
}

// make KIND N FILE: a file that is too large or too odd to be written out.
func generate(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const story = "<p>The harbour wall at Norrick will be raised by a metre, the council decided on Monday after a long debate.</p>\n"
	var b strings.Builder
	switch args[0] {
	case "nested": // a story within N elements
		b.WriteString("<html><body>" + strings.Repeat("<div>", n) + strings.Repeat(story, 8) + strings.Repeat("</div>", n) + "</body></html>\n")
	case "page": // N megabytes of paragraphs
		b.WriteString("<html><body><article>")
		for b.Len() < n<<20 {
			b.WriteString(story)
		}
		b.WriteString("</article></body></html>\n")
	case "records": // N lines of JSON Lines
		for i := range n {
			fmt.Fprintf(&b, `{"id":"r%d","text":"“It is number %d,” the clerk said."}`+"\n", i, i)
		}
	case "ids": // the ids of those, as cut out of the output by the script
		for i := range n {
			fmt.Fprintf(&b, "r%d\n", i)
		}
	case "zeros":
		b.WriteString(strings.Repeat("\x00", n<<20))
	case "line": // a good record, a line of N megabytes, a good record
		fmt.Fprintf(&b, `{"id":"before","text":"One."}`+"\n"+`{"id":"long","text":"%s"}`+"\n"+`{"id":"after","text":"Two."}`+"\n", strings.Repeat("a ", n<<19))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(b.String()), 0o666))
}
