package page

import "descentlab/app/words"

// texts are what the page says by itself; those with % are filled in by its program.
type texts struct {
	Language string // the code of the one in which all of it is

	Play, Pause, First, Back, On, Last, Step, Of, Speed, Theme, Keys string

	Racer, Loss, Slope, Settle, Where, HideShow string

	Map, Start, Minimum, Saddle, Maximum, Pointer, About, Height, End, Log, Linear, At, Left string

	InWords, Happened, Raced, Places, WhyEnded, Setting, Value, Racers, Download, Reopen, More, NoProgram, Old, Made string
}

// sayings are the texts in the reader's language.
func sayings() texts {
	return texts{
		Language: words.T("en"),

		Play: words.T("Play"), Pause: words.T("Pause"), First: words.T("To the start"), Back: words.T("A step back"),
		On: words.T("A step on"), Last: words.T("To the end"), Step: words.T("step"), Of: words.T("of %s"),
		Speed: words.T("Speed"), Theme: words.T("Dark or light"),
		Keys: words.T("Space plays, the arrow keys step, with Shift by ten; Home and End jump."),

		Racer: words.T("racer"), Loss: words.T("loss"), Slope: words.T("slope"), Settle: words.T("steps to settle"),
		Where: words.T("where now"), HideShow: words.T("Hide or show %s"),

		Map: words.T("Map"), Start: words.T("start"), Minimum: words.T("minimum"), Saddle: words.T("saddle"),
		Maximum: words.T("maximum"), Pointer: words.T("Point at the map or a chart for values."),
		About: words.T("f about %s"), Height: words.T("height"), End: words.T("the run has ended"),
		Log: words.T("logarithmic axis"), Linear: words.T("linear axis"), At: words.T("At step %s: %s."),
		Left: words.T("left at step %s"),

		InWords: words.T("In words"), Happened: words.T("What happened"), Raced: words.T("What was raced"),
		Places: words.T("Critical points"), WhyEnded: words.T("Why it ended here:"), Setting: words.T("setting"),
		Value: words.T("value"), Racers: words.T("Racers"), Download: words.T("Save the experiment"),
		More:   words.T("and what followed"),
		Reopen: words.T("Descent Lab opens it, to go on from here."),
		NoProgram: words.T("The map and the charts are drawn by the page's own program, which this browser does not run. " +
			"The tables and the text below are complete."),
		Old:  words.T("This browser is too old to draw the race: it needs one of 2023 or later. The tables and the text are complete."),
		Made: words.T("Made with Descent Lab. Everything is in this one file; it loads nothing."),
	}
}
