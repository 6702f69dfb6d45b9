package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/race"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// ui is the window: its panes show the lab's state, and their gestures come back as edits of the lab.
type ui struct {
	app fyne.App
	win fyne.Window
	lab *lab.Lab

	look        look
	text        enlargement
	settings    *settings // that were opened last
	font        *plot.Font
	header      *header
	room        desk.Room
	playback    *playback
	patience    *patience
	saver       *saver
	former      string // where the session is that goBack returns to; "" if this is the program's own
	toast       *toast
	suited      suiting
	reading     *job.Job[setup.Examples] // of files that the user opens
	saving      *job.Job[struct{}]       // of the last file that the user writes; nil: of none
	readingPath string
	readingText string // what is said meanwhile

	post    func(func())
	soon    func() // waits a moment for what was asked for, see posts
	shown   bool   // the first race has been drawn
	plays   bool   // it is to be played then
	beat    int    // of the first steps, that is shown
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
	u := &ui{app: a, win: win, font: font, saver: store, post: post, soon: func() {}}
	u.text = enlargement{percent: usualText, scale: 1}
	u.look = newLook(a, s.Theme)
	u.lab = lab.New(s.Experiment, post)
	whole := false
	defer func() {
		if !whole { // it has stumbled over the session: nobody is there to take in what the lab finds
			u.lab.Close()
		}
	}()
	u.lab.SetSpeed(s.Speed)
	u.lab.SetLoop(s.Loop)
	u.lab.Seek(s.Head)
	u.lab.Look(func(v *lab.View) { *v = s.View })
	u.playback = newPlayback(u.lab)
	u.patience = &patience{lab: u.lab, post: post}
	u.toast = newToast(u, win.Canvas, u.hush)
	u.reading = job.New[setup.Examples](post, u.read)

	u.header = newHeader(u)
	u.room = race.New(u, u.toast.whole)
	win.SetPadded(false)
	content := container.NewBorder(u.header.box, nil, nil, nil, u.room.Object())
	if tracing() {
		content = container.NewStack(content, traceFrames())
	}
	win.SetContent(kit.WithHints(content))
	u.bindKeys()
	u.look.follow(u.restyle)
	u.lab.OnChange(u.update)
	whole = true
	return u, nil
}

// update hands a new state on.
func (u *ui) update(s lab.State, c lab.Change) {
	u.room.Update(s, c)
	u.header.update(s, c)
	u.playback.update(s)
	u.patience.update(s)
	u.toast.update(s, c)
	u.suited.outdated(u, s)
	switch {
	case c&(lab.DocChanged|lab.TapeChanged) == 0:
	case s.Err != nil:
		u.Say(s.Err)
	case c&lab.TapeChanged != 0 && s.StartsNowhere():
		u.notice(nowhere())
	case c&lab.TapeChanged != 0:
		u.withdraw(nowhere()) // of the race before
	}
	u.steps(s.View.Beat)
	u.saver.note(u.session())
}

// nowhere is said if no racer has a value where it starts.
func nowhere() string {
	return words.T("The function has no value where the race starts: click another place on the map.")
}

// session is what the next start restores.
func (u *ui) session() lab.Session {
	s := u.lab.State()
	size := u.text.kept(u.win.Canvas().Size())
	return lab.Session{
		Experiment: s.Doc, View: s.View.Kept(), Head: s.Head, Speed: s.Speed, Loop: s.Loop,
		Theme: u.look.choice, Width: size.Width, Height: size.Height,
	}
}

// restyle draws everything anew in the colours of the theme.
func (u *ui) restyle() { u.update(u.lab.State(), lab.Everything) }

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
	u.tracePictures()
	u.header.showPreviews()
	traceShown()
	if u.plays && u.lab.State().Playhead == (lab.Playhead{Speed: 1}) {
		u.lab.Play()
	}
	if u.onShown != nil {
		u.onShown()
	}
}
