package content

import (
	"mime"
	"strings"
)

// Type reads a Content-Type header: the media type, lower case and without
// parameters, and the charset, lower case, empty where none is named.
func Type(header string) (media, charset string) {
	media, params, err := mime.ParseMediaType(header)
	if err != nil { // "text/html; charset" and worse: the type still counts
		media, _, _ = strings.Cut(header, ";")
		media = strings.ToLower(strings.TrimSpace(media))
	}
	return media, strings.ToLower(strings.TrimSpace(params["charset"]))
}

// HTML says whether a media type is that of a page.
func HTML(media string) bool { return media == "text/html" || media == "application/xhtml+xml" }
