// The map: what stands on the ground, and the pointer.
const [left, right, bottom, top_] = race.View;
const mapBox = {w: 0, h: 0, field: null, n: 0, places: [], names: []};

// across and down are where a point is seen on the map.
const across = x => (x - left) / (right - left) * mapBox.w;
const down = y => (top_ - y) / (top_ - bottom) * mapBox.h;

// groundUnder is the luminance of the ground at a place of the map.
function groundUnder(x, y) {
	const {field, n, w, h} = mapBox, bands = look().Bands;
	const v = field[clamp(Math.floor(y / h * n), 0, n - 1) * n + clamp(Math.floor(x / w * n), 0, n - 1)];
	return luminance(rgb(v === v ? bands[band(v, 0)] : look().Panel));
}

// drawGround draws all that does not move.
function drawGround(least) {
	const {on, w, h, scale} = fit($("ground"), least), n = $("ground").width;
	if (!(w > 0)) return;
	if (mapBox.n !== n) Object.assign(mapBox, {n, field: heights(n)});
	Object.assign(mapBox, {w, h});
	mapBox.places = visiblePlaces();
	const {field} = mapBox;
	on.putImageData(colours(field, n), 0, 0);
	const key = keyPlace();
	const taken = mapBox.places.map(p => [p.x * scale, p.y * scale, 13 * scale, 13 * scale]);
	taken.push([across(race.Start[0]) * scale, down(race.Start[1]) * scale, 26 * scale, 26 * scale]);
	if (key) taken.push([(key.x + key.w / 2) * scale, (key.y + key.h / 2) * scale, key.w / 2 * scale, key.h / 2 * scale]);
	on.save();
	on.setTransform(1, 0, 0, 1, 0, 0);
	const lines = isolines(field, n, Math.max(1, Math.round(1.5 * scale)));
	drawIsolines(on, lines, numbersOn(on, lines, field, n, scale, taken), n, scale);
	on.restore();
	drawBox(on);
	drawTicks(on);
	drawPlaces(on);
	namePlaces(on, key);
	if (key) drawKey(on, key);
}

// drawBox draws the sides of the box in which racers are kept.
function drawBox(on) {
	if (!race.Box) return;
	const [x0, x1, y0, y1] = race.Box, {w, h} = mapBox; // an open side is out of view
	const x = [x0 === null ? -9 : across(x0), x1 === null ? w + 9 : across(x1)];
	const y = [y1 === null ? -9 : down(y1), y0 === null ? h + 9 : down(y0)];
	on.strokeStyle = look().Accent;
	on.lineWidth = 1.5;
	on.setLineDash([6, 4]);
	on.strokeRect(x[0], y[0], x[1] - x[0], y[1] - y[0]);
	on.setLineDash([]);
}

// drawTicks writes the coordinates along the edges.
function drawTicks(on) {
	const {w, h} = mapBox, n = clamp(w / 90, 3, 8), small = {size: 11, bold: false};
	for (const x of ticks(left, right, n)) {
		const at = across(x);
		if (at < 24 || at > w - 16) continue;
		const ink = inkOn(groundUnder(at, h - 10));
		label(on, round(x), at, h - 12, ink, {...small, align: "center"});
		on.fillRect(at - 0.5, h - 5, 1, 5);
	}
	for (const y of ticks(bottom, top_, n)) {
		const at = down(y);
		if (at < 12 || at > h - 26) continue;
		label(on, round(y), 9, at, inkOn(groundUnder(12, at)), small);
		on.fillRect(0, at - 0.5, 5, 1);
	}
}

// visiblePlaces are the critical points in view; of a crowd only the lowest minima and those where racers end have signs.
function visiblePlaces() {
	const {w, h} = mapBox;
	let list = race.Places.map(p => ({...p, x: across(p.X), y: down(p.Y), at: [p.X, p.Y]}));
	list = list.filter(p => p.x >= 0 && p.x <= w && p.y >= 0 && p.y <= h);
	const crowded = list.length > clamp(w * h / 3600, 5, 24);
	let minima = 0;
	return list.filter(p => {
		const minimum = p.Kind === "minimum" || p.Kind === "best";
		if (minimum) minima++;
		p.tiny = crowded && !p.End && p.Kind !== "best" && minima > 5;
		return minimum || !crowded;
	});
}

// drawSign draws the sign of a critical point.
function drawSign(on, p, radius, ink, width) {
	on.strokeStyle = on.fillStyle = ink;
	on.lineWidth = width;
	on.lineJoin = "round";
	on.beginPath();
	const {x, y} = p, r = radius;
	switch (p.Kind) {
	case "minimum":
		on.arc(x, y, r, 0, 7);
		on.stroke();
		on.beginPath();
		on.arc(x, y, 0.62 * Math.min(width, 1.6), 0, 7);
		return on.fill();
	case "best":
		for (let i = 0; i < 10; i++) {
			const s = (i % 2 ? 0.62 : 1.5) * r, turn = i * Math.PI / 5;
			on.lineTo(x + s * Math.sin(turn), y - s * Math.cos(turn));
		}
		on.closePath();
		if (width > 2) on.stroke();
		return on.fill();
	case "saddle":
		on.moveTo(x - r, y - r);
		on.lineTo(x + r, y + r);
		on.moveTo(x + r, y - r);
		on.lineTo(x - r, y + r);
		return on.stroke();
	case "maximum":
		on.moveTo(x, y - 1.2 * r);
		on.lineTo(x + 1.15 * r, y + 0.85 * r);
		on.lineTo(x - 1.15 * r, y + 0.85 * r);
		on.closePath();
		return on.stroke();
	default:
		on.moveTo(x, y - 1.3 * r);
		on.lineTo(x + 1.3 * r, y);
		on.lineTo(x, y + 1.3 * r);
		on.lineTo(x - 1.3 * r, y);
		on.closePath();
		on.stroke();
	}
}

// drawPlaces draws the signs of the critical points.
function drawPlaces(on) {
	for (const p of mapBox.places) {
		const {ink, halo} = inkOn(groundUnder(p.x, p.y)), r = p.tiny ? 1.4 : p.Kind === "best" ? 4.6 : 3.3;
		on.globalAlpha = 0.6;
		drawSign(on, p, r, halo, 3.6);
		on.globalAlpha = 1;
		drawSign(on, p, r, ink, 1.4);
	}
}

// namePlaces finds where the names of critical points stand, if there is room: minima first, the lowest one before all; each in
// the spot that the ways come near least.
function namePlaces(on, key) {
	const {w, h, places} = mapBox, rank = {best: 0, minimum: 1, saddle: 2, maximum: 3, degenerate: 4};
	const taken = places.map(p => [p.x - 7, p.y - 7, p.x + 7, p.y + 7]), start = [across(race.Start[0]), down(race.Start[1])];
	taken.push([start[0] - 12, start[1] - 12, start[0] + 12, start[1] + 12]);
	if (key) taken.push([key.x, key.y, key.x + key.w, key.y + key.h]);
	const ways = [];
	for (const r of race.Racers) {
		for (let t = 0; t < r.Rows; t += Math.ceil(r.Rows / 400)) ways.push([across(r.x[t]), down(r.y[t])]);
	}
	on.font = "600 11.5px " + font;
	mapBox.names = [];
	for (const p of places.filter(p => !p.tiny).sort((a, b) => rank[a.Kind] - rank[b.Kind])) {
		const wide = on.measureText(p.Beside).width;
		let best = null;
		for (const [dx, dy] of [[10, 0], [-10 - wide, 0], [-wide / 2, -15], [-wide / 2, 15], [10, -12], [10, 12], [-10 - wide, -12],
			[-10 - wide, 12]]) {
			const box = [p.x + dx - 2, p.y + dy - 8, p.x + dx + wide + 2, p.y + dy + 8];
			if (box[0] < 30 || box[1] < 2 || box[2] > w - 3 || box[3] > h - 22) continue;
			if (taken.some((t, i) => places[i] !== p && t[0] < box[2] && t[2] > box[0] && t[1] < box[3] && t[3] > box[1])) continue;
			const hits = ways.filter(([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3]).length;
			if (!best || hits < best.hits) best = {hits, box, text: p.Beside, x: p.x + dx, y: p.y + dy, wide};
		}
		if (!best) continue;
		taken.push(best.box);
		mapBox.names.push({...best, inks: inkOn(groundUnder(best.x + wide / 2, best.y))});
	}
}

// drawNames writes them, over the ways.
function drawNames(on) {
	for (const n of mapBox.names) label(on, n.text, n.x, n.y, n.inks);
}

// keyPlace is where the key of the heights stands; null on a small map, or if there are no levels. It goes to the corner that
// no way comes near.
function keyPlace() {
	const {w, h} = mapBox, wide = 64, high = 178, levels = race.Ground.Levels || [];
	if (w < 420 || levels.length < 2) return null;
	let best = null;
	for (const [x, y] of [[w - wide - 10, h - high - 28], [w - wide - 10, 10], [38, h - high - 28], [38, 10]]) {
		let hits = 0;
		const meets = (px, py) => px > x - 8 && px < x + wide + 8 && py > y - 8 && py < y + high + 8;
		for (const r of race.Racers) for (let t = 0; t < r.Rows; t++) if (meets(across(r.x[t]), down(r.y[t]))) hits++;
		for (const p of race.Places) if (meets(across(p.X), down(p.Y))) hits += 3;
		if (!best || hits < best.hits) best = {x, y, w: wide, h: high, hits};
	}
	return best;
}

// drawKey tells what heights the colours stand for.
function drawKey(on, {x, y, w, h}) {
	const l = look(), g = race.Ground, bands = l.Bands, high = h - 38, y0 = y + 28;
	on.globalAlpha = 0.88;
	on.fillStyle = l.Panel;
	on.beginPath();
	on.roundRect(x, y, w, h, 6);
	on.fill();
	on.globalAlpha = 1;
	on.font = "11px " + font;
	on.textAlign = "left";
	on.textBaseline = "middle";
	on.fillStyle = l.Muted;
	on.fillText(say.Height, x + 10, y + 14);
	bands.forEach((c, b) => {
		on.fillStyle = c;
		on.fillRect(x + 10, y0 + high * (1 - (b + 1) / bands.length), 11, high / bands.length + 0.5);
	});
	on.fillStyle = l.Text;
	g.Levels.forEach((v, i) => {
		if (!g.Heavy[i]) return;
		const at = y0 + high * (1 - (i + 1) / bands.length);
		on.fillRect(x + 21, at - 0.5, 4, 1);
		on.fillText(g.Texts[i], x + 28, at);
	});
}

// pointAt tells where the pointer is: of a critical point within reach its own place and value, else the value about there.
function pointAt(x, y) {
	const {w, h, places} = mapBox;
	let near = null, least = 14;
	for (const p of places) {
		const d = Math.hypot(p.x - x, p.y - y);
		if (d < least) [near, least] = [p, d];
	}
	const X = near ? near.X : left + x / w * (right - left), Y = near ? near.Y : top_ - y / h * (top_ - bottom);
	return {x: near ? near.x : x, y: near ? near.y : y, X, Y, near};
}

// tellPointer writes what is under the pointer.
function tellPointer() {
	const p = state.pointer, out = $("pointer");
	out.classList.toggle("told", !!p);
	if (!p) return void (out.textContent = say.Pointer);
	const places = Math.max(0, Math.ceil(-Math.log10((right - left) / mapBox.w))), at = v => about(v, places);
	const f = p.near ? p.near.Says : fill(say.About, about(heightAt(p.x / mapBox.w, p.y / mapBox.h), race.Ground.Decimals));
	out.textContent = `x ${at(p.X)}${race.Comma ? ";" : ","} y ${at(p.Y)} · ${f}`;
}
