#include "textflag.h"

// func clipLanes(x, y *float64, n int, most, one, least, inf float64) int
TEXT ·clipLanes(SB), NOSPLIT, $0-64
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	MOVQ n+16(FP), CX
	VBROADCASTSD most+24(FP), Y8
	VBROADCASTSD one+32(FP), Y9
	VBROADCASTSD least+40(FP), Y10
	VBROADCASTSD inf+48(FP), Y11
	XORQ AX, AX
loop:
	VMOVUPD (SI)(AX*8), Y0
	VMOVUPD (DI)(AX*8), Y1
	VMULPD Y0, Y0, Y2
	VMULPD Y1, Y1, Y3
	VADDPD Y3, Y2, Y2
	VCMPPD $0, Y11, Y2, Y4       // a square overflows
	VMOVMSKPD Y4, BX
	TESTL BX, BX
	JNZ done
	VSQRTPD Y2, Y2
	VADDPD Y10, Y2, Y2
	VDIVPD Y2, Y9, Y2
	VMULPD Y8, Y2, Y2
	VCMPPD $9, Y9, Y2, Y3        // not 1 or more
	VBLENDVPD Y3, Y2, Y9, Y2     // that factor, or 1
	VMULPD Y2, Y0, Y0
	VMULPD Y2, Y1, Y1
	VMOVUPD Y0, (SI)(AX*8)
	VMOVUPD Y1, (DI)(AX*8)
	ADDQ $4, AX
	CMPQ AX, CX
	JLT loop
done:
	VZEROUPPER
	MOVQ AX, ret+56(FP)
	RET
