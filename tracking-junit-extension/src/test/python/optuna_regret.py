"""Regret of Optuna's samplers on problems of Problem.java, as RegretBenchmark reads it.

    python optuna_regret.py <folder> <tpe|gp> <seeds> <trials> <problem> ...

appends to optuna-more-seeds.csv in the folder the regret of the best accepted trial for each of the seeds 0, 1, 2, ...
and, for problems with a constraint, to optuna-accepted.csv the mean share of accepted trials in each third of a study.
Needs optuna; the gp sampler also torch and scipy.
"""

import sys
import warnings
from math import cos, exp, log2, log10, pi
from pathlib import Path

import optuna

COUNTS = (20, 50, 100)

HARTMANN_ALPHA = (1, 1.2, 3, 3.2)
HARTMANN_A = (
    (10, 3, 17, 3.5, 1.7, 8),
    (0.05, 10, 17, 0.1, 8, 14),
    (3, 3.5, 1.7, 10, 17, 8),
    (17, 8, 0.05, 10, 0.1, 14),
)
HARTMANN_P = (
    (1312, 1696, 5569, 124, 8283, 5886),
    (2329, 4135, 8307, 3736, 1004, 9991),
    (2348, 1451, 3522, 2883, 3047, 6650),
    (4047, 8828, 8732, 5743, 1091, 381),
)


def branin(trial):
    x = trial.suggest_float("x1", -5, 10)
    y = trial.suggest_float("x2", 0, 15)
    bowl = y - 5.1 / (4 * pi * pi) * x * x + 5 / pi * x - 6
    return bowl * bowl + 10 * (1 - 1 / (8 * pi)) * cos(x) + 10


def branin_disc(trial):
    """Accepted is a disc of about half of the space."""
    value = branin(trial)
    u = trial.params["x1"] - 2.5
    v = trial.params["x2"] - 7.5
    trial.set_user_attr("violation", max(0.0, (u * u + v * v) / 36 - 1))
    return value


def hartmann6(trial):
    x = [trial.suggest_float(f"x{j}", 0, 1) for j in range(6)]
    return -sum(
        alpha * exp(-sum(a * (each - 1e-4 * p) ** 2 for a, p, each in zip(row, places, x)))
        for alpha, row, places in zip(HARTMANN_ALPHA, HARTMANN_A, HARTMANN_P)
    )


def mixed6(trial):
    speed = log10(trial.suggest_float("eta", 1e-3, 1, log=True) / 0.05)
    d = trial.suggest_int("max_depth", 2, 12) - 6
    share = trial.suggest_float("subsample", 0.5, 1) - 0.8
    shrink = log10(trial.suggest_float("lambda", 1e-3, 100, log=True) / 2)
    weight = log2(trial.suggest_int("min_child_weight", 1, 128, log=True) / 8)
    booster = trial.suggest_categorical("booster", ["a", "b", "c"])
    return (
        speed * speed
        + 0.02 * d * d
        + 0.05 * speed * d
        + 4 * share * share
        + 0.05 * shrink * shrink
        + 0.05 * weight * weight
        + {"a": 0.3, "b": 0.0, "c": 0.15}[booster]
    )


def mixed6_speed(trial):
    """Rejected are fast and deep boosters, about half of the space."""
    value = mixed6(trial)
    speed = log10(trial.params["eta"] / 0.05)
    trial.set_user_attr("violation", max(0.0, speed + 0.15 * (trial.params["max_depth"] - 6)))
    return value


PROBLEMS = {
    "branin": (branin, 0.397887),
    "hartmann6": (hartmann6, -3.322368),
    "mixed6": (mixed6, 0.0),
    "branin-disc": (branin_disc, 0.397887),
    "mixed6-speed": (mixed6_speed, 0.0),
}
CONSTRAINED = (branin_disc, mixed6_speed)


def violation(trial):
    return (trial.user_attrs["violation"],)


def study(objective, sampler, seed, trials):
    constraints = violation if objective in CONSTRAINED else None
    make = {"tpe": optuna.samplers.TPESampler, "gp": optuna.samplers.GPSampler}[sampler]
    one = optuna.create_study(sampler=make(seed=seed, constraints_func=constraints))
    one.optimize(objective, n_trials=trials)
    return one.trials


def accepted(trial):
    return trial.user_attrs.get("violation", 0.0) == 0


def regret(trials, optimum, count):
    values = [trial.value for trial in trials[:count] if accepted(trial)]
    return min(values, default=float("inf")) - optimum


def thirds(studies):
    """The mean share of accepted trials in each third."""
    n = len(studies[0])
    sizes = [sum(3 * number // n == third for number in range(n)) for third in range(3)]
    sums = [0, 0, 0]
    for trials in studies:
        for number, trial in enumerate(trials):
            sums[3 * number // n] += accepted(trial)
    return [sums[third] / sizes[third] / len(studies) for third in range(3)]


def append(path, header, cells):
    new = not path.exists()
    with path.open("a") as out:
        if new:
            out.write(header + "\n")
        out.write(",".join(str(cell) for cell in cells) + "\n")


def main(folder, sampler, seeds, trials, *problems):
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.simplefilter("ignore")
    for problem in problems:
        objective, optimum = PROBLEMS[problem]
        studies = [study(objective, sampler, seed, int(trials)) for seed in range(int(seeds))]
        for count in (n for n in COUNTS if n <= int(trials)):
            each = [f"{regret(told, optimum, count):.6g}".replace("inf", "Infinity") for told in studies]
            append(
                Path(folder) / "optuna-more-seeds.csv",
                "function,optuna_version,sampler,n_trials,regret_of_each_seed",
                (problem, optuna.__version__, sampler, count, " ".join(each)),
            )
        if objective in CONSTRAINED:
            append(
                Path(folder) / "optuna-accepted.csv",
                "function,optuna_version,sampler,seeds,n_trials,first_third,second_third,last_third",
                (problem, optuna.__version__, sampler, seeds, trials, *(f"{each:.4f}" for each in thirds(studies))),
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
