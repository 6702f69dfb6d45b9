#include "textflag.h"

// CONST loads a number of softplusTable into all lanes.
#define CONST(place, to) VBROADCASTSD (8*place)(DX), to

// EXP and LOG take one more coefficient into the polynomials of two times four numbers.
#define EXP(place) \
	CONST(place, Y14); \
	VFMADD213PD Y14, Y2, Y6; \
	VFMADD213PD Y14, Y3, Y7

#define LOG(place) \
	CONST(place, Y14); \
	VFMADD213PD Y14, Y10, Y12; \
	VFMADD213PD Y14, Y11, Y13

// SCALE multiplies p by two to the power of n, in two steps; Y14 has the exponents' bias.
#define SCALE(n, x, half, xhalf, p) \
	VCVTPD2DQY n, x; \
	VPSRAD $1, x, xhalf; \
	VPSUBD xhalf, x, x; \
	VPMOVSXDQ xhalf, half; \
	VPMOVSXDQ x, n; \
	VPADDQ Y14, half, half; \
	VPADDQ Y14, n, n; \
	VPSLLQ $52, half, half; \
	VPSLLQ $52, n, n; \
	VMULPD half, p, p; \
	VMULPD n, p, p

// func softplusLanes(value, slope, bend, x *float64, n int, table *float64)
TEXT ·softplusLanes(SB), NOSPLIT, $0-48
	MOVQ value+0(FP), DI
	MOVQ slope+8(FP), R8
	MOVQ bend+16(FP), R9
	MOVQ x+24(FP), SI
	MOVQ n+32(FP), CX
	MOVQ table+40(FP), DX
	XORQ AX, AX
loop:
	VMOVUPD (SI)(AX*8), Y0
	VMOVUPD 32(SI)(AX*8), Y1

	// t = max(-|x|, -746): the second operand of VMAXPD, written first here, is what comes of a NaN
	CONST(28, Y15)
	CONST(4, Y14)
	VORPD Y15, Y0, Y2
	VORPD Y15, Y1, Y3
	VMAXPD Y2, Y14, Y2
	VMAXPD Y3, Y14, Y3

	// n in Y4 and Y5, r in Y2 and Y3
	CONST(0, Y14)
	CONST(1, Y15)
	VMOVAPD Y15, Y4
	VMOVAPD Y15, Y5
	VFMADD231PD Y14, Y2, Y4
	VFMADD231PD Y14, Y3, Y5
	VSUBPD Y15, Y4, Y4
	VSUBPD Y15, Y5, Y5
	CONST(2, Y14)
	VFMADD231PD Y14, Y4, Y2
	VFMADD231PD Y14, Y5, Y3
	CONST(3, Y14)
	VFMADD231PD Y14, Y4, Y2
	VFMADD231PD Y14, Y5, Y3

	// e in Y6 and Y7
	CONST(8, Y6)
	VMOVAPD Y6, Y7
	EXP(9)
	EXP(10)
	EXP(11)
	EXP(12)
	EXP(13)
	EXP(14)
	EXP(15)
	EXP(16)
	EXP(17)
	VMULPD Y2, Y2, Y8
	VMULPD Y3, Y3, Y9
	VFMADD213PD Y2, Y8, Y6
	VFMADD213PD Y3, Y9, Y7
	CONST(5, Y15)
	VADDPD Y15, Y6, Y6
	VADDPD Y15, Y7, Y7
	CONST(29, Y14)
	SCALE(Y4, X4, Y8, X8, Y6)
	SCALE(Y5, X5, Y9, X9, Y7)

	// s in Y8 and Y9, z in Y10 and Y11, q in Y12 and Y13
	CONST(6, Y14)
	VADDPD Y14, Y6, Y8
	VADDPD Y14, Y7, Y9
	VDIVPD Y8, Y6, Y8
	VDIVPD Y9, Y7, Y9
	VMULPD Y8, Y8, Y10
	VMULPD Y9, Y9, Y11
	CONST(18, Y12)
	VMOVAPD Y12, Y13
	LOG(19)
	LOG(20)
	LOG(21)
	LOG(22)
	LOG(23)
	LOG(24)
	LOG(25)
	LOG(26)
	LOG(27)

	// log(1+e) in Y10 and Y11
	VMULPD Y10, Y12, Y12
	VMULPD Y11, Y13, Y13
	CONST(7, Y14)
	VMULPD Y14, Y6, Y10
	VMULPD Y14, Y7, Y11
	VMULPD Y6, Y10, Y10
	VMULPD Y7, Y11, Y11
	VADDPD Y10, Y12, Y12
	VADDPD Y11, Y13, Y13
	VFNMADD231PD Y12, Y8, Y10
	VFNMADD231PD Y13, Y9, Y11
	VSUBPD Y10, Y6, Y10
	VSUBPD Y11, Y7, Y11

	VXORPD Y14, Y14, Y14
	VMAXPD Y0, Y14, Y8
	VMAXPD Y1, Y14, Y9
	VADDPD Y10, Y8, Y8
	VADDPD Y11, Y9, Y9
	VMOVUPD Y8, (DI)(AX*8)
	VMOVUPD Y9, 32(DI)(AX*8)

	// the slope is 1/(1+e), or e/(1+e) left of 0; the second derivative is the product of both
	TESTQ R8, R8
	JZ next
	VCMPPD $13, Y14, Y0, Y8
	VCMPPD $13, Y14, Y1, Y9
	VBLENDVPD Y8, Y15, Y6, Y10
	VBLENDVPD Y9, Y15, Y7, Y11
	VADDPD Y15, Y6, Y2
	VADDPD Y15, Y7, Y3
	VDIVPD Y2, Y10, Y10
	VDIVPD Y3, Y11, Y11
	VMOVUPD Y10, (R8)(AX*8)
	VMOVUPD Y11, 32(R8)(AX*8)
	TESTQ R9, R9
	JZ next
	VBLENDVPD Y8, Y6, Y15, Y8
	VBLENDVPD Y9, Y7, Y15, Y9
	VDIVPD Y2, Y8, Y8
	VDIVPD Y3, Y9, Y9
	VMULPD Y10, Y8, Y8
	VMULPD Y11, Y9, Y9
	VMOVUPD Y8, (R9)(AX*8)
	VMOVUPD Y9, 32(R9)(AX*8)
next:
	ADDQ $8, AX
	CMPQ AX, CX
	JLT loop
	VZEROUPPER
	RET
