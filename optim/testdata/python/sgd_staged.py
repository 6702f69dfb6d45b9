# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd lr=0.001 momentum=0.8 clip_adaptive=3 decoupled_decay=0.2 lookahead_k=4 ema=0.8
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.8, dampening=0.0, weight_decay=0.0, nesterov=False)
anchor = p.detach().clone()  # lookahead's slow copy
mean_p = p.detach().clone()  # ema

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    clip_limit = 3.0 * p.detach().abs().clamp(min=1e-3)  # clip_adaptive
    p.grad.clamp_(-clip_limit, clip_limit)
    old_p = p.detach().clone()
    optimizer.step()
    with torch.no_grad():
        p -= 0.001 * 0.2 * old_p  # decoupled_decay
        if (t + 1) % 4 == 0:
            anchor += 0.5 * (p - anchor)
            p.copy_(anchor)
        mean_p = 0.8 * mean_p + (1 - 0.8) * p

print("x, y =", p.tolist())
print("loss =", f(p).item())
print("average =", mean_p.tolist())
