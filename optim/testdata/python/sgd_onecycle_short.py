# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd schedule=onecycle max_lr=0.001 total_steps=20
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False)
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer,
    max_lr=0.001,
    total_steps=20,
    pct_start=0.3,
    anneal_strategy="cos",
    cycle_momentum=False,
    div_factor=25.0,
    final_div_factor=10000.0,
)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    if t + 1 < scheduler.total_steps:  # past its end, the last rate stays
        scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
