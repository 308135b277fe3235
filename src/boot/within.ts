import { contains, type Range, readIp, readRange } from '../manifest/ip.ts';

/** Whether an address is in one of the ranges. What cannot be read admits nothing. */
export class Within {
  readonly #ranges: readonly Range[];

  constructor(cidrs: readonly string[]) {
    this.#ranges = cidrs.flatMap((text) => readRange(text) ?? []);
  }

  has(address: string): boolean {
    const ip = readIp(address);
    return ip !== null && this.#ranges.some((range) => contains(range, ip));
  }
}
