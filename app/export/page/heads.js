// The racers' ways and their heads.
const headRadius = 7, apart = 17, startFan = 30;

// head is where a racer is at a fractional step, on the map.
function headOf(r, step) {
	let t = Math.min(step, r.Rows - 1), i = Math.floor(t);
	while (i > 0 && !isFinite(r.x[i] + r.y[i])) t = --i; // a run may end in something else than numbers
	const between = v => {
		const at = t > i ? v[i] + (v[i + 1] - v[i]) * (t - i) : v[i];
		return isFinite(at) ? at : v[i];
	};
	return {t, x: across(between(r.x)), y: down(between(r.y))};
}

// way is a racer's way up to its head, in pixels, without the steps too short to be seen: at has the step of each point.
function way(r, head) {
	const pts = [], at = [];
	let px = Infinity, py = Infinity;
	for (let t = 0; t <= Math.floor(head.t); t++) {
		const x = across(r.x[t]), y = down(r.y[t]);
		if (!isFinite(x + y) || Math.abs(x - px) + Math.abs(y - py) < 0.6) continue;
		pts.push(x, y);
		at.push(t);
		px = x;
		py = y;
	}
	pts.push(head.x, head.y);
	at.push(head.t);
	return {pts, at};
}

// drawWay draws a way: its last steps wide and strong, what is older narrower and paler, with a halo below all of it and paler
// dots where single steps can be told apart.
function drawWay(on, r, head, alpha) {
	const {pts, at} = way(r, head), n = at.length, fresh = Math.max(20, 0.05 * r.Rows), fading = Math.max(40, 0.1 * r.Rows);
	const ends = clamp(1 - (race.Steps - state.head) / 10, 0, 1), oldest = 0.6 + ends * 0.25, chunks = 6;
	const strengthAt = age => age <= fresh ? 1 : 1 - (1 - oldest) * Math.min((age - fresh) / fading, 1);
	on.lineJoin = on.lineCap = "round";
	const stroke = (from, to, width, colour, strength) => {
		if (to <= from) return;
		on.beginPath();
		on.moveTo(pts[2 * from], pts[2 * from + 1]);
		for (let i = from + 1; i <= to; i++) on.lineTo(pts[2 * i], pts[2 * i + 1]);
		on.globalAlpha = strength;
		on.strokeStyle = colour;
		on.lineWidth = width;
		on.stroke();
	};
	const halo = isDark() ? look().Ground : "#ffffff", colour = colourOf(r);
	stroke(0, n - 1, 4.6, halo, 0.55 * alpha);
	let from = 0;
	for (let c = 0; c <= chunks; c++) { // from the oldest to the newest
		const until = head.t - fresh - fading * (1 - c / chunks);
		let to = from;
		while (to < n - 1 && at[to] < until) to++;
		stroke(from, to, 2.4, colour, alpha * strengthAt(head.t - (until - fading / chunks / 2)));
		from = to;
	}
	stroke(from, n - 1, 3, colour, alpha);
	on.fillStyle = "rgb(255 255 255 / 60%)";
	for (let i = 1; i < n - 1; i++) {
		const near = Math.min(Math.hypot(pts[2 * i] - pts[2 * i - 2], pts[2 * i + 1] - pts[2 * i - 1]),
			Math.hypot(pts[2 * i + 2] - pts[2 * i], pts[2 * i + 3] - pts[2 * i + 1]));
		if (near <= 6) continue;
		on.globalAlpha = alpha * Math.min(2 * (near / 6 - 1), 1) * strengthAt(head.t - at[i]);
		on.beginPath();
		on.arc(pts[2 * i], pts[2 * i + 1], 1.1, 0, 7);
		on.fill();
	}
	on.globalAlpha = 1;
}

// edgeOf is where a head stands that is out of view: at the edge where its way has left, with the direction in which it went.
function edgeOf(r, head) {
	const {w, h} = mapBox, m = 18, middle = [w / 2, h / 2];
	let inside = null;
	for (let t = Math.floor(head.t); t >= 0 && !inside; t--) {
		const x = across(r.x[t]), y = down(r.y[t]);
		if (x >= 0 && x <= w && y >= 0 && y <= h) inside = [x, y, across(r.x[t + 1] ?? NaN), down(r.y[t + 1] ?? NaN)];
	}
	let [x, y, tx, ty] = inside || [...middle, head.x, head.y];
	if (!isFinite(tx + ty)) [tx, ty] = [head.x, head.y];
	const dx = tx - x, dy = ty - y, length = Math.hypot(dx, dy) || 1;
	const until = (d, at, size) => d > 0 ? (size - m - at) / d : d < 0 ? (m - at) / d : Infinity;
	const reach = Math.min(until(dx, x, w), until(dy, y, h));
	const part = isFinite(reach) ? Math.max(reach, 0) : 0;
	return {x: clamp(x + dx * part, m, w - m), y: clamp(y + dy * part, m, h - m), along: [dx / length, dy / length]};
}

// spread moves heads that lie on one another aside, each in its own direction; where the start is, in a wide fan.
function spread(heads) {
	const from = heads.map(h => [h.x, h.y]), start = [across(race.Start[0]), down(race.Start[1])], {w, h} = mapBox;
	const inside = (x, y, r) => [clamp(x, 9 + r, w - 9 - r), clamp(y, 9 + r, h - 9 - r)];
	heads.forEach((head, i) => {
		let [ax, ay, crowd] = [0, 0, 0];
		from.forEach(([x, y], j) => {
			const dx = from[i][0] - x, dy = from[i][1] - y, part = 1 - Math.hypot(dx, dy) / apart;
			if (i !== j && part > 0) [ax, ay, crowd] = [ax + dx * part, ay + dy * part, crowd + part];
		});
		if (!crowd) return;
		const turn = 2 * Math.PI * head.i / race.Racers.length - 0.75 * Math.PI, own = apart / 4;
		const dx = Math.cos(turn) * own + ax / crowd, dy = Math.sin(turn) * own + ay / crowd;
		const length = Math.max(Math.hypot(dx, dy), own / 2);
		let r = crowd > 1 ? apart / 2 / Math.sin(Math.PI / (crowd + 1)) : apart / 2 * crowd;
		const near = 1 - Math.hypot(from[i][0] - start[0], from[i][1] - start[1]) / startFan;
		if (near > 0) r = Math.max(r, startFan * near * Math.min(crowd, 1));
		const [x, y] = inside(...from[i], Math.min(r, w / 3));
		[head.x, head.y] = [x + dx / length * r, y + dy / length * r];
	});
	for (let round = 0; round < 16; round++) {
		let moved = 0;
		for (let i = 0; i < heads.length; i++) {
			for (let j = 0; j < i; j++) {
				const dx = heads[i].x - heads[j].x, dy = heads[i].y - heads[j].y, length = Math.hypot(dx, dy);
				const push = (apart - length) / 2;
				if (!(push > 0)) continue;
				const s = push / Math.max(length, apart / 2);
				[heads[i].x, heads[i].y] = inside(heads[i].x + dx * s, heads[i].y + dy * s, 0);
				[heads[j].x, heads[j].y] = inside(heads[j].x - dx * s, heads[j].y - dy * s, 0);
				moved = Math.max(moved, push);
			}
		}
		if (moved < 0.1) break;
	}
}

// drawWays draws all that moves on the map.
function drawWays(least) {
	const {on, w, h} = fit($("ways"), least), halo = isDark() ? look().Ground : "#ffffff";
	if (!(w > 0) || !mapBox.field) return;
	const list = racers().sort((a, b) => faint(b.i) - faint(a.i));
	const heads = list.map(({r, i}) => {
		const at = headOf(r, state.head), out = !(at.x >= 0 && at.x <= w && at.y >= 0 && at.y <= h);
		return {r, i, at, edge: out ? edgeOf(r, at) : null};
	});
	for (const e of heads) drawWay(on, e.r, e.at, faint(e.i) ? 0.25 : 1);
	for (const e of heads) [e.x, e.y] = e.edge ? [e.edge.x, e.edge.y] : [e.at.x, e.at.y];
	spread(heads);
	for (const e of heads) drawLeader(on, e, halo);
	drawStart(on);
	drawNames(on);
	for (const e of heads) {
		const alpha = faint(e.i) ? 0.4 : 1;
		if (e.edge) drawArrow(on, e, colourOf(e.r), halo, alpha);
		glyph(on, e.r, e.x, e.y, e.edge ? 6 : headRadius, halo, alpha);
		const left = e.r.Left && state.head >= e.r.Left, ended = e.r.Ended && state.head >= e.r.Rows - 1;
		if ((left || ended) && !faint(e.i)) {
			const text = ended ? e.r.Fate : fill(say.Left, e.r.Left), toLeft = e.x > w / 2;
			label(on, text, e.x + (toLeft ? -15 : 15), e.y, inkOn(groundUnder(e.x, e.y)), {align: toLeft ? "right" : "left"});
		}
	}
	drawPointer(on);
}

// drawLeader leads from a head that was taken aside to a dot at its true place.
function drawLeader(on, e, halo) {
	if (e.edge || Math.hypot(e.x - e.at.x, e.y - e.at.y) <= 2) return;
	on.globalAlpha = faint(e.i) ? 0.4 : 1;
	for (const [colour, width] of [[halo, 3.6], [colourOf(e.r), 1.6]]) {
		on.strokeStyle = on.fillStyle = colour;
		on.lineWidth = width;
		on.beginPath();
		on.moveTo(e.at.x, e.at.y);
		on.lineTo(e.x, e.y);
		on.stroke();
		on.beginPath();
		on.arc(e.at.x, e.at.y, 1.4 + width / 2, 0, 7);
		on.fill();
	}
	on.globalAlpha = 1;
}

// drawArrow points from a head at the edge to where it has gone.
function drawArrow(on, {edge}, colour, halo, alpha) {
	const [dx, dy] = edge.along, x = edge.x + 12 * dx, y = edge.y + 12 * dy;
	on.globalAlpha = alpha;
	on.beginPath();
	on.moveTo(x + 5 * dx, y + 5 * dy);
	on.lineTo(x - 4 * dx - 4.5 * dy, y - 4 * dy + 4.5 * dx);
	on.lineTo(x - 4 * dx + 4.5 * dy, y - 4 * dy - 4.5 * dx);
	on.closePath();
	on.strokeStyle = halo;
	on.lineWidth = 2.5;
	on.stroke();
	on.fillStyle = colour;
	on.fill();
	on.globalAlpha = 1;
}

// drawStart draws the ring in which the racers start.
function drawStart(on) {
	const x = across(race.Start[0]), y = down(race.Start[1]), {ink, halo} = inkOn(groundUnder(x, y));
	for (const [colour, width] of [[halo, 4], [ink, 1.8]]) {
		on.strokeStyle = on.fillStyle = colour;
		on.lineWidth = width;
		on.beginPath();
		on.arc(x, y, headRadius, 0, 7);
		on.stroke();
	}
	on.beginPath();
	on.arc(x, y, 2.2, 0, 7);
	on.fill();
}

// drawPointer marks the pointer's place at the edges, and the critical point that it is on.
function drawPointer(on) {
	const p = state.pointer, {w, h} = mapBox;
	if (!p) return;
	const {ink, halo} = inkOn(groundUnder(p.x, p.y));
	on.lineJoin = "round";
	for (const [x, y, dx, dy] of [[p.x, h - 1, 5, -8], [1, p.y, 8, 5]]) {
		on.beginPath();
		on.moveTo(x, y);
		if (dy < 0) on.lineTo(x - dx, y + dy), on.lineTo(x + dx, y + dy);
		else on.lineTo(x + dx, y - dy), on.lineTo(x + dx, y + dy);
		on.closePath();
		on.lineWidth = 2;
		on.strokeStyle = halo;
		on.stroke();
		on.fillStyle = ink;
		on.fill();
	}
	if (!p.near) return;
	for (const [colour, width, alpha] of [[halo, 3.5, 0.5], [ink, 1.5, 1]]) {
		on.globalAlpha = alpha;
		on.strokeStyle = colour;
		on.lineWidth = width;
		on.beginPath();
		on.arc(p.x, p.y, 11, 0, 7);
		on.stroke();
	}
}
