// The ground: its colours and its isolines, from the grid of its values.

// weigh gives the weights of four neighbouring values for a place at t, from 0 to 1, between the two in the middle: Catmull-Rom.
const outer = t => -t * (1 - t) * (1 - t) / 2, inner = t => 1 - t * t * (5 - 3 * t) / 2;
const weigh = t => [outer(t), inner(t), inner(1 - t), outer(1 - t)];

// splines are, for each of n points across the grid, the first of the four values that count and their weights.
function splines(n) {
	const last = race.Ground.N - 1, at = new Int32Array(4 * n), weights = new Float64Array(4 * n);
	for (let p = 0; p < n; p++) {
		const u = (p + 0.5) / n * last, i = Math.min(Math.floor(u), last - 1), w = weigh(u - i);
		for (let k = 0; k < 4; k++) {
			at[4 * p + k] = clamp(i + k - 1, 0, last);
			weights[4 * p + k] = w[k];
		}
	}
	return {at, weights};
}

// plainly is the value about a place of the grid where some of the sixteen are missing: by the four around it, or the nearest.
function plainly(u, v) {
	const {N, values} = race.Ground, i = clamp(Math.floor(u), 0, N - 2), j = clamp(Math.floor(v), 0, N - 2), k = j * N + i;
	const t = v - j, between = k => values[k] + (u - i) * (values[k + 1] - values[k]);
	const mean = (1 - t) * between(k) + t * between(k + N);
	return mean === mean ? mean : values[Math.round(v) * N + Math.round(u)];
}

// heights are the values at the middles of n by n pixels of the map.
function heights(n) {
	const {N, values} = race.Ground, {at, weights} = splines(n), out = new Float64Array(n * n), line = new Float64Array(N);
	for (let y = 0; y < n; y++) {
		const k = 4 * y, rows = [0, 1, 2, 3].map(j => at[k + j] * N);
		for (let i = 0; i < N; i++) {
			line[i] = weights[k] * values[rows[0] + i] + weights[k + 1] * values[rows[1] + i] +
				weights[k + 2] * values[rows[2] + i] + weights[k + 3] * values[rows[3] + i];
		}
		for (let x = 0; x < n; x++) {
			const m = 4 * x;
			let v = weights[m] * line[at[m]] + weights[m + 1] * line[at[m + 1]] + weights[m + 2] * line[at[m + 2]] +
				weights[m + 3] * line[at[m + 3]];
			if (v !== v) v = plainly((x + 0.5) / n * (N - 1), (y + 0.5) / n * (N - 1));
			out[y * n + x] = v;
		}
	}
	return out;
}

// heightAt is the value about a point (u, v) of the map, each from 0 to 1, v downwards.
function heightAt(u, v) {
	const {N, values} = race.Ground;
	const i = clamp(Math.floor(u * (N - 1)), 0, N - 2), j = clamp(Math.floor(v * (N - 1)), 0, N - 2);
	const wx = weigh(u * (N - 1) - i), wy = weigh(v * (N - 1) - j);
	let sum = 0;
	for (let b = 0; b < 4; b++) {
		for (let a = 0; a < 4; a++) sum += wx[a] * wy[b] * values[clamp(j + b - 1, 0, N - 1) * N + clamp(i + a - 1, 0, N - 1)];
	}
	return sum === sum ? sum : plainly(u * (N - 1), v * (N - 1));
}

// band is the number of levels that a value is not below, from a guess.
function band(v, guess) {
	const levels = race.Ground.Levels || [];
	while (guess < levels.length && v >= levels[guess]) guess++;
	while (guess > 0 && v < levels[guess - 1]) guess--;
	return guess;
}

// colours paints n by n pixels: each band between two levels has its colour, and its border is as soft as a pixel asks.
function colours(field, n) {
	const bands = look().Bands.map(rgb), levels = race.Ground.Levels || [], image = new ImageData(n, n), pix = image.data;
	const panel = rgb(look().Panel), muted = rgb(look().Muted), hatch = panel.map((v, k) => v + (muted[k] - v) * 0.4);
	for (let y = 0, k = 0, b = 0; y < n; y++) {
		for (let x = 0; x < n; x++, k++) {
			const v = field[k];
			let c = bands[0];
			if (v !== v) {
				c = (x + y) % 12 < 2 ? hatch : panel;
			} else {
				c = bands[b = band(v, b)];
				const reach = (Math.abs(field[x + 1 < n ? k + 1 : k - 1] - v) + Math.abs(field[y + 1 < n ? k + n : k - n] - v)) / 2;
				const up = b < levels.length && v + reach > levels[b], down = b > 0 && v - reach < levels[b - 1];
				if (up !== down) {
					const part = up ? (v + reach - levels[b]) / (2 * reach) : (levels[b - 1] - v + reach) / (2 * reach);
					const other = bands[up ? b + 1 : b - 1];
					c = c.map((own, i) => own + (other[i] - own) * part);
				}
			}
			pix[4 * k] = c[0];
			pix[4 * k + 1] = c[1];
			pix[4 * k + 2] = c[2];
			pix[4 * k + 3] = 255;
		}
	}
	return image;
}

// isolines are the pieces of each level's line, x0, y0, x1, y1 in pixels: marching squares over every so many pixels.
function isolines(field, n, every) {
	const levels = race.Ground.Levels || [], lines = levels.map(() => []);
	const cross = (x0, y0, a, x1, y1, b, level) => {
		const t = (level - a) / (b - a);
		return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
	};
	for (let y = 0; y + every < n; y += every) {
		for (let x = 0, guess = 0; x + every < n; x += every) {
			const k = y * n + x, a = field[k], b = field[k + every], c = field[k + every * n + every], d = field[k + every * n];
			const lo = Math.min(a, b, c, d), hi = Math.max(a, b, c, d);
			if (!(lo <= hi)) continue;
			guess = band(lo, guess);
			for (let l = guess; l < levels.length && levels[l] <= hi; l++) {
				const level = levels[l], X = x + every, Y = y + every, at = [];
				if (a < level !== b < level) at.push(cross(x, y, a, X, y, b, level));
				if (b < level !== c < level) at.push(cross(X, y, b, X, Y, c, level));
				if (c < level !== d < level) at.push(cross(X, Y, c, x, Y, d, level));
				if (d < level !== a < level) at.push(cross(x, Y, d, x, y, a, level));
				if (at.length === 4 && (a < level) === ((a + b + c + d) / 4 < level)) at.push(at.shift());
				for (let i = 0; i + 1 < at.length; i += 2) lines[l].push(...at[i].map(v => v + 0.5), ...at[i + 1].map(v => v + 0.5));
			}
		}
	}
	return lines;
}

// numbersOn finds where the numbers of heavy isolines stand, clear of the boxes [x, y, half width, half height] that are taken:
// where the line is straight and level and its neighbours are far.
function numbersOn(on, lines, field, n, scale, taken) {
	const g = race.Ground, placed = [], size = 10.5 * scale, value = (x, y) => field[Math.round(y) * n + Math.round(x)];
	on.font = 10.5 + "px " + font;
	lines.forEach((line, l) => {
		if (!g.Heavy[l] || line.length < 4 * 24) return;
		const text = g.Texts[l], reach = on.measureText(text).width * scale / 2 + 4 * scale, gap = levelGap(l);
		let best = null;
		for (let i = 0; i < line.length; i += 4) {
			const x = (line[i] + line[i + 2]) / 2, y = (line[i + 1] + line[i + 3]) / 2, edge = reach + 16 * scale;
			if (x < edge || y < edge || x > n - edge || y > n - edge) continue;
			if (taken.some(([tx, ty, w, h]) => Math.abs(x - tx) < w + reach && Math.abs(y - ty) < h + reach)) continue;
			const gx = (value(x + 2, y) - value(x - 2, y)) / 4, gy = (value(x, y + 2) - value(x, y - 2)) / 4;
			const steep = Math.hypot(gx, gy);
			let along = [-gy / steep, gx / steep];
			if (along[0] < 0) along = along.map(v => -v);
			const off = Math.max(...[-1.3, -0.6, 0.6, 1.3].map(s =>
				Math.abs(value(x + s * reach * along[0], y + s * reach * along[1]) - g.Levels[l]) / steep));
			const apart = gap / steep / size;
			if (!(off < 4 * scale) || !(apart > 0.5)) continue;
			const score = 0.6 * along[0] + 0.5 * Math.min(2, apart) - off / scale;
			if (!best || score > best.score) best = {score, x, y, along, text, reach, size, level: l};
		}
		if (best) {
			placed.push(best);
			taken.push([best.x, best.y, reach + 12 * scale, reach + 12 * scale]);
		}
	});
	return placed;
}

// levelGap is how far the nearest level is.
function levelGap(l) {
	const v = race.Ground.Levels;
	return Math.min(l > 0 ? v[l] - v[l - 1] : Infinity, l + 1 < v.length ? v[l + 1] - v[l] : Infinity);
}

// drawIsolines draws them, broken where their numbers stand; each in the ink that stands out along it.
function drawIsolines(on, lines, placed, n, scale) {
	const g = race.Ground, bands = look().Bands.map(rgb);
	let length = 0;
	for (const line of lines) {
		for (let i = 0; i < line.length; i += 4) length += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
	}
	const part = clamp(n * n / Math.max(length, 1) / scale / 9, 0.3, 1);
	lines.forEach((line, l) => {
		const heavy = g.Heavy[l], covers = placed.filter(v => v.level === l);
		on.strokeStyle = inkOn((luminance(bands[l]) + luminance(bands[l + 1])) / 2).ink;
		on.globalAlpha = part * (heavy ? 0.42 : 0.14);
		on.lineWidth = (heavy ? 1.3 : 0.9) * scale;
		on.lineCap = "butt";
		on.beginPath();
		for (let i = 0; i < line.length; i += 4) {
			const x = line[i], y = line[i + 1];
			if (covers.some(v => Math.hypot(x - v.x, y - v.y) < v.reach)) continue;
			on.moveTo(x, y);
			on.lineTo(line[i + 2], line[i + 3]);
		}
		on.stroke();
	});
	on.globalAlpha = 0.85;
	for (const v of placed) {
		on.save();
		on.translate(v.x, v.y);
		on.rotate(Math.atan2(v.along[1], v.along[0]));
		on.font = v.size + "px " + font;
		on.textAlign = "center";
		on.textBaseline = "middle";
		on.fillStyle = inkOn((luminance(bands[v.level]) + luminance(bands[v.level + 1])) / 2).ink;
		on.fillText(v.text, 0, 0);
		on.restore();
	}
	on.globalAlpha = 1;
}
