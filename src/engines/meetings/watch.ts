/** How much may be spent: wall-clock seconds, or a number of moves (then the result depends on the seed alone). One of them is enough. */
export interface Budget {
  seconds?: number;
  moves?: number;
}

/** The world outside, handed in: the only clock the engine has, whether somebody wants it to stop, and who is told how it goes. */
export interface Watch {
  /** Milliseconds since any moment. */
  now(): number;
  cancelled?(): boolean;
  tell?(news: News): void;
}

/** How a search stands. `plan` comes with the first plan only. */
export interface News {
  phase: 'first plan' | 'bound' | 'search' | 'proof';
  /** From 0 to 1. */
  done: number;
  seconds: number;
  weight: number;
  value: number;
  meetings: number;
  breaks: number;
  moves: number;
  bound: number | null;
}
