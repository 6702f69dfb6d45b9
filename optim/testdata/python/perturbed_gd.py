# Perturbed GD on Rosenbrock, written by Descent Lab.
# The racer is: perturbed_gd
# Its random numbers are not those of the race in Descent Lab.
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    return q.grad


p = torch.tensor([-1.2, 1.0])
rng = torch.Generator().manual_seed(7)
lr = 0.001
g_thres = 0.05
radius = 0.01
t_thres = 50
wait = 0

for t in range(25):
    g = grad(p)
    if wait == 0 and g.norm() <= g_thres:
        xi = torch.randn(p.shape, generator=rng, dtype=p.dtype)
        u = torch.rand(1, generator=rng, dtype=p.dtype)
        p += radius * u**(1 / p.numel()) * xi / xi.norm()
        g, wait = grad(p), t_thres
    else:
        wait = max(wait - 1, 0)
    p -= lr * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
