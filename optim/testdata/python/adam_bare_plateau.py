# Adam on Rosenbrock, written by Descent Lab.
# The racer is: adam schedule=reduce_on_plateau lr=0.5 weight_decay=0.01 bias_correction=false factor=0.5 patience=0 threshold=0.5 threshold_mode=abs decoupled_decay=0.1 lookahead_k=4
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    q.grad += 0.01 * q.detach()  # weight_decay
    return q.grad


p = torch.tensor([-1.2, 1.0])
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
amsgrad = False
bias_correction = False
pacer = torch.optim.SGD([torch.zeros(1)], lr=0.5)  # moves nothing: it holds the rate
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
    pacer,
    mode="min",
    factor=0.5,
    patience=0,
    threshold=0.5,
    threshold_mode="abs",
    cooldown=0,
    min_lr=0.0,
    eps=1e-08,
)
m, v, most = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)
anchor = p.clone()  # lookahead's slow copy

for t in range(25):
    lr = pacer.param_groups[0]["lr"]
    watched = f(p).item()
    g = grad(p)
    old_p = p.clone()
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = torch.maximum(most, v)
    first, second = (1 - beta1**(t + 1), 1 - beta2**(t + 1)) if bias_correction else (1, 1)
    u = m / first / ((most if amsgrad else v).sqrt() / second**0.5 + eps)
    p -= lr * u
    p -= lr * 0.1 * old_p  # decoupled_decay
    if (t + 1) % 4 == 0:
        anchor += 0.5 * (p - anchor)
        p.copy_(anchor)
    pacer.step()
    scheduler.step(watched)

print("x, y =", p.tolist())
print("loss =", f(p).item())
