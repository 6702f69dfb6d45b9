"""Makes schedulers.json: learning rates of torch.optim.lr_scheduler that schedules.json lacks. Needs PyTorch 1.13.1."""
import json
import math
import os
import random
import warnings

import torch
from torch.optim import lr_scheduler as schedulers

warnings.filterwarnings("ignore", "The epoch parameter")  # SequentialLR of PyTorch 1.13 warns of itself
torch.set_default_dtype(torch.float64)


def plateau_rates(base, losses, settings):
    """The rate of each update, of a scheduler that is told the loss after each."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    scheduler = schedulers.ReduceLROnPlateau(optimizer, **settings)
    rates = []
    for loss in losses:
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(loss)
    return rates


def plateau():
    draw = random.Random(1)
    courses = {
        "steady": [1.0] * 60,
        "falling": [0.9**t for t in range(120)],
        "noisy": [math.exp(-t / 40) + 0.1 * draw.random() for t in range(200)],
        "below zero": [-1 + 0.05 * math.cos(t) + 0.8**t for t in range(120)],
        "rising": [0.01 * t for t in range(80)],
        "crawling": [1 - 1e-5 * t for t in range(150)],
        "to zero": [max(0.0, 1 - t / 20) for t in range(60)],
    }
    settings = [
        {}, {"factor": 0.5, "patience": 2}, {"factor": 0.3, "patience": 0, "cooldown": 3, "min_lr": 0.01},
        {"patience": 4, "threshold": 0.05}, {"patience": 4, "threshold": 0.05, "threshold_mode": "abs", "cooldown": 1},
        {"mode": "max", "patience": 3, "factor": 0.7}, {"mode": "max", "patience": 3, "threshold_mode": "abs", "threshold": 0},
        {"factor": 0.0, "patience": 5}, {"factor": 0.9, "patience": 1, "eps": 0.003}, {"min_lr": 0.2},
    ]
    return [
        {"losses": losses, "base_lr": 0.1, "settings": chosen, "lr": plateau_rates(0.1, losses, chosen)}
        for losses in courses.values() for chosen in settings
    ]


SURFACES = {
    "rosenbrock": lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2,
    "himmelblau": lambda p: (p[0] ** 2 + p[1] - 11) ** 2 + (p[0] + p[1] ** 2 - 7) ** 2,
}


def run(surface, start, steps, make, settings):
    """Positions and rates of a descent whose scheduler is told the loss of each step."""
    p = torch.tensor(start, requires_grad=True)
    optimizer = make([p])
    scheduler = schedulers.ReduceLROnPlateau(optimizer, **settings)
    points, rates = [p.tolist()], []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.zero_grad()
        loss = SURFACES[surface](p)
        loss.backward()
        optimizer.step()
        scheduler.step(loss.item())
        points.append(p.tolist())
    return {"points": points[::10], "lr": rates}


def runs():
    sgd, adam = torch.optim.SGD, torch.optim.Adam
    cases = [
        ("sgd lr=0.02 momentum=0.8", "himmelblau", [0.5, 0.5], lambda p: sgd(p, lr=0.02, momentum=0.8), {"patience": 3}),
        ("sgd lr=0.02", "himmelblau", [-1.0, 2.0], lambda p: sgd(p, lr=0.02),
         {"factor": 0.5, "patience": 1, "cooldown": 4, "threshold": 0.95}),
        ("adam lr=0.5", "rosenbrock", [-1.2, 1.0], lambda p: adam(p, lr=0.5), {"factor": 0.6, "patience": 3, "min_lr": 0.01}),
        ("adam lr=0.3 weight_decay=0.1", "himmelblau", [0.0, 0.0], lambda p: adam(p, lr=0.3, weight_decay=0.1),
         {"factor": 0.5, "patience": 1, "threshold": 0.1, "threshold_mode": "abs"}),
        ("sgd lr=1e-05 maximize=true", "rosenbrock", [-1.2, 1.0], lambda p: sgd(p, lr=1e-05, maximize=True),
         {"mode": "max", "patience": 0, "threshold": 5.0, "factor": 0.5}),
    ]
    return [
        {"racer": racer, "surface": surface, "start": start, "settings": chosen, **run(surface, start, 60, make, chosen)}
        for racer, surface, start, make, chosen in cases
    ]


def lambda_rates(base, factor, steps):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    scheduler = schedulers.LambdaLR(optimizer, factor)
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def lambdas():
    """Formulas as they are written here, and the same in Python."""
    cases = {
        "0.95^t": lambda t: 0.95**t,
        "min((t + 1)/10, sqrt(10/(t + 1)))": lambda t: min((t + 1) / 10, math.sqrt(10 / (t + 1))),
        "t < 20 ? 1 : 0.1": lambda t: 1 if t < 20 else 0.1,
        "0.5^floor(t/30)": lambda t: 0.5 ** (t // 30),
        "0.5*(1 + cos(pi*t/100))": lambda t: 0.5 * (1 + math.cos(math.pi * t / 100)),
        "1/(1 + 0.1*t)": lambda t: 1 / (1 + 0.1 * t),
        "exp(-t/50)*(1 + 0.3*sin(t))": lambda t: math.exp(-t / 50) * (1 + 0.3 * math.sin(t)),
        "mod(t, 10) == 0 ? 2 : 1": lambda t: 2 if t % 10 == 0 else 1,
        "0.25": lambda t: 0.25,
    }
    return [{"formula": formula, "base_lr": 0.1, "lr": lambda_rates(0.1, factor, 200)} for formula, factor in cases.items()]


def chain_rates(base, parts, milestones, steps):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    made = [kind(optimizer, **settings) for kind, settings in parts]
    scheduler = schedulers.SequentialLR(optimizer, made, milestones)
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def chains():
    """Every scheduler that may stand in a chain, first and later."""
    singles = [
        (schedulers.StepLR, {"step_size": 7, "gamma": 0.5}),
        (schedulers.MultiStepLR, {"milestones": [3, 11, 11], "gamma": 0.4}),
        (schedulers.ExponentialLR, {"gamma": 0.9}),
        (schedulers.CosineAnnealingLR, {"T_max": 13, "eta_min": 0.01}),
        (schedulers.CosineAnnealingWarmRestarts, {"T_0": 4, "T_mult": 2}),
        (schedulers.PolynomialLR, {"total_iters": 17, "power": 2.0}),
        (schedulers.LinearLR, {"start_factor": 0.1, "total_iters": 9}),
        (schedulers.ConstantLR, {"factor": 0.25, "total_iters": 5}),
        (schedulers.CyclicLR, {"base_lr": 0.02, "max_lr": 0.3, "step_size_up": 5, "cycle_momentum": False}),
    ]
    chained = []
    for i, first in enumerate(singles[:-1]):
        for second in (singles[(i + 1) % 9], singles[(i + 4) % 9]):
            chained.append(([first, second], [10]))
        chained.append(([first, singles[-1], singles[(i + 5) % 8]], [1 + i, 20 + i]))
    chained.append((singles[:8], [5, 9, 10, 20, 31, 40, 44]))
    return [
        {
            "parts": [{"class": kind.__name__, "settings": settings} for kind, settings in parts],
            "milestones": milestones, "base_lr": 0.1, "lr": chain_rates(0.1, parts, milestones, 60),
        }
        for parts, milestones in chained
    ]


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "schedulers.json"), "w") as out:
    json.dump({"plateau": plateau(), "runs": runs(), "lambda": lambdas(), "chains": chains()}, out, separators=(",", ":"))
    out.write("\n")
