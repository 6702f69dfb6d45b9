package gesture

// held says that the pointer holds something that it drags. There is but one pointer.
var held bool

// Hold notes that the pointer holds something, or has let it go.
func Hold(on bool) { held = on }

// Held tells whether the pointer holds something: what would move or change below it waits until it is let go.
func Held() bool { return held }
