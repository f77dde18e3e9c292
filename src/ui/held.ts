/**
 * What a server load gives its page without SvelteKit writing it out: the framework serialises all page data even where no script will
 * read it, which for a whole edition costs more than the page itself. `src/hooks.ts` tells it to write a `Held` as nothing.
 */
export class Held<Value> {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

export const held = <Value>(value: Value): Held<Value> => new Held(value);
