package native

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	ole32    = windows.NewLazySystemDLL("ole32.dll")
	shell32  = windows.NewLazySystemDLL("shell32.dll")
	create   = ole32.NewProc("CoCreateInstance")
	itemFrom = shell32.NewProc("SHCreateItemFromParsingName")
)

// A guid is written down as the registry has it; none of these is wrong.
func guid(text string) *windows.GUID {
	g, err := windows.GUIDFromString("{" + text + "}")
	if err != nil {
		panic(err)
	}
	return &g
}

var (
	classOpen = guid("DC1C5A9C-E88A-4DDE-A5A1-60F82A20AEF7") // CLSID_FileOpenDialog
	classSave = guid("C0B4E2F3-BA21-4773-8DBA-335EC946EB8B") // CLSID_FileSaveDialog
	asDialog  = guid("42F85136-DB7E-439C-85F1-E4075D135FC8") // IID_IFileDialog
	asItem    = guid("43826D1E-E718-42EE-BC55-A1E261C37BFE") // IID_IShellItem
)

// The methods of IFileDialog and of IShellItem that are called, by their places in the tables of shobjidl_core.h.
const (
	release = 2

	dialogShow      = 3
	dialogTypes     = 4
	dialogOptions   = 9
	dialogAsk       = 10 // for the options
	dialogFolder    = 12
	dialogName      = 15
	dialogTitle     = 17
	dialogAccept    = 18
	dialogResult    = 20
	dialogExtension = 22

	itemName = 5
)

// An object of COM begins with the table of its methods.
type object struct{ methods *[32]uintptr }

// A status is what methods return; a negative one is a failure.
type status int32

// cancelled is the status of a dialog that the user has closed without a choice: HRESULT_FROM_WIN32(ERROR_CANCELLED).
const cancelled status = -0x7FF8FB39

// err is nil unless the status is a failure.
func (s status) err() error {
	if s >= 0 {
		return nil
	}
	return syscall.Errno(uint32(s))
}

// call calls a method, by its place in the table. What the arguments point to stays where it is meanwhile.
//
//go:uintptrescapes
func (o *object) call(method int, args ...uintptr) status {
	result, _, _ := syscall.SyscallN(o.methods[method], append([]uintptr{uintptr(unsafe.Pointer(o))}, args...)...)
	return status(int32(result))
}

// say hands a text to a method.
func (o *object) say(method int, text string) error {
	if text == "" {
		return nil
	}
	p, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return err
	}
	return o.call(method, uintptr(unsafe.Pointer(p))).err()
}

func (o *object) release() { o.call(release) }

// newDialog is a dialog of a class.
func newDialog(class *windows.GUID) (*object, error) {
	const inProcess = 1
	var o *object
	result, _, _ := create.Call(uintptr(unsafe.Pointer(class)), 0, inProcess, uintptr(unsafe.Pointer(asDialog)),
		uintptr(unsafe.Pointer(&o)))
	return o, status(int32(result)).err()
}

// itemAt is what the shell has for a path; nil if there is nothing.
func itemAt(path string) *object {
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil
	}
	var o *object
	result, _, _ := itemFrom.Call(uintptr(unsafe.Pointer(p)), 0, uintptr(unsafe.Pointer(asItem)), uintptr(unsafe.Pointer(&o)))
	if status(int32(result)) < 0 {
		return nil
	}
	return o
}

// path is where an item of the shell is on the disk.
func (o *object) path() (string, error) {
	const onDisk = 0x80058000 // SIGDN_FILESYSPATH
	var p *uint16
	if err := o.call(itemName, onDisk, uintptr(unsafe.Pointer(&p))).err(); err != nil {
		return "", err
	}
	defer windows.CoTaskMemFree(unsafe.Pointer(p))
	return windows.UTF16PtrToString(p), nil
}
