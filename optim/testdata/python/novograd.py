# NovoGrad on Rosenbrock, written by Descent Lab.
# The racer is: novograd
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
beta1 = 0.95
beta2 = 0.98
eps = 1e-08
weight_decay = 0.0
m, v = torch.zeros_like(p), 0.0

for t in range(25):
    g = grad(p)
    v = beta2 * v + (1 - beta2) * g.norm()**2 if t > 0 else g.norm()**2
    m = beta1 * m + g / (v**0.5 + eps) + weight_decay * p
    p -= lr * m

print("x, y =", p.tolist())
print("loss =", f(p).item())
