package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"descentlab/widgets/plot"
)

// sweep is a film of a disc that goes from left to right over bands of many colours, and of a word.
func sweep(last int) Film {
	paint := func(on plot.Canvas, st plot.Style, moment float64) {
		w, h := on.Size()
		on.Box(plot.Vec{}, w, h, 0, st.Palette.Ground)
		for i := range 20 {
			on.Box(plot.Vec{X: 20, Y: 20 + 5*float64(i)}, w-40, 5, 0, st.Palette.Height(float64(i)/19))
		}
		on.Circle(plot.Vec{X: 30 + 100*moment/float64(last), Y: 80}, 9, 0, st.Palette.Racer(1))
		on.Text(plot.Text{Text: "step", Font: st.Font, Size: 14, Ink: st.Palette.Text}, plot.Vec{X: 30, Y: 14})
	}
	return Film{
		Picture: Picture{
			Title: "a sweep", Notes: []Note{{Software, "Descent Lab"}, {"seed", strings.Repeat("7", 300)}}, W: 160, H: 140,
			Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
				paint(on, st, float64(last))
				return nil
			},
		},
		Last: last,
		Project: func(ctx context.Context, on Screen, st plot.Style) (Projector, error) {
			return func(moment float64) error {
				paint(on, st, moment)
				return ctx.Err()
			}, nil
		},
	}
}

func sink(t *testing.T, w io.Writer) *Sink {
	return &Sink{Writer: w, Context: t.Context(), Reached: func(float64) error { return nil }}
}

var small = Look{W: 160, H: 140, Frames: 15, Rate: 30}

func written(t *testing.T, ending string, f Film, look Look) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, format := range FilmFormats() {
		if format.Ending == ending {
			if err := format.Write(sink(t, &b), f, look); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	t.Fatalf("there is no format %s", ending)
	return nil
}

// still are the pixels of a moment, by the way of a PNG.
func still(t *testing.T, f Film, look Look, moment float64) *image.RGBA {
	t.Helper()
	var b bytes.Buffer
	p := f.Picture
	p.Draw = func(ctx context.Context, on plot.Canvas, st plot.Style) error {
		project, err := f.Project(ctx, Screen{Canvas: on}, st)
		if err != nil {
			return err
		}
		return project(moment)
	}
	if err := writePNG(sink(t, &b), p, must(look.filled(160, 140))); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	dst := image.NewRGBA(img.Bounds())
	draw.Draw(dst, dst.Rect, img, image.Point{}, draw.Src)
	return dst
}

func must(l Look, err error) Look {
	if err != nil {
		panic(err)
	}
	return l
}

// off is by how much two pictures differ on average, and at most, in 255ths.
func off(a, b *image.RGBA) (mean float64, worst int) {
	sum := 0
	for i := range a.Pix {
		d := max(int(a.Pix[i])-int(b.Pix[i]), int(b.Pix[i])-int(a.Pix[i]))
		sum, worst = sum+d, max(worst, d)
	}
	return float64(sum) / float64(len(a.Pix)), worst
}

// TestGIF: every frame shows its moment, in colours that are near, and what does not move does not change; frames are small,
// times add up, the comment tells where it is from, and equal films are equal files.
func TestGIF(t *testing.T) {
	f := sweep(14)
	data := written(t, ".gif", f, small)
	if !bytes.Equal(data, written(t, ".gif", f, small)) {
		t.Error("two files of one film differ")
	}
	file, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil || len(file.Image) != 15 || file.LoopCount != 0 {
		t.Fatalf("%v, %d frames, loops %d", err, len(file.Image), file.LoopCount)
	}
	time := 0
	seen := image.NewRGBA(image.Rect(0, 0, 160, 140))
	var first color.RGBA
	for i, frame := range file.Image {
		draw.Draw(seen, frame.Rect, frame, frame.Rect.Min, draw.Over)
		if mean, worst := off(seen, still(t, f, small, float64(i))); mean > 0.6 || worst > 40 {
			t.Errorf("frame %d is off by %.2f, and by %d at most", i, mean, worst)
		}
		if i > 0 && (frame.Rect.Dx() > 45 || frame.Rect.Dy() > 25) {
			t.Errorf("frame %d has %v for a disc of 18 pixels", i, frame.Rect)
		}
		if i == 0 {
			first = seen.RGBAAt(40, 100)
		}
		time += file.Delay[i]
		if seen.RGBAAt(140, 112) != still(t, f, small, 0).RGBAAt(140, 112) || seen.RGBAAt(40, 100) != first {
			t.Errorf("in frame %d the ground has another colour", i)
		}
	}
	if time != 50+150 {
		t.Errorf("it takes %d hundredths of a second, not half a second and the end", time)
	}
	text := bytes.Index(data, []byte("a sweep\nSoftware: Descent Lab"))
	if text < 0 || data[text-3] != 0x21 || data[text-2] != 0xfe {
		t.Error("it does not say where it is from")
	}
}

// TestFramesThatChangeNothing are the time of the one before.
func TestFramesThatChangeNothing(t *testing.T) {
	f := sweep(14)
	project := f.Project
	f.Project = func(ctx context.Context, on Screen, st plot.Style) (Projector, error) {
		p, err := project(ctx, on, st)
		return func(moment float64) error { return p(math.Min(moment, 2)) }, err
	}
	file, err := gif.DecodeAll(bytes.NewReader(written(t, ".gif", f, small)))
	if err != nil || len(file.Image) != 3 || file.Delay[2] != 200-7 {
		t.Errorf("%v: %d frames, %v", err, len(file.Image), file.Delay)
	}
}

// TestTransparentGIF: what is nothing is nothing in every frame, also where something has been.
func TestTransparentGIF(t *testing.T) {
	f, look := sweep(14), small
	look.Transparent = true
	file, err := gif.DecodeAll(bytes.NewReader(written(t, ".gif", f, look)))
	if err != nil {
		t.Fatal(err)
	}
	for i, frame := range file.Image {
		if _, _, _, a := frame.At(2, 2).RGBA(); a != 0 || file.Disposal[i] != gif.DisposalBackground {
			t.Errorf("frame %d has a ground, or stays", i)
		}
		if _, _, _, a := frame.At(40, 100).RGBA(); a == 0 {
			t.Errorf("frame %d has no picture", i)
		}
	}
}

// frames puts the frames of an animated PNG together.
func framesOf(t *testing.T, data []byte) (list []*image.RGBA, times []float64, texts string) {
	t.Helper()
	var head []byte
	var control []byte
	canvas := (*image.RGBA)(nil)
	number := uint32(0)
	show := func(pixels []byte) {
		w, h := binary.BigEndian.Uint32(control[4:]), binary.BigEndian.Uint32(control[8:])
		x, y := int(binary.BigEndian.Uint32(control[12:])), int(binary.BigEndian.Uint32(control[16:]))
		own := bytes.Clone(head)
		binary.BigEndian.PutUint32(own, w)
		binary.BigEndian.PutUint32(own[4:], h)
		var b bytes.Buffer
		b.WriteString("\x89PNG\r\n\x1a\n")
		b.Write(chunk("IHDR", own))
		b.Write(chunk("IDAT", pixels))
		b.Write(chunk("IEND", nil))
		img, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if canvas == nil {
			canvas = image.NewRGBA(img.Bounds())
		}
		how := draw.Src
		if control[25] == 1 {
			how = draw.Over
		}
		draw.Draw(canvas, img.Bounds().Add(image.Pt(x, y)), img, image.Point{}, how)
		shown := image.NewRGBA(canvas.Rect)
		copy(shown.Pix, canvas.Pix)
		list = append(list, shown)
		times = append(times, float64(binary.BigEndian.Uint16(control[20:]))/float64(binary.BigEndian.Uint16(control[22:])))
	}
	for rest := data[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		body := rest[8 : 8+n]
		if kind := string(rest[4:8]); kind == "fcTL" || kind == "fdAT" {
			if got := binary.BigEndian.Uint32(body); got != number {
				t.Fatalf("chunk %d says that it is %d", number, got)
			}
			number++
		}
		switch string(rest[4:8]) {
		case "IHDR":
			head = body
		case "iTXt":
			texts += string(body) + "\n"
		case "fcTL":
			control = body
		case "IDAT":
			show(body)
		case "fdAT":
			show(body[4:])
		}
		rest = rest[12+n:]
	}
	return list, times, texts
}

// TestAnimatedPNG: every frame is its moment, to the pixel.
func TestAnimatedPNG(t *testing.T) {
	f := sweep(14)
	for _, clear := range []bool{false, true} {
		look := small
		look.Transparent = clear
		data := written(t, ".apng", f, look)
		if _, err := png.Decode(bytes.NewReader(data)); err != nil {
			t.Errorf("who knows no animation cannot read it: %v", err)
		}
		frames, times, texts := framesOf(t, data)
		if len(frames) != 15 || times[0] != 0.033 || times[14] != 1.533 || !strings.Contains(texts, "seed: 777") {
			t.Fatalf("%d frames, %v, %q", len(frames), times, texts)
		}
		for i, frame := range frames {
			if _, worst := off(frame, still(t, f, look, float64(i))); worst > 0 {
				t.Errorf("transparent %t: frame %d is off by %d", clear, i, worst)
			}
		}
		if a := frames[3].RGBAAt(2, 2).A; clear != (a == 0) {
			t.Errorf("transparent %t: the ground has opacity %d", clear, a)
		}
	}
}

// TestFilmsEnd on the way when nobody waits for them any more, or there is no more room.
func TestFilmsEnd(t *testing.T) {
	for _, format := range FilmFormats() {
		ctx, cancel := context.WithCancel(t.Context())
		drawn := 0
		to := &Sink{Writer: io.Discard, Context: ctx, Reached: func(float64) error {
			if drawn++; drawn == 4 {
				cancel()
			}
			return ctx.Err()
		}}
		if err := format.Write(to, sweep(14), small); !errors.Is(err, context.Canceled) || drawn > 4 {
			t.Errorf("%s: %v after %d frames", format.Ending, err, drawn)
		}
		if err := format.Write(sink(t, full{}), sweep(14), small); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format.Ending, err)
		}
	}
	for _, format := range Formats() {
		if err := format.Write(sink(t, full{}), sweep(14).Picture, small); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format.Ending, err)
		}
	}
}

var errFull = errors.New("the disk is full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestOneFrame is the last moment.
func TestOneFrame(t *testing.T) {
	look := small
	look.Frames = 1
	file, err := gif.DecodeAll(bytes.NewReader(written(t, ".gif", sweep(14), look)))
	if err != nil || len(file.Image) != 1 {
		t.Fatal(err, len(file.Image))
	}
	seen := image.NewRGBA(file.Image[0].Rect)
	draw.Draw(seen, seen.Rect, file.Image[0], image.Point{}, draw.Src)
	if mean, _ := off(seen, still(t, sweep(14), look, 14)); mean > 0.6 {
		t.Errorf("off by %v", mean)
	}
}
