# Adam on Rosenbrock, written by Descent Lab.
# The racer is: adam weight_decay=0.1 amsgrad=true bias_correction=false
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    q.grad += 0.1 * q.detach()  # weight_decay
    return q.grad


p = torch.tensor([-1.2, 1.0])
lr = 0.05
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
amsgrad = True
bias_correction = False
m, v, most = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = torch.maximum(most, v)
    first, second = (1 - beta1**(t + 1), 1 - beta2**(t + 1)) if bias_correction else (1, 1)
    u = m / first / ((most if amsgrad else v).sqrt() / second**0.5 + eps)
    p -= lr * u

print("x, y =", p.tolist())
print("loss =", f(p).item())
