# Barzilai-Borwein on Rosenbrock, written by Descent Lab.
# The racer is: barzilai_borwein
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
lr = 0.001
variant = "short"
step_min = 1e-10
step_max = 10.0

for t in range(25):
    g = grad(p)
    if t == 0:
        step = lr
    else:
        u, y = p - x_before, g - g_before
        if u.dot(y) > 0:
            step = (u.dot(u) / u.dot(y) if variant == "long" else u.dot(y) / y.dot(y)).item()
            step = min(max(step, step_min), step_max)
    x_before, g_before = p.clone(), g.clone()
    p -= step * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
