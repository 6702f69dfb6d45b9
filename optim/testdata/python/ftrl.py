# FTRL-Proximal on Rosenbrock, written by Descent Lab.
# The racer is: ftrl
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
lr = 0.5
beta = 1.0
l1 = 0.0
l2 = 0.0
n = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    if t == 0:
        q = beta / lr if lr > 0 else 0.0
        z = -p * (q + l2) - p.sign() * l1
    n = n + g**2
    z = z + g
    if lr > 0:
        before, q = q, (beta + n.sqrt()) / lr
        z = z - (q - before) * p
        apart = (z - z.sign() * l1) * (z.abs() > l1)
        p.copy_(torch.where(q + l2 > 0, -apart / (q + l2), p))

print("x, y =", p.tolist())
print("loss =", f(p).item())
