#include "textflag.h"

// func watchLanes(outside *uint8, x, y, cx, cy, square, loss, best *float64, n int)
TEXT ·watchLanes(SB), NOSPLIT, $0-72
	MOVQ outside+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DX
	MOVQ cx+24(FP), R8
	MOVQ cy+32(FP), R9
	MOVQ square+40(FP), R10
	MOVQ loss+48(FP), R11
	MOVQ best+56(FP), R12
	MOVQ n+64(FP), CX
	XORQ AX, AX
loop:
	VMOVUPD (SI)(AX*8), Y0
	VMOVUPD (DX)(AX*8), Y1
	VSUBPD (R8)(AX*8), Y0, Y0
	VSUBPD (R9)(AX*8), Y1, Y1
	VMULPD Y0, Y0, Y0
	VMULPD Y1, Y1, Y1
	VADDPD Y1, Y0, Y0
	VMOVUPD (R10)(AX*8), Y2
	VCMPPD $2, Y2, Y0, Y3        // within
	VMOVUPD (R11)(AX*8), Y4
	VMOVUPD (R12)(AX*8), Y5
	VMINPD Y5, Y4, Y4            // the loss if it is lower, else the best
	VBLENDVPD Y3, Y4, Y5, Y5
	VMOVUPD Y5, (R12)(AX*8)
	VMOVMSKPD Y3, BX
	XORL $15, BX
	MOVB BX, (DI)
	INCQ DI
	ADDQ $4, AX
	CMPQ AX, CX
	JLT loop
	VZEROUPPER
	RET
