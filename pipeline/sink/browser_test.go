package sink

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// browser is a headless Chromium with one tab, spoken to by the DevTools
// protocol over a pipe: JSON messages, each ended by a zero byte.
type browser struct {
	t        *testing.T
	in       io.Writer
	out      *bufio.Reader
	id       int
	session  string
	messages []string // what the console, the log and the policy said
}

// startBrowser skips the test where no Chromium is found or starts.
func startBrowser(t *testing.T) *browser {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on the path")
	}
	toIt, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, fromIt, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "about:blank")
	cmd.ExtraFiles = []*os.File{toIt, fromIt}
	if err := cmd.Start(); err != nil {
		t.Skip("Chromium does not start: ", err)
	}
	toIt.Close()
	fromIt.Close()
	b := &browser{t: t, in: in, out: bufio.NewReader(out)}
	t.Cleanup(func() {
		b.send("Browser.close", nil)
		in.Close()
		late := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
		io.Copy(io.Discard, out) // until it has closed its end
		cmd.Wait()
		late.Stop()
	})
	var target struct{ TargetID string }
	if err := b.ask("Target.createTarget", map[string]any{"url": "about:blank"}, &target); err != nil {
		t.Skip("Chromium does not answer: ", err)
	}
	var tab struct{ SessionID string }
	b.must("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &tab)
	b.session = tab.SessionID
	for _, domain := range []string{"Runtime", "Log", "Page", "Network"} {
		b.must(domain+".enable", nil, nil)
	}
	return b
}

func (b *browser) send(method string, params any) error {
	b.id++
	m := map[string]any{"id": b.id, "method": method}
	if params != nil {
		m["params"] = params
	}
	if b.session != "" && method != "Browser.close" {
		m["sessionId"] = b.session
	}
	line, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = b.in.Write(append(line, 0))
	return err
}

// next reads a message, and keeps what the page complains of or asks for.
func (b *browser) next() (id int, method string, result json.RawMessage, err error) {
	line, err := b.out.ReadBytes(0)
	if err != nil {
		return 0, "", nil, err
	}
	var m struct {
		ID             int
		Method         string
		Result, Params json.RawMessage
		Error          *struct{ Message string }
	}
	if err := json.Unmarshal(bytes.TrimSuffix(line, []byte{0}), &m); err != nil {
		return 0, "", nil, err
	}
	switch m.Method {
	case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening":
		b.messages = append(b.messages, m.Method+" "+string(m.Params))
	case "Network.requestWillBeSent":
		var p struct{ Request struct{ URL string } }
		if json.Unmarshal(m.Params, &p); !strings.HasPrefix(p.Request.URL, "file:") {
			b.messages = append(b.messages, "asks for "+p.Request.URL)
		}
	}
	if m.Error != nil {
		err = fmt.Errorf("%s", m.Error.Message)
	}
	return m.ID, m.Method, m.Result, err
}

func (b *browser) ask(method string, params, result any) error {
	if err := b.send(method, params); err != nil {
		return err
	}
	for {
		id, _, got, err := b.next()
		if err != nil {
			return err
		}
		if id == b.id {
			if result == nil {
				return nil
			}
			return json.Unmarshal(got, result)
		}
	}
}

func (b *browser) must(method string, params, result any) {
	b.t.Helper()
	if err := b.ask(method, params, result); err != nil {
		b.t.Fatalf("%s: %v", method, err)
	}
}

// open loads a page and waits until all of it is there.
func (b *browser) open(file string) {
	b.t.Helper()
	b.messages = nil
	if err := b.send("Page.navigate", map[string]any{"url": (&url.URL{Scheme: "file", Path: file}).String()}); err != nil {
		b.t.Fatal(err)
	}
	for {
		_, method, _, err := b.next()
		if err != nil {
			b.t.Fatal(err)
		}
		if method == "Page.loadEventFired" {
			return
		}
	}
}

// value is what an expression of the browser's gives, as JSON.
func (b *browser) value(expression string, into any) {
	b.t.Helper()
	var r struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.must("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true}, &r)
	if r.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, r.ExceptionDetails)
	}
	if err := json.Unmarshal(r.Result.Value, into); err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
}

// hover brings the first element that a selector finds into view and moves the
// pointer over its first line.
func (b *browser) hover(selector string) {
	b.t.Helper()
	var at []float64
	b.value(fmt.Sprintf(`(() => { document.documentElement.style.scrollBehavior = "auto"; const e = document.querySelector(%q); e.scrollIntoView({block: "center"});
		const r = e.getClientRects()[0]; return [r.x + Math.min(5, r.width / 2), r.y + r.height / 2]; })()`, selector), &at)
	b.must("Input.dispatchMouseEvent", map[string]any{"type": "mouseMoved", "x": at[0], "y": at[1]}, nil)
}

const hostileTitle = `</script></title><img src=x onerror=document.title='owned'><script>document.title='owned'</script>`

// hostilePage is a page whose title and words try to become markup.
var hostilePage = `<!DOCTYPE html><html><head><title>` + strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(hostileTitle) + `</title></head><body><article>
<h1>` + strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(hostileTitle) + `</h1>
<p>The council of Harwick voted on Tuesday to close the ferry that has crossed the river for eighty years, and to sell its two boats.</p>
<p>“We have waited long enough &lt;script&gt;document.title='owned'&lt;/script&gt; for a bridge,” said Ann Carter, the mayor of Harwick, after the vote.</p>
<p>Bo Tanner, who has run the ferry since 1998, said that nobody had asked him. “I read it in the paper,” he said.</p>
</article></body></html>`

// pages writes what quoth shows of an input and returns it with the document.
func pages(t *testing.T, in pipeline.Input, sink interface {
	Write(pipeline.Result) (pipeline.Result, error)
	Flush() error
}) *extract.Document {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := p.Run(context.Background(), in)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	if _, err := sink.Write(r); err != nil {
		t.Fatal(err)
	}
	if err := sink.Flush(); err != nil {
		t.Fatal(err)
	}
	return r.Doc
}

func browserInputs(t *testing.T) []pipeline.Input {
	list := []pipeline.Input{{ID: "hostile.html", Body: []byte(hostilePage), Format: extract.HTML}}
	for _, file := range []string{"ferry.html", "press-release.html", "single-quotes.txt"} {
		body, err := os.ReadFile("../../testdata/articles/" + file)
		if err != nil {
			t.Fatal(err)
		}
		in := pipeline.Input{ID: file, Body: body}
		if strings.HasSuffix(file, ".html") {
			in.Format = extract.HTML
		}
		list = append(list, in)
	}
	return list
}

func writePage(t *testing.T, page string) string {
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// quiet fails the test where the page ran, asked for or complained of anything.
func (b *browser) quiet() {
	b.t.Helper()
	for _, m := range b.messages {
		b.t.Error(m)
	}
	var n int
	b.value(`document.querySelectorAll("script, img, iframe, object, embed, link, [onerror], [onload]").length`, &n)
	if n > 0 {
		b.t.Errorf("%d elements that run or load", n)
	}
	var title string
	b.value("document.title", &title)
	if title == "owned" {
		b.t.Error("a script of the article ran")
	}
}

// TestShowInBrowser holds that a browser shows as many coloured quotes as the
// document has, tells why under the pointer, and runs nothing of the article's.
func TestShowInBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, in := range browserInputs(t) {
		var page strings.Builder
		d := pages(t, in, NewPage(&page))
		b.open(writePage(t, page.String()))
		b.quiet()
		var got int
		b.value(`[...document.querySelectorAll("mark[id]")].filter(m => getComputedStyle(m).borderBottomStyle != "none" && getComputedStyle(m).borderBottomColor != getComputedStyle(m).color).length`, &got)
		if got != len(d.Quotes) || got == 0 {
			t.Errorf("%s: %d coloured quotes, the document has %d", in.ID, got, len(d.Quotes))
		}
		q := d.Quotes[0]
		hidden, shown := "", ""
		after := `getComputedStyle(document.querySelector("#a1q1"), "::after").content`
		b.value(after, &hidden)
		b.hover("#a1q1")
		b.value(after, &shown)
		if want := fmt.Sprintf("rule %s · confidence %.2f", q.Rule, q.Confidence); hidden != "none" || !strings.Contains(shown, want) {
			t.Errorf("%s: under the pointer %q, without it %q; want %q", in.ID, shown, hidden, want)
		}
		if in.ID == "hostile.html" {
			var h1 string
			b.value(`document.querySelector("h1").textContent`, &h1)
			if h1 != hostileTitle {
				t.Errorf("title %q, want %q", h1, hostileTitle)
			}
		}
	}
}

// TestExplainInBrowser holds the same of the map of blocks.
func TestExplainInBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, in := range browserInputs(t) {
		var page strings.Builder
		d := pages(t, in, NewBlockMap(&page))
		b.open(writePage(t, page.String()))
		b.quiet()
		var got int
		b.value(`document.querySelectorAll(".block").length`, &got)
		if got != len(d.Decisions) || got == 0 {
			t.Errorf("%s: %d blocks, the document has %d", in.ID, got, len(d.Decisions))
		}
		why := `(e => getComputedStyle(e).display + " " + e.textContent)(document.querySelector(".block > .why"))`
		hidden, shown := "", ""
		b.value(why, &hidden)
		b.hover(".block")
		b.value(why, &shown)
		if first := d.Decisions[0]; !strings.HasPrefix(hidden, "none ") || !strings.HasPrefix(shown, "block ") || !strings.Contains(shown, first.Rule) {
			t.Errorf("%s: under the pointer %q, without it %q; want rule %q", in.ID, shown, hidden, first.Rule)
		}
		var h1 string
		b.value(`document.querySelector("h1").textContent`, &h1)
		if in.ID == "hostile.html" && h1 != hostileTitle {
			t.Errorf("title %q, want %q", h1, hostileTitle)
		}
	}
}
