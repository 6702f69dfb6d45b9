// Package widgets holds the program's own controls for Fyne: knobs, switches, choices, lists, formulas, tabs, the transport,
// and the lines and rows that they stand in. Packages beside it hold what they are made of (kit, skin, gesture), the list to
// choose from (picker), and the widgets that show something instead of changing it (graphic).
//
// Every widget shows the values it is given and reports gestures. Its setters are silent: only what the user does is
// told, by the widget's On... functions, so that showing a state can never set off another one. No widget knows what its
// values mean; the window connects them. All methods belong on Fyne's main goroutine.
//
// State and canvas objects live in the widgets, not in their renderers, which Fyne throws away when a widget was hidden
// for a while.
package widgets
