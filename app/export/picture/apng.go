package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"math"
)

var _ = addFilm(".apng", writeAPNG)

// writeAPNG writes all colours as they are: an animated PNG, whose frames have only what has changed since the one before.
// Programs that know no animation show its first frame.
func writeAPNG(to *Sink, f Film, look Look) error {
	w, h := look.size()
	seen := image.NewRGBA(image.Rect(0, 0, w, h))
	number, ended := uint32(0), 0 // of frames' chunks; when the frame before ends, in milliseconds
	// How many frames there are stands before them, so that those that change nothing have to be written, too.
	err := f.frames(to, look, func(i int, frame *image.RGBA) error {
		box := frame.Rect
		if i > 0 {
			box = differing(frame, seen)
		}
		part := frame.SubImage(box).(*image.RGBA)
		over := byte(0) // it takes the place of what was there
		if i > 0 && !look.Transparent {
			part, over = different(part, seen), 1 // it lies over what was there
		}
		head, data, err := packed(part)
		copy(seen.Pix, frame.Pix)
		if err != nil {
			return err
		}
		until := int(math.Round(1000 * look.until(i)))
		var out []byte
		if i == 0 {
			out = append(out, head...)
			out = append(out, textChunks(f.Picture)...)
			out = append(out, chunk("acTL", numbers(uint32(look.Frames), 0))...)
		}
		control := numbers(number, uint32(box.Dx()), uint32(box.Dy()), uint32(box.Min.X), uint32(box.Min.Y))
		control = binary.BigEndian.AppendUint16(control, uint16(min(until-ended, math.MaxUint16)))
		control = append(binary.BigEndian.AppendUint16(control, 1000), 0, over) // it stays
		out = append(out, chunk("fcTL", control)...)
		number, ended = number+1, until
		if i == 0 {
			out = append(out, chunk("IDAT", data)...)
		} else {
			out = append(out, chunk("fdAT", append(numbers(number), data...))...)
			number++
		}
		_, err = to.Write(out)
		return err
	})
	if err == nil {
		_, err = to.Write(chunk("IEND", nil))
	}
	return err
}

// differing is the part in which two pictures of a size differ: a pixel, if none does.
func differing(a, b *image.RGBA) image.Rectangle {
	box := image.Rectangle{Min: a.Rect.Max}
	n := 4 * a.Rect.Dx()
	for y := range a.Rect.Dy() {
		p, q := a.Pix[y*a.Stride:y*a.Stride+n], b.Pix[y*b.Stride:y*b.Stride+n]
		if bytes.Equal(p, q) {
			continue
		}
		first, last := 0, n-1
		for p[first] == q[first] {
			first++
		}
		for p[last] == q[last] {
			last--
		}
		box.Min.X, box.Max.X = min(box.Min.X, first/4), max(box.Max.X, last/4+1)
		box.Min.Y, box.Max.Y = min(box.Min.Y, y), y+1
	}
	if box.Empty() {
		return image.Rect(0, 0, 1, 1)
	}
	return box
}

// different is a picture with nothing where another one of the whole has the same.
func different(part, whole *image.RGBA) *image.RGBA {
	d := image.NewRGBA(part.Rect)
	for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y++ {
		for x := part.Rect.Min.X; x < part.Rect.Max.X; x++ {
			if c := part.RGBAAt(x, y); c != whole.RGBAAt(x, y) {
				d.SetRGBA(x, y, c)
			}
		}
	}
	return d
}

// numbers are whole numbers one after the other.
func numbers(list ...uint32) (b []byte) {
	for _, n := range list {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

// A seeThrough picture is opaque and does not say so: all frames are written alike.
type seeThrough struct{ *image.NRGBA }

// Opaque is false.
func (seeThrough) Opaque() bool { return false }

// packed is a picture as PNG with opacities: what comes before its pixels, and these.
func packed(picture *image.RGBA) (head, data []byte, err error) {
	var b bytes.Buffer
	plain := image.NewNRGBA(picture.Rect)
	draw.Draw(plain, plain.Rect, picture, picture.Rect.Min, draw.Src)
	var img image.Image = plain
	if plain.Opaque() {
		img = seeThrough{plain}
	}
	if err := png.Encode(&b, img); err != nil {
		return nil, nil, err
	}
	file := b.Bytes()
	head = file[:headPNG]
	for rest := file[headPNG:]; len(rest) >= 12; {
		n := binary.BigEndian.Uint32(rest)
		if string(rest[4:8]) == "IDAT" {
			data = append(data, rest[8:8+n]...)
		}
		rest = rest[12+n:]
	}
	if len(data) == 0 {
		return nil, nil, errors.New("a picture without pixels")
	}
	return head, data, nil
}
