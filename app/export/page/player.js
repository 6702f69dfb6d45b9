// Playing, and all that a reader can do.
const scrub = $("scrub"), play = $("play"), calm = () => preferred("(prefers-reduced-motion: reduce)");

// redraw draws, once before the next picture, what has changed: "head", "curves" (who is seen), or "all" (sizes and colours).
let pending = new Set();
function redraw(what) {
	if (!pending.size) requestAnimationFrame(() => drawNow(pending));
	pending.add(what);
}

function drawNow(what, least) {
	pending = new Set();
	if (what.has("all")) drawGround(least);
	if (what.has("all") || what.has("curves")) for (const c of charts) c.layers = null;
	drawWays(least);
	for (const c of charts) drawChart(c, least);
	showStandings();
	markTales();
	const step = Math.floor(state.head);
	scrub.value = step;
	scrub.setAttribute("aria-valuetext", `${say.Step} ${step} ${fill(say.Of, race.Steps)}`);
	$("step").textContent = step;
	play.setAttribute("aria-label", state.playing ? say.Pause : say.Play);
	play.classList.toggle("moving", state.playing);
}

// seek moves the playhead, which stops there.
function seek(step) {
	state.touched = true;
	state.playing = false;
	state.head = clamp(step, 0, race.Steps);
	redraw("head");
	announce();
}

// toggle plays or stops; at the end it plays from the start.
function toggle() {
	state.touched = true;
	state.playing = !state.playing;
	if (state.playing) {
		if (state.head >= race.Steps) state.head = 0;
		run();
	} else {
		state.head = Math.floor(state.head);
		announce();
	}
	redraw("head");
}

// run moves the playhead on from picture to picture, until it is stopped or at the end. For who wants little motion it moves
// twice a second, by whole steps.
let runs = 0;
function run() {
	const mine = ++runs;
	let exact = state.head, last = performance.now();
	const tick = now => {
		if (!state.playing || mine !== runs) return;
		const pace = race.Pace * state.speed;
		exact = Math.min(exact + Math.max(0, now - last) / 1000 * pace, race.Steps);
		last = now;
		if (!calm() || exact === race.Steps) state.head = exact;
		else if (exact - state.head >= Math.max(1, pace / 2)) state.head = Math.floor(exact);
		if (exact === race.Steps) {
			state.playing = false;
			announce();
		} else {
			requestAnimationFrame(tick);
		}
		redraw("head");
	};
	requestAnimationFrame(tick);
}

function listen() {
	play.addEventListener("click", toggle);
	$("back").addEventListener("click", () => seek(Math.ceil(state.head) - 1));
	$("on").addEventListener("click", () => seek(Math.floor(state.head) + 1));
	scrub.addEventListener("input", () => seek(Number(scrub.value)));
	$("speed").addEventListener("change", e => { state.speed = Number(e.target.value); });
	$("theme").addEventListener("click", () => {
		document.documentElement.dataset.theme = isDark() ? "light" : "dark";
		redraw("all");
	});
	document.addEventListener("keydown", e => {
		const on = e.target.closest("button, select, summary")?.tagName; // which have keys of their own
		if (e.ctrlKey || e.metaKey || e.altKey || on === "SELECT" || on && e.key === " ") return;
		const step = Math.floor(state.head), far = e.shiftKey ? 10 : 1;
		const go = {" ": toggle, ArrowLeft: () => seek(step - far), ArrowRight: () => seek(step + far), Home: () => seek(0),
			End: () => seek(race.Steps)}[e.key];
		if (!go) return;
		e.preventDefault();
		go();
	});
	const ways = $("ways"), move = e => {
		const box = ways.getBoundingClientRect();
		state.pointer = pointAt(e.clientX - box.left, e.clientY - box.top);
		tellPointer();
		redraw("head");
	};
	ways.addEventListener("pointermove", move);
	ways.addEventListener("pointerdown", move);
	ways.addEventListener("pointerleave", () => { state.pointer = null; tellPointer(); redraw("head"); });
	for (const c of charts) {
		const at = e => {
			const box = c.canvas.getBoundingClientRect(), {l} = c.layers, x = e.clientX - box.left;
			const step = clamp(Math.round((x - l.x0) / (l.x1 - l.x0) * race.Steps), 0, race.Steps);
			state.cursor = {c, step, x: seenX(l, step), y: e.clientY - box.top};
			if (e.buttons) seek(step);
			tellCursor();
			redraw("head");
		};
		c.canvas.addEventListener("pointermove", at);
		c.canvas.addEventListener("pointerdown", e => {
			if (e.pointerType === "mouse") c.canvas.setPointerCapture(e.pointerId);
			at(e);
		});
		c.canvas.addEventListener("pointerleave", () => { state.cursor = null; tellCursor(); redraw("head"); });
	}
	$("save").addEventListener("click", e => {
		const link = document.createElement("a"), text = document.getElementById("descentlab-experiment").textContent;
		link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
		link.download = e.currentTarget.dataset.name;
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 1000);
	});
	new ResizeObserver(() => redraw("all")).observe($("map"));
	for (const c of charts) new ResizeObserver(() => redraw("head")).observe(c.box);
	for (const q of ["(prefers-color-scheme: dark)", `(resolution: ${window.devicePixelRatio}dppx)`]) {
		window.matchMedia(q).addEventListener("change", () => redraw("all"));
	}
	// Paper is light; and it has more pixels than a screen.
	let before;
	window.addEventListener("beforeprint", () => {
		before = document.documentElement.dataset.theme;
		document.documentElement.dataset.theme = "light";
		drawNow(new Set(["all"]), 2);
	});
	window.addEventListener("afterprint", () => {
		if (before) document.documentElement.dataset.theme = before;
		else delete document.documentElement.dataset.theme;
		redraw("all");
	});
}

// speeds offers those at which the race takes from a few seconds on; the first one takes no longer than twelve.
function speeds() {
	const list = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
	state.speed = list.find(s => s >= 1 && race.Steps / (race.Pace * s) <= 12) || 512;
	const from = Math.max(0, list.indexOf(state.speed) - 3);
	$("speed").append(...list.slice(from, from + 6).map(s => {
		const option = textIn("option", s + "×");
		option.value = s;
		option.selected = s === state.speed;
		return option;
	}));
}

async function begin() {
	await unpack();
	race.Racers.forEach((r, i) => { if (r.Hidden) state.hidden.add(i); });
	charts.forEach(c => {
		$("title" + c.k).textContent = c.Title + " · " + (c.Log ? say.Log : say.Linear);
		$("note" + c.k).textContent = c.Note;
	});
	scrub.max = race.Steps;
	$("of").textContent = "/ " + race.Steps;
	$("step").style.minWidth = String(race.Steps).length + "ch";
	speeds();
	listen();
	tellPointer();
	state.head = calm() ? race.Steps : 0;
	drawNow(new Set(["all"]));
	document.documentElement.dataset.ready = "yes";
	if (!calm()) setTimeout(() => { if (!state.touched) toggle(); }, 700);
}

if (typeof DecompressionStream === "undefined") {
	$("old").hidden = false;
	document.body.classList.add("unscripted");
} else {
	begin();
}
