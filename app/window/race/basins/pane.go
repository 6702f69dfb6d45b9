// Package basins is the pane that says what basins are, and from how many starts a racer ends where.
package basins

import (
	"context"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// Heights of what the pane keeps room for, in units.
const (
	mapLeast = 104
	tableOf  = 4 // rows that the table has room for at least
)

// A Pane runs the racer that is looked at from a grid of starts, while the state says that it is shown: a coarse one, or in the
// middle of the window one as fine as can be seen. The maps make finer ones of their own.
type Pane struct {
	desk  desk.Desk
	job   *job.Job[*figure.Basins]
	whose *picker.Picker
	show  *kit.Button
	m     *graphic.Map
	table *graphic.Table
	idea  *kit.Paragraph
	told  *kit.Paragraph
	box   *fyne.Container

	state  lab.State
	w, h   int        // of the map, in pixels
	field  *lab.Field // of the last state
	height float32    // that the pane needed when the column was last laid out for it
}

var _ desk.Pane = (*Pane)(nil)

// New is a pane without basins.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, told: kit.NewParagraph(1, "")}
	p.job = job.New[*figure.Basins](d.Post, p.draw)
	d.Keep(p.job)
	p.whose = picker.New(nil)
	p.whose.Plain = true
	p.whose.OnPicked = desk.PickRacer(d)
	p.show = kit.NewButton("", "", words.T("Colour the maps in the middle by where the racers end"), p.toggle)
	p.show.SetPrimary(true)
	p.m = graphic.NewMap(d.Style)
	p.m.Disable()
	p.m.OnResize = func(w, h int, _ float64) { p.resized(w, h) }
	titles := figure.BasinColumns()
	p.table = graphic.NewTable([]graphic.Column{
		{Title: titles[0], Weight: 1, Min: 120},
		{Title: titles[1], Align: fyne.TextAlignTrailing, Min: 64},
		{Title: titles[2], Align: fyne.TextAlignTrailing, Min: 64},
	})
	p.table.Small, p.table.Row = true, 22
	p.compose()
	return p
}

// compose puts the sentence and the controls above the map, and the table below it.
func (p *Pane) compose() {
	p.idea = kit.NewIdea("")
	p.explain()
	space := fynelayout.NewSpacer()
	top := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), p.idea,
		widgets.NewLine(space, p.whose, space, p.show))
	room, least := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, p.table.HeightOf(tableOf)))
	least.SetMinSize(fyne.NewSize(0, mapLeast))
	foot := container.NewVBox(container.NewStack(room, p.table), p.told)
	p.box = container.NewBorder(top, foot, nil, nil, container.NewStack(least, container.New(layout.Shaped{Of: p.shape}, p.m)))
}

// explain says what basins are, and what their colours.
func (p *Pane) explain() {
	text := words.T("A basin is all the starts from which a racer ends in the same minimum." +
		" One colour is one minimum; paler starts take more steps.")
	if f := p.state.Field; f != nil && figure.ColoursRepeat(p.desk.Palette(), f.Searched) {
		text = words.T("A basin is all the starts from which a racer ends in the same minimum." +
			" Minima far apart share colours; paler starts take more steps.")
	}
	p.idea.Set(text)
}

// shape is the width and the height of the window that the map shows.
func (p *Pane) shape() (w, h float64) {
	home := p.state.Doc.Home
	return home.X1 - home.X0, home.Y1 - home.Y0
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// toggle colours the maps in the middle by basins, or by heights again.
func (p *Pane) toggle() {
	p.desk.Edit("", func(e *setup.Experiment) {
		if e.Look.Ground == setup.GroundHeights {
			e.Look.Ground = setup.GroundBasins
		} else {
			e.Look.Ground = setup.GroundHeights
		}
	})
}

// Update follows the document while the pane is shown. What was found on a surface of another kind is forgotten.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if p.field != nil && s.Field != nil && !s.Field.Alike(p.field) {
		p.job.Forget()
	}
	p.state, p.field = s, s.Field
	if s.Panel() != setup.PanelBasins {
		p.job.Stop()
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.label()
		p.ask()
		p.draw()
	}
}

// label shows what the document says.
func (p *Pane) label() {
	p.show.SetText(words.T("Show on the map"))
	if p.state.Doc.Look.Ground != setup.GroundHeights {
		p.show.SetText(words.T("Show heights again"))
	}
	doc := &p.state.Doc
	racer := doc.Subject()
	layout.SetShown(p.whose, racer >= 0)
	if racer >= 0 {
		p.whose.SetItems(desk.RacerItems(doc))
		p.whose.SetSelected(desk.RacerKey(doc, racer))
	}
}

// resized makes the basins anew for a map of another size, if it has the middle of the window.
func (p *Pane) resized(w, h int) {
	if p.w, p.h = w, h; p.state.Large() && p.state.Panel() == setup.PanelBasins {
		p.ask()
	}
}

// starts is how many columns and rows of starts there are: in the middle of the window, as many as can be seen there.
func (p *Pane) starts(survey lab.Survey) (cols, rows int) {
	cols, rows = figure.BasinStarts(survey.View, survey.Doc.Steps, p.state.Examples())
	if !p.state.Large() || p.w == 0 {
		return cols, rows
	}
	w, h := figure.Fineness(p.w, p.h, p.desk.Style().Scale, survey.Doc.Steps, p.state.Examples())
	if w*h <= cols*rows {
		return cols, rows
	}
	return w, h
}

// ask runs the racer in the background, if it is another one than before.
func (p *Pane) ask() {
	racer := p.state.Doc.Subject()
	if racer < 0 {
		p.job.Forget()
		return
	}
	if !p.state.Surveyable() {
		return
	}
	survey := p.state.Survey()
	w, h := p.starts(survey)
	key := fmt.Sprint("small", survey.Key(racer, w, h))
	p.job.Ask(key, func(ctx context.Context, r *job.Report[*figure.Basins]) error {
		_, err := survey.Basins(ctx, racer, w, h, sweep.Options{Progress: r.Counter(0, 1)}, func(s *sweep.Sheet) {
			r.Publish(&figure.Basins{Sheet: s, View: survey.View, Places: survey.Places, Steps: survey.Doc.Steps})
		})
		return err
	})
}

// draw shows the basins as far as they are made, and what there is to say of that.
func (p *Pane) draw() {
	made, _ := p.job.Result()
	palette := p.desk.Palette()
	p.m.SetScene(made.Scene(palette, p.state.Field))
	if rows := made.Rows(palette); rows != nil || made == nil {
		list := make([]graphic.TableRow, len(rows))
		for i, row := range rows {
			list[i] = graphic.TableRow{Key: row.Cells[0], Glyph: plot.Square, Color: row.Color, Cells: row.Cells}
		}
		p.table.SetRows(list)
	}
	p.told.Set(p.says(made))
	p.explain()
	p.settle()
}

// says tells how far the work is, or what the numbers are of.
func (p *Pane) says(made *figure.Basins) string {
	done, telling := p.job.Progress()
	switch {
	case p.state.Doc.Subject() < 0:
		return words.T("Add an optimizer to see where it ends.")
	case telling:
		return words.T("running … %s (Esc stops)", words.Progress(done.Part, done.Left, done.Sure))
	case p.job.Stopped():
		return words.T("Stopped; any change runs them anew.")
	case p.job.Err() != nil:
		return words.Sentence(p.job.Err())
	case made == nil:
		return words.T("Running …")
	}
	if !made.Done() {
		return words.T("%s of %s starts so far, %s steps each", words.Large(len(made.Made())), words.Large(made.W*made.H),
			words.Large(made.Steps))
	}
	return words.T("%s × %s starts, %s steps each", words.Large(made.W), words.Large(made.H), words.Large(made.Steps))
}

// settle lets the column give the pane the height that it needs by now.
func (p *Pane) settle() {
	if height := p.box.MinSize().Height; height != p.height {
		p.height = height
		p.desk.Relayout()
	}
}
