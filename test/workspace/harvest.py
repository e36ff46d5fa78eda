"""How much a garden gives, week by week."""

from functools import lru_cache


@lru_cache(maxsize=None)
def harvest(week: int, young: int = 2) -> int:
    """Plants that bear fruit in a week, when each bearing plant is divided every `young` weeks."""
    if week < young:
        return 1
    return harvest(week - 1, young) + harvest(week - young, young)


def first_week_with(amount: int) -> int:
    week = 0
    while harvest(week) < amount:
        week += 1
    return week


def report(weeks: int) -> str:
    lines = []
    for week in range(weeks):
        count = harvest(week)
        bar = "#" * count
        lines.append(f"{week:>3}  {bar} {count}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(8))
    print(f"A hundred plants in week {first_week_with(100)}")
