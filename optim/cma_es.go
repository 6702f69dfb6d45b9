package optim

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
)

// cmaES is optimize.CmaEsChol, CMA-ES on the Cholesky factor of the covariance (Krause, Arbonès & Igel 2016): an update
// is a generation, and the point is the best that any generation has found. Gradients are not used. A loss that is not a
// number counts as infinite. The method ends where the distribution's volume is below 1e-16 to the power of the dimension,
// as gonum does.
type cmaES struct {
	sigma      float64
	population int
}

var _ = register(Method{
	Key: "cma_es", Title: "CMA-ES", Family: Classical, Year: 2001,
	Cite: "Hansen & Ostermeier 2001, Completely Derandomized Self-Adaptation in Evolution Strategies; Krause, Arbonès & Igel " +
		"2016, CMA-ES with Optimal Covariance Update and Storage Complexity; gonum optimize.CmaEsChol",
	Idea: "Needs no gradient: samples a cloud of points, moves it to the better half, and learns the cloud's shape from where " +
		"these lay.",
	Math: []string{
		`x_i \in m_t + \sigma_t \mathcal{N}(0, C_t) \quad \text{for each of the population}`,
		`m_{t+1} = \sum_i w_i x_i \quad \text{over the better half, by rank}, \quad y_i = x_i - m_t`,
		`C_{t+1} = (1 - c_1 - c_\mu) C_t + c_1 p_c p_c^\top + c_\mu \sum_i w_i y_i y_i^\top`,
		`\sigma_{t+1} = \sigma_t \exp(\frac{c_\sigma}{d_\sigma} (\frac{\lVert p_\sigma \rVert}{\chi_n} - 1))`,
	},
	Knobs: []Knob{
		positive("sigma", 0.5, 0.01, 5, "The first spread of the cloud of samples.").main(),
		{Name: "population", Help: "How many points a generation has.", Kind: Integer, Default: 6, Min: 4, Max: 50,
			Low: 4, High: 1000, Main: true},
	},
	Python: Python{
		Init: `n, mu = len(p), population // 2
w = math.log(mu + 0.5) - torch.arange(1, mu + 1).log()
w /= w.sum()
mu_eff = 1 / (w**2).sum().item()
c_c, c_s = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n), (mu_eff + 2) / (n + mu_eff + 5)
c_1 = 2 / ((n + 1.3)**2 + mu_eff)
c_mu = min(1 - c_1, 2 * (mu_eff - 2 + 1 / mu_eff) / ((n + 2)**2 + mu_eff))
d_s = 1 + 2 * max(0.0, math.sqrt((mu_eff - 1) / (n + 1)) - 1) + c_s
chi = math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n**2))
mean, C, p_c, p_s = p.clone(), torch.eye(n), torch.zeros(n), torch.zeros(n)`,
		Step: `lam, V = torch.linalg.eigh(C)
A = V * lam.sqrt()
y = torch.randn(population, n, generator=rng) @ A.T
losses = torch.stack([f(mean + sigma * step) for step in y])
best = losses.argsort()[:mu]
if losses[best[0]] < f(p):
    p.copy_(mean + sigma * y[best[0]])
move = w @ y[best]
mean = mean + sigma * move
p_s = (1 - c_s) * p_s + math.sqrt(c_s * (2 - c_s) * mu_eff) * V @ (V.T @ move / lam.sqrt())
p_c = (1 - c_c) * p_c + math.sqrt(c_c * (2 - c_c) * mu_eff) * move
C = (1 - c_1 - c_mu) * C + c_1 * torch.outer(p_c, p_c) + c_mu * (y[best].T * w) @ y[best]
sigma = sigma * math.exp(c_s / d_s * (p_s.norm().item() / chi - 1))`,
	},
	Allocates: true,
	rules: func(k settings) []Rule {
		return []Rule{Gonum{cmaES{k.num("sigma"), k.int("population")}}}
	},
})

func (cmaES) key() string { return "cma_es" }

func (r cmaES) method(src rand.Source) optimize.Method {
	return &optimize.CmaEsChol{InitStepSize: r.sigma, Population: r.population, Src: src}
}
