# Adam on Rosenbrock, written by Descent Lab.
# The racer is: adam lr=0.001 bias_correction=false lookahead_k=5 lookahead_alpha=0.4 lookahead_momentum=0.3 ema=0.9
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
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
amsgrad = False
bias_correction = False
m, v, most = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)
anchor = p.clone()  # lookahead's slow copy
drift = torch.zeros_like(anchor)
mean_p = p.clone()  # ema

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = torch.maximum(most, v)
    first, second = (1 - beta1**(t + 1), 1 - beta2**(t + 1)) if bias_correction else (1, 1)
    u = m / first / ((most if amsgrad else v).sqrt() / second**0.5 + eps)
    p -= lr * u
    if (t + 1) % 5 == 0:
        drift = 0.3 * drift + p - anchor
        anchor += 0.4 * drift
        p.copy_(anchor)
    mean_p = 0.9 * mean_p + (1 - 0.9) * p

print("x, y =", p.tolist())
print("loss =", f(p).item())
print("average =", mean_p.tolist())
