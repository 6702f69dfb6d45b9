package present

import (
	"context"
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/figure/ghost"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/flows"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// Under is what the window's maps show under the ways beside heights: basins or their difference, the flows, and the futures that
// a fork has left.
type under struct {
	show   *Show
	basins *job.Job[*plot.Cells]
	key    string // of the basins that are wanted; "": heights
	of     string // whose they are
	flows  *job.Job[flows.Flows]
}

func newUnder(s *Show, drawn func()) *under {
	return &under{
		show: s, basins: job.New[*plot.Cells](s.frame.Post, drawn), flows: job.New[flows.Flows](s.frame.Post, drawn),
	}
}

// ask has made what a state shows of a racer, or of all for -1, in a window of the surface, on a map of w by h pixels on which a
// unit has so many. One of the maps has the flows made, which are those of all racers.
func (u *under) ask(s lab.State, racer int, flown bool, view geom.Rect, w, h int, scale float64) {
	if flown && s.Doc.Look.Flows && s.Tape != nil {
		u.flows.Ask(fmt.Sprintf("%p", s.Tape), func(ctx context.Context, r *job.Report[flows.Flows]) error {
			f, err := flows.Of(ctx, s.Run())
			if err == nil {
				r.Publish(f)
			}
			return err
		})
	} else {
		u.flows.Forget()
	}
	subjects := figure.Subjects(s, racer)
	if s.Doc.Look.Ground == setup.GroundHeights || s.Tape == nil || !s.Surveyable() || len(subjects) == 0 {
		u.key = ""
		u.basins.Stop()
		return
	}
	palette, survey := u.show.frame.Palette(), s.Run().Survey().In(view)
	cols, rows := figure.Fineness(w, h, scale, s.TapeDoc.Steps, s.Field.Probe.Examples())
	u.key = palette.Key()
	for _, i := range subjects {
		u.key += " " + survey.Key(i, cols, rows)
	}
	names := s.TapeDoc.Names()
	if u.of = words.T("basins of %s", names[subjects[0]]); len(subjects) > 1 {
		u.of = words.T("%s against %s", names[subjects[0]], names[subjects[1]])
	}
	u.basins.Ask(u.key, func(ctx context.Context, r *job.Report[*plot.Cells]) error {
		paint := figure.NewPainter(palette, survey.Places, survey.Doc.Steps)
		var first *sweep.Sheet
		for _, racer := range subjects {
			sheet, err := survey.Basins(ctx, racer, cols, rows, sweep.Options{}, func(pass *sweep.Sheet) {
				if len(subjects) == 1 {
					r.Publish(paint.Cells(pass, survey.View))
				}
			})
			if err != nil {
				return err
			}
			if first != nil {
				cells, _ := paint.Difference(sheet, first, survey.View)
				r.Publish(cells)
			}
			first = sheet
		}
		return nil
	})
}

// onto puts it into the scene of a racer, or of all for -1, as far as it is made, with the flows that another one has had made.
func (u *under) onto(scene *plot.Scene, s lab.State, racer int, flown *under) {
	palette := u.show.frame.Palette()
	for _, g := range ghost.Ghosts(s, palette) {
		if racer < 0 || racer == g.Racer {
			scene.Curves, scene.Tags = append(scene.Curves, g.Curve), append(scene.Tags, g.Tags...)
		}
	}
	if f, made := flown.flows.Result(); made && s.Doc.Look.Flows {
		curves, tags := ghost.Flows(f, s, racer, palette)
		scene.Curves, scene.Tags = append(scene.Curves, curves...), append(scene.Tags, tags...)
	}
	if cells, made := u.basins.Result(); made && u.key != "" && !s.Stale() {
		scene.Cells, scene.Title = cells, u.of
	}
}

// forget drops what is of another surface.
func (u *under) forget() {
	u.basins.Forget()
	u.flows.Forget()
}

// end gives up what is under way.
func (u *under) end() {
	u.basins.End()
	u.flows.End()
}
