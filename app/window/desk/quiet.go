package desk

// Quiet is work for Desk.Keep that pictures wait for and that the user's Escape leaves alone: it says nothing of itself, and
// what it makes must not stay half made.
func Quiet(w Work) Work { return quiet{w} }

type quiet struct{ Work }

// Interrupt does nothing.
func (quiet) Interrupt() bool { return false }
