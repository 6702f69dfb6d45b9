package lessons

import (
	"descentlab/app/gallery/claim"
	"descentlab/app/lesson"
	"descentlab/app/words"
	"descentlab/widgets/prose"
)

// A claimRow is a sentence about the experiment, and whether it has been found to be true.
type claimRow struct {
	*passage
	fact *fact
}

// newClaims are the rows of a block of claims.
func (r *Room) newClaims(at int, b *lesson.Block) (rows []row) {
	for i := range b.Claims {
		style := claimStyle
		if i == len(b.Claims)-1 {
			style.Foot = 14
		}
		c := &claimRow{passage: r.newPassage(at, style, nil)}
		for _, f := range r.values.facts {
			if f.claim.Text == b.Claims[i].Text && f.scene != nil && f.scene.Key == b.Scene {
				c.fact = f
			}
		}
		rows = append(rows, c)
	}
	return rows
}

// update shows what has been found, of racers by the names that the lab gives them.
func (c *claimRow) update() {
	f := c.fact
	mark, text := "…", f.claim.Said(f.scene.Doc.Names())
	switch {
	case f.fault != nil:
		mark, text = "✗", text+": "+f.fault.Error()
	case f.known && f.is.OK:
		mark = "✓"
	case f.known:
		mark, text = "✗", text+": "+claim.Renamed(f.is.Found, f.scene.Names, f.scene.Doc.Names())
	}
	c.par.SetSpans([]prose.Span{{Kind: prose.Plain, Text: mark + "\u00a0"}, {Kind: prose.Plain, Text: text}})
}

// newProblems is what could not be read of the lesson, line by line.
func (r *Room) newProblems(problems []lesson.Problem) row {
	runs := said(words.N(len(problems), "%d line could not be read; the rest is shown.",
		"%d lines could not be read; the rest is shown.", len(problems)))
	runs[0].Bold = true
	for i, p := range problems {
		if i == mostProblems {
			runs = append(runs, lesson.Run{Kind: lesson.Break},
				lesson.Run{Text: words.T("and %d more: descentlab lesson check tells all", len(problems)-i)})
			break
		}
		runs = append(runs, lesson.Run{Kind: lesson.Break}, lesson.Run{Text: words.T("line %d: %s", p.Line, p.Text)})
	}
	return r.newPassage(-1, problemStyle, runs)
}

// mostProblems is how many are told.
const mostProblems = 6
