//go:build linux

package cli

import (
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// secure is a newspaper that speaks HTTP/2, and the environment of a program
// that trusts its certificate, which is for 127.0.0.1 and example.com.
func secure(t *testing.T) (home string, env, protocols func() []string) {
	t.Helper()
	var mu sync.Mutex
	var spoken []string
	n := &newspaper{}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		spoken = append(spoken, r.Proto)
		mu.Unlock()
		if r.URL.Path == "/inward" {
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
			return
		}
		n.ServeHTTP(w, r)
	}))
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	file := filepath.Join(t.TempDir(), "roots.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw}), 0o666); err != nil {
		t.Fatal(err)
	}
	return s.URL, func() []string { return append(os.Environ(), "SSL_CERT_FILE="+file, "SSL_CERT_DIR=/nonexistent") }, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(spoken)
	}
}

type answer struct {
	ID    string
	Text  string
	Error struct{ Kind string }
}

// fetched runs the program itself, as certificates are read once by a process.
func fetched(t *testing.T, env []string, args ...string) (answers []answer) {
	t.Helper()
	cmd := quoth(append([]string{"--quiet", "--delay", "0", "--retries", "0", "--stages", "blocks", "--fetch-timeout", "20s"}, args...)...)
	cmd.Env = env
	out, _ := cmd.Output()
	for line := range strings.Lines(string(out)) {
		var a answer
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		answers = append(answers, a)
	}
	return answers
}

func TestPagesOverHTTP2(t *testing.T) {
	home, env, protocols := secure(t)
	got := fetched(t, env(), "--allow-private", home+"/a", home+"/c")
	if len(got) != 2 || !strings.Contains(got[1].Text, "Ida Brandt") {
		t.Fatalf("%+v", got)
	}
	for _, p := range protocols() {
		if p != "HTTP/2.0" {
			t.Errorf("spoke %s", p)
		}
	}
}

func TestACertificateThatNobodyKnows(t *testing.T) {
	home, _, _ := secure(t)
	if got := fetched(t, os.Environ(), "--allow-private", home+"/a"); len(got) != 1 || got[0].Error.Kind != "fetch_failed" {
		t.Errorf("%+v", got)
	}
}

// proxy is one that sends all names to one server, and notes what it is asked
// for.
type proxy struct {
	mu    sync.Mutex
	to    string
	asked []string
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked = append(p.asked, r.Method+" "+r.Host)
	p.mu.Unlock()
	if r.Method != http.MethodConnect {
		if r.URL.Path == "/inward" {
			http.Redirect(w, r, "http://127.0.0.1:9/", http.StatusFound)
			return
		}
		(&newspaper{}).ServeHTTP(w, r)
		return
	}
	server, err := net.Dial("tcp", p.to)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusOK)
	client, ahead, err := w.(http.Hijacker).Hijack() // which may have read the first bytes
	if err != nil {
		server.Close()
		return
	}
	go func() { _, _ = io.Copy(server, ahead); server.Close() }()
	go func() { _, _ = io.Copy(client, server); client.Close() }()
}

func TestPagesThroughAProxy(t *testing.T) {
	home, env, protocols := secure(t)
	p := &proxy{to: strings.TrimPrefix(home, "https://")}
	s := httptest.NewServer(p)
	defer s.Close()
	got := fetched(t, env(), "--proxy", s.URL, "https://example.com/a", "http://example.com/c", // allowed
		"https://127.0.0.1/x", "http://169.254.169.254/latest/meta-data/", "http://localhost/x", "http://[::1]/x", "http://2130706433/x", "https://example.com/inward", "http://example.com/inward")
	if len(got) != 9 {
		t.Fatalf("%+v", got)
	}
	for i, a := range got {
		if i < 2 && !strings.Contains(a.Text, "Ida Brandt") || i >= 2 && a.Error.Kind != "private_address" {
			t.Errorf("%+v", a)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, asked := range p.asked {
		if asked != "CONNECT example.com:443" && asked != "GET example.com" {
			t.Errorf("the proxy was asked: %s", asked)
		}
	}
	if !slices.Contains(p.asked, "CONNECT example.com:443") || !slices.Contains(protocols(), "HTTP/2.0") {
		t.Errorf("asked %v, spoken %v", p.asked, protocols())
	}
}

// A name that a proxy is asked for in a list is no way around it.
func TestAProxyThatIsNotThere(t *testing.T) {
	got := fetched(t, os.Environ(), "--proxy", "http://127.0.0.1:1", "http://example.com/a")
	if len(got) != 1 || got[0].Error.Kind != "fetch_failed" {
		t.Errorf("%s", fmt.Sprint(got))
	}
}
