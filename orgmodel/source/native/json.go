package native

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
	"example.com/orgchart/orgmodel/source"
	"go.yaml.in/yaml/v4"
)

// parseJSON gives the tree of a text that is JSON, as YAML would have it: numbers and the words
// true and false are texts as they are written.
func parseJSON(name string, text []byte, limits source.Limits) (*yaml.Node, error) {
	p := jsonParser{name: name, text: text, dec: json.NewDecoder(bytes.NewReader(text)), line: 1, column: 1}
	p.dec.UseNumber()
	root, err := p.tree(min(limits.Depth, yamltext.Deepest))
	if err != nil {
		return nil, err
	}
	end := p.dec.InputOffset()
	if rest := bytes.TrimLeft(text[end:], " \t\r\n"); len(rest) > 0 {
		p.move(int64(len(text) - len(rest)))
		return nil, &source.Error{Pos: p.pos(), Found: "there is more after the end of the document", Fix: "Give each document a file of its own."}
	}
	return root, nil
}

type jsonParser struct {
	name string
	text []byte
	dec  *json.Decoder

	at           int64 // where the next token begins
	line, column int   // of at
}

func (p *jsonParser) pos() orgmodel.Pos {
	return orgmodel.Pos{File: p.name, Line: p.line, Column: p.column}
}

// advance goes to the beginning of the next token.
func (p *jsonParser) advance() {
	to := p.dec.InputOffset()
	for int(to) < len(p.text) && strings.IndexByte(" \t\r\n,:", p.text[to]) >= 0 {
		to++
	}
	p.move(to)
}

func (p *jsonParser) move(to int64) {
	skipped := p.text[p.at:max(p.at, min(to, int64(len(p.text))))]
	for i := bytes.IndexAny(skipped, "\r\n"); i >= 0; i = bytes.IndexAny(skipped, "\r\n") {
		p.line++
		p.column = 1
		skipped = skipped[i+yamltext.BreakAt(skipped, i):]
	}
	p.column += utf8.RuneCount(skipped)
	p.at = max(p.at, to)
}

// tree reads one value with all that is in it.
func (p *jsonParser) tree(most int) (*yaml.Node, error) {
	var open []*yaml.Node // the containers around the next token, the innermost last
	for {
		p.advance()
		tok, err := p.dec.Token()
		if err != nil {
			return nil, p.syntax(err)
		}
		n, err := p.node(tok)
		if err != nil {
			return nil, err
		}
		if n == nil { // the innermost container ends
			n, open = open[len(open)-1], open[:len(open)-1]
		} else {
			if len(open) > 0 {
				in := open[len(open)-1]
				in.Content = append(in.Content, n)
			}
			if n.Kind != yaml.ScalarNode {
				if open = append(open, n); len(open) > most {
					return nil, &source.LimitError{Pos: p.pos(), Limit: "Depth", Max: int64(most), Option: "--max-depth"}
				}
			}
		}
		if len(open) == 0 {
			return n, nil
		}
	}
}

// node is the node that a token begins, nil where it ends one.
func (p *jsonParser) node(tok json.Token) (*yaml.Node, error) {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Line: p.line, Column: p.column}
	switch t := tok.(type) {
	case json.Delim:
		switch t {
		case '{':
			n.Kind, n.Tag = yaml.MappingNode, "!!map"
		case '[':
			n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
		default:
			return nil, nil
		}
	case string:
		n.Value, n.Style = t, yaml.DoubleQuotedStyle
		if strings.Contains(t, "\ufffd") { // as it stands, or for half of a pair
			var err error
			if n.Value, _, err = unquoteWord(string(p.text[p.at:p.dec.InputOffset()])); err != nil {
				return nil, &source.Error{Pos: p.pos(), Found: err.Error(), Fix: `Write a character beyond \uffff as itself or as two escapes.`}
			}
		}
	case json.Number:
		n.Value = string(t)
	case bool:
		n.Value = "false"
		if t {
			n.Value = "true"
		}
	default:
		n.Value, n.Tag = "null", "!!null"
	}
	return n, nil
}

// syntax says what is wrong with the JSON, and where.
func (p *jsonParser) syntax(err error) error {
	var bad *json.SyntaxError
	e := &source.Error{Found: "this is no JSON: " + err.Error()}
	switch {
	case errors.As(err, &bad):
		e.Found = "this is no JSON: " + bad.Error()
		if to := bad.Offset - 1; to > p.at && to < int64(len(p.text)) {
			p.move(to)
		}
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		p.move(int64(len(p.text)))
		e.Found, e.Fix = "the file ends in the middle", "Close each brace, bracket and quotation mark."
	}
	if c := p.text[min(int(p.at), len(p.text)):]; len(c) > 0 {
		switch c[0] {
		case '}', ']':
			e.Fix = "Leave out the comma before the closing brace or bracket, or put in what is missing."
		case '\'':
			e.Fix = "JSON quotes with \" alone."
		case '/', '#':
			e.Fix = "JSON has no comments; YAML has (#)."
		default:
			e.Fix = "Check the commas, and the quotation marks around texts and keys, before this place."
		}
	}
	e.Pos = p.pos()
	return e
}
