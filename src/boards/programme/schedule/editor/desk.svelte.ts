/* eslint-disable svelte/prefer-svelte-reactivity -- State is replaced as a whole ($state.raw), so that a thousand sessions cost nothing until they change. */
/** The state of an open schedule desk: what is painted, what is held, what was done, and who else is there. */
import { type Localised, nameIn, type PageLanguage, textIn } from '#registry/text.ts';
import type { Board, Instant, PlainDate, Uuid } from '../../content.ts';
import { localDate, localTime } from '../../time.ts';
import { blocksPlacing, type Clash, type ClashIndex, type DeskActivity, type DeskSchedule, openClashes } from '../clashes.ts';
import { hoursFrom, isPlaced, move, type Placed, resize, type Spot, swap, takeOut } from '../placing/model.ts';
import type { Presence } from '../placing/live.server.ts';
import { type Teller, tellerOf } from '../words.ts';
import { datesFrom } from './axis.ts';
import { applied, activitiesOf, type History, inverseOf, noHistory, type Op, remembered, sameSchedule, stepBack } from './ops.ts';
import { groupsOf, type RoomGroup, type RoomRow } from './rows.ts';
import { openSaves, type RefusedSave, type Saves, type SavesOptions, type SaveState, type Waiting } from './saves.ts';
import { editorWords } from './words.ts';

/** Something between two spots: painted as a ghost, put down or put back. */
export interface Holding {
  activity: Uuid;
  before: Placed;
  after: Placed;
  by: 'pointer' | 'keys';
  op: Op;
  /** New clashes, heaviest first. */
  clashes: Clash[];
  /** Why it cannot be put down here. */
  refusal: string | null;
  told: string;
}

export interface Notice {
  id: number;
  text: string;
  /** To do in spite of what somebody else has done. */
  again: Op | null;
}

export interface Other extends Presence {
  seen: number;
}

export interface DeskOptions {
  schedule: DeskSchedule;
  placed: readonly Placed[];
  editable: readonly Board[];
  language: PageLanguage;
  view: string;
  outside: Pick<SavesOptions, 'send' | 'newKey' | 'later'> & { keep(waiting: readonly Waiting[]): void };
}

/** Tabs beside the days. */
export const ALL = 'all';
export const OTHER = 'other';
const GONE_AFTER = 60_000;

/** What blocks placing and did not before; a room is never booked twice, whatever stood there. */
const stopsHere =
  (known: ReadonlySet<string>) =>
  (clash: Clash): boolean =>
    blocksPlacing(clash) && (clash.rule === 'room' || !known.has(clash.key));

export class Desk {
  schedule: DeskSchedule;
  index: ClashIndex;
  tell: Teller;
  readonly language: PageLanguage;
  readonly days: PlainDate[];
  readonly zone: string;
  readonly groups: RoomGroup[];
  readonly #rows: Map<Uuid, RoomRow>;
  readonly #editable: ReadonlySet<Board>;
  readonly #saves: Saves;
  readonly #say: ReturnType<typeof editorWords>;
  readonly #keep: DeskOptions['outside']['keep'];

  placed = $state.raw<ReadonlyMap<Uuid, Placed>>(new Map());
  clashes = $state.raw<Clash[]>([]);
  view = $state('');
  selected = $state<Uuid | null>(null);
  /** What the keyboard is at. */
  focused = $state<Uuid | null>(null);
  holding = $state.raw<Holding | null>(null);
  swapping = $state<Uuid | null>(null);
  saveState = $state<SaveState>('saved');
  waiting = $state(0);
  notices = $state.raw<Notice[]>([]);
  others = $state.raw<Other[]>([]);
  /** Said to those who do not see. */
  said = $state('');
  #history = $state.raw<History>(noHistory);
  #notice = 0;

  constructor({ schedule, placed, editable, language, view, outside }: DeskOptions) {
    this.schedule = schedule;
    this.language = language;
    this.#say = editorWords(language);
    this.#editable = new Set(editable);
    this.#keep = outside.keep;
    this.zone = schedule.edition.timeZone;
    this.index = openClashes(schedule);
    this.tell = tellerOf(schedule, language, this.index.ground);
    const { startsOn, endsOn } = schedule.edition;
    this.days = startsOn && endsOn ? datesFrom(startsOn, endsOn) : this.#daysOf(placed);
    this.view = this.days.includes(view) || view === ALL || view === OTHER ? view : (this.days[0] ?? OTHER);
    const shown = placed.filter(({ id }) => this.#isShown(id));
    const used = new Set(shown.flatMap(({ room, sessions }) => [room, ...sessions.map((one) => one.room)].filter((id) => id !== null)));
    this.groups = groupsOf(schedule.places, this.zone, used);
    this.#rows = new Map(this.groups.flatMap(({ rows }) => rows.map((row) => [row.room.id, row])));
    this.placed = new Map(shown.map((one) => [one.id, one]));
    for (const one of shown) this.#index(one);
    this.clashes = this.index.all();
    this.#saves = openSaves({
      ...outside,
      edition: schedule.edition.slug,
      placed: shown,
      onPaint: (changed) => this.#paint(changed),
      onState: (state, now) => {
        this.saveState = state;
        this.waiting = now.length;
        this.#keep(now);
      },
      onRefused: (op, problem) => this.#refused(op, problem),
    });
  }

  #daysOf(placed: readonly Placed[]): PlainDate[] {
    const dates = placed.flatMap(({ id, hours }) =>
      hours && this.index.activity(id)?.kind !== 'year-round' ? [localDate(hours.startsAt, this.zone)] : [],
    );
    return [...new Set(dates)].sort();
  }
  #isShown = (id: Uuid): boolean => {
    const state = this.index.activity(id)?.state;
    return state !== undefined && state !== 'cancelled' && state !== 'postponed';
  };

  activity = (id: Uuid): DeskActivity => this.index.activity(id)!;
  title = (id: Uuid): string => textIn(this.activity(id).title, this.language);
  get = (id: Uuid): Placed | undefined => this.placed.get(id);
  row = (room: Uuid | null): RoomRow | undefined => (room ? this.#rows.get(room) : undefined);
  zoneOf = (room: Uuid | null): string => this.row(room)?.zone ?? this.zone;
  name = (name: Localised | null | undefined): string => textIn(name, this.language);
  mayMove = (id: Uuid): boolean => this.#editable.has(this.activity(id).board);
  dateOf = (placed: Pick<Placed, 'room' | 'hours'>): PlainDate | null =>
    placed.hours && localDate(placed.hours.startsAt, this.zoneOf(placed.room));
  canUndo = (): boolean => this.#history.done.length > 0;
  canRedo = (): boolean => this.#history.undone.length > 0;

  /** `14:00–16:30 · Room 305`, with the day where it is not the one that is shown. */
  spotTold(spot: Spot): string {
    if (!spot.hours) return this.#say('waits');
    const zone = this.zoneOf(spot.room);
    const date = localDate(spot.hours.startsAt, zone);
    const times = `${localTime(spot.hours.startsAt, zone)}–${localTime(spot.hours.endsAt, zone)}`;
    return [date === this.view ? '' : date.slice(5), times, this.tell.place(spot.room)].filter(Boolean).join(' · ');
  }

  /** The activity as the clash rules see it, placed so. */
  #asActivity(placed: Placed): DeskActivity {
    const activity = this.activity(placed.id);
    const times = new Map(placed.sessions.map((session) => [session.id, session]));
    return {
      ...activity,
      room: placed.room,
      startsAt: placed.hours?.startsAt ?? null,
      endsAt: placed.hours?.endsAt ?? null,
      version: placed.version,
      sessions: activity.sessions.map((session) => ({ ...session, ...times.get(session.id) })),
    };
  }
  #index(placed: Placed): void {
    this.index.put(this.#asActivity(placed));
  }

  #paint(changed: readonly Placed[]): void {
    const next = new Map(this.placed);
    for (const one of changed) {
      next.set(one.id, one);
      this.#index(one);
    }
    this.placed = next;
    this.clashes = this.index.all();
    // That its own last place has been saved is no reason to take it out of somebody's hand.
    const held = changed.find(({ id }) => id === this.holding?.activity);
    if (held && !sameSchedule(held, this.holding!.before)) this.holding = null;
  }

  /** What keeps these from being so, all of them together; `null` where nothing does. */
  #refusalOf(after: readonly Placed[]): string | null {
    const before = after.map(({ id }) => this.get(id)!);
    const blocks = () => after.flatMap(({ id }) => this.index.of(id)).filter(blocksPlacing);
    const known = new Set(blocks().map(({ key }) => key));
    after.forEach((one) => this.#index(one));
    const block = blocks().find(stopsHere(known));
    const why = block ? this.#why(block, after[0]!.id) : null;
    before.forEach((one) => this.#index(one));
    return why;
  }
  #why(clash: Clash, of: Uuid): string {
    const other = clash.activities.find((id) => id !== of);
    const hours = other && this.get(other)?.hours;
    if (clash.rule !== 'room' || !other || !hours) return this.tell.clash(clash);
    return this.#say('taken', {
      room: this.tell.place(clash.room),
      time: localTime(hours.startsAt, this.zoneOf(clash.room)),
      title: this.title(other),
    });
  }

  /** Painted, remembered and on its way; `false` where it may not be. */
  do(op: Op): boolean {
    const get = this.get;
    const ids = activitiesOf(op);
    const foreign = ids.find((id) => !this.mayMove(id));
    if (foreign) return this.#cannot(this.#say('readOnly', { title: this.title(foreign) }));
    const locked = op.is !== 'lock' && ids.find((id) => get(id)!.locked);
    if (locked) return this.#cannot(this.#say('isLocked', { title: this.title(locked) }));
    const after = applied(op, get);
    const why = op.is === 'lock' ? null : this.#refusalOf(after);
    if (why) return this.#cannot(this.#say('notHere', { why }));
    this.#history = remembered(this.#history, { op, back: inverseOf(op, get), before: ids.map((id) => get(id)!), after });
    this.#saves.add(op);
    return true;
  }
  #cannot(text: string): false {
    this.#tellNotice(text);
    return false;
  }

  undo = (): void => this.#step('undo');
  redo = (): void => this.#step('redo');
  #step(direction: 'undo' | 'redo'): void {
    this.putBack();
    const step = stepBack(this.#history, direction, this.get);
    if (!step) return this.say(this.#say(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
    if ('changed' in step) {
      this.#history = step.history;
      return this.#tellNotice(this.#say('cannotUndo', { title: this.title(step.changed[0]!) }));
    }
    const why = step.op.is === 'lock' ? null : this.#refusalOf(applied(step.op, this.get));
    if (why) return this.#tellNotice(this.#say('undoBlocked', { why }));
    this.#history = step.history;
    this.#saves.add(step.op);
    const [first] = activitiesOf(step.op);
    if (first) {
      this.show(first);
      this.say(`${this.#say(direction === 'undo' ? 'undone' : 'redone')}: ${this.title(first)}, ${this.spotTold(this.get(first)!)}`);
    }
  }

  /** Takes it up, or on to another spot; `resized`: its length is what changes. */
  hold(activity: Uuid, to: Spot, by: Holding['by'], resized = false): void {
    const before = this.get(activity)!;
    const op: Op = { is: 'arrange', arrangements: [resized && to.hours ? resize(before, to.hours) : move(activity, to)] };
    const [after] = applied(op, this.get);
    if (!after) return;
    const known = new Set(this.index.of(activity).map(({ key }) => key));
    const clashes = to.hours && to.room ? this.index.ifPut(this.#asActivity(after)) : [];
    const block = clashes.find(stopsHere(known));
    const fresh = clashes.filter(({ key, accepted }) => !known.has(key) && !accepted);
    const refusal = before.locked
      ? this.#say('isLocked', { title: this.title(activity) })
      : block
        ? this.#say('notHere', { why: this.#why(block, activity) })
        : null;
    const told = refusal ?? (fresh[0] ? this.tell.clash(fresh[0]) : '');
    this.holding = { activity, before, after, by, op, clashes: fresh, refusal, told };
    if (by === 'keys') this.say(`${this.spotTold(after)}, ${told || this.#say('clear')}`);
  }

  /** Where it is held, if it may be; what is refused stays in hand when the keyboard holds it. */
  putDown(): boolean {
    const { holding } = this;
    if (!holding) return false;
    if (holding.refusal) {
      this.say(holding.refusal);
      if (holding.by === 'pointer') {
        this.holding = null;
        this.#tellNotice(holding.refusal);
      }
      return false;
    }
    this.holding = null;
    const { after, before } = holding;
    if (after.room === before.room && after.hours?.startsAt === before.hours?.startsAt && after.hours?.endsAt === before.hours?.endsAt)
      return false;
    const fine = this.do(holding.op);
    this.selected = this.focused = holding.activity;
    if (fine) this.say(this.#say('putDown', { title: this.title(holding.activity), spot: this.spotTold(after) }));
    return fine;
  }
  putBack(): void {
    if (this.holding) this.say(this.#say('back'));
    this.holding = null;
    this.swapping = null;
  }

  takeOut(id: Uuid): void {
    const placed = this.get(id)!;
    if (isPlaced(placed) && this.do({ is: 'arrange', arrangements: [takeOut(placed)] }))
      this.say(this.#say('takenOut', { title: this.title(id) }));
  }
  toggleLock(id: Uuid): void {
    const locked = !this.get(id)!.locked;
    if (this.do({ is: 'lock', activities: [id], locked }))
      this.say(this.#say(locked ? 'lockedNow' : 'unlockedNow', { title: this.title(id) }));
  }
  beginSwap(id: Uuid): void {
    if (!this.get(id)?.hours) return;
    this.swapping = id;
    this.say(this.#say('swapping', { title: this.title(id) }));
  }
  swapWith(id: Uuid): void {
    const one = this.swapping && this.get(this.swapping);
    const other = this.get(id);
    this.swapping = null;
    if (!one || !other?.hours || one === other) return;
    if (this.do({ is: 'arrange', arrangements: swap(one, other) }))
      this.say(this.#say('swapped', { a: this.title(one.id), b: this.title(other.id) }));
  }

  select(id: Uuid | null): void {
    if (id && this.swapping) return this.swapWith(id);
    this.selected = id;
    if (id) this.focused = id;
  }
  /** Selects it and turns to the day it is on. */
  show(id: Uuid): void {
    const date = this.dateOf(this.get(id)!);
    if (date && this.view !== ALL) this.view = this.days.includes(date) ? date : OTHER;
    this.selected = this.focused = id;
  }
  say(text: string): void {
    // The same words again are said again.
    this.said = this.said === text ? `${text}\u200b` : text;
  }

  /** Rules, acceptances or names are otherwise than they were. */
  renew(schedule: DeskSchedule): void {
    this.schedule = schedule;
    this.index = openClashes(schedule);
    this.tell = tellerOf(schedule, this.language, this.index.ground);
    for (const one of this.placed.values()) if (this.index.activity(one.id)) this.#index(one);
    this.clashes = this.index.all();
  }
  /** Goes on with what an earlier visit could not save. */
  takeOver(waiting: readonly Waiting[]): void {
    this.#saves.takeOver(waiting);
    this.#tellNotice(this.#say('restored', { count: waiting.length }));
  }
  hear(present: readonly Placed[]): void {
    this.#saves.hear(present.filter(({ id }) => this.#isShown(id)));
  }
  retry = (): void => this.#saves.retry();
  close = (): void => this.#saves.close();
  doAnyway(notice: Notice): void {
    this.dismiss(notice.id);
    if (notice.again) this.do(notice.again);
  }
  dismiss(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }
  #tellNotice(text: string, again: Op | null = null): void {
    this.notices = [...this.notices.slice(-2), { id: ++this.#notice, text, again }];
    this.say(text);
  }
  #refused(op: Op, problem: RefusedSave): void {
    const [first] = activitiesOf(op);
    const title = first && this.index.activity(first) ? this.title(first) : '';
    const now = first && this.get(first);
    const spot = now ? this.spotTold(now) : '';
    switch (problem.is) {
      case 'stale':
      case 'changed-by-others':
        return this.#tellNotice(this.#say('changedByOthers', { title, spot }), op);
      case 'room-taken': {
        const [taken] = problem.taken;
        if (!taken) break;
        const time = localTime(taken.by.hours.startsAt as Instant, this.zoneOf(taken.room));
        return this.#tellNotice(
          this.#say('roomTaken', {
            title: this.title(taken.activity),
            room: this.tell.place(taken.room),
            time,
            by: this.name(taken.by.title),
          }),
        );
      }
      case 'clashes':
        return this.#tellNotice(this.#say('notHere', { why: problem.clashes[0] ? this.tell.clash(problem.clashes[0]) : '' }));
      case 'locked':
        return this.#tellNotice(this.#say('lockedByOthers', { title }));
    }
    this.#tellNotice(this.#say('notSaved', { title }));
  }

  /** Somebody else is here, or has gone. `now` in milliseconds. */
  meet(presence: Presence, now: number): void {
    const rest = this.others.filter(({ tab, seen }) => tab !== presence.tab && now - seen < GONE_AFTER);
    this.others = presence.is === 'gone' ? rest : [...rest, { ...presence, name: nameIn(presence.name, this.language), seen: now }];
  }

  /** A spot for what waits, to begin with: the smallest room with seats enough that is free in the morning or in the afternoon. */
  firstSpot(id: Uuid, date: PlainDate, length: number, startOf: (date: PlainDate, zone: string) => number): Spot {
    const rows = this.groups.flatMap(({ rows }) => rows);
    const needed = this.activity(id).capacity ?? 0;
    const home = rows.filter(({ site }) => site === null);
    const fits = home
      .filter(({ room }) => !room.parallel && (room.capacity ?? 0) >= needed)
      .sort((a, b) => a.room.capacity! - b.room.capacity!);
    const candidates = fits.length > 0 ? fits : rows;
    for (const half of [0, 4.5]) {
      for (const { room, zone } of candidates) {
        const spot: Spot = { room: room.id, hours: hoursFrom(startOf(date, zone) + half * 3_600_000, length) };
        const [after] = applied({ is: 'arrange', arrangements: [move(id, spot)] }, this.get);
        if (after && !this.index.ifPut(this.#asActivity(after)).some(blocksPlacing)) return spot;
      }
    }
    const [first] = candidates;
    return { room: first?.room.id ?? null, hours: hoursFrom(startOf(date, first?.zone ?? this.zone), length) };
  }
}
