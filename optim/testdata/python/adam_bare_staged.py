# Adam on Rosenbrock, written by Descent Lab.
# The racer is: adam schedule=onecycle weight_decay=0.1 bias_correction=false max_lr=0.02 total_steps=30 clip_norm=2 clip_value=1.5 clip_adaptive=0.9 decoupled_decay=0.05
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    torch.nn.utils.clip_grad_norm_([q], 2.0)
    torch.nn.utils.clip_grad_value_([q], 1.5)
    clip_limit = 0.9 * q.detach().abs().clamp(min=1e-3)  # clip_adaptive
    q.grad.clamp_(-clip_limit, clip_limit)
    q.grad += 0.1 * q.detach()  # weight_decay
    return q.grad


p = torch.tensor([-1.2, 1.0])
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
amsgrad = False
bias_correction = False
pacer = torch.optim.SGD([torch.zeros(1)], lr=0.05)  # moves nothing: it holds the rate
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    pacer,
    max_lr=0.02,
    total_steps=30,
    pct_start=0.3,
    anneal_strategy="cos",
    cycle_momentum=False,
    div_factor=25.0,
    final_div_factor=10000.0,
)
m, v, most = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    lr = pacer.param_groups[0]["lr"]
    g = grad(p)
    old_p = p.clone()
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = torch.maximum(most, v)
    first, second = (1 - beta1**(t + 1), 1 - beta2**(t + 1)) if bias_correction else (1, 1)
    u = m / first / ((most if amsgrad else v).sqrt() / second**0.5 + eps)
    p -= lr * u
    p -= lr * 0.05 * old_p  # decoupled_decay
    pacer.step()
    scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
