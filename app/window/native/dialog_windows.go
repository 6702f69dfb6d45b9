package native

import (
	"context"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What a dialog is to do, of FILEOPENDIALOGOPTIONS.
const (
	mayReplace  = 0x2 // ask before
	keepFolder  = 0x8 // the program's own stays where it is
	pickFolders = 0x20
	onDisk      = 0x40
	pathIsThere = 0x800
	fileIsThere = 0x1000
)

// Possible is true: every Windows has them.
func Possible() bool { return true }

// Open lets the user choose a file; "" if none was chosen. It waits for the user.
func Open(ctx context.Context, w Wish) (path string, err error) {
	return ask(ctx, classOpen, pathIsThere|fileIsThere, w)
}

// Folder lets the user choose a folder.
func Folder(ctx context.Context, w Wish) (path string, err error) {
	return ask(ctx, classOpen, pathIsThere|pickFolders, w)
}

// Save lets the user say where a file goes, which may be there already: the dialog has asked whether it may be replaced.
func Save(ctx context.Context, w Wish) (path string, err error) {
	return ask(ctx, classSave, pathIsThere|mayReplace, w)
}

// open is taken while a dialog is there: the next one waits until it has gone.
var open = make(chan struct{}, 1)

// An answer is what comes of a dialog.
type answer struct {
	path string
	err  error
}

// ask shows a dialog on a thread of its own, which ends with it. Who gives up does not wait for that: the dialog, as it goes,
// speaks with the window that owns it, whose goroutine may be the one that waits.
func ask(ctx context.Context, class *windows.GUID, options uint32, w Wish) (string, error) {
	select {
	case open <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	answers, thread := make(chan answer, 1), make(chan uint32, 1)
	gone := make(chan struct{})
	go func() {
		defer func() {
			close(gone)
			<-open
		}()
		runtime.LockOSThread() // and never unlocked
		thread <- windows.GetCurrentThreadId()
		path, err := show(class, options, w)
		answers <- answer{path, err}
	}()
	select {
	case a := <-answers:
		return a.path, a.err
	case <-ctx.Done():
		go dismiss(<-thread, gone)
		return "", ctx.Err()
	}
}

// show is the dialog from its making to its end.
func show(class *windows.GUID, options uint32, w Wish) (path string, err error) {
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE); err != nil {
		return "", &Failure{err}
	}
	defer windows.CoUninitialize()
	dialog, err := newDialog(class)
	if err != nil {
		return "", &Failure{err}
	}
	defer dialog.release()
	if err := dialog.furnish(options, w); err != nil {
		return "", &Failure{err}
	}
	switch status := dialog.call(dialogShow, w.Owner); {
	case status == cancelled:
		return "", nil
	case status < 0:
		return "", &Failure{status.err()}
	}
	var item *object
	if err := dialog.call(dialogResult, uintptr(unsafe.Pointer(&item))).err(); err != nil {
		return "", err
	}
	defer item.release()
	return item.path()
}

// furnish puts what a wish says into a dialog.
func (o *object) furnish(options uint32, w Wish) error {
	var usual uint32
	if err := o.call(dialogAsk, uintptr(unsafe.Pointer(&usual))).err(); err != nil {
		return err
	}
	err := o.call(dialogOptions, uintptr(usual|options|onDisk|keepFolder)).err()
	for _, text := range []struct {
		method int
		text   string
	}{{dialogTitle, w.Title}, {dialogAccept, w.Accept}, {dialogName, w.Name}} {
		if err == nil {
			err = o.say(text.method, text.text)
		}
	}
	if err == nil && options&pickFolders == 0 {
		err = o.filter(w.kinds())
	}
	if ending := w.ending(); err == nil && len(ending) > 1 {
		err = o.say(dialogExtension, ending[1:])
	}
	if err != nil {
		return err
	}
	if folder := itemAt(w.Folder); folder != nil {
		defer folder.release()
		err = o.call(dialogFolder, uintptr(unsafe.Pointer(folder))).err()
	}
	return err
}

// filter offers kinds of files.
func (o *object) filter(kinds []Filter) error {
	type kind struct{ name, pattern *uint16 }
	var all []kind
	for _, f := range kinds {
		name, err := windows.UTF16PtrFromString(f.Name)
		if err != nil {
			return err
		}
		pattern, err := windows.UTF16PtrFromString(f.pattern())
		if err != nil {
			return err
		}
		all = append(all, kind{name, pattern})
	}
	if len(all) == 0 {
		return nil
	}
	return o.call(dialogTypes, uintptr(len(all)), uintptr(unsafe.Pointer(&all[0]))).err()
}

var (
	user32    = windows.NewLazySystemDLL("user32.dll")
	windowsOf = user32.NewProc("EnumThreadWindows")
	isEnabled = user32.NewProc("IsWindowEnabled")
	post      = user32.NewProc("PostMessageW")
)

// decline is called for each window of a thread, and presses No and Cancel in those that hear.
var decline = windows.NewCallback(func(window, _ uintptr) uintptr {
	const command, cancel, no = 0x111, 2, 7
	if enabled, _, _ := isEnabled.Call(window); enabled != 0 {
		post.Call(window, command, no, 0)
		post.Call(window, command, cancel, 0)
	}
	return 1
})

// dismiss takes the dialog of a thread away, which may not have come yet, and what it may be asking.
func dismiss(thread uint32, gone <-chan struct{}) {
	for {
		windowsOf.Call(uintptr(thread), decline, 0)
		select {
		case <-gone:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}
