package fetch

import (
	"net/netip"
	"syscall"

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
	if !public(at.Addr()) {
		return extract.Faultf("private_address", "%s is not a public address (see --allow-private)", at.Addr())
	}
	return nil
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
