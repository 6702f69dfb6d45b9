// What the page knows of the race, and its columns of numbers.
const race = JSON.parse(document.getElementById("descentlab-race").textContent);
const say = race.Say;

// inflate gives the bytes of a packed text.
async function inflate(text) {
	const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

// A Store gives columns of whole numbers in the order in which they were written: of each the lowest bytes of all its numbers,
// then the next ones. They are differences from the number before, with the sign in the lowest bit.
class Store {
	constructor(bytes) { this.bytes = bytes; this.at = 0; }

	column(n) {
		const out = new Int32Array(n), b = this.bytes, at = this.at;
		let sum = 0;
		for (let i = 0; i < n; i++) {
			const z = b[at + i] | b[at + n + i] << 8 | b[at + 2 * n + i] << 16 | b[at + 3 * n + i] << 24;
			sum = (sum + ((z >>> 1) ^ -(z & 1))) | 0;
			out[i] = sum;
		}
		this.at += 4 * n;
		return out;
	}

	numbers(n) { return new Numbers(this.column(n), this.column(n)); }

	// grid undoes the expectation from the left and upper neighbours of a square of n by n; what is left are floats without
	// their lowest byte.
	grid(n, least) {
		const flat = this.column(n * n);
		const values = new Float64Array(n * n), bits = new Int32Array(1), float = new Float32Array(bits.buffer);
		const kept = new Int32Array(n * n);
		for (let k = 0, before = 0; k < n * n; k++) {
			const i = k % n, left = i ? kept[k - 1] : 0, up = k >= n ? kept[k - n] : 0, across = i && k >= n ? kept[k - n - 1] : 0;
			kept[k] = flat[k] - before + left + up - across;
			before = flat[k];
			bits[0] = kept[k] << 8;
			values[k] = kept[k] === 0xffffff ? NaN : least + float[0];
		}
		return values;
	}
}

// Numbers are numbers with the digits that the program shows of them.
class Numbers {
	constructor(digits, exponents) {
		this.digits = digits;
		this.exponents = exponents;
		this.values = Float64Array.from(digits, (d, i) =>
			exponents[i] === 1000 ? (d === 0 ? NaN : d * Infinity) : Number(d + "e" + exponents[i]));
	}

	text(i) { return written(this.digits[i], this.exponents[i]); }
}

// marked is a written number with the reader's decimal sign.
const marked = text => race.Comma ? text.replace(".", ",") : text;

// written is a number as the program writes it: one of three digits has an exponent.
function written(digits, exponent) {
	const sign = digits < 0 ? "−" : "";
	if (exponent === 1000) return digits === 0 ? "NaN" : sign + "∞";
	if (digits === 0) return "0";
	const d = String(Math.abs(digits));
	if (d.length === 3) {
		const power = exponent + 2;
		return sign + marked(d[0] + "." + d.slice(1)) + "e" + (power < 0 ? "-" : "+") + String(Math.abs(power)).padStart(2, "0");
	}
	if (exponent === 0) return sign + d;
	const all = d.padStart(1 - exponent, "0");
	return sign + marked(all.slice(0, exponent) + "." + all.slice(exponent));
}

// about writes a number that is known to some decimals only, in four digits at most.
function about(v, decimals) {
	if (!isFinite(v)) return "–";
	const size = Math.abs(v), whole = size > 0 ? Math.floor(Math.log10(size)) : 0;
	if (size >= 1e5) return marked(v.toExponential(2).replace(/^-/, "−"));
	const places = Math.max(0, Math.min(3 - whole, decimals < 0 ? 12 : decimals, 12));
	const text = size > 0 && size < 1e-3 && places > 5 ? v.toExponential(2) : v.toFixed(places);
	return marked(text.replace(/^-(?=0\.?0*$)/, "").replace(/^-/, "−"));
}

// fill puts values in the places of a text: %s after %s, or %[2]s, where a language has them in another order.
function fill(text, ...values) {
	let next = 0;
	return text.replace(/%(?:\[(\d)\])?s/g, (_, n) => values[n ? n - 1 : next++]);
}

// unpack reads all columns, in the order of their writing.
async function unpack() {
	const store = new Store(await inflate(race.Store));
	race.Ground.values = store.grid(race.Ground.N, race.Ground.Least);
	const f = race.Frame;
	for (const r of race.Racers) {
		const x = store.column(r.Rows), y = store.column(r.Rows), far = r.Far || [];
		let next = 0;
		r.x = new Float64Array(r.Rows);
		r.y = new Float64Array(r.Rows);
		for (let t = 0; t < r.Rows; t++) {
			const inside = x[t] >= 0;
			r.x[t] = inside ? f.X0 + x[t] * f.DX : far[next] ?? NaN;
			r.y[t] = inside ? f.Y0 + y[t] * f.DY : far[next + 1] ?? NaN;
			if (!inside) next += 2;
		}
		r.curves = [store.numbers(r.Shown)];
		r.loss = store.numbers(r.Shown);
		r.curves.push(r.slope = store.numbers(r.Shown));
	}
}

// shownRow is the row of a racer that charts and table show at a step.
const shownRow = (r, step) => Math.min(Math.floor(step), r.Shown - 1);

// whereAt is where a racer is at a step.
function whereAt(r, step) {
	let at = r.Where[0];
	for (const w of r.Where) if (w.From <= step) at = w;
	return at;
}
