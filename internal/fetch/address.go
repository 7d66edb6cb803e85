package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"github.com/quoth/quoth/extract"
)

// reserved are the ranges that lead to no public server beside those that
// netip knows: an article's URL may come from a stranger, and must not reach
// this machine's neighbours or a cloud's metadata service.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carrier-grade NAT; also a metadata service
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),        // IPv4 in disguise
	netip.MustParsePrefix("64:ff9b::/96"), // likewise, by NAT64
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2002::/16"), // likewise, by 6to4
	netip.MustParsePrefix("fec0::/10"),
}

// refusePrivate stands between the look-up of a name and the connection, so
// that a name which leads to a private address is refused as the address is.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return extract.Faultf("private_address", "%s: not an address", address)
	}
	return refuse(at.Addr())
}

func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// parseProxy reads the address of a proxy.
func parseProxy(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is no address of a proxy, such as http://proxy.example:3128", s)
	}
	switch u.Scheme {
	case "http", "https", "socks5", "socks5h":
		return u, nil
	}
	return nil, fmt.Errorf("scheme %q: a proxy is http, https or socks5", u.Scheme)
}

// checkBehindProxy refuses what leads to a private address as far as it can be
// told from here: the proxy looks names up itself, and a name that is unknown
// here may be known there.
func checkBehindProxy(ctx context.Context, name string) error {
	if a, err := netip.ParseAddr(name); err == nil {
		return refuse(a)
	}
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") || strings.HasSuffix(name, ".local") || strings.HasSuffix(name, ".internal") {
		return extract.Faultf("private_address", "%s is not a public name (see --allow-private)", name)
	}
	if numeric(name) { // an old way to write an address, which the proxy may know
		return extract.Faultf("private_address", "%s is no public address (see --allow-private)", name)
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip", name)
	if err != nil {
		return nil
	}
	for _, a := range addresses {
		if err := refuse(a); err != nil {
			return err
		}
	}
	return nil
}

// numeric says whether a name ends in a number, as no name of the web does but
// 2130706433, 127.1 and 0x7f.1 do, all of them 127.0.0.1.
func numeric(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	return last != "" && strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "0x")
}

func refuse(a netip.Addr) error {
	if !public(a) {
		return extract.Faultf("private_address", "%s is not a public address (see --allow-private)", a)
	}
	return nil
}
