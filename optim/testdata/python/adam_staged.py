# Adam on Rosenbrock, written by Descent Lab.
# The racer is: adam schedule=cosine lr=0.02 weight_decay=0.01 eta_min=0.001 clip_norm=1 clip_value=0.9
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.Adam([p], lr=0.02, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01, amsgrad=False)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=25, eta_min=0.001)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    torch.nn.utils.clip_grad_norm_([p], 1.0)
    torch.nn.utils.clip_grad_value_([p], 0.9)
    optimizer.step()
    scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
