package window

import "fyne.io/fyne/v2"

// An ending is what Fyne's lifecycle can do beyond what its interface promises.
type ending interface {
	OnStopped() func()
	SetOnStoppedHookExecuted(func())
}

// takeLast takes from Fyne what it does last, saving its preferences, for the caller to do after the loop has ended. Fyne 2.8.1
// hands it to its loop while that ends: if the loop looks a moment too early, the program waits for it for ever.
func takeLast(a fyne.App) func() {
	l, ok := a.Lifecycle().(ending)
	if !ok {
		return func() {}
	}
	last := l.OnStopped()
	if last == nil {
		return func() {}
	}
	l.SetOnStoppedHookExecuted(nil)
	return last
}
