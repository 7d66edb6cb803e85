package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// choice is a flag that takes one of a few words.
type choice struct {
	value string
	of    []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "word" }
func (c *choice) list() string   { return strings.Join(c.of, ", ") }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return fmt.Errorf("none of %s", c.list())
	}
	c.value = s
	return nil
}

// size is a flag that takes a number of bytes: 500000, 64K, 16MiB.
type size int64

// largest is as far as the spans of a text can count, with room for what
// decoding adds: a byte of windows-1252 becomes three.
const largest = 512 << 20

func (n *size) Type() string { return "bytes" }

func (n *size) String() string {
	for _, u := range []struct {
		shift int
		name  string
	}{{30, "G"}, {20, "M"}, {10, "K"}} {
		if *n > 0 && *n&(1<<u.shift-1) == 0 {
			return strconv.FormatInt(int64(*n>>u.shift), 10) + u.name
		}
	}
	return strconv.FormatInt(int64(*n), 10)
}

func (n *size) Set(s string) error {
	v, err := parseBytes(s, largest)
	if err == errTooMany {
		return errors.New("must be at most 512M")
	}
	if err == nil {
		*n = size(v)
	}
	return err
}

var errTooMany = errors.New("too many bytes")

// parseBytes reads a number of bytes above 0.
func parseBytes(s string, most int64) (int64, error) {
	digits := strings.TrimRight(s, "kKmMgGiIbB")
	shift, ok := map[string]int{"": 0, "B": 0, "K": 10, "M": 20, "G": 30}[strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(s[len(digits):]), "B"), "I")]
	v, err := strconv.ParseInt(digits, 10, 64)
	switch {
	case err != nil || !ok || v < 1:
		return 0, errors.New("must be a number of bytes above 0, like 500000, 64K or 16M")
	case v > most>>shift:
		return 0, errTooMany
	}
	return v << shift, nil
}
