/** The agenda while somebody edits it: every change can be undone, what others save is merged in, and saving never overwrites unseen. */
import type { Instant, Uuid } from '../../content.ts';
import { chosen, type Conflict, merged, same } from './merge.ts';
import type { Agenda, AgendaProblem, Bounds, Changed } from './model.ts';

export interface Saved {
  agenda: Agenda;
  stamp: string;
}
export type SaveAnswer =
  | { ok: true; value: { stamp: string } }
  | { ok: false; problem: { is: 'stale'; agenda: Agenda; stamp: string } | { is: string; session?: Uuid } };

const MOST_UNDO = 200;

export class Editor {
  agenda = $state.raw<Agenda>([]);
  conflicts = $state.raw<Conflict[]>([]);
  #base = $state.raw<Agenda>([]);
  #stamp = '';
  #past = $state.raw<Agenda[]>([]);
  #future = $state.raw<Agenda[]>([]);
  readonly bounds: Bounds;
  readonly start: Instant;

  constructor(saved: Saved, bounds: Bounds, start: Instant) {
    this.agenda = this.#base = saved.agenda;
    this.#stamp = saved.stamp;
    this.bounds = bounds;
    this.start = start;
  }

  get canUndo() {
    return this.#past.length > 0;
  }
  get canRedo() {
    return this.#future.length > 0;
  }
  get stamp() {
    return this.#stamp;
  }
  /** Sessions that are not as they were saved. */
  get unsaved(): number {
    const differing = this.agenda.filter(
      (session) =>
        !same(
          session,
          this.#base.find(({ id }) => id === session.id),
        ),
    ).length;
    return differing + this.#base.filter(({ id }) => !this.agenda.some((session) => session.id === id)).length;
  }

  set(agenda: Agenda): void {
    this.#past = [...this.#past.slice(-MOST_UNDO), this.agenda];
    this.#future = [];
    this.agenda = agenda;
  }
  /** Comes to why it could not be done, or `null`. */
  apply(change: Changed): AgendaProblem | null {
    if (!change.ok) return change.problem;
    this.set(change.agenda);
    return null;
  }
  undo(): void {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.agenda];
    this.agenda = last;
  }
  redo(): void {
    const next = this.#future.at(-1);
    if (!next) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.agenda];
    this.agenda = next;
  }

  /** Takes in what somebody else saved. Comes to whether own changes were there to be put together with it. */
  takeIn(theirs: Saved): boolean {
    if (theirs.stamp === this.#stamp) return false;
    const own = this.unsaved > 0;
    const { agenda, conflicts } = merged(this.#base, this.agenda, theirs.agenda);
    this.agenda = agenda;
    this.conflicts = conflicts;
    this.#base = theirs.agenda;
    this.#stamp = theirs.stamp;
    // What was before is over another agenda: going back to it would undo what others did.
    this.#past = [];
    this.#future = [];
    return own;
  }
  choose(conflict: Conflict, whose: 'mine' | 'theirs'): void {
    this.agenda = chosen(this.agenda, conflict, whose);
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
  }

  saved(agenda: Agenda, stamp: string): void {
    this.#base = agenda;
    this.#stamp = stamp;
  }
}
