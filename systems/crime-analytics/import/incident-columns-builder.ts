import type { IncidentColumns } from '../incident-columns.ts';

/** Collects incidents whose number is not known beforehand into columns. */
export class IncidentColumnsBuilder {
  #length = 0;
  #room = 1024;
  #x = new Float64Array(this.#room);
  #y = new Float64Array(this.#room);
  #from = new Float64Array(this.#room);
  #until = new Float64Array(this.#room);
  #offence = new Uint16Array(this.#room);
  readonly #numbers = new Map<string, number>();

  /** @param x @param y metres in the plane @param from @param until milliseconds since 1970 UTC */
  add(x: number, y: number, from: number, until: number, offence: string): void {
    if (this.#length === this.#room) this.#grow();
    const at = this.#length++;
    this.#x[at] = x;
    this.#y[at] = y;
    this.#from[at] = from;
    this.#until[at] = until;
    let number = this.#numbers.get(offence);
    if (number === undefined) {
      number = this.#numbers.size;
      if (number > 0xffff) throw new RangeError('There are more than 65,536 different offences.');
      this.#numbers.set(offence, number);
    }
    this.#offence[at] = number;
  }

  finish(): IncidentColumns {
    const length = this.#length;
    return {
      length,
      x: this.#x.slice(0, length),
      y: this.#y.slice(0, length),
      from: this.#from.slice(0, length),
      until: this.#until.slice(0, length),
      offence: this.#offence.slice(0, length),
      offences: [...this.#numbers.keys()],
    };
  }

  #grow(): void {
    this.#room *= 2;
    const wider = (values: Float64Array) => {
      const more = new Float64Array(this.#room);
      more.set(values);
      return more;
    };
    this.#x = wider(this.#x);
    this.#y = wider(this.#y);
    this.#from = wider(this.#from);
    this.#until = wider(this.#until);
    const offence = new Uint16Array(this.#room);
    offence.set(this.#offence);
    this.#offence = offence;
  }
}
