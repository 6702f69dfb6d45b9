// What everything is drawn with.
const $ = id => document.getElementById(id);
const font = '"Noto Sans", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

// state is what the reader has chosen: everything is drawn from it.
const state = {
	head: 0, playing: false, speed: 1,
	touched: false, // once the reader has done something, the page does nothing by itself
	alone: -1, // the racer to look at; -1: all
	hidden: new Set(),
	pointer: null, // on the map
	cursor: null, // on the charts: {chart, step, x, y}
};

const preferred = query => window.matchMedia(query).matches;
const chosen = () => document.documentElement.dataset.theme;
const isDark = () => chosen() ? chosen() === "dark" : preferred("(prefers-color-scheme: dark)");
const look = () => race.Looks[isDark() ? "dark" : "light"];
const colourOf = r => isDark() ? r.Dark : r.Light;
const racers = () => race.Racers.map((r, i) => ({r, i})).filter(e => !state.hidden.has(e.i));
const faint = i => state.alone >= 0 && state.alone !== i;
const clamp = (v, lo, hi) => Math.min(Math.max(v, lo), hi);

// fit gives a canvas as many pixels as the screen has for it, and its context in units of the style sheet.
function fit(canvas, least = 1) {
	const box = canvas.parentElement.getBoundingClientRect(), scale = Math.max(window.devicePixelRatio || 1, least);
	const w = Math.round(box.width * scale), h = Math.round(box.height * scale);
	const on = canvas.getContext("2d");
	if (least > 1 || canvas.width !== w || canvas.height !== h) {
		canvas.width = w; // which clears it; on paper, what clearRect clears is white
		canvas.height = h;
	} else {
		on.setTransform(1, 0, 0, 1, 0, 0);
		on.clearRect(0, 0, w, h);
	}
	on.setTransform(scale, 0, 0, scale, 0, 0);
	return {on, w: box.width, h: box.height, scale};
}

// rgb are the parts of a colour #rrggbb.
const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));

// luminance is that of WCAG 2, of a colour in parts.
function luminance(parts) {
	const [r, g, b] = parts.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// inkOn is the ink that stands out from a ground of a luminance, and the halo that keeps it apart.
function inkOn(bright) {
	const dark = isDark() ? look().Ground : look().Text, contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	const ofDark = contrast(luminance(rgb(dark)), bright); // in the dark theme light ink is taken wherever it can be read
	const light = contrast(1, bright) > (isDark() ? Math.min(3, ofDark) : ofDark);
	return light ? {ink: "#ffffff", halo: dark} : {ink: dark, halo: "#ffffff"};
}

// label writes text with a halo around it.
function label(on, text, x, y, {ink, halo}, {size = 11.5, bold = true, align = "left", reach = 2.6} = {}) {
	on.font = (bold ? "600 " : "") + size + "px " + font;
	on.textAlign = align;
	on.textBaseline = "middle";
	on.lineJoin = "round";
	on.strokeStyle = halo;
	on.lineWidth = reach;
	on.strokeText(text, x, y);
	on.fillStyle = ink;
	on.fillText(text, x, y);
}

// glyph draws a racer's sign with a rim.
function glyph(on, r, x, y, radius, rim, alpha = 1) {
	r.path ||= new Path2D(r.Glyph);
	on.save();
	on.globalAlpha *= alpha;
	on.translate(x, y);
	on.scale(radius / 10, radius / 10);
	if (rim) {
		on.strokeStyle = rim;
		on.lineWidth = 40 / radius;
		on.lineJoin = "round";
		on.stroke(r.path);
	}
	on.fillStyle = colourOf(r);
	on.fill(r.path);
	on.restore();
}

// ticks are round numbers between two, about n of them.
function ticks(lo, hi, n) {
	const raw = (hi - lo) / n, power = 10 ** Math.floor(Math.log10(raw)), part = raw / power;
	const step = power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10), list = [];
	for (let k = Math.ceil(lo / step - 1e-9); k * step <= hi + step * 1e-9; k++) list.push(k * step);
	return list;
}

// round writes a round number.
const round = v => marked(String(Number(v.toPrecision(6))).replace(/^-/, "−"));
