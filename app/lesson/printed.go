package lesson

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Plain is the lesson as text in lines of so many characters, with its results as they are computed now.
func (l *Lesson) Plain(ctx context.Context, b *measure.Bench, width int) (string, error) {
	p := printer{l, ctx, b, width, &strings.Builder{}}
	p.block(strings.ToUpper(l.Title), "", "")
	if l.About != "" {
		p.block(l.About, "", "")
	}
	number := 0
	for _, block := range l.Blocks {
		if block.Kind == Question {
			number++
		}
		p.print(block, number)
	}
	return strings.TrimLeft(p.out.String(), "\n"), ctx.Err()
}

// A printer writes a lesson for a terminal.
type printer struct {
	*Lesson
	ctx   context.Context
	bench *measure.Bench
	width int
	out   *strings.Builder
}

func (p *printer) print(b Block, number int) {
	text := p.text(b.Runs)
	indent := strings.Repeat("  ", b.Level)
	switch b.Kind {
	case Paragraph:
		p.block(text, indent, indent)
	case Heading:
		p.block(text, "", "")
		fmt.Fprintln(p.out, strings.Repeat("-", min(utf8.RuneCountInString(text), p.width)))
	case Item:
		mark := "- "
		if b.Number > 0 {
			mark = fmt.Sprintf("%d. ", b.Number)
		}
		p.block(text, indent[2:]+mark, indent[2:]+strings.Repeat(" ", len(mark)))
	case Quotation:
		p.block(text, "  > ", "  > ")
	case Code:
		fmt.Fprintf(p.out, "\n    %s\n", strings.ReplaceAll(b.Text, "\n", "\n    "))
	case Formula:
		fmt.Fprintf(p.out, "\n    %s\n", plainMath(b.Text))
	case Experiment:
		p.block(words.T("[experiment %s: %s]", b.Scene, words.T(b.Text)), "", "")
	case Question:
		p.block(p.text(b.Ask), fmt.Sprintf("%d? ", number), "   ")
		for _, o := range b.Options {
			fmt.Fprintf(p.out, "   ( ) %s\n", p.text(o))
		}
	case Claims:
		for _, c := range b.Claims {
			p.block(c.Said(p.Scene(b.Scene).Names), "  = ", "    ")
		}
	case Chart:
		p.block(words.T("[chart: %s]", b.Chart.Title), "", "")
	}
}

// text is a line with the present values of its results.
func (p *printer) text(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case Math:
			b.WriteString(plainMath(r.Text))
		case Break:
			b.WriteByte('\n')
		case Pill, Scrub:
			v, err := r.Value(p.ctx, p.bench, p.Scene(r.Scene))
			if err != nil {
				b.WriteString(r.Written())
				continue
			}
			b.WriteString(r.Shown(v))
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func plainMath(markup string) string {
	e, err := plot.ParseEquation(markup)
	if err != nil {
		return markup
	}
	return e.String()
}

// block writes a text in lines: the first one after a mark, the others indented.
func (p *printer) block(text, first, others string) {
	p.out.WriteByte('\n')
	for _, part := range strings.Split(text, "\n") {
		line := first
		for _, word := range strings.Fields(part) {
			if line != first && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > p.width {
				fmt.Fprintln(p.out, line)
				first = others
				line = others
			}
			if line != first {
				line += " "
			}
			line += word
		}
		fmt.Fprintln(p.out, line)
		first = others
	}
}
