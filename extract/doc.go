// Package extract holds an article: its text, and the layers of spans over it.
//
// An article is shaped first and annotated after. Shaping stages write a
// [Draft]: they copy what they keep and say why they leave the rest.
// [Draft.Freeze] turns it into a [Document], whose text nothing can change.
// Annotating stages append layers of [Span] over that text: blocks, tokens,
// sentences, mentions, entities, quotes. Layers refer to each other by index,
// and text is looked up through a span, never carried around or searched for.
//
// Spans count bytes. Code points and UTF-16 units are made in the encoder
// alone (see [Encoder]).
//
// The package imports nothing but the standard library, and all rooms of the
// house import it; see ARCHITECTURE.md.
package extract
