# Random search on Rosenbrock, written by Descent Lab.
# The racer is: random_search
# Its random numbers are not those of the race in Descent Lab.
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0])
rng = torch.Generator().manual_seed(7)
scale = 0.1

for t in range(25):
    step = scale * torch.randn(p.shape, generator=rng, dtype=p.dtype)
    if f(p + step) < f(p):
        p += step

print("x, y =", p.tolist())
print("loss =", f(p).item())
