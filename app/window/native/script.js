// Asks for a file or a folder by a dialog of macOS. What is wished comes as the one argument, never as a part of this text.
function run(argv) {
	const wish = JSON.parse(argv[0])
	const app = Application.currentApplication()
	app.includeStandardAdditions = true
	app.activate()
	const options = { withPrompt: wish.prompt }
	if (wish.types) options.ofType = wish.types
	if (wish.name) options.defaultName = wish.name
	if (wish.folder) options.defaultLocation = Path(wish.folder)
	try {
		return JSON.stringify({ path: app[wish.ask](options).toString() })
	} catch (fault) {
		if (fault.errorNumber === -128) return JSON.stringify({ path: "" }) // the user has cancelled
		throw fault
	}
}
