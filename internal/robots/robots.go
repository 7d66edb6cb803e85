// Package robots reads a robots.txt for one user agent (RFC 9309, and
// Crawl-delay, which it does not know).
package robots

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// MaxBytes is how much of a robots.txt is read: RFC 9309 asks for 500 KiB at
// least.
const MaxBytes = 500 << 10

// Rules are what a robots.txt says to one user agent. The zero value allows
// everything.
type Rules struct {
	Delay time.Duration // between two requests; 0 where none is asked for
	rules []rule
}

type rule struct {
	pattern string // normalized; "*" matches anything, "$" at the end the end
	allow   bool
}

// Parse takes the groups for an agent, a product token like "quoth", or else
// those for all agents. Groups for the same agent are one.
func Parse(body []byte, agent string) *Rules {
	body = bytes.TrimPrefix(body[:min(len(body), MaxBytes)], []byte("\ufeff"))
	own, all := &Rules{}, &Rules{}
	named := false     // a group for the agent is there
	inAgents := false  // the last line named an agent
	var group []*Rules // that the present lines are of
	for len(body) > 0 {
		end := bytes.IndexAny(body, "\r\n")
		if end < 0 {
			end = len(body)
		}
		line := body[:end]
		body = body[min(end+1, len(body)):]
		line, _, _ = bytes.Cut(line, []byte("#"))
		key, value, ok := bytes.Cut(line, []byte(":"))
		if !ok {
			continue
		}
		text := strings.TrimSpace(string(value))
		switch strings.ToLower(string(bytes.TrimSpace(key))) {
		case "user-agent":
			if !inAgents {
				group = nil
			}
			inAgents = true
			switch {
			case text == "*":
				group = append(group, all)
			case strings.EqualFold(token(text), agent):
				named = true
				group = append(group, own)
			}
			continue
		case "allow", "disallow":
			if text != "" {
				r := rule{normal(text), strings.EqualFold(string(bytes.TrimSpace(key)), "allow")}
				for _, g := range group {
					g.rules = append(g.rules, r)
				}
			}
		case "crawl-delay":
			if s, err := strconv.ParseFloat(text, 64); err == nil && s > 0 && s < 1e6 {
				for _, g := range group {
					g.Delay = time.Duration(s * float64(time.Second))
				}
			}
		case "sitemap": // belongs to no group
			continue
		}
		inAgents = false
	}
	if named {
		return own
	}
	return all
}

// Size is about how many bytes the rules take.
func (r *Rules) Size() (n int) {
	for _, rule := range r.rules {
		n += 32 + len(rule.pattern)
	}
	return n
}

// token is the product token that a value begins with: of "quoth/1.0" it is
// "quoth".
func token(s string) string {
	end := strings.IndexFunc(s, func(c rune) bool {
		return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-')
	})
	if end < 0 {
		return s
	}
	return s[:end]
}

// Token is the product token of a User-Agent header.
func Token(userAgent string) string { return token(strings.TrimSpace(userAgent)) }

// Allows says whether an address may be fetched: the longest pattern that
// matches decides, and allowing wins over disallowing where two are as long.
func (r *Rules) Allows(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if path == "/robots.txt" {
		return true
	}
	path = normal(path)
	best, allow := -1, true
	for _, rule := range r.rules {
		if n := len(rule.pattern); (n > best || n == best && rule.allow) && matches(rule.pattern, path) {
			best, allow = n, rule.allow
		}
	}
	return allow
}

// matches takes time linear in the path and the pattern.
func matches(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	first, rest, star := strings.Cut(pattern, "*")
	if !strings.HasPrefix(path, first) {
		return false
	}
	path = path[len(first):]
	if !star {
		return !anchored || path == ""
	}
	for {
		part, more, star := strings.Cut(rest, "*")
		if !star {
			if anchored {
				return strings.HasSuffix(path, part)
			}
			return strings.Contains(path, part)
		}
		i := strings.Index(path, part)
		if i < 0 {
			return false
		}
		path, rest = path[i+len(part):], more
	}
}

// normal writes an octet that is not ASCII as %XX in capitals, and undoes %XX
// of letters, digits and marks that mean nothing in an address.
func normal(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				c, i = byte(v), i+2
				if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0 {
					b.WriteByte(c)
				} else {
					b.Write([]byte{'%', hex[c>>4], hex[c&15]})
				}
				continue
			}
		}
		if c >= 0x80 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
