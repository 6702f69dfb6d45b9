# Gradient flow on Rosenbrock, written by Descent Lab.
# The racer is: gradient_flow
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
lr = 0.005
substeps = 5

for t in range(25):
    g = grad(p)
    step = lr / substeps
    q = p.clone()
    for i in range(substeps):
        k1 = g if i == 0 else grad(q)
        k2 = grad(q - step / 2 * k1)
        k3 = grad(q - step / 2 * k2)
        k4 = grad(q - step * k3)
        q = q - step / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    p.copy_(q)

print("x, y =", p.tolist())
print("loss =", f(p).item())
