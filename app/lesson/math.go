package lesson

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// mathKind is the kind of mathematics among the nodes of Markdown.
var mathKind = ast.NewNodeKind("DescentLabMath")

// A mathNode is mathematics in a line of text.
type mathNode struct {
	ast.BaseInline
	markup string
}

func (*mathNode) Kind() ast.NodeKind { return mathKind }

// Dump is for goldmark's own debugging.
func (n *mathNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A mathParser reads $…$ within a line. As in Pandoc's Markdown the first sign has no blank after it and the last none before it,
// nor a digit after it, so that "$5 and $6" are amounts.
type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	end := bytes.IndexByte(line[1:], '$')
	if end < 1 {
		return nil
	}
	markup := line[1 : end+1]
	if isBlank(markup[0]) || isBlank(markup[len(markup)-1]) || end+2 < len(line) && line[end+2] >= '0' && line[end+2] <= '9' {
		return nil
	}
	block.Advance(end + 2)
	return &mathNode{markup: string(markup)}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
