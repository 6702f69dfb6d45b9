package graphic

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/internal/lengthy"
	"descentlab/widgets/widgettest"
)

// updates show every construct of the markup as methods use it.
var updates = []string{
	`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t, \quad \hat m_{t+1} = \frac{m_{t+1}}{1-\beta_1^{t+1}}`,
	`x_{t+1} = x_t - \eta ( \frac{\hat m_{t+1}}{\sqrt{\hat v_{t+1}} + \epsilon} + \lambda x_t )`,
	`r_{t+1} = \sqrt{\frac{(\rho_{t+1}-4) (\rho_{t+1}-2) \rho_{\infty}}{(\rho_{\infty}-4) (\rho_{\infty}-2) \rho_{t+1}}}`,
	`\text{if } g_t g_{t-1} < 0: \quad \Delta_{t+1} = \eta_{-} \Delta_t, \quad g_t \leftarrow 0`,
	`x_{t+1} = x_t - \Delta_t \operatorname{sign}(g_t) \pm \tilde g \odot \bar{x} \times \nabla f(x_t)`,
	`\xi_t \in \mathcal{N}(0, 1), \quad \sum_i \lvert x_i \rvert \ge 2^{-1} \cdot \lVert x \rVert_2^2 \approx \infty`,
	`p = [\frac{a}{b}]^2 + \lVert \frac{\partial f}{\partial x} \rVert \ne \max(0, -x), ` +
		`\quad \exp(-\frac{1}{2} x^\top H x) \le \log x`,
	`\alpha\beta\gamma\delta\epsilon\zeta\eta\theta\iota\kappa\lambda\mu\nu\xi\pi` +
		`\rho\sigma\tau\upsilon\phi\chi\psi\omega\; \Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega`,
}

// TestEquations draws them, dark and light, at two scales.
func TestEquations(t *testing.T) {
	lengthy.Test(t)
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			t.Run(fmt.Sprintf("%s-%g", name, scale), func(t *testing.T) {
				var e *Equations
				w := widgettest.Window(t, p, fyne.NewSize(460, 292), func() fyne.CanvasObject {
					e = NewEquations()
					if err := e.SetLines(updates); err != nil {
						t.Error(err)
					}
					return container.NewPadded(e)
				})
				widgettest.CheckGolden(t, fmt.Sprintf("equations-%s-%g", name, scale), widgettest.Shoot(w, scale))
			})
		}
	}
}

// A narrow widget breaks its lines at wide spaces and sets smaller what is still too wide.
func TestEquationsFitTheirWidth(t *testing.T) {
	e, _ := widgettest.In(t, NewEquations)
	if err := e.SetLines([]string{`a = b \quad c = d`, `x + x + x + x + x + x + x + x + x + x`}); err != nil {
		t.Fatal(err)
	}
	e.Resize(fyne.NewSize(400, 100))
	wide := e.MinSize().Height
	if len(e.pieces) != 2 || e.pieces[1].size != equationSize {
		t.Errorf("in 400 units: %+v", e.pieces)
	}
	e.Resize(fyne.NewSize(70, 100))
	if len(e.pieces) != 3 || e.pieces[1].x == 0 || e.pieces[2].size >= equationSize {
		t.Errorf("in 70 units: %+v", e.pieces)
	}
	if narrow := e.MinSize().Height; narrow <= wide {
		t.Errorf("%v units high in 70 units, %v in 400", narrow, wide)
	}
}

func TestEquationsShowWhatCanBeRead(t *testing.T) {
	e, _ := widgettest.In(t, NewEquations)
	e.Resize(fyne.NewSize(300, 100))
	if err := e.SetLines([]string{`x_`, `y`}); err == nil || len(e.pieces) != 1 {
		t.Errorf("%v, %d lines", err, len(e.pieces))
	}
}
