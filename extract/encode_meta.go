package extract

// object appends the members of a JSON object, leaving out what is unknown.
type object struct {
	b     []byte
	first bool
}

func (o *object) field(name, value string) {
	if value == "" {
		return
	}
	o.key(name)
	o.b = appendString(o.b, value)
}

func (o *object) list(name string, values []string) {
	o.key(name)
	o.b = appendStrings(o.b, values)
}

func (o *object) key(name string) {
	if !o.first {
		o.b = append(o.b, ',')
	}
	o.first = false
	o.b = append(o.b, '"')
	o.b = append(o.b, name...)
	o.b = append(o.b, '"', ':')
}

func appendSource(b []byte, s *Source) []byte {
	o := object{append(b, '{'), true}
	o.field("url", s.URL)
	o.field("path", s.Path)
	o.field("media_type", s.MediaType)
	o.field("charset", s.Charset)
	o.field("fetched", s.Fetched)
	o.field("sha256", s.SHA256)
	return append(o.b, '}')
}

func appendMetadata(b []byte, m *Metadata) []byte {
	o := object{append(b, '{'), true}
	o.field("title", m.Title)
	o.list("authors", m.Authors)
	o.field("published", m.Published)
	o.field("modified", m.Modified)
	o.field("site_name", m.SiteName)
	o.field("language", m.Language)
	o.field("description", m.Description)
	o.field("canonical_url", m.CanonicalURL)
	o.field("image", m.Image)
	o.field("section", m.Section)
	o.list("tags", m.Tags)
	o.field("dateline", m.Dateline)
	o.field("agency", m.Agency)
	return append(o.b, '}')
}

// members are the keys of metadata, in order.
var members = []string{"title", "authors", "published", "modified", "site_name", "language", "description", "canonical_url", "image", "section", "tags", "dateline", "agency"}

func appendOrigins(b []byte, from Origins) []byte {
	o := object{append(b, '{'), true}
	for _, m := range members {
		o.field(m, from[m])
	}
	return append(o.b, '}')
}

// AppendError appends the record of an input that failed.
func AppendError(b []byte, id, stage, kind, message string) []byte {
	b = append(b, `{"id":`...)
	b = appendString(b, id)
	b = append(b, `,"error":{"stage":`...)
	b = appendString(b, stage)
	b = append(b, `,"kind":`...)
	b = appendString(b, kind)
	b = append(b, `,"message":`...)
	b = appendString(b, message)
	return append(b, `}}`...)
}
