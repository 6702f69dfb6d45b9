package descentlab_test

// importTable says which packages a package may import, a row for each: "package: what it may import, of ours". One that has
// no row is an error, so that a new package says first what it may know. A line that is indented goes on with the row above.
//
//	.        the module's root
//	x/...    all packages below x, as a name and as what may be imported
//	fyne     Fyne, which only these rows may import
//	@name    a row that other rows share
const importTable = `
@pane: fyne app/describe app/describe/scenes app/figure app/figure/examples app/figure/ghost app/figure/inside
	app/figure/progress app/figure/reading app/figure/story app/figure/strip app/job app/lab app/lab/chronicle app/lab/flows
	app/lab/outcome app/lab/script app/lab/setup app/lab/xray app/window/desk app/words internal/geom optim optim/race
	optim/sweep surfaces widgets widgets/chips widgets/fold widgets/gesture widgets/graphic widgets/kit widgets/layout
	widgets/legend widgets/offer widgets/picker widgets/plot widgets/plot/relief widgets/reach widgets/ribbon widgets/splitter
	widgets/tabs widgets/timeline widgets/turntable widgets/tutor
@widget: fyne widgets/gesture widgets/kit widgets/layout widgets/reach widgets/skin
.:
app: fyne app/cli app/lab/session app/language app/share app/window app/words internal/locale
app/about: resources
app/census: app/words
app/cli: app/census app/cli/argv app/cli/benching app/cli/numerals app/cli/origin app/contest app/curve app/export app/figure
	app/cli/looking app/cli/writing app/export/picture
	app/figure/progress app/gallery app/gallery/claim app/job app/lab app/lab/outcome app/lab/session app/lab/setup
	app/language app/lesson app/lesson/handin app/lesson/library app/lesson/measure app/share app/trainings app/words
	internal/geom internal/near optim optim/race optim/sweep surfaces surfaces/expr surfaces/expr/notation surfaces/table
	widgets/plot
app/cli/argv: app/cli/numerals internal/near internal/say
app/cli/benching: app/cli/argv app/cli/looking app/contest app/export app/export/picture app/lab/setup app/words optim
	optim/bench
app/cli/writing: app/cli/argv app/export app/export/picture app/job app/lab/setup app/lesson app/words optim/sweep
app/cli/looking: app/cli/argv app/export/picture
app/cli/numerals: internal/geom internal/say surfaces
app/cli/origin: app/about app/cli/argv app/export
app/contest: app/gallery app/lab app/lab/setup app/words internal/near optim optim/bench optim/sweep surfaces
app/curve: app/lab/history app/lab/setup app/words internal/geom internal/near internal/strict optim optim/race surfaces/expr
	surfaces/expr/notation
app/describe: app/words internal/geom
app/describe/rooms: app/census app/curve app/describe app/gallery app/game app/game/course app/trainings app/words
app/describe/scenes: app/describe app/figure app/figure/progress app/figure/reading app/figure/runtimes app/figure/story
	app/lab app/lab/chronicle app/lab/setup app/lab/xray app/words internal/geom optim optim/race optim/sweep surfaces
app/export: app/about app/census app/contest app/curve app/describe app/describe/rooms app/describe/scenes app/export/notebook
	app/export/npz app/export/page app/export/picture app/export/poster app/export/provenance app/figure app/figure/minima
	app/figure/progress
	app/figure/runtimes app/gallery app/gallery/claim app/lab app/lab/events app/lab/outcome app/lab/script app/lab/setup
	app/lesson/handin app/share app/trainings app/words internal/geom internal/say optim optim/bench optim/race optim/sweep surfaces
	surfaces/expr widgets/plot
app/export/notebook: app/figure app/lab app/lab/script app/share app/words internal/python surfaces widgets/plot
app/export/npz:
app/export/page: app/describe app/describe/scenes app/figure app/figure/progress app/lab app/lab/events app/lab/setup
	app/share app/words internal/geom internal/say optim optim/race surfaces widgets/plot
app/export/offers: app/export app/figure app/lab app/lab/setup app/lab/xray app/words optim/sweep
app/export/picture: app/figure app/words widgets/plot widgets/plot/...
app/export/poster: app/curve app/export/picture app/figure app/figure/curves app/figure/inside app/figure/progress app/lab
	app/lab/setup app/words widgets/plot
	widgets/plot/raster widgets/plot/relief
app/export/provenance: app/about app/export/picture app/figure app/lab/setup app/words internal/geom optim surfaces widgets/plot
app/figure: app/lab app/lab/setup app/lab/stability app/words internal/geom optim optim/race optim/sweep resources surfaces
	widgets/plot widgets/plot/relief
app/figure/curves: app/curve app/words internal/geom widgets/plot
app/figure/examples: app/figure app/lab app/lab/setup app/words optim/race surfaces widgets/plot
app/figure/ghost: app/figure app/lab app/lab/flows app/lab/outcome app/words widgets/plot
app/figure/inside: app/lab app/lab/setup app/lab/xray app/words internal/geom widgets/plot
app/figure/minima: app/census app/trainings app/words widgets/plot
app/figure/progress: app/figure app/lab app/lab/setup app/lab/stability app/words optim/race surfaces widgets/plot
app/figure/reading: app/lab app/lab/setup app/words internal/geom surfaces
app/figure/story: app/figure app/lab app/lab/chronicle app/words internal/geom widgets/plot
app/figure/strip: app/figure app/lab app/lab/outcome app/words optim/race optim/sweep widgets/plot
app/figure/runtimes: app/contest app/lab app/words optim/bench widgets/plot
app/gallery: app/gallery/claim app/lab/setup app/words internal/near resources
app/gallery/cards: app/gallery app/words internal/geom
app/gallery/claim: app/lab app/lab/motion app/lab/setup app/words internal/geom internal/near optim/race surfaces
app/gallery/thumb: app/figure app/gallery app/lab app/lab/setup optim/sweep surfaces widgets/plot widgets/plot/raster
app/game: app/game/ground internal/geom internal/near internal/say internal/strict optim optim/race surfaces
app/game/board: app/game app/game/course app/words widgets/plot
app/game/course: app/game app/game/written app/words internal/geom internal/strict optim surfaces
app/game/ground: optim optim/race surfaces
app/game/picture: app/game app/game/written app/words optim/race surfaces widgets/plot
app/game/solve: app/game
app/game/written: app/game app/words internal/geom optim optim/race surfaces
app/job:
app/lab: app/lab/chronicle app/lab/history app/lab/least app/lab/motion app/lab/pace app/lab/setup app/words internal/geom
	optim optim/race optim/sweep surfaces
app/lab/chronicle: internal/geom
app/lab/events: app/lab app/lab/chronicle app/lab/motion app/lab/stability app/words internal/geom optim optim/race
	surfaces
app/lab/flows: app/lab internal/geom optim optim/flow
app/lab/headline: app/lab app/words surfaces
app/lab/history:
app/lab/least: app/lab/setup surfaces
app/lab/motion: internal/geom optim/race surfaces
app/lab/outcome: app/lab app/lab/motion app/lab/pace app/lab/setup app/words internal/geom optim optim/race optim/sweep
	surfaces
app/lab/pace: internal/geom optim optim/race
app/lab/script: app/lab app/lab/setup app/words internal/python optim optim/race surfaces
app/lab/xray: app/lab app/words internal/geom optim optim/race surfaces surfaces/expr
app/lab/session: app/lab app/lab/setup app/words internal/geom optim
app/lab/setup: app/lab/pace app/words internal/geom internal/nameless internal/strict optim optim/bench optim/race optim/sweep
	surfaces surfaces/expr surfaces/expr/notation surfaces/table
app/lab/stability: optim optim/race surfaces surfaces/expr
app/language: app/words resources
app/lesson: app/gallery/claim app/lab/setup app/lesson/measure app/lesson/quiz app/words internal/geom internal/near
	internal/strict widgets/plot
app/lesson/handin: app/lab app/lab/setup app/lesson app/lesson/measure app/lesson/quiz app/words internal/geom internal/strict
	surfaces
app/lesson/library: app/gallery app/language app/lesson app/words internal/near resources
app/lesson/measure: app/gallery/claim app/lab app/lab/setup app/words internal/near optim optim/race
app/lesson/quiz: app/gallery/claim app/lab app/lab/setup app/lesson/measure app/words internal/geom internal/near optim/race
	surfaces
app/lesson/recording: app/gallery/claim app/lab/setup app/lesson app/lesson/measure app/lesson/quiz app/words
app/lesson/study: app/lab/setup app/lesson app/lesson/handin app/lesson/measure app/lesson/quiz app/words internal/geom
	internal/strict
app/share: app/gallery app/lab/setup app/words internal/scheme
app/trainings: app/words optim optim/race
app/window: fyne app/about app/export app/figure app/job app/lab app/lab/session app/lab/setup app/language app/share
	app/window/clipboard app/window/command app/window/curve app/window/descent app/window/describing app/window/desk
	app/window/exporting
	app/window/filing app/window/host
	app/window/learn app/window/maximized app/window/native app/window/present app/window/race app/window/race/heading
	app/window/settings
	app/window/sharing app/words
	internal/fynecache internal/say resources surfaces surfaces/table widgets widgets/gesture widgets/graphic widgets/kit
	widgets/layout widgets/plot widgets/rail widgets/skin
app/window/clipboard: app/words
app/window/command: fyne widgets/field app/window/desk app/window/settings app/words widgets/graphic widgets/kit widgets/layout
	widgets/plot widgets/skin
app/window/curve: fyne app/curve app/describe app/describe/rooms app/export app/figure/curves app/window/desk app/words
	internal/geom internal/strict optim widgets widgets/field widgets/gesture widgets/graphic widgets/kit widgets/layout
	widgets/picker widgets/plot widgets/skin
app/window/descent: fyne app/describe app/describe/rooms app/export app/export/picture app/export/provenance
	app/game app/game/... app/job app/lab/history app/window/desk
	app/words surfaces widgets widgets/gesture widgets/graphic widgets/kit widgets/picker widgets/plot widgets/plot/raster
	widgets/skin
app/window/describing: fyne app/describe app/window/desk app/words widgets widgets/graphic widgets/kit widgets/layout
	widgets/prose widgets/skin
app/window/desk: fyne app/describe app/export app/job app/lab app/lab/setup app/words internal/strict optim widgets
	widgets/graphic widgets/kit widgets/picker widgets/plot
app/window/exporting: fyne app/export app/export/picture app/job app/window/filing app/words widgets widgets/field widgets/kit
	widgets/picker widgets/skin
app/window/filing: fyne app/export app/job app/window/desk app/window/native app/words widgets/field
app/window/host: fyne app/lab/session app/words internal/fynecache
app/window/learn: fyne app/export app/gallery app/lesson app/lesson/library app/window/desk app/window/learn/experiments
	app/window/learn/lessons app/window/learn/myth app/words internal/strict widgets widgets/kit
app/window/learn/ask: fyne app/lesson/measure app/lesson/quiz app/words internal/geom widgets/field widgets/gesture
	widgets/kit widgets/layout widgets/prose widgets/reach widgets/skin
app/window/learn/contents: fyne app/words widgets/kit widgets/layout widgets/plot widgets/plot/raster widgets/reach
	widgets/skin
app/window/learn/experiments: fyne app/describe app/describe/rooms app/gallery app/gallery/cards app/gallery/claim
	app/gallery/thumb app/job app/lab/setup app/window/desk app/words internal/strict widgets/chips widgets/field
	widgets/gesture widgets/kit widgets/layout widgets/picker widgets/skin
app/window/learn/forms: fyne app/words widgets widgets/field widgets/gesture widgets/kit widgets/layout widgets/prose
	widgets/skin
app/window/learn/lessons: app/export app/export/offers app/gallery app/gallery/claim app/lesson app/lesson/handin
	app/lesson/library app/lesson/measure
	app/lesson/quiz app/lesson/recording app/lesson/study app/window/learn/ask app/window/learn/contents
	app/window/learn/forms app/window/learn/shelf app/window/race/charts app/window/race/maps app/window/race/tool
	app/window/race/transport internal/strict widgets/prose @pane
app/window/learn/myth: @pane app/census app/describe/rooms app/export app/figure/minima app/lab/history app/lesson/library
	app/trainings widgets/prose
app/window/learn/shelf: app/gallery app/gallery/thumb widgets/skin @pane
app/window/maximized: fyne
app/window/native: app/words
app/window/present: @pane app/gallery app/lab/headline
app/window/race: app/export app/export/offers app/window/race/... @pane
app/window/race/...: @pane
app/window/race/bench: app/contest app/export app/figure/runtimes optim/bench @pane
app/window/race/fair: app/export @pane
app/window/race/plane: app/export app/export/offers @pane
app/window/race/swarm: app/export app/export/offers @pane
app/window/race/heading: @pane app/share surfaces/expr/notation widgets/field widgets/plot/raster
app/window/race/maps: @pane widgets/skin
app/window/race/telling: @pane app/lab/events
app/window/settings: fyne app/lab/session app/language app/window/host app/words widgets widgets/graphic widgets/kit
	widgets/plot widgets/skin
app/window/sharing: fyne app/share app/window/desk app/words widgets/kit
app/words: internal/geom internal/say optim optim/race optim/sweep surfaces
internal/bands:
internal/fynecache:
internal/geom: internal/say
internal/lanes:
internal/lengthy:
internal/locale:
internal/nameless:
internal/near:
internal/python:
internal/real:
internal/say:
internal/scheme:
internal/strict: internal/near internal/say
optim: internal/geom internal/lanes internal/near internal/python internal/say surfaces/expr surfaces/expr/notation
optim/bench: internal/say optim optim/race
optim/flow:
optim/race: internal/say optim
optim/sweep: internal/geom internal/lanes internal/say optim optim/race
resources:
surfaces: internal/geom internal/near internal/say surfaces/bbob surfaces/expr surfaces/expr/notation surfaces/interval
	surfaces/proof
	surfaces/table
surfaces/bbob: internal/say
surfaces/expr: internal/geom internal/lanes internal/near internal/python internal/real internal/say surfaces/expr/elementary
	surfaces/expr/syntax surfaces/interval
surfaces/expr/elementary: internal/lanes internal/real surfaces/expr/syntax surfaces/interval
surfaces/expr/notation: internal/near internal/say surfaces/expr surfaces/expr/notation/doubt surfaces/expr/notation/lexical
	surfaces/expr/notation/spelling surfaces/expr/notation/tree surfaces/expr/syntax
surfaces/expr/notation/doubt: internal/say
surfaces/expr/notation/lexical: internal/say surfaces/expr/syntax
surfaces/expr/notation/spelling: surfaces/expr surfaces/expr/notation/lexical surfaces/expr/notation/tree surfaces/expr/syntax
surfaces/expr/notation/tree: surfaces/expr
surfaces/expr/syntax: internal/near internal/say
surfaces/interval:
surfaces/proof: internal/geom surfaces/expr surfaces/interval
surfaces/table: internal/near internal/say
widgets: @widget internal/geom internal/say widgets/field widgets/picker widgets/plot widgets/ribbon
widgets/chips: @widget
widgets/field: @widget internal/say internal/scheme
widgets/fold: @widget internal/say widgets/plot
widgets/gesture: fyne
widgets/graphic: @widget internal/geom internal/say widgets/plot widgets/plot/raster
widgets/kit: fyne internal/geom internal/say widgets/gesture widgets/layout widgets/plot widgets/plot/raster widgets/reach
	widgets/skin
widgets/layout: fyne
widgets/legend: @widget widgets/plot widgets/plot/raster
widgets/offer: @widget
widgets/picker: @widget internal/say
widgets/plot: internal/geom internal/near internal/say
widgets/plot/raster: internal/bands internal/geom resources widgets/plot
widgets/plot/relief: internal/bands internal/geom internal/say widgets/plot widgets/plot/raster
widgets/plot/pdf: widgets/plot
widgets/plot/svg: widgets/plot
widgets/plot/record: internal/geom widgets/plot
widgets/prose: @widget widgets/plot widgets/plot/raster
widgets/rail: @widget
widgets/reach: fyne widgets/gesture widgets/skin
widgets/turntable: @widget internal/geom internal/say widgets/graphic widgets/plot widgets/plot/relief
widgets/ribbon: fyne internal/say widgets/kit widgets/layout widgets/skin
widgets/skin: fyne resources widgets/plot
widgets/splitter: @widget internal/say
widgets/tabs: @widget
widgets/timeline: @widget internal/say widgets/plot widgets/plot/raster
widgets/tutor: @widget internal/say
`
