package clipboard

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/draw"
	"image/png"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"descentlab/app/words"
)

var (
	user32     = windows.NewLazySystemDLL("user32.dll")
	kernel32   = windows.NewLazySystemDLL("kernel32.dll")
	shell32    = windows.NewLazySystemDLL("shell32.dll")
	fileName   = shell32.NewProc("DragQueryFileW")
	openBoard  = user32.NewProc("OpenClipboard")
	closeBoard = user32.NewProc("CloseClipboard")
	emptyBoard = user32.NewProc("EmptyClipboard")
	setData    = user32.NewProc("SetClipboardData")
	getData    = user32.NewProc("GetClipboardData")
	register   = user32.NewProc("RegisterClipboardFormatW")
	alloc      = kernel32.NewProc("GlobalAlloc")
	free       = kernel32.NewProc("GlobalFree")
	lock       = kernel32.NewProc("GlobalLock")
	unlock     = kernel32.NewProc("GlobalUnlock")
	sizeOf     = kernel32.NewProc("GlobalSize")
	move       = kernel32.NewProc("RtlMoveMemory")
)

const (
	movable = 2
	dib     = 8  // CF_DIB: pixels, for programs that know no PNG
	copied  = 15 // CF_HDROP: files
)

// opened does something with the clipboard open, which another program may have for a moment.
func opened(ctx context.Context, do func() error) error {
	runtime.LockOSThread() // it belongs to a thread
	defer runtime.UnlockOSThread()
	for {
		if ok, _, _ := openBoard.Call(0); ok != 0 {
			break
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return words.Errorf("another program keeps the clipboard to itself")
		}
	}
	defer closeBoard.Call()
	return do()
}

func format() uintptr {
	name, _ := windows.UTF16PtrFromString("PNG") // there is no zero in it
	id, _, _ := register.Call(uintptr(unsafe.Pointer(name)))
	return id
}

func put(ctx context.Context, data []byte) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	pixels, err := bitmap(data)
	if err != nil {
		return err
	}
	return opened(ctx, func() error {
		emptyBoard.Call()
		if err := give(format(), data); err != nil {
			return err
		}
		return give(dib, pixels)
	})
}

// give hands data over to the system.
func give(kind uintptr, data []byte) error {
	handle, _, err := alloc.Call(movable, uintptr(len(data)))
	if handle == 0 {
		return err
	}
	to, _, err := lock.Call(handle)
	if to == 0 {
		free.Call(handle)
		return err
	}
	move.Call(to, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)))
	unlock.Call(handle)
	if ok, _, err := setData.Call(kind, handle); ok == 0 {
		free.Call(handle)
		return err
	}
	return nil
}

func get(ctx context.Context) (data []byte, err error) {
	err = opened(ctx, func() (err error) {
		data, err = take(format())
		return err
	})
	return data, err
}

// file asks for the first of the files that were copied.
func file(ctx context.Context) (path string) {
	const copied = 15              // CF_HDROP
	_ = opened(ctx, func() error { // without a clipboard there is no file on it
		handle, _, _ := getData.Call(copied)
		if handle == 0 {
			return ErrNone
		}
		n, _, _ := fileName.Call(handle, 0, 0, 0)
		name := make([]uint16, n+1)
		fileName.Call(handle, 0, uintptr(unsafe.Pointer(&name[0])), n+1)
		path = windows.UTF16ToString(name)
		return nil
	})
	return path
}

// take is what the clipboard has of a kind. ErrNone: nothing.
func take(kind uintptr) ([]byte, error) {
	handle, _, _ := getData.Call(kind)
	if handle == 0 {
		return nil, ErrNone
	}
	from, _, err := lock.Call(handle)
	if from == 0 {
		return nil, err
	}
	defer unlock.Call(handle)
	n, _, _ := sizeOf.Call(handle)
	switch {
	case n == 0:
		return nil, ErrNone
	case n > most:
		return nil, tooLarge(int(n))
	}
	data := make([]byte, n)
	move.Call(uintptr(unsafe.Pointer(&data[0])), from, uintptr(len(data)))
	return data, nil
}

// bitmap are the pixels of a PNG as a device-independent bitmap, the lowest row first.
func bitmap(data []byte) ([]byte, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	box := img.Bounds()
	plain := image.NewNRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	draw.Draw(plain, plain.Rect, img, box.Min, draw.Src)
	const head = 40
	out := binary.LittleEndian.AppendUint32(nil, head)
	out = binary.LittleEndian.AppendUint32(out, uint32(box.Dx()))
	out = binary.LittleEndian.AppendUint32(out, uint32(box.Dy()))
	out = append(out, 1, 0, 32, 0)
	out = append(out, make([]byte, head-len(out))...)
	for y := box.Dy() - 1; y >= 0; y-- {
		row := plain.Pix[y*plain.Stride : y*plain.Stride+4*box.Dx()]
		for x := 0; x < len(row); x += 4 {
			out = append(out, row[x+2], row[x+1], row[x], row[x+3])
		}
	}
	return out, nil
}
