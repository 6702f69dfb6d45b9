#include "textflag.h"

// Each takes numbers four at a time; AX counts them, and CX is how many there are.

#define BEGIN2 \
	MOVQ d+0(FP), DI; \
	MOVQ a+8(FP), SI; \
	MOVQ b+16(FP), DX; \
	MOVQ n+24(FP), CX; \
	XORQ AX, AX

#define BEGIN3 \
	MOVQ d+0(FP), DI; \
	MOVQ a+8(FP), SI; \
	MOVQ b+16(FP), DX; \
	MOVQ c+24(FP), BX; \
	MOVQ n+32(FP), CX; \
	XORQ AX, AX

#define STORE \
	VMOVUPD Y0, (DI)(AX*8); \
	ADDQ $4, AX; \
	CMPQ AX, CX

// func addLanes(d, a, b *float64, n int)
TEXT ·addLanes(SB), NOSPLIT, $0-32
	BEGIN2
loop:
	VMOVUPD (SI)(AX*8), Y0
	VADDPD (DX)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func subLanes(d, a, b *float64, n int)
TEXT ·subLanes(SB), NOSPLIT, $0-32
	BEGIN2
loop:
	VMOVUPD (SI)(AX*8), Y0
	VSUBPD (DX)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func mulLanes(d, a, b *float64, n int)
TEXT ·mulLanes(SB), NOSPLIT, $0-32
	BEGIN2
loop:
	VMOVUPD (SI)(AX*8), Y0
	VMULPD (DX)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func divLanes(d, a, b *float64, n int)
TEXT ·divLanes(SB), NOSPLIT, $0-32
	BEGIN2
loop:
	VMOVUPD (SI)(AX*8), Y0
	VDIVPD (DX)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func slopeLanes(d, a, b *float64, n int)
TEXT ·slopeLanes(SB), NOSPLIT, $0-32
	BEGIN2
loop:
	VMOVUPD (DX)(AX*8), Y0
	VADDPD Y0, Y0, Y0
	VMULPD (SI)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func mulAddLanes(d, a, b, c *float64, n int)
TEXT ·mulAddLanes(SB), NOSPLIT, $0-40
	BEGIN3
loop:
	VMOVUPD (SI)(AX*8), Y0
	VMULPD (DX)(AX*8), Y0, Y0
	VADDPD (BX)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func slopeAddLanes(d, a, b, c *float64, n int)
TEXT ·slopeAddLanes(SB), NOSPLIT, $0-40
	BEGIN3
loop:
	VMOVUPD (DX)(AX*8), Y0
	VADDPD Y0, Y0, Y0
	VMULPD (SI)(AX*8), Y0, Y0
	VADDPD (BX)(AX*8), Y0, Y0
	STORE
	JLT loop
	VZEROUPPER
	RET

// func fillLanes(d *float64, v float64, n int)
TEXT ·fillLanes(SB), NOSPLIT, $0-24
	MOVQ d+0(FP), DI
	VBROADCASTSD v+8(FP), Y0
	MOVQ n+16(FP), CX
	XORQ AX, AX
loop:
	STORE
	JLT loop
	VZEROUPPER
	RET
