# Adan on Rosenbrock, written by Descent Lab.
# The racer is: adan
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
lr = 0.01
beta1 = 0.98
beta2 = 0.92
beta3 = 0.99
eps = 1e-08
m, v, n = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    d = g - prev if t > 0 else torch.zeros_like(g)
    prev = g.clone()
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * d
    n = beta3 * n + (1 - beta3) * (g + beta2 * d)**2
    m_hat, v_hat, n_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1)), n / (1 - beta3**(t + 1))
    p -= lr * (m_hat + beta2 * v_hat) / (n_hat.sqrt() + eps)

print("x, y =", p.tolist())
print("loss =", f(p).item())
