//go:build linux && cgo

package host

/*
#include <malloc.h>

static void return_pictures(void) {
#if defined(M_MMAP_THRESHOLD) && defined(M_TRIM_THRESHOLD) && defined(M_ARENA_MAX)
	mallopt(M_MMAP_THRESHOLD, 256 << 10);
	mallopt(M_TRIM_THRESHOLD, 1 << 20);
	mallopt(M_ARENA_MAX, 2);
#endif
}

static void give_back(void) {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
*/
import "C"

// returnPictures makes the C library give the memory of large pictures back to the system as soon as OpenGL has done with them.
// The GNU library would by and by take them for small change and keep them between what else it holds: with OpenGL drawn by
// software, where every picture lies in its hands twice, that grows to some 35 MB in minutes of playing. Another library knows
// no such settings.
func returnPictures() { C.return_pictures() }

// giveBack returns to the system what the C library has free between what it still holds: with OpenGL drawn by software that is
// what its compiler has left, some megabytes. It takes a millisecond or two.
func giveBack() { C.give_back() }
