# LAMB on Rosenbrock, written by Descent Lab.
# The racer is: lamb
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
lr = 0.015
beta1 = 0.9
beta2 = 0.999
eps = 1e-06
weight_decay = 0.0
m, v = torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1))
    u = m_hat / (v_hat.sqrt() + eps) + weight_decay * p
    trust = p.norm() / u.norm() if p.norm() > 0 and u.norm() > 0 else 1
    p -= lr * trust * u

print("x, y =", p.tolist())
print("loss =", f(p).item())
