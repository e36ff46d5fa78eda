const most = 20;

/** What the last answers cost, in US dollars. */
export class RecentCosts {
  private last: readonly number[] = [];

  /** Answers from before this window, the oldest first. */
  seed(costs: readonly number[]): void {
    this.last = [...costs, ...this.last].slice(-most);
  }

  /** Notes a further one. True: it cost more than the 20 before it together. With fewer there is nothing to compare. */
  add(cost: number): boolean {
    const sum = this.last.reduce((all, one) => all + one, 0);
    const isCostly = this.last.length === most && cost > sum;
    this.last = [...this.last, cost].slice(-most);
    return isCostly;
  }
}
