// Package descent is the room Descent: the game, in which people do by hand what the optimizers do. The levels stand in a row at
// the top, the one that is played in the middle with what can be done in it, and at the right what it asks for, or once it is
// over, what was just played, written down.
package descent

import (
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/game/course"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// Kind is the room's row in the table of rooms.
func Kind() desk.Kind {
	return desk.Kind{
		Key: "descent", Name: words.T("Descent"), Icon: kit.IconSteps,
		Hint: words.T("A game: find the lowest point yourself, through fog"),
		New: func(f desk.Frame, said fyne.CanvasObject, state json.RawMessage) (desk.Room, error) {
			if state == nil {
				return newRoom(f, said, course.New(nil, time.Now())), nil
			}
			c, refused, err := course.Read(state, time.Now())
			if err != nil {
				return nil, err
			}
			r := newRoom(f, said, c)
			r.refused = refused
			return r, nil
		},
	}
}
