package boilerplate

import "golang.org/x/net/html/atom"

// isBlock tells elements that end the line before and after them, by tag alone:
// what style sheets make of it is not known here.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead,
		atom.Tr, atom.Ul, atom.Xmp, atom.Label, atom.Option, atom.Optgroup, atom.Template, atom.Search:
		return true
	}
	return false
}

// silent tells elements without text that a reader sees.
func silent(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Svg, atom.Iframe, atom.Textarea, atom.Select,
		atom.Datalist, atom.Canvas, atom.Video, atom.Audio, atom.Noframes, atom.Noembed, atom.Rp, atom.Rt,
		atom.Progress, atom.Meter, atom.Map, atom.Object, atom.Title, atom.Math:
		return true
	}
	return false
}

func headingLevel(a atom.Atom) uint8 {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}
