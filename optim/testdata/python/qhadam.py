# QHAdam on Rosenbrock, written by Descent Lab.
# The racer is: qhadam
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
lr = 0.02
beta1 = 0.995
beta2 = 0.999
eps = 1e-08
nu1 = 0.7
nu2 = 1.0
m, v = torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1))
    p -= lr * ((1 - nu1) * g + nu1 * m_hat) / (((1 - nu2) * g**2 + nu2 * v_hat).sqrt() + eps)

print("x, y =", p.tolist())
print("loss =", f(p).item())
