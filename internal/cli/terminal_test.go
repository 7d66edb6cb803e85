//go:build linux

package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// onTerminal runs quoth with a terminal of 60 columns as its standard output
// or standard error, and gives what that terminal showed.
func onTerminal(t *testing.T, wire func(tty *os.File) streams, args ...string) string {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals here:", err)
	}
	defer master.Close()
	ioctl := func(request uintptr, p unsafe.Pointer) {
		t.Helper()
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), request, uintptr(p)); errno != 0 {
			t.Skip("no terminals here:", errno)
		}
	}
	var unlock, number int32
	ioctl(syscall.TIOCSPTLCK, unsafe.Pointer(&unlock))
	ioctl(syscall.TIOCGPTN, unsafe.Pointer(&number))
	ioctl(syscall.TIOCSWINSZ, unsafe.Pointer(&[4]uint16{24, 60}))
	tty, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals here:", err)
	}
	shown := make(chan string)
	go func() {
		var b strings.Builder
		io.Copy(&b, master) // ends with EIO when the other side is closed
		shown <- strings.ReplaceAll(b.String(), "\r\n", "\n")
	}()
	run(t.Context(), args, wire(tty))
	tty.Close()
	return <-shown
}

// lastDrawn leaves out the counts that a run shows before its summary when it
// takes longer than redraw.
func lastDrawn(shown string) string { return shown[max(0, strings.LastIndexByte(shown, '\r')):] }

const twoRecords = `{"id":"a","text":"One."}` + "\n" + `{"id":"b","text":"Two."}` + "\n"

func TestOnTerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	os.WriteFile("a.txt", []byte("The harbour wall at Norrick will be raised by a metre, the council decided on Monday."), 0o666)
	output := func(stdin string) func(tty *os.File) streams {
		return func(tty *os.File) streams { return streams{strings.NewReader(stdin), tty, io.Discard} }
	}
	messages := func(tty *os.File) streams { return streams{strings.NewReader(twoRecords), io.Discard, tty} }
	blocks := func(args ...string) []string { return append([]string{"--stages", "blocks"}, args...) }

	for _, tt := range []struct {
		name   string
		shown  string
		begins string
		lacks  string
	}{
		{"single_input_is_indented", onTerminal(t, output(""), blocks("a.txt")...), "{\n  \"schema\": \"quoth/1\",\n", ""},
		{"single_record_of_many_is_not", onTerminal(t, output(twoRecords), blocks()...), `{"schema":"quoth/1","id":"a"`, "\n "},
		{"two_inputs_are_not", onTerminal(t, output(""), blocks("a.txt", "a.txt")...), `{"schema":"quoth/1","id":"a.txt"`, "\n "},
		{"summary", lastDrawn(onTerminal(t, messages, blocks()...)), "\r\033[K2 articles, 0 failed, ", ""},
		{"quiet", onTerminal(t, messages, blocks("--quiet")...), "", "articles"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.HasPrefix(tt.shown, tt.begins) || tt.lacks != "" && strings.Contains(tt.shown, tt.lacks) {
				t.Errorf("shows %q, want %q first and no %q", tt.shown, tt.begins, tt.lacks)
			}
		})
	}

	if coloured := onTerminal(t, output(""), "show", "a.txt"); !strings.Contains(coloured, "\033[34mThe harbour wall") {
		t.Errorf("the story has no colours: %q", coloured)
	}
	t.Setenv("NO_COLOR", "1")
	report := onTerminal(t, output(""), "show", "a.txt")
	if strings.Contains(report, "\033") || !strings.HasPrefix(report, "a.txt\n1 block") {
		t.Errorf("the report is %q", report)
	}
	for line := range strings.Lines(report) {
		if len(line) > 61 {
			t.Errorf("wider than the terminal: %q", line)
		}
	}
}

func TestTerminalAsInputIsAskedNothing(t *testing.T) {
	help := onTerminal(t, func(tty *os.File) streams { return streams{tty, io.Discard, tty} })
	if !strings.Contains(help, "Usage:\n  quoth [flags] [INPUT ...]") {
		t.Errorf("shows %q, want the help", help)
	}
}
