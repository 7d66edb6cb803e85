package extract

import _ "embed"

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of a line of the output: a
// document or an error record.
func Schema() []byte { return append([]byte(nil), schema...) }
