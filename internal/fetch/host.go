package fetch

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/robots"
)

const (
	mostHosts = 2000     // remembered; a list may name millions
	mostRules = 32 << 20 // bytes of what they say in robots.txt: one may say a megabyte
	givenUp   = 3        // failures in a row after which a host is not tried again and again
)

// host is what is known of one server: a scheme, a name and a port.
type host struct {
	key   string
	slots chan struct{} // a place for each request
	using int           // requests that hold on to it; of hosts.mu
	size  int           // of its rules, bytes; likewise

	mu       sync.Mutex
	next     time.Time // when the next request may start
	delay    time.Duration
	paused   time.Time // as it asked for
	why      error     // the answer that did
	failures int       // in a row

	asking  chan struct{} // holds the one who asks for robots.txt
	rules   *robots.Rules
	noRules error // why there are none
	asked   time.Time
}

type hosts struct {
	mu    sync.Mutex
	m     map[string]*host
	rules int // size of all their rules
}

func newHosts() *hosts { return &hosts{m: map[string]*host{}} }

// of finds the host of an address; done lets it go.
func (hs *hosts) of(u *url.URL) *host {
	key := u.Scheme + "://" + strings.ToLower(u.Host)
	hs.mu.Lock()
	defer hs.mu.Unlock()
	h := hs.m[key]
	if h == nil {
		hs.forget()
		h = &host{key: key, slots: make(chan struct{}, perHost), asking: make(chan struct{}, 1)}
		hs.m[key] = h
	}
	h.using++
	return h
}

func (hs *hosts) done(h *host) {
	hs.mu.Lock()
	defer hs.mu.Unlock()
	h.using--
}

// forget makes room, where there are too many hosts or rules, by leaving out
// half of them: of those that nobody uses and that need not be waited for.
func (hs *hosts) forget() {
	if len(hs.m) < mostHosts && hs.rules < mostRules {
		return
	}
	now := time.Now()
	for key, h := range hs.m {
		if h.using > 0 {
			continue
		}
		h.mu.Lock()
		waits := h.next.After(now) || h.paused.After(now)
		h.mu.Unlock()
		if !waits {
			delete(hs.m, key)
			hs.rules -= h.size
		}
		if len(hs.m) <= mostHosts/2 && hs.rules <= mostRules/2 {
			return
		}
	}
}

// learned counts what a host's rules take.
func (hs *hosts) learned(h *host, size int) {
	hs.mu.Lock()
	defer hs.mu.Unlock()
	hs.rules += size - h.size
	h.size = size
}

// turn waits until a request may go to a host, and gives the function that
// ends it. A request is free where it is none for a page: of a single page,
// nobody should wait for the robots.txt.
func (c *Client) turn(ctx context.Context, h *host, free bool) (func(), error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, c.fault(ctx, ctx.Err())
	}
	wait, err := h.reserve(time.Now(), c.options.Delay, free)
	if err == nil && sleep(ctx, wait) != nil {
		err = c.fault(ctx, ctx.Err())
	}
	if err == nil {
		select {
		case c.all <- struct{}{}:
		case <-ctx.Done():
			err = c.fault(ctx, ctx.Err())
		}
	}
	if err != nil {
		<-h.slots
		return nil, err
	}
	return func() { <-c.all; <-h.slots }, nil
}

// reserve takes the next time at which a request may start. One that is free
// makes no other wait.
func (h *host) reserve(now time.Time, delay time.Duration, free bool) (time.Duration, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.paused.Sub(now) > longestWait {
		var f *extract.Fault
		if errors.As(h.why, &f) {
			return 0, &extract.Fault{Kind: f.Kind, Err: extract.Faultf(f.Kind, "%w, and asked to be left alone until %s", f.Err, h.paused.UTC().Format(time.RFC3339))}
		}
		return 0, h.why
	}
	at := now
	for _, t := range []time.Time{h.next, h.paused} {
		if t.After(at) {
			at = t
		}
	}
	if !free {
		h.next = at.Add(max(delay, h.delay))
	}
	return at.Sub(now), nil
}

func (h *host) pause(d time.Duration, why error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if until := time.Now().Add(d); until.After(h.paused) {
		h.paused, h.why = until, why
	}
}

// failed counts, and says whether the host seems to be down.
func (h *host) failed() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.failures++
	return h.failures > givenUp
}

func (h *host) well() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.failures = 0
}

// How long an answer to the question for robots.txt holds: RFC 9309 allows a
// day; where there was none, the host may be back sooner.
const (
	rulesHold   = 24 * time.Hour
	noRulesHold = 5 * time.Minute
)

// rules are those of the robots.txt of an address's host. Where there is none,
// everything is allowed; where it cannot be had, nothing is (RFC 9309, 2.3.1).
func (c *Client) rules(ctx context.Context, u *url.URL) (*robots.Rules, error) {
	h := c.hosts.of(u)
	defer c.hosts.done(h)
	select { // one asks, the others wait for the answer
	case h.asking <- struct{}{}:
		defer func() { <-h.asking }()
	case <-ctx.Done():
		return nil, c.fault(ctx, ctx.Err())
	}
	if age := time.Since(h.asked); h.rules != nil && age < rulesHold || h.noRules != nil && age < noRulesHold {
		return h.rules, h.noRules
	}
	page, err := c.follow(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}, newWant(robots.MaxBytes, true))
	if ctx.Err() != nil {
		return nil, c.fault(ctx, ctx.Err())
	}
	h.asked, h.rules, h.noRules = time.Now(), nil, nil
	switch kind := extract.FaultKind(err); {
	case err == nil:
		h.rules = robots.Parse(page.Body, c.agent)
	case kind == "private_address":
		h.noRules = err
	case kind == "redirects", strings.HasPrefix(kind, "http_4") && kind != "http_429", strings.HasPrefix(kind, "http_3"):
		h.rules = &robots.Rules{}
	default:
		h.noRules = extract.Faultf(kind, "robots.txt: %w", err)
	}
	if h.rules != nil {
		h.mu.Lock()
		h.delay = min(h.rules.Delay, longestWait)
		h.mu.Unlock()
		c.hosts.learned(h, h.rules.Size())
	}
	return h.rules, h.noRules
}
