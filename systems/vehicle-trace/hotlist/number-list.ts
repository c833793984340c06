const SMALLEST = 256;

/** Numbers of 32 bits, used anew for every reading without making garbage. */
export class NumberList {
  items = new Uint32Array(SMALLEST);
  length = 0;

  push(number: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(2 * this.items.length);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = number;
  }
}
