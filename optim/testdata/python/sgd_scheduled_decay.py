# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd schedule=linear lr=0.001 decoupled_decay=0.5 lookahead_k=7 lookahead_momentum=0.5
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False)
scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.3333333333333333, end_factor=1.0, total_iters=3)
anchor = p.detach().clone()  # lookahead's slow copy
drift = torch.zeros_like(anchor)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    old_p = p.detach().clone()
    optimizer.step()
    with torch.no_grad():
        p -= optimizer.param_groups[0]["lr"] * 0.5 * old_p  # decoupled_decay
        if (t + 1) % 7 == 0:
            drift = 0.5 * drift + p - anchor
            anchor += 0.5 * drift
            p.copy_(anchor)
    scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
