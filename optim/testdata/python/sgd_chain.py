# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd schedule=sequential lr=0.001 schedulers=[linear(start_factor=0.2), exponential(gamma=0.9), cosine_restarts(T_0=4)] milestones=6,15
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False)
scheduler = torch.optim.lr_scheduler.SequentialLR(
    optimizer,
    schedulers=[
        torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.2, end_factor=1.0, total_iters=1),
        torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.9),
        torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=4, T_mult=1, eta_min=0.0),
    ],
    milestones=[6, 15],
)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
