package lesson

import (
	"context"
	"slices"

	"descentlab/app/lesson/measure"
	"descentlab/app/words"
)

// Check computes all that the lesson says, and returns what is not so, beside the problems that reading it has found: a number in
// the text that is another one, a claim that is false, a question of which not one answer is right. The error is the context's.
func (l *Lesson) Check(ctx context.Context, b *measure.Bench) ([]Problem, error) {
	c := checker{l, b, slices.Clone(l.Problems)}
	for _, block := range l.Blocks {
		c.runs(ctx, block.Runs)
		c.runs(ctx, block.Ask)
		c.runs(ctx, block.Why)
		for _, option := range block.Options {
			c.runs(ctx, option)
		}
		switch block.Kind {
		case Question:
			if err := block.Question.Check(ctx, b); err != nil {
				c.problem(block.Line, words.Errorf("question: %w", err))
			}
		case Claims:
			c.claims(ctx, block)
		case Chart:
			if _, err := block.Chart.Values(ctx, b, l.Scene(block.Scene).Doc, 3); err != nil {
				c.problem(block.Line, err)
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(c.found, func(a, b Problem) int { return a.Line - b.Line })
	return c.found, nil
}

// A checker compares a lesson with what is computed.
type checker struct {
	*Lesson
	bench *measure.Bench
	found []Problem
}

func (c *checker) problem(line int, err error) {
	c.found = append(c.found, Problem{line, err.Error()})
}

// Value is what a scrub or a pill shows while the experiment that it is about is that one.
func (r *Run) Value(ctx context.Context, b *measure.Bench, scene *Scene) (measure.Value, error) {
	if r.Kind == Scrub {
		v, err := r.Field.Get(&scene.Doc)
		return measure.Value{Num: v}, err
	}
	doc, err := r.Changes.Of(scene.Doc)
	if err != nil {
		return measure.Value{}, err
	}
	return b.Value(ctx, doc, r.Asked)
}

// runs compares the numbers of a text.
func (c *checker) runs(ctx context.Context, list []Run) {
	for _, r := range list {
		if r.Kind != Scrub && r.Kind != Pill {
			continue
		}
		v, err := r.Value(ctx, c.bench, c.Scene(r.Scene))
		switch {
		case err != nil:
			c.problem(r.Line, err)
		case !r.agrees(v):
			what := r.Asked.Text
			if r.Kind == Scrub {
				what = r.Field.String()
			}
			c.problem(r.Line, words.Errorf("the text says %q; %s is %s", r.Text, what, v.Digits(6)))
		}
	}
}

func (c *checker) claims(ctx context.Context, b Block) {
	for _, of := range b.Claims {
		s := c.Scene(b.Scene)
		r, err := c.bench.Claim(ctx, s.Doc, s.Names, of)
		switch {
		case err != nil:
			c.problem(b.Line, err)
		case !r.OK:
			c.problem(b.Line, words.Errorf("not true: %s; %s", of.Text, r.Found))
		}
	}
}
