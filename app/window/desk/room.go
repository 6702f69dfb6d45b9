package desk

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// Race is the key of the room that is there at the first start, whose document is the lab's.
const Race = "race"

// A Kind of room is a row in the window's table of rooms, from which follow its item on the rail, its key (Alt and its number
// there) and its place in the session. A room is a package below app/window that has a function
//
//	func Kind() desk.Kind
//
// and that row; nothing else knows it.
type Kind struct {
	Key  string       // names it in the session's file and for Frame.Go: it stays for ever
	Name string       // below its icon on the rail: one short word, translated
	Hint string       // says in a sentence what it is for, translated
	Icon kit.IconName // on the rail, of 22 units
	// Format is what files of its documents say of themselves; "": it has none of its own. Such a room is a Reader.
	Format string
	// Opens are the endings, with the dot and in small letters, of files that the room opens, as an Opener, when one is dropped on
	// the window, whichever room is seen.
	Opens []string

	// Anywhere is what can be found of the room by name from every room, see Finder; nil: nothing.
	Anywhere func(f Frame) []Command

	// New makes the room when it is entered for the first time: until then it costs nothing. What the frame says (Frame.Say and
	// Notice) is shown by said, which the room lays over its middle as the uppermost layer; it takes part in no gesture while
	// nothing is said. State is what Room.State gave when the program ran last, nil at first. If it cannot be read, New returns an
	// error that says where and what would be right, and no room: what was kept is then set aside as a file, told of, and New is
	// called again without any.
	New func(f Frame, said fyne.CanvasObject, state json.RawMessage) (Room, error)
}

// A Room fills the window below the header and beside the rail. It keeps its own document, has its own undo (app/lab/history
// does that for documents of any kind) and shares with the others the theme, the files' dialogs and what racers look like
// (Frame.Palette().Racer and plot's glyphs, by slot).
//
// One room is seen at a time. All methods are called on the goroutine of the window, and but for Leave, State, CanUndo and
// CanRedo only while the room is seen or about to be.
type Room interface {
	Keyed

	// Object is what is seen of it: always the same object. It gets all of the room. With the rail, that begins at x 64 (48 where
	// the window is less than 1180 wide); panels stand 12 from its left, upper and lower edges, and 16 from the right one.
	Object() fyne.CanvasObject
	// Header is asked for once.
	Header() Header

	// Enter is called before the room is seen, also for the first time, in the frame that shows it: what it shows must be right when
	// it returns, and it must not take longer than that frame may. It begins what it has put off.
	Enter()
	// Leave is called when the room is no longer seen. It stops all that moves or is computed: animations, timers, labs of its own
	// (Pause and Halt). Jobs that it gave to Frame.Keep rest without its doing and go on by themselves. It keeps what it shows, so
	// that Enter finds it as it was; its focus and its bubbles are gone.
	Leave()
	// Restyle draws it anew in the colours of the theme and at the canvas's scale. If these change while it is not seen, it is
	// called before Enter.
	Restyle()

	// Undo and Redo change its document: Ctrl+Z and the buttons in the header mean the room that is seen.
	Undo()
	Redo()
	CanUndo() bool
	CanRedo() bool

	// State is what New needs to make it again as it is, as JSON with a format's version of its own; nil if there is nothing to
	// keep. It is asked for after every Frame.Changed, which may be in every frame: it takes microseconds, and holds choices, not
	// results.
	State() json.RawMessage

	// Copy puts what can be copied of it on the clipboard (Ctrl+C), if there is anything.
	Copy()
	// Commands are what can be done in the room, of which those that are files' stand in the File menu. They are asked for whenever
	// a key is pressed, a menu or the palette opens. The frame adds what is the same everywhere.
	Commander
	// Help is what F1 and the button at the foot of the rail tell about it beside its commands.
	Help() Help
}

// A Holder is a room that has use for how long a key is held. It is told while nothing has the focus, before Key or Rune.
type Holder interface {
	KeyDown(name fyne.KeyName)
	KeyUp(name fyne.KeyName)
}

// A Reader is a room that has documents of its own format: it puts one in the place of its present one, or says why it cannot be,
// and has nothing changed then. The name is that of where the text stood, for messages.
type Reader interface {
	Read(name string, text []byte) (done bool)
}

// An Opener is a room in which files can be opened whose kind its Kind names.
type Opener interface{ Open(path string) }

// A Header is what a room has in the bar at the top, between the program's name and what is the same everywhere: undo and redo,
// before which Left stands, and File, before which View stands. Nothing of it is higher than kit.ControlHeight: else the rooms
// would jump.
type Header struct {
	Left    []fyne.CanvasObject // what it is about: choosers, the field of a formula
	Stretch fyne.CanvasObject   // the one of Left that takes the width that is left over; nil: that stays empty
	View    fyne.CanvasObject   // how it is looked at, a widgets.Segmented; nil: there is only one way
	Roomy   float32             // how wide a window is, in units, that has room for *Present* beside all that; 0: 1300
}

// A Help is what a room tells of itself.
type Help struct {
	Steps func()    // shows its first steps again; nil: it has none
	Signs []Meaning // that its pictures have
}

// A Meaning says what a sign in a picture stands for.
type Meaning struct {
	Draw  func(on plot.Canvas, st plot.Style) // the sign, in all of a square
	Name  string                              // translated
	Means string                              // a sentence, translated
}
