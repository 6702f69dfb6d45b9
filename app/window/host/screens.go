package host

// A Place is a part of the desktop, in its pixels.
type Place struct{ X, Y, W, H int }

// common is how many pixels two places have in common.
func (p Place) common(q Place) int {
	w := min(p.X+p.W, q.X+q.W) - max(p.X, q.X)
	h := min(p.Y+p.H, q.Y+q.H) - max(p.Y, q.Y)
	return max(w, 0) * max(h, 0)
}

// beside is the first of the screens that shows nothing of the one that most of a window is on, or that one if there is no
// other: a screen that repeats it is none.
func beside(window Place, screens []Place) Place {
	home := screens[0]
	for _, s := range screens[1:] {
		if window.common(s) > window.common(home) {
			home = s
		}
	}
	for _, s := range screens {
		if s.common(home) == 0 {
			return s
		}
	}
	return home
}
