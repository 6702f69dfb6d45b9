# Sophia on Rosenbrock, written by Descent Lab.
# The racer is: sophia
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    return q.grad


def hessian(q):
    return torch.autograd.functional.hessian(f, q.detach())


p = torch.tensor([-1.2, 1.0])
lr = 0.01
beta1 = 0.965
beta2 = 0.99
rho = 0.04
k = 10
eps = 1e-12
weight_decay = 0.0
m, h = torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    if t % k == 0:
        h = beta2 * h + (1 - beta2) * torch.diagonal(hessian(p))
    p -= lr * ((m / (rho * h).clamp(min=eps)).clamp(-1, 1) + weight_decay * p)

print("x, y =", p.tolist())
print("loss =", f(p).item())
