package window

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/window/command"
	"descentlab/app/window/exporting"
	"descentlab/app/window/filing"
	"descentlab/app/window/maximized"
	"descentlab/app/window/present"
	"descentlab/app/window/settings"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/rail"
)

// ui is the window: its panes show the lab's state, and their gestures come back as edits of the lab.
type ui struct {
	app fyne.App
	win fyne.Window
	lab *lab.Lab

	look        *settings.Look
	text        *settings.Enlargement
	motion      *settings.Motion
	settings    *settings.Dialog // that was opened last
	spoken      settings.Spoken
	font        *plot.Font
	header      *header
	rooms       []*tenant                  // in the order of the rail
	seen        *tenant                    // one of them
	race        *raceRoom                  // nil before it has been entered
	rests       bool                       // the lab has been halted, for the race is not seen
	kept        map[string]json.RawMessage // of rooms, see setup.Rooms; never changed, but replaced
	content     *fyne.Container            // of the window: header, rail and place
	place       *fyne.Container            // of the room that is seen
	warmth      *kit.Warmth                // over all
	rail        *rail.Rail                 // nil where there is one room only
	playback    *playback
	patience    *patience
	saver       *saver
	presented   *present.Show // to an audience; nil: nothing
	followed    []*lab.Lab    // by what is presented
	former      string        // where the session is that goBack returns to; "" if this is the program's own
	toast       *toast        // of the room that is seen
	suited      suiting
	reading     *job.Job[setup.Examples] // of files that the user opens
	picturing   *job.Job[int64]          // of a picture that is copied
	chooser     *filing.Chooser          // of files and folders
	board       board
	exporter    *exporting.Dialog        // that was opened last
	leaving     []*exporting.Dialog      // that another one has taken the place of, while they were busy
	copies      int                      // and pastes, so far
	pasting     *job.Job[share.Document] // of what is on the clipboard
	saving      interface{ End() }       // the writing of the last file that the user has asked for; nil: of none
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

	reads struct { // what a screen reader reads
		text  string
		stale bool // something has changed since
	}
	modal     func(fyne.KeyName) bool // the dialog that has the keys first; nil: there is none
	over      func(fyne.KeyName)      // has use for the keys while it lies over the window; nil: nothing there has
	windowed  fyne.Size               // the window as it was last when it did not fill the screen
	maximized bool                    // the desktop shows the window as large as it can
	desktop   maximized.Watch         // is asked that again at the end
	finder    *command.Palette        // that was opened last
}

// newUI fills a window with a lab on the session's experiment. post runs a function on the window's goroutine: fyne.Do,
// or a queue in tests.
func newUI(a fyne.App, win fyne.Window, s session.Session, store *saver, post func(func())) (*ui, error) {
	font, err := figure.Font()
	if err != nil {
		return nil, err
	}
	u := &ui{app: a, win: win, font: font, saver: store, post: post, soon: func() {}}
	u.text, u.motion = settings.Unenlarged(a), &settings.Motion{Choice: s.Motion}
	u.windowed = fyne.NewSize(s.Width, s.Height)
	u.look = settings.NewLook(a, s.Theme, plot.Colours(s.Colours))
	u.spoken = settings.Spoken{Language: s.Language, Numbers: s.Numbers}
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
	u.playback = newPlayback(u)
	u.patience = &patience{lab: u.lab, post: post}
	u.reading = job.New[setup.Examples](post, u.read)
	u.chooser = filing.NewChooser(win, post, u.Say)
	u.picturing = job.New[int64](post, u.copiedPicture)
	u.pasting = job.New[share.Document](post, u.pasted)

	u.header = newHeader(u)
	u.furnish(s.Rooms)
	win.SetPadded(false)
	u.content, u.warmth = u.compose(), kit.NewWarmth()
	all := container.NewStack(newPort(u.content), u.warmth.Container)
	if tracing() {
		all.Add(traceFrames())
	}
	root := kit.WithHints(all)
	root.Says = u.says
	win.SetContent(root)
	u.bindKeys()
	u.lab.OnChange(u.update)
	u.enter(u.tenant(s.Rooms.Seen))
	if u.race == nil {
		u.rest()
		u.post(u.drawn)
	}
	u.look.Follow(u.restyle)
	whole = true
	return u, nil
}

// update hands a new state of the lab on.
func (u *ui) update(s lab.State, c lab.Change) {
	if u.seen == nil {
		return // nobody has come in yet
	}
	u.reads.stale = true
	u.race.update(s, c)
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
		u.Withdraw(nowhere()) // of the race before
	}
	u.steps(s.View.Beat)
	u.saver.note(u.session())
}

// nowhere is said if no racer has a value where it starts.
func nowhere() string {
	return words.T("The function has no value where the race starts: click another place on the map.")
}

// session is what the next start restores.
func (u *ui) session() session.Session {
	s := u.lab.State()
	if !u.win.FullScreen() && !u.maximized {
		u.windowed = u.text.Kept(u.win.Canvas().Size())
	}
	size := u.windowed
	return session.Session{
		Experiment: s.Doc, View: session.Kept(s.View), Head: s.Head, Speed: s.Speed, Loop: s.Loop,
		Theme: u.look.Theme(), Colours: string(u.look.Colours()), Motion: u.motion.Choice,
		Language: u.spoken.Language, Numbers: u.spoken.Numbers,
		Width: size.Width, Height: size.Height, Rooms: u.states(),
	}
}

// restyle draws everything anew in the colours of the theme.
func (u *ui) restyle() {
	for _, t := range u.rooms {
		t.stale = t.stale || t != u.seen
	}
	u.seen.room.Restyle()
	u.header.restyle()
	if u.presented != nil {
		u.presented.Restyle()
	}
	u.saver.note(u.session())
}

func (u *ui) palette() *plot.Palette { return u.look.Palette() }

// style is how plots are drawn: in the theme's colours, at the canvas's scale.
func (u *ui) style() plot.Style {
	return plot.Style{Palette: u.look.Palette(), Font: u.font, Scale: float64(u.win.Canvas().Scale()), TextSize: figure.SmallText}
}

// pictured is called whenever the maps' ground is complete.
func (u *ui) pictured() {
	u.tracePlaces()
	if u.shown || u.lab.State().Tape == nil {
		return
	}
	u.drawn()
	if u.plays && !u.Still() && u.lab.State().Playhead == (lab.Playhead{Speed: 1}) {
		u.lab.Play()
	}
}

// drawn is called when the first room has been drawn.
func (u *ui) drawn() {
	u.shown = true
	u.tracePictures()
	traceShown()
	if u.onShown != nil {
		u.onShown()
	}
}
