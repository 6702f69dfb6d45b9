package window

import (
	"bytes"
	"cmp"
	"fmt"
	"image/png"
	"io"
	"log"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/software"

	"descentlab/app/lab"
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/host"
	"descentlab/app/window/native"
	"descentlab/app/window/settings"
	"descentlab/app/words"
	"descentlab/resources"
	"descentlab/surfaces"
	"descentlab/widgets/kit"
)

// appID names the program to the desktop and to Fyne's own settings.
const appID = "org.descentlab.lab"

// Show opens the window and returns when it is closed.
func Show(o session.Opening) error {
	store := &saver{}
	kept, former, notice := store.start(o)
	restored := o.Screenshot == "" && o.Experiment == nil
	before := kept.Experiment
	o.Apply(&kept)
	opened := kept.Experiment
	if o.Room == "" && (o.Experiment != nil || o.Mode != "" || o.Show != "") {
		kept.Rooms.Seen = desk.Race // which all of that is of
	}

	host.SaveMemory()
	host.SettleVariables(onTerminal)
	quiet := host.QuietLog(host.Lodge(appID))
	log.SetOutput(quiet)
	if err := speak(cmp.Or(o.Language, kept.Language), kept.Numbers); err != nil {
		return err
	}
	kit.DrawSheets()
	a := app.NewWithID(appID)
	host.SettleScale(a.Settings())
	a.SetIcon(fyne.NewStaticResource("icon.svg", resources.Icon))
	win := a.NewWindow("Descent Lab")
	win.SetMaster()
	percent := settings.UsualText
	if o.Screenshot == "" { // which is to look the same for everybody
		percent = settings.ChosenText(a)
	}
	text := settings.NewEnlargement(a, percent, fyne.NewSize(kept.Width, kept.Height))
	win.Resize(fyne.NewSize(text.Own(kept.Width), text.Own(kept.Height)))
	if former != "" {
		kept.Experiment = before // what was made of the file last time is one undo away
	}
	p := host.NewPosts(fyne.Do)
	u, stumbled, err := fill(a, win, kept, o, store, restored, p.Post)
	if err != nil {
		return err
	}
	u.soon, u.text = p.Soon, text
	if o.Screenshot == "" {
		go u.motion.Ask(host.CalmSystem) // a desktop may take its time
	}
	u.chooser.Native, u.board = native.Possible(), systemBoard
	if restored {
		u.welcome(store.first)
		u.fillAgain()
	}
	notice = cmp.Or(stumbled, notice)
	store.fault = func(err error) { u.post(func() { u.Say(err) }) }
	store.healed = func() { u.post(func() { u.notice(words.T("The session is saved now.")) }) }
	store.tellOf(func(text string) { u.post(func() { u.tell(text, false) }) })
	if notice != nil {
		u.Say(notice)
	}
	if former != "" {
		u.remember(o.File)
		u.openBeside(opened, o.Read, former)
	}
	win.SetCloseIntercept(u.close)
	defer u.heed()()
	win.SetOnDropped(u.dropped)
	if racers := kept.Experiment.Racers; o.Show == "sheet" && len(racers) > 0 {
		u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: racers[len(racers)-1].Slot} })
	}
	u.onShown = func() {
		u.warmth.Begin(func(pause time.Duration, f func()) { time.AfterFunc(pause, func() { u.post(f) }) })
	}
	if o.Screenshot != "" {
		size := fyne.NewSize(kept.Width, kept.Height)
		u.onShown = func() { u.takeScreenshot(o.Screenshot, size) }
		if u.seen != u.rooms[0] { // no race will be shown
			u.onShown()
		}
	}
	last := takeLast(a)
	err = u.run(restored && stumbled == nil, quiet)
	log.SetOutput(io.Discard) // Fyne goes on watching its files: it would tell of what becomes of them as the program ends
	p.Close()
	u.stopSaving() // a signal ends the loop without a word
	u.lab.Close()
	if err != nil {
		return err
	}
	last()
	store.tellOf(onTerminal)
	store.fault, store.healed = nil, nil // there is no window any more to tell it in
	return cmp.Or(u.failed, store.flush())
}

// heed closes the window when its terminal has gone, unless nobody wants that (nohup). Fyne does so for other signals.
func (u *ui) heed() (stop func()) {
	if signal.Ignored(syscall.SIGHUP) {
		return func() {}
	}
	gone := make(chan os.Signal, 1)
	signal.Notify(gone, syscall.SIGHUP)
	go func() {
		for range gone {
			u.post(u.close)
		}
	}()
	return func() {
		signal.Stop(gone)
		close(gone)
	}
}

// close saves and ends the program.
func (u *ui) close() {
	u.saver.tellOf(onTerminal)
	if is, known := u.desktop.Now(); known && is != u.maximized { // what the window manager has just done
		u.maximize(is)
	}
	u.saver.note(u.session())
	_ = u.saver.flush() // tried once more when the window has gone
	u.stopSaving()
	u.lab.Close()
	u.win.Close()
}

// onTerminal says what no window is left to say it in.
func onTerminal(text string) { fmt.Fprintln(os.Stderr, "descentlab:", text) }

// stopSaving ends the writing of files, so that nothing half-written stays.
func (u *ui) stopSaving() {
	u.chooser.End()
	u.picturing.End()
	u.pasting.End()
	if u.saving != nil {
		u.saving.End()
	}
	for _, d := range append(u.leaving, u.exporter) {
		if d != nil {
			d.End()
		}
	}
}

// pointAtSaddle puts the pointer's readout on the first saddle, wherever the mouse happens to be, and makes no racer stand out.
func (u *ui) pointAtSaddle() {
	for _, p := range u.lab.State().Field.Places {
		if p.Kind == surfaces.Saddle {
			u.lab.Look(func(v *lab.View) { v.Cross, v.Hover, v.Racer = &p.At, p.Name, -1 })
			return
		}
	}
	u.lab.Look(func(v *lab.View) { v.Cross, v.Hover, v.Racer = nil, "", -1 })
}

const (
	settle  = 700 * time.Millisecond // how long a window is given to finish its pictures before it is photographed
	settles = 100                    // how often at most it is given that, while maps are being made
)

// mapping tells whether maps are being made.
func (u *ui) mapping() bool {
	return slices.ContainsFunc(u.seen.jobs, desk.Work.Busy)
}

// takeScreenshot writes what the window shows into a PNG file and closes it, once its maps are made. The picture is drawn by
// Fyne's software painter: what a graphics driver keeps of the window cannot be read back everywhere.
func (u *ui) takeScreenshot(path string, size fyne.Size) { u.screenshotAfter(settles, path, size) }

func (u *ui) screenshotAfter(waits int, path string, size fyne.Size) {
	time.AfterFunc(settle, func() {
		fyne.Do(func() {
			if u.mapping() && waits > 0 {
				u.screenshotAfter(waits-1, path, size)
				return
			}
			u.pointAtSaddle()
			u.failed = u.photograph(path, size)
			u.close()
		})
	})
}

func (u *ui) photograph(path string, size fyne.Size) error {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(u.win.Canvas().Scale())
	c.SetContent(u.win.Content())
	c.Resize(size.AddWidthHeight(1, 0)) // wrapped texts know their height only after a first layout
	c.Resize(size)
	var b bytes.Buffer
	if err := png.Encode(&b, c.Capture()); err != nil {
		return err
	}
	return setup.WriteFile(path, b.Bytes())
}
