/** Least recently filled half is dropped when the bound is met, so a long-lived process stays small. */
export class BoundedCache<Value> {
  private recent = new Map<string, Value>();
  private older = new Map<string, Value>();

  /** Holds at most twice `half` entries. */
  constructor(private readonly half: number) {}

  get size(): number {
    return this.recent.size + this.older.size;
  }

  get(key: string): Value | undefined {
    const found = this.recent.get(key);
    if (found !== undefined) return found;
    const aged = this.older.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  set(key: string, value: Value): void {
    if (this.recent.size >= this.half) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, value);
  }
}
