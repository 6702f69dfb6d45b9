// The charts over the steps.
const charts = race.Charts.map((c, k) => {
	const box = $("chart" + k);
	return {...c, k, box, canvas: box.querySelector("canvas"), layers: null};
});

// rangeOf finds the axis of a chart h high: of the numbers of all racers, hidden ones too, so that it stays.
function rangeOf(c, h) {
	let lo = Infinity, hi = -Infinity;
	for (const r of race.Racers) {
		for (let v of r.curves[c.k].values) {
			if (c.Log) v = Math.log10(Math.max(v, c.Floor));
			if (isFinite(v)) [lo, hi] = [Math.min(lo, v), Math.max(hi, v)];
		}
	}
	if (!(lo <= hi)) [lo, hi] = [0, 1];
	if (hi - lo < 1e-12 * (1 + Math.abs(lo))) [lo, hi] = [lo - (c.Log ? 1 : 0.5), hi + (c.Log ? 1 : 0.5)];
	if (!c.Log) {
		const marks = ticks(lo, hi, clamp(h / 36, 2, 6));
		return {lo, hi, marks, texts: marks.map(round)};
	}
	// From a whole decade to the next 1, 2 or 5 of one.
	lo = Math.floor(lo + 1e-9);
	const tops = [0, Math.log10(2), Math.log10(5), 1].map(part => Math.floor(hi) + part);
	hi = Math.max(tops.find(v => v >= hi - 1e-9), lo + Math.log10(2));
	const step = Math.max(1, Math.ceil((hi - lo) / clamp(h / 34, 2, 6))), marks = [];
	const parts = hi - lo < 1.5 ? [0, Math.log10(2), Math.log10(5)] : [0];
	for (let e = Math.ceil(lo / step) * step; e <= hi; e += step) {
		marks.push(...parts.map(part => e + part).filter(v => v <= hi + 1e-9));
	}
	return {lo, hi, marks, texts: marks.map(power)};
}

// layout finds where the axes of a chart stand in a picture of w by h. Those of both charts begin and end alike.
function layout(c, on, w, h) {
	const names = racers().map(e => e.r.Name);
	on.font = "600 12px " + font;
	const fits = names.length > 0 && names.length <= Math.floor((h - 20) / 14);
	const beside = fits ? Math.min(Math.max(...names.map(n => on.measureText(n).width)), 0.34 * w) : 0;
	on.font = "11px " + font;
	const widest = Math.max(20, ...charts.flatMap(c => rangeOf(c, h).texts).map(t => on.measureText(t).width));
	return {c, w, h, ...rangeOf(c, h), x0: widest + 10, x1: w - (beside ? beside + 20 : 18), y0: 8, y1: h - 20, beside};
}

// power writes what stands at an exponent: 1, 2 or 5 times a power of ten.
function power(e) {
	const whole = Math.floor(e + 1e-9);
	return e >= -2 && e < 4 ? round(10 ** e) : Math.round(10 ** (e - whole)) + "e" + String(whole).replace("-", "−");
}

const seenX = (l, step) => l.x0 + (l.x1 - l.x0) * step / race.Steps;
function seenY(l, v) {
	if (l.c.Log) v = Math.log10(Math.max(v, l.c.Floor));
	return clamp(l.y1 - (l.y1 - l.y0) * (v - l.lo) / (l.hi - l.lo), -1e4, 1e4);
}

// steps are those of a curve that are drawn in a width: of many that share half a pixel the lowest and the highest.
function steps(values, width) {
	const size = Math.floor(values.length / (2 * width)), list = [];
	if (size < 3) return values.keys();
	for (let from = 0; from < values.length; from += size) {
		const to = Math.min(from + size, values.length);
		let [lo, hi] = [from, from];
		for (let t = from; t < to; t++) {
			if (!isFinite(values[t])) list.push(t);
			else if (!(values[t] >= values[lo])) lo = t;
			else if (!(values[t] <= values[hi])) hi = t;
		}
		list.push(...new Set([Math.min(lo, hi), Math.max(lo, hi), to - 1]));
	}
	return list.sort((a, b) => a - b);
}

// drawCurves draws the curves of all racers to their ends.
function drawCurves(on, l, width, alpha) {
	on.lineWidth = width;
	on.lineJoin = "round";
	for (const {r, i} of racers()) {
		const {values} = r.curves[l.c.k];
		on.strokeStyle = colourOf(r);
		on.globalAlpha = alpha * (faint(i) ? 0.3 : 1);
		on.beginPath();
		let drawn = false;
		for (const t of steps(values, l.x1 - l.x0)) {
			const v = values[t];
			if (!isFinite(v)) { drawn = false; continue; }
			on[drawn ? "lineTo" : "moveTo"](seenX(l, t), seenY(l, v));
			drawn = true;
		}
		on.stroke();
	}
	on.globalAlpha = 1;
}

// layersOf draws what stays of a chart while the playhead moves: axes with the curves to come, and the curves as they are behind
// the playhead.
function layersOf(c, w, h, scale) {
	const layer = () => {
		const canvas = document.createElement("canvas");
		canvas.width = Math.round(w * scale);
		canvas.height = Math.round(h * scale);
		const on = canvas.getContext("2d");
		on.scale(scale, scale);
		return {canvas, on};
	};
	const base = layer(), bright = layer(), l = layout(c, base.on, w, h), {on} = base, colours = look();
	on.font = "11px " + font;
	on.textBaseline = "middle";
	l.marks.forEach((m, i) => {
		const y = l.y1 - (l.y1 - l.y0) * (m - l.lo) / (l.hi - l.lo);
		if (y < l.y0 - 1 || y > l.y1 + 1) return;
		on.fillStyle = colours.Border;
		on.fillRect(l.x0, Math.round(y), l.x1 - l.x0, 1);
		on.fillStyle = colours.Muted;
		on.textAlign = "right";
		on.fillText(l.texts[i], l.x0 - 6, y);
	});
	on.textAlign = "center";
	for (const s of ticks(0, race.Steps, clamp((l.x1 - l.x0) / 52, 2, 8))) {
		if (s === Math.round(s)) on.fillText(String(s), seenX(l, s), h - 8);
	}
	drawCurves(on, l, 1.2, 0.42);
	drawCurves(bright.on, l, 2.2, 1);
	if (l.beside) drawEnds(on, l);
	return {l, base: base.canvas, bright: bright.canvas, scale};
}

// drawEnds names the curves at their ends, 14 pixels apart at least.
function drawEnds(on, l) {
	const ends = racers().map(({r, i}) => {
		const {values} = r.curves[l.c.k];
		let t = values.length - 1;
		while (t > 0 && !isFinite(values[t])) t--;
		const y = clamp(isFinite(values[t]) ? seenY(l, values[t]) : l.y0, l.y0 + 4, l.y1 - 2);
		return {r, i, from: [seenX(l, t), y], y};
	}).sort((a, b) => a.y - b.y);
	for (let k = 1; k < ends.length; k++) ends[k].y = Math.max(ends[k].y, ends[k - 1].y + 14);
	for (let k = ends.length - 1, floor = l.y1 + 4; k >= 0; k--, floor = ends[k + 1].y - 14) {
		ends[k].y = Math.min(ends[k].y, floor);
	}
	on.font = "600 12px " + font;
	on.textAlign = "left";
	for (const e of ends) {
		on.globalAlpha = faint(e.i) ? 0.3 : 1;
		on.strokeStyle = on.fillStyle = colourOf(e.r);
		on.lineWidth = 1;
		on.beginPath();
		on.moveTo(e.from[0] + 3, e.from[1]);
		on.lineTo(l.x1 + 12, e.y);
		on.stroke();
		on.fillText(e.r.Name, l.x1 + 16, e.y, l.w - l.x1 - 16);
	}
	on.globalAlpha = 1;
}

// drawChart draws a chart with the playhead, or with the cursor of whoever points at it.
function drawChart(c, least) {
	const {on, w, h, scale} = fit(c.canvas, least);
	if (!(w > 0)) return;
	if (!c.layers || c.layers.l.w !== w || c.layers.l.h !== h || c.layers.scale !== scale) c.layers = layersOf(c, w, h, scale);
	const {l, base, bright} = c.layers, x = seenX(l, state.head), colours = look();
	on.drawImage(base, 0, 0, w, h);
	const part = Math.round((x + 0.5) * scale);
	if (part > 0) on.drawImage(bright, 0, 0, part, bright.height, 0, 0, part / scale, h);
	const line = (at, dash, ink) => {
		on.strokeStyle = ink;
		on.lineWidth = 1;
		on.setLineDash(dash);
		on.beginPath();
		on.moveTo(at, l.y0 - 4);
		on.lineTo(at, l.y1);
		on.stroke();
		on.setLineDash([]);
	};
	line(x, [4, 3], colours.Text);
	if (state.cursor) line(seenX(l, state.cursor.step), [], colours.Muted);
	for (const {r, i} of racers()) {
		const row = shownRow(r, state.head), v = r.curves[c.k].values[row];
		if (isFinite(v)) glyph(on, r, seenX(l, Math.min(state.head, r.Shown - 1)), seenY(l, v), 4, colours.Panel, faint(i) ? 0.4 : 1);
	}
}

// tellCursor says beside the pointer what the curves of a chart have at its step: of many only the nearest one.
function tellCursor() {
	const tip = $("tip"), at = state.cursor;
	tip.hidden = !at;
	if (!at) return;
	const {c, step} = at, {l} = c.layers, most = 10;
	let list = racers().map(({r}) => ({r, row: shownRow(r, step)}));
	for (const e of list) e.value = r => r.curves[c.k].values[e.row];
	list.sort((a, b) => b.value(b.r) - a.value(a.r));
	if (list.length > most) {
		const away = e => Math.abs(seenY(l, e.value(e.r)) - at.y);
		list = [list.reduce((best, e) => away(e) < away(best) ? e : best)];
	}
	tip.replaceChildren(textIn("b", `${say.Step} ${step}`), ...list.map(({r, row}) => {
		const line = document.createElement("div");
		line.append(sign(r), textIn("span", r.Name), textIn("span", r.curves[c.k].text(row)));
		return line;
	}));
	const box = c.box.getBoundingClientRect(), wide = tip.offsetWidth, x = box.left + at.x;
	const fits = x + 14 + wide <= document.documentElement.clientWidth;
	tip.style.left = Math.max(4, fits ? x + 14 : x - wide - 14) + window.scrollX + "px";
	tip.style.top = box.top + window.scrollY + Math.max(4, at.y - tip.offsetHeight / 2) + "px";
}

// textIn is an element with a text.
function textIn(tag, text) {
	const element = document.createElement(tag);
	element.textContent = text;
	return element;
}

// sign is a racer's glyph beside a text.
function sign(r) {
	const [svg, path] = ["svg", "path"].map(name => document.createElementNS("http://www.w3.org/2000/svg", name));
	svg.setAttribute("viewBox", "-16 -16 32 32");
	path.setAttribute("d", r.Glyph);
	path.setAttribute("fill", colourOf(r));
	svg.append(path);
	return svg;
}
