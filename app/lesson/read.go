package lesson

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	source "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"descentlab/app/words"
	"descentlab/internal/strict"
)

// A Gallery knows the experiments that a lesson can load without holding them.
type Gallery interface {
	// Scene is the experiment with a key. The error says what may have been meant.
	Scene(key string) (Scene, error)
}

// markdown is what lessons know of Markdown: CommonMark and mathematics in a line.
var markdown = goldmark.New(goldmark.WithParserOptions(
	parser.WithInlineParsers(util.Prioritized(mathParser{}, 150)),
)).Parser()

// Read reads a lesson. Whatever is wrong with it is among its problems, each with its line; the rest can be read. Of no gallery
// a lesson can only load what it holds itself.
func Read(data []byte, gallery Gallery) *Lesson {
	r := &reader{gallery: gallery, lesson: &Lesson{Hash: hash(data)}}
	fault := (*strict.Fault)(nil)
	switch text, err := strict.Text(data); {
	case len(data) > MaxSize:
		r.problem(1, words.Errorf("larger than %d MiB; not a lesson of Descent Lab", MaxSize>>20))
	case errors.As(err, &fault):
		r.problem(fault.Line, fault.Err)
	case err != nil:
		r.problem(1, err)
	default:
		r.text = strings.ReplaceAll(string(text), "\r\n", "\n")
		r.read()
	}
	slices.SortStableFunc(r.lesson.Problems, func(a, b Problem) int { return a.Line - b.Line })
	return r.lesson
}

// hash tells lessons apart, whatever ends their lines, and whether or not an editor has put a byte order mark before them.
func hash(data []byte) string {
	if text, err := strict.Text(data); err == nil {
		data = text
	}
	sum := sha256.Sum256([]byte(strings.ReplaceAll(string(data), "\r\n", "\n")))
	return hex.EncodeToString(sum[:])
}

// A reader reads one lesson.
type reader struct {
	gallery    Gallery
	lesson     *Lesson
	text       string // of the file
	source     []byte // the text below the header
	starts     []int  // of the lines of the source
	above      int    // lines of the header
	listed     []string
	listedLine int
	failed     map[string]bool // keys of scenes of which it has been said why they are not there
	scene      string          // that the text is about
	full       bool            // it has been said that there are too many questions
}

func (r *reader) problem(line int, err error) {
	if errors.Is(err, errSaid) {
		return
	}
	r.lesson.Problems = append(r.lesson.Problems, Problem{max(line, 1), err.Error()})
}

func (r *reader) read() {
	r.above = r.header()
	lines := strings.SplitAfter(r.text, "\n")
	text := r.bounded(lines[r.above:])
	r.source = []byte(strings.Join(text, ""))
	at := 0
	for _, line := range text {
		r.starts = append(r.starts, at)
		at += len(line)
	}
	r.failed = map[string]bool{}
	root := markdown.Parse(source.NewReader(r.source))
	r.scenes(root)
	for _, key := range r.listed {
		if err := r.show(key); err != nil {
			r.problem(r.listedLine, err)
			continue
		}
		r.lesson.Experiments = append(r.lesson.Experiments, key)
	}
	r.blocks(root, 0)
	if r.lesson.Title == "" {
		r.problem(min(r.above+1, len(lines)), words.Errorf("a title is needed: a line that begins with #"))
	}
}

// line is the line of the file on which a byte of the source stands, from 1.
func (r *reader) line(at int) int {
	return r.above + sort.Search(len(r.starts), func(i int) bool { return r.starts[i] > at })
}

// lineOf is the line on which a node begins.
func (r *reader) lineOf(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		switch n := n.(type) {
		case *ast.Text:
			return r.line(n.Segment.Start)
		case *ast.FencedCodeBlock:
			if n.Info != nil {
				return r.line(n.Info.Segment.Start)
			}
			if n.Lines().Len() > 0 {
				return r.line(n.Lines().At(0).Start) - 1
			}
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return r.line(n.Lines().At(0).Start)
		}
		if c := n.FirstChild(); c != nil && n.Type() == ast.TypeInline {
			if t, is := c.(*ast.Text); is {
				return r.line(t.Segment.Start)
			}
		}
	}
	return r.above + 1
}

// blocks reads what stands in a node, which lies so deep in lists.
func (r *reader) blocks(parent ast.Node, level int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.heading(n)
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(n, level)
		case *ast.List:
			r.list(n, level)
		case *ast.Blockquote:
			from := len(r.lesson.Blocks)
			r.blocks(n, level)
			for i := range r.lesson.Blocks[from:] {
				if b := &r.lesson.Blocks[from+i]; b.Kind == Paragraph {
					b.Kind = Quotation
				}
			}
		case *ast.CodeBlock:
			r.add(Block{Kind: Code, Line: r.lineOf(n), Text: r.lines(n)})
		case *ast.FencedCodeBlock:
			r.fenced(n)
		case *ast.HTMLBlock:
			r.problem(r.lineOf(n), words.Errorf("HTML is not shown; write it in Markdown"))
		}
	}
}

func (r *reader) add(b Block) {
	b.Scene = r.scene
	r.lesson.Blocks = append(r.lesson.Blocks, b)
}

func (r *reader) heading(n *ast.Heading) {
	runs := r.runs(n)
	if r.lesson.Title == "" && n.Level == 1 {
		r.lesson.Title = Plain(runs)
		return
	}
	r.add(Block{Kind: Heading, Line: r.lineOf(n), Level: max(n.Level, 2), Runs: runs})
}

func (r *reader) paragraph(n ast.Node, level int) {
	if runs := r.runs(n); len(runs) > 0 {
		r.add(Block{Kind: Paragraph, Line: r.lineOf(n), Level: level, Runs: runs})
	}
}

func (r *reader) list(n *ast.List, level int) {
	number := 0
	if n.IsOrdered() {
		number = n.Start
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		from := len(r.lesson.Blocks)
		r.blocks(item, level+1)
		if from < len(r.lesson.Blocks) && r.lesson.Blocks[from].Kind == Paragraph {
			r.lesson.Blocks[from].Kind, r.lesson.Blocks[from].Number = Item, number
		}
		if n.IsOrdered() {
			number++
		}
	}
}

// lines is the text of a block of code.
func (r *reader) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		b.Write(segment.Value(r.source))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Plain is the text of some runs without its dress.
func Plain(runs []Run) string {
	var b strings.Builder
	for _, run := range runs {
		if run.Kind == Break {
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	return b.String()
}
