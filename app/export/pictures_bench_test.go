package export

import (
	"context"
	"io"
	"testing"

	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// benchmarkPicture writes the default race in a format.
func benchmarkPicture(b *testing.B, ending string, look picture.Look) {
	run, err := lab.Prepare(context.Background(), setup.Default(), lab.WantSeen)
	if err != nil {
		b.Fatal(err)
	}
	f, err := Race.format("race" + ending)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := Race.put(f, &Output{Writer: io.Discard, ctx: context.Background(), look: look}, run); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRacePNG(b *testing.B) { benchmarkPicture(b, ".png", picture.Look{}) }
func BenchmarkRaceSVG(b *testing.B) { benchmarkPicture(b, ".svg", picture.Look{}) }
func BenchmarkRacePDF(b *testing.B) { benchmarkPicture(b, ".pdf", picture.Look{}) }
func BenchmarkRaceGIF(b *testing.B) { benchmarkPicture(b, ".gif", film) }

// film is a film of 140 frames.
var film = picture.Look{W: 640, H: 640, Frames: 140}
