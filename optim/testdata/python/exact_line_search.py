# Exact line search on Rosenbrock, written by Descent Lab.
# The racer is: exact_line_search
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
alpha0 = 0.001
tol = 1e-10
def search(p, g):
    def at(a):
        q = p - a * g
        return a, f(q).item(), -g.dot(grad(q)).item()

    def turned(near, end):
        return not (end[2] < 0 and end[1] <= near[1] + slack)

    loss, slope = f(p).item(), -g.dot(g).item()
    slack = 4e-15 * abs(loss)
    near, far = (0.0, loss, slope), at(alpha0)
    while not turned(near, far):
        near, far = far, at(2 * far[0])
    left, right, kept = near[2], far[2], None
    for _ in range(40):
        a = (near[0] * right - far[0] * left) / (right - left) if right > 0 else near[0]
        mid = at(a if near[0] < a < far[0] else near[0] + (far[0] - near[0]) / 2)
        if abs(mid[2]) <= tol * -slope and mid[1] <= loss + slack:
            return mid[0]
        if turned(near, mid):
            far, right = mid, mid[2]
            left, kept = left / 2 if kept == "near" else left, "near"
        else:
            near, left = mid, mid[2]
            right, kept = right / 2 if kept == "far" else right, "far"
        if far[0] - near[0] <= tol * far[0]:
            break
    return near[0]

for t in range(25):
    g = grad(p)
    if g.any():
        p -= search(p, g) * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
