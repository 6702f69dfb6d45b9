# CMA-ES on Rosenbrock, written by Descent Lab.
# The racer is: cma_es
# Its random numbers are not those of the race in Descent Lab.
import math

import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0])
rng = torch.Generator().manual_seed(7)
sigma = 0.5
population = 6
n, mu = len(p), population // 2
w = math.log(mu + 0.5) - torch.arange(1, mu + 1).log()
w /= w.sum()
mu_eff = 1 / (w**2).sum().item()
c_c, c_s = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n), (mu_eff + 2) / (n + mu_eff + 5)
c_1 = 2 / ((n + 1.3)**2 + mu_eff)
c_mu = min(1 - c_1, 2 * (mu_eff - 2 + 1 / mu_eff) / ((n + 2)**2 + mu_eff))
d_s = 1 + 2 * max(0.0, math.sqrt((mu_eff - 1) / (n + 1)) - 1) + c_s
chi = math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n**2))
mean, C, p_c, p_s = p.clone(), torch.eye(n), torch.zeros(n), torch.zeros(n)

for t in range(25):
    lam, V = torch.linalg.eigh(C)
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
    sigma = sigma * math.exp(c_s / d_s * (p_s.norm().item() / chi - 1))

print("x, y =", p.tolist())
print("loss =", f(p).item())
