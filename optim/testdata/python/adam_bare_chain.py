# Adam on Rosenbrock, written by Descent Lab.
# The racer is: adam schedule=sequential lr=0.02 bias_correction=false schedulers=[lambda(lr_lambda=sqrt(t+1)/3), cyclic(max_lr=0.03, step_size_up=3), multistep(milestones=[2,4])]
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
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
amsgrad = False
bias_correction = False
pacer = torch.optim.SGD([torch.zeros(1)], lr=0.02)  # moves nothing: it holds the rate
scheduler = torch.optim.lr_scheduler.SequentialLR(
    pacer,
    schedulers=[
        torch.optim.lr_scheduler.LambdaLR(pacer, lambda t: (lambda t: torch.sqrt(t + 1)/3)(torch.tensor(float(t))).item()),
        torch.optim.lr_scheduler.CyclicLR(
            pacer,
            base_lr=0.003,
            max_lr=0.03,
            step_size_up=3,
            step_size_down=3,
            mode="triangular",
            gamma=1.0,
            cycle_momentum=False,
        ),
        torch.optim.lr_scheduler.MultiStepLR(pacer, milestones=[2, 4], gamma=0.1),
    ],
    milestones=[8, 17],
)
m, v, most = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    lr = pacer.param_groups[0]["lr"]
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = torch.maximum(most, v)
    first, second = (1 - beta1**(t + 1), 1 - beta2**(t + 1)) if bias_correction else (1, 1)
    u = m / first / ((most if amsgrad else v).sqrt() / second**0.5 + eps)
    p -= lr * u
    pacer.step()
    scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
