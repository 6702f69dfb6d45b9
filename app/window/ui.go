package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/window/race/charts"
	"descentlab/app/window/race/data"
	"descentlab/app/window/race/fair"
	"descentlab/app/window/race/maps"
	"descentlab/app/window/race/plane"
	"descentlab/app/window/race/pointer"
	"descentlab/app/window/race/points"
	"descentlab/app/window/race/racers"
	"descentlab/app/window/race/rates"
	"descentlab/app/window/race/shared"
	"descentlab/app/window/race/sheet"
	"descentlab/app/window/race/standings"
	"descentlab/app/window/race/surface"
	"descentlab/app/window/race/swarm"
	"descentlab/app/window/race/tool"
	"descentlab/app/window/race/transport"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// ui is the window: its panes show the lab's state, and their gestures come back as edits of the lab.
type ui struct {
	app fyne.App
	win fyne.Window
	lab *lab.Lab

	look        look
	font        *plot.Font
	header      *header
	surface     *surface.Pane
	cards       *racers.Pane
	noise       *shared.Pane
	maps        *maps.Pane
	tools       map[lab.Tool]desk.Tool
	panel       *panel
	standings   *standings.Pane
	pointer     *pointer.Pane
	transport   *transport.Pane
	sheet       *sheet.Pane
	racers      *fyne.Container   // the left column
	scroll      *container.Scroll // that it is in
	readouts    *fyne.Container   // the right column
	right       *container.Scroll // that it is in
	stage       *stage
	playback    *playback
	patience    *patience
	saver       *saver
	toast       *toast
	reading     background // of files that the user opens
	readingText string     // what is said meanwhile

	post    func(func())
	shown   bool // the first race has been drawn
	onShown func()
	failed  error // what the program ends with
	seals   int   // edits that SealLater has been told of
	jobs    []desk.Work
	marked  []mark
}

// newUI fills a window with a lab on the session's experiment. post runs a function on the window's goroutine: fyne.Do,
// or a queue in tests.
func newUI(a fyne.App, win fyne.Window, s lab.Session, store *saver, post func(func())) (*ui, error) {
	font, err := figure.Font()
	if err != nil {
		return nil, err
	}
	u := &ui{app: a, win: win, font: font, saver: store, post: post}
	u.look = newLook(a, s.Theme)
	u.lab = lab.New(s.Experiment, post)
	u.lab.SetSpeed(s.Speed)
	u.lab.SetLoop(s.Loop)
	u.lab.Seek(s.Head)
	u.playback = newPlayback(u.lab)
	u.patience = &patience{lab: u.lab, post: post}
	u.toast = newToast(u, u.hush)
	u.reading = background{post: post}

	u.scroll = container.NewVScroll(container.NewWithoutLayout())
	u.header = newHeader(u)
	u.surface, u.cards, u.noise = surface.New(u), racers.New(u), shared.New(u)
	u.tools = tool.New(u)
	u.maps, u.transport = maps.New(u, u.tools), transport.New(u)
	u.panel = newPanel(u, map[string]desk.Pane{
		lab.PanelCharts: charts.New(u),
		lab.PanelPlane:  plane.New(u),
		lab.PanelRates:  rates.New(u),
		lab.PanelFair:   fair.New(u),
		lab.PanelSwarm:  swarm.New(u),
		lab.PanelPoints: points.New(u),
		lab.PanelData:   data.New(u),
	})
	u.standings, u.pointer = standings.New(u), pointer.New(u)

	u.racers = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap),
		u.surface.Object(), u.cards.Object(), u.noise.Object())
	u.scroll.Content = container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), u.racers)
	u.stage = newStage(u.maps, u.panel, u.relayout)
	u.readouts = container.New(readoutsLayout{}, u.stage.aside, u.standings.Object(), u.pointer.Object())
	centre := container.NewBorder(nil, u.transport.Object(), nil, nil, container.NewStack(u.stage.middle, u.toast.box))
	u.right = container.NewVScroll(container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), u.readouts))
	u.sheet = sheet.New(u)
	columns := container.New(columnsLayout{}, u.scroll, centre, container.NewStack(u.right, u.sheet.Object()))
	win.SetPadded(false)
	content := container.NewBorder(u.header.box, nil, nil, nil, columns)
	if tracing() {
		content = container.NewStack(content, traceFrames())
	}
	win.SetContent(widgets.WithHints(content))
	u.bindKeys()
	u.look.follow(u.restyle)
	u.lab.OnChange(u.update)
	return u, nil
}

// update hands a new state to every pane.
func (u *ui) update(s lab.State, c lab.Change) {
	u.stage.update(s)
	u.header.update(s, c)
	u.surface.Update(s, c)
	u.cards.Update(s, c)
	u.noise.Update(s, c)
	u.panel.Update(s, c)
	u.maps.Update(s, c)
	for _, t := range u.tools {
		t.Update(s, c)
	}
	u.standings.Update(s, c)
	u.pointer.Update(s, c)
	u.transport.Update(s, c)
	u.sheet.Update(s, c)
	layout.SetShown(u.right, !s.View.Sheet.Open) // what the sheet lies over
	u.playback.update(s)
	u.patience.update(s)
	u.toast.update(s, c)
	switch {
	case c&(lab.DocChanged|lab.TapeChanged) == 0:
	case s.Err != nil:
		u.Say(s.Err)
	case c&lab.TapeChanged != 0 && s.StartsNowhere():
		u.notice(nowhere())
	case c&lab.TapeChanged != 0:
		u.withdraw(nowhere()) // of the race before
	}
	u.saver.note(u.session())
}

// nowhere is said if no racer has a value where it starts.
func nowhere() string {
	return words.T("The function has no value where the race starts: click another place on the map.")
}

// session is what the next start restores.
func (u *ui) session() lab.Session {
	s := u.lab.State()
	size := u.win.Canvas().Size()
	return lab.Session{
		Experiment: s.Doc, Head: s.Head, Speed: s.Speed, Loop: s.Loop,
		Theme: u.look.choice, Width: size.Width, Height: size.Height,
	}
}

// restyle draws everything anew in the colours of the theme.
func (u *ui) restyle() { u.update(u.lab.State(), lab.Everything) }

// relayout lets the columns at the sides take new heights.
func (u *ui) relayout() {
	for _, column := range []*fyne.Container{u.racers, u.readouts} {
		if column != nil {
			column.Refresh()
		}
	}
}

func (u *ui) palette() *plot.Palette { return u.look.palette }
func (u *ui) themeName() string      { return u.look.name() }

// style is how plots are drawn: in the theme's colours, at the canvas's scale.
func (u *ui) style() plot.Style {
	return plot.Style{Palette: u.look.palette, Font: u.font, Scale: float64(u.win.Canvas().Scale()), TextSize: figure.SmallText}
}

// pictured is called whenever the maps' ground is complete.
func (u *ui) pictured() {
	u.tracePlaces()
	if u.shown || u.lab.State().Tape == nil {
		return
	}
	u.shown = true
	u.header.showPreviews()
	traceShown()
	if u.onShown != nil {
		u.onShown()
	}
}
