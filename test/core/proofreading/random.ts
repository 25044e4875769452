/** Repeatable chance: the same seed gives the same documents. */
export class Chance {
  constructor(private state: number) {}

  /** 0 <= n < below */
  whole(below: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * below);
  }

  between(first: number, last: number): number {
    return first + this.whole(last - first + 1);
  }

  one<Item>(items: readonly Item[]): Item | undefined {
    return items[this.whole(items.length)];
  }
}
