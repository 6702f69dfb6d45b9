// The table, and what is said of the race.
const rows = [...document.querySelectorAll("#standings tbody tr")];

// showStandings writes where everybody is at the playhead.
function showStandings() {
	const step = Math.floor(state.head);
	race.Racers.forEach((r, i) => {
		const cells = rows[i].cells, row = shownRow(r, step), where = whereAt(r, step);
		cells[1].textContent = r.loss.text(row);
		cells[2].textContent = r.slope.text(row);
		cells[3].textContent = r.Settled < 0 ? "–" : r.Settled;
		cells[3].className = r.Settled >= 0 && r.Settled <= step ? "reached" : "ahead";
		cells[4].textContent = where.Text;
		cells[4].className = where.Tone;
		rows[i].classList.toggle("hidden", state.hidden.has(i));
		rows[i].classList.toggle("alone", state.alone === i);
		rows[i].querySelector("button").setAttribute("aria-pressed", String(!state.hidden.has(i)));
	});
}

// announce tells a screen reader, once the playhead rests, where everybody is.
let waiting = 0;
function announce() {
	clearTimeout(waiting);
	waiting = setTimeout(() => {
		if (state.playing) return;
		const step = Math.floor(state.head);
		const list = racers().map(({r}) => `${r.Name} ${r.loss.text(shownRow(r, step))}, ${whereAt(r, step).Text}`);
		$("said").textContent = fill(say.At, step, list.join("; "));
	}, 600);
}

// markTales marks the sentences of what happens at the playhead.
const seekers = [...document.querySelectorAll("button.seek")];
function markTales() {
	const step = Math.floor(state.head);
	for (const b of seekers) b.classList.toggle("now", Number(b.dataset.step) === step);
}

// Whoever points at a row, or goes there by keyboard, looks at that racer alone; a click hides it or shows it again.
rows.forEach((row, i) => {
	const lookAt = alone => { state.alone = alone; redraw("curves"); };
	row.addEventListener("pointerenter", () => lookAt(i));
	row.addEventListener("pointerleave", () => lookAt(-1));
	row.addEventListener("focusin", e => { if (e.target.matches(":focus-visible")) lookAt(i); });
	row.addEventListener("focusout", () => lookAt(-1));
	row.querySelector("button").addEventListener("click", () => {
		if (!state.hidden.delete(i)) state.hidden.add(i);
		redraw("curves");
	});
});
for (const b of seekers) {
	b.addEventListener("click", () => {
		seek(Number(b.dataset.step));
		$("map").scrollIntoView({block: "nearest"});
	});
}
