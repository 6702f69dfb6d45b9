# Simulated annealing on Rosenbrock, written by Descent Lab.
# The racer is: simulated_annealing
# Its random numbers are not those of the race in Descent Lab.
import math

import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0])
rng = torch.Generator().manual_seed(7)
scale = 0.1
T0 = 1.0
cooling = 0.99
best = p.clone()

for t in range(25):
    step = scale * torch.randn(p.shape, generator=rng, dtype=p.dtype)
    rise, temperature = (f(p + step) - f(p)).item(), T0 * cooling**t
    chance = torch.rand(1, generator=rng).item()
    if rise <= 0 or temperature > 0 and chance < math.exp(-rise / temperature):
        p += step
    if f(p) < f(best):
        best = p.clone()

print("x, y =", p.tolist())
print("loss =", f(p).item())
