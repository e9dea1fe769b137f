// The cases of the run, as the index block has them, and what is fetched of one when it is opened.
import { block, placeOf } from "./blocks.js";

export const State = { silent: 0, bothPassed: 1, gotWorse: 2, gotBetter: 3, bothFailed: 4, same: 5, notScored: 6 };
const flaky = 8;
const reworded = 1;

/** All cases, column by column. */
export class Cases {
  constructor(index) {
    Object.assign(this, index);
    this.count = index.id.length;
    this.numbers = new Map();
    for (let i = 0; i < this.count; i++) this.numbers.set(this.key(i), i);
  }

  static async read() {
    return new Cases(await block("index"));
  }

  key(i) {
    return `${this.sets[this.set[i]]}/${this.id[i]}`;
  }

  /** The number of a case; undefined for a key that is not here. */
  find(key) {
    return this.numbers.get(key);
  }

  title(layer) {
    return (this.titles[layer] ?? layer).split(" (")[0];
  }

  isReworded(i) {
    return (this.flags[i] & reworded) !== 0;
  }

  /** The state of every pattern in a scope: overall, a layer, or a check. */
  states(scope) {
    return this.patterns.map(([overall, layers, checks]) => {
      const raw = scope.check !== undefined ? found(checks, scope.check) : scope.layer !== undefined ? found(layers, scope.layer) : overall;
      return { state: raw % flaky, isFlaky: raw >= flaky };
    });
  }

  async textOf(number) {
    const place = placeOf(this.textStarts, number);
    return (await block(`texts-${place.block}`))[place.at];
  }

  async detailsOf(i) {
    const place = placeOf(this.caseStarts, this.detail[i]);
    return (await block(`cases-${place.block}`))[place.at];
  }
}

function found(pairs, wanted) {
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === wanted) return pairs[i + 1];
  return State.silent;
}
