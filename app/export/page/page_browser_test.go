package page_test

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/language"
	"descentlab/app/words"
	"descentlab/internal/lengthy"
	"descentlab/internal/say"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const dark, light, still = "prefers-color-scheme=dark", "prefers-color-scheme=light", "prefers-reduced-motion=reduce"

// TestItPlaysByItself: from the start, without being asked to; the keys stop it and go to any step.
func TestItPlaysByItself(t *testing.T) {
	lengthy.Test(t) // the work is the browser's, which the race detector does not see
	r := raced(t, usual())
	b := opened(t, written(t, r), 1440, 900, dark)
	b.until("state.head > 3")
	b.press(" ")
	at := b.step()
	if b.drawn(); ask[bool](b, "state.playing") || b.step() != at {
		t.Error("space does not stop it")
	}
	if label := ask[string](b, "play.getAttribute('aria-label')"); label != "Play" {
		t.Errorf("the disc is called %q", label)
	}
	for _, press := range []struct {
		key      string
		modifier []chromedp.Modifier
		want     int
	}{
		{kb.Home, nil, 0}, {kb.ArrowLeft, nil, 0}, {kb.ArrowRight, nil, 1},
		{kb.ArrowRight, []chromedp.Modifier{chromedp.ModifierShift}, 11},
		{kb.ArrowLeft, nil, 10}, {kb.End, nil, 140}, {kb.ArrowRight, nil, 140},
	} {
		if b.press(press.key, press.modifier...); b.step() != press.want {
			t.Errorf("%q %v leads to step %d, want %d", press.key, press.modifier, b.step(), press.want)
		}
	}
	if ask[float64](b, "scrollY") != 0 {
		t.Error("keys that it takes scroll the page as well")
	}
	b.press(" ") // from the end it plays again
	b.until("state.head < 100")
	b.do(chromedp.Click(chromedp.CSS("#play")))
	if b.drawn(); ask[bool](b, "state.playing") {
		t.Error("the disc does not stop it")
	}
	b.do(chromedp.Click(chromedp.CSS("#on")))
	next := b.step()
	if b.do(chromedp.Click(chromedp.CSS("#back"))); b.step() != next-1 {
		t.Error("the buttons do not step")
	}
	b.do(chromedp.Focus(chromedp.CSS("#scrub")))
	if b.press(kb.Home); b.step() != 0 {
		t.Errorf("the slider's own keys lead to step %d", b.step())
	}
	if b.press(kb.ArrowRight); b.step() != 1 {
		t.Errorf("a key on the slider leads to step %d", b.step())
	}
	b.press(kb.End)
	b.until("$('said').textContent !== ''")
	if said := ask[string](b, "$('said').textContent"); !strings.HasPrefix(said, "At step 140: SGD −0.06494, settled at C; ") {
		t.Errorf("a screen reader hears %q", said)
	}
}

// TestItShowsTheProgramsNumbers: at every step the table and the charts have, letter by letter, what the program writes, and the
// racers stand where they are to a twentieth of a pixel.
func TestItShowsTheProgramsNumbers(t *testing.T) {
	lengthy.Test(t)
	doc := usual()
	doc.Steps = 200
	r := raced(t, doc)
	b := opened(t, written(t, r), 1440, 900, light, still)
	best, _ := lab.Best(r.Tape, r.Field.Places)
	losses := ask[[][]string](b, "race.Racers.map(r => Array.from(r.x, (_, t) => r.loss.text(Math.min(t, r.Shown - 1))))")
	slopes := ask[[][]string](b, "race.Racers.map(r => Array.from(r.x, (_, t) => r.slope.text(Math.min(t, r.Shown - 1))))")
	above := ask[[][]string](b, "race.Racers.map(r => Array.from(r.x, (_, t) => r.curves[0].text(Math.min(t, r.Shown - 1))))")
	places := ask[[][][]float64](b, "race.Racers.map(r => Array.from(r.x, (_, t) => [across(r.x[t]), down(r.y[t])]))")
	width := ask[float64](b, "mapBox.w")
	view := r.Doc.View
	for i, run := range r.Tape.Runs {
		for k := range run.Steps + 1 {
			row := r.Courses.Row(i, k)
			if want := words.Short(run.Loss(row)); losses[i][k] != want {
				t.Fatalf("racer %d, step %d: the loss is %s, the program has %s", i, k, losses[i][k], want)
			}
			if want := words.Short(run.GradNorm(row)); slopes[i][k] != want {
				t.Fatalf("racer %d, step %d: the slope is %s, the program has %s", i, k, slopes[i][k], want)
			}
			if want := words.Short(run.Loss(row) - best); above[i][k] != want {
				t.Fatalf("racer %d, step %d: the chart has %s, the program %s", i, k, above[i][k], want)
			}
			x, y := (run.X(k)[0]-view.X0)/(view.X1-view.X0)*width, (view.Y1-run.X(k)[1])/(view.Y1-view.Y0)*width
			if at := places[i][k]; math.Abs(at[0]-x) > 0.05 || math.Abs(at[1]-y) > 0.05 {
				t.Fatalf("racer %d, step %d stands at %v, want %v %v", i, k, at, x, y)
			}
		}
	}
	for _, step := range []int{0, 1, 46, 137, 200} {
		ask[bool](b, "(scrub.value = %d, scrub.dispatchEvent(new Event('input')), true)", step)
		b.drawn()
		rows := ask[[][]string](b, "rows.map(r => [...r.cells].map(c => c.innerText.trim()))")
		names := r.Doc.Names()
		for i, s := range r.Standings(step) {
			want := []string{names[i], words.Short(s.Loss), words.Short(s.GradNorm), words.Arrival(s.Settled), s.Where.String()}
			if !slices.Equal(rows[i], want) {
				t.Errorf("step %d: the table has %q, want %q", step, rows[i], want)
			}
		}
	}
}

// TestHover: the map tells the place and the height about there, a critical point its own, and a chart the values of a step.
func TestHover(t *testing.T) {
	lengthy.Test(t)
	r := raced(t, usual())
	b := opened(t, written(t, r), 1440, 900, dark, still)
	b.point("#ways", 0.75, 0.125)
	text := ask[string](b, "$('pointer').textContent")
	var x, y, f float64
	if _, err := fmt.Sscanf(words.Plain(text), "x %g, y %g · f about %g", &x, &y, &f); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	v := r.Doc.View
	if math.Abs(x-(v.X0+0.75*(v.X1-v.X0))) > 0.011 || math.Abs(y-(v.Y1-0.125*(v.Y1-v.Y0))) > 0.011 {
		t.Errorf("the pointer is at %q", text)
	}
	at := ask[[]float64](b, "[state.pointer.X, state.pointer.Y]")
	if want := value(r, at[0], at[1]); math.Abs(f-want) > 2e-4*math.Abs(want) {
		t.Errorf("%q, but f is %g there", text, want)
	}
	for _, p := range r.Field.Places {
		b.point("#ways", (p.At.X-v.X0)/(v.X1-v.X0), (v.Y1-p.At.Y)/(v.Y1-v.Y0))
		if text := ask[string](b, "$('pointer').textContent"); !strings.HasSuffix(text, p.Label()+": f = "+words.Short(p.Value)) {
			t.Errorf("on %s it says %q", p.Label(), text)
		}
	}
	b.point("#chart1", 0.4, 0.5)
	tip := strings.Split(ask[string](b, "$('tip').innerText.trim()"), "\n")
	step, err := strconv.Atoi(strings.TrimPrefix(tip[0], "step "))
	if err != nil || step < 30 || step > 110 {
		t.Fatalf("the chart says %q", tip)
	}
	for i, name := range r.Doc.Names() {
		k := slices.Index(tip, name)
		if k < 0 || k+1 >= len(tip) || tip[k+1] != words.Short(r.Tape.Runs[i].GradNorm(step)) {
			t.Errorf("at step %d the chart says %q; %s has the slope %s", step, tip, name, words.Short(r.Tape.Runs[i].GradNorm(step)))
		}
	}
	b.point("h1", 0, 0)
	if !ask[bool](b, "$('tip').hidden && state.pointer === null") {
		t.Error("what the pointer has told stays")
	}
	b.do(chromedp.Click(chromedp.CSS("#standings tbody tr:nth-child(2) button")))
	if b.drawn(); !ask[bool](b, "state.hidden.has(1) && rows[1].querySelector('button').getAttribute('aria-pressed') === 'false'") {
		t.Error("a click on a racer does not hide it")
	}
	b.do(chromedp.Click(chromedp.CSS("button.seek[data-step='16']")))
	if b.drawn(); b.step() != 16 {
		t.Errorf("a click on a sentence leads to step %d", b.step())
	}
}

// TestGerman: in another language and with a decimal comma the page says what the program says.
func TestGerman(t *testing.T) {
	lengthy.Test(t)
	if err := language.Speak("de"); err != nil {
		t.Fatal(err)
	}
	say.DecimalComma(true)
	t.Cleanup(func() {
		say.DecimalComma(false)
		words.Translate(nil)
	})
	r := raced(t, usual())
	b := opened(t, written(t, r), 1024, 768, light, still)
	for i, s := range r.Standings(140) {
		row := ask[[]string](b, "[...rows[%d].cells].map(c => c.innerText.trim())", i)
		want := []string{r.Doc.Names()[i], words.Short(s.Loss), words.Short(s.GradNorm), words.Arrival(s.Settled), s.Where.String()}
		if !slices.Equal(row, want) || !strings.Contains(row[1], ",") {
			t.Errorf("the table has %q, want %q", row, want)
		}
	}
	b.point("#ways", 0.75, 0.125)
	text := ask[string](b, "$('pointer').textContent")
	if found := regexp.MustCompile(`^x 1,\d+; y 2,\d+ · f etwa \d,\d+$`).MatchString(text); !found {
		t.Errorf("under the pointer is %q", text)
	}
	got := ask[[]string](b, "[document.documentElement.lang, play.getAttribute('aria-label')]")
	if !slices.Equal(got, []string{"de", "Abspielen"}) {
		t.Errorf("it is in %q", got)
	}
}

// pixel is the colour of the map's ground in a corner.
const pixel = `(() => {
	const canvas = document.createElement("canvas"), on = canvas.getContext("2d", {willReadFrequently: true});
	on.drawImage($("ground"), 0, 0);
	return Array.from(on.getImageData(2, 2, 1, 1).data);
})()`

// TestThemes: the page is as the reader prefers, until the switch says otherwise; on paper it is light; and for whoever wants
// little motion it stands at the end.
func TestThemes(t *testing.T) {
	lengthy.Test(t)
	html := written(t, raced(t, usual()))
	body := func(b *browser) string {
		return ask[string](b, "getComputedStyle(document.documentElement).backgroundColor")
	}
	day := opened(t, html, 1024, 768, light)
	lightest := ask[[]int](day, pixel)
	if body(day) != "rgb(244, 246, 249)" {
		t.Errorf("light is %s", body(day))
	}
	night := opened(t, html, 1024, 768, dark, still)
	darkest := ask[[]int](night, pixel)
	if body(night) != "rgb(14, 21, 34)" || slices.Equal(darkest, lightest) {
		t.Errorf("dark is %s %v, and light %v", body(night), darkest, lightest)
	}
	if night.step() != 140 || ask[bool](night, "state.playing") {
		t.Error("with reduced motion it does not stand at the end")
	}
	night.do(chromedp.Click(chromedp.CSS("#theme")))
	if night.drawn(); body(night) != "rgb(244, 246, 249)" || !slices.Equal(ask[[]int](night, pixel), lightest) {
		t.Errorf("after the switch it is %s", body(night))
	}
	night.do(chromedp.Click(chromedp.CSS("#theme")))
	if night.drawn(); body(night) != "rgb(14, 21, 34)" || !slices.Equal(ask[[]int](night, pixel), darkest) {
		t.Errorf("after the second switch it is %s", body(night))
	}
	// What a canvas clears while it is printed is white on paper, and covers what lies below.
	ask[bool](night, `(() => {
		const clear = CanvasRenderingContext2D.prototype.clearRect;
		window.cleared = 0;
		CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.cleared++; clear.apply(this, box); };
		window.addEventListener("beforeprint", () => { window.clearedOnPaper = window.cleared; });
		window.addEventListener("beforeprint", () => { window.cleared = 0; }, {capture: true});
		return true;
	})()`)
	pdf, err := chromedp.Run(night.ctx, chromedp.PrintToPDF())
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Fatal(err)
	}
	if night.drawn(); body(night) != "rgb(14, 21, 34)" || !slices.Equal(ask[[]int](night, pixel), darkest) {
		t.Error("printing changes the page")
	}
	if n := ask[int](night, "window.clearedOnPaper ?? -1"); n != 0 {
		t.Errorf("on paper something is cleared %d times", n)
	}
	// Whoever wants little motion may still play: in whole steps, two a second.
	ask[bool](night, "(document.activeElement.blur(), true)") // else the space bar would be the switch's
	night.press(kb.Home)
	night.press(" ")
	night.until("state.head > 0")
	if head := ask[float64](night, "state.head"); head != math.Floor(head) || head < 10 {
		t.Errorf("with reduced motion it glides to %g", head)
	}
}

// TestWidths: from a small telephone to a wide screen nothing is wider than the window, and the map is to be seen.
func TestWidths(t *testing.T) {
	lengthy.Test(t)
	b := opened(t, written(t, raced(t, crowd(12))), 1440, 900, light, still)
	for _, w := range []int{360, 390, 768, 1024, 1280, 1440, 1920} {
		b.do(chromedp.EmulateViewport(int64(w), 800))
		b.drawn()
		wide := ask[int](b, "document.documentElement.scrollWidth")
		side := ask[float64](b, "$('map').getBoundingClientRect().width")
		if wide > w || side < 320 || side != ask[float64](b, "mapBox.w") {
			t.Errorf("at %d the page is %d wide, and the map %g", w, wide, side)
		}
		cut := ask[[]string](b, "[...document.querySelectorAll('#standings th, #standings td')]."+
			"filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)")
		if len(cut) > 0 {
			t.Errorf("at %d the table cuts %q", w, cut)
		}
	}
}

// TestOddPages: races of all kinds play to their ends without an error.
func TestOddPages(t *testing.T) {
	lengthy.Test(t)
	for name, doc := range odd(t) {
		t.Run(name, func(t *testing.T) {
			r, err := lab.Prepare(context.Background(), doc, lab.WantSeen)
			if err != nil {
				t.Fatal(err)
			}
			b := opened(t, written(t, r), 1024, 768, light)
			for _, key := range []string{kb.Home, kb.ArrowRight, kb.End} {
				b.press(key)
			}
			b.point("#ways", 0.5, 0.5)
			b.point("#chart0", 0.5, 0.5)
			rows := ask[[][]string](b, "rows.map(r => [...r.cells].map(c => c.innerText.trim()))")
			names := doc.Names()
			for i, s := range r.Standings(doc.Steps) {
				want := []string{names[i], words.Short(s.Loss), words.Short(s.GradNorm), words.Arrival(s.Settled), s.Where.String()}
				if !slices.Equal(rows[i], want) {
					t.Errorf("the table has %q, want %q", rows[i], want)
				}
			}
		})
	}
}
