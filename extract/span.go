package extract

// Span is a half-open range of bytes, [Start, End), of a document's text.
// The zero Span stands for "none".
type Span struct{ Start, End int32 }

// Len is the span's length in bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty says whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains says whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Of cuts the span out of text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }
