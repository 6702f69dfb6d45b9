# AdaHessian on Rosenbrock, written by Descent Lab.
# The racer is: adahessian
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
lr = 0.5
beta1 = 0.9
beta2 = 0.999
eps = 0.0001
weight_decay = 0.0
hessian_power = 1.0
m, v = torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    D = torch.diagonal(hessian(p))
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * D * D
    size = (v / (1 - beta2**(t + 1))).sqrt()**hessian_power
    p -= lr * (m / (1 - beta1**(t + 1)) / (size + eps) + weight_decay * p)

print("x, y =", p.tolist())
print("loss =", f(p).item())
