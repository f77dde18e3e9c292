/** Clashes as a table to be saved: a row for each, in the words in which a page tells it. */
import type { PageLanguage } from '#registry/text.ts';
import { type Cell, type Table, tableOf } from '../formats/table.ts';
import type { Clash } from './clash.ts';
import type { DeskSchedule } from './desk-schedule.ts';
import { groundOf } from './ground.ts';
import { clashTableWords, levelWords, ruleWords, tellerOf } from './words.ts';

export function clashTable(clashes: readonly Clash[], desk: DeskSchedule, language: PageLanguage): Table {
  const say = clashTableWords(language);
  const ground = groundOf(desk);
  const teller = tellerOf(desk, language, ground);
  const numbers = new Map(desk.activities.map(({ id, number }) => [id, number]));
  const list = (items: readonly string[]) => items.join('; ') || null;
  const column = (key: keyof typeof clashTableWords.messages, of: (clash: Clash) => Cell) => ({ key, header: say(key), of });
  const at = (moment: string | null, { room }: Clash): Cell => (moment ? { at: moment, zone: ground.zone(room) } : null);
  return tableOf<Clash>(
    say('clashes'),
    [
      column('level', ({ level }) => levelWords(language)(level)),
      column('rule', ({ rule }) => ruleWords(language)(rule)),
      column('told', (clash) => teller.clash(clash)),
      column('numbers', ({ activities }) => list(activities.flatMap((id) => numbers.get(id) ?? []).map(String))),
      column('activities', ({ activities }) => list(activities.map(teller.activity))),
      column('people', ({ people }) => list(people.map(teller.person))),
      column('room', ({ room }) => (room ? teller.place(room) : null)),
      column('from', (clash) => at(clash.from, clash)),
      column('to', (clash) => at(clash.to, clash)),
      column('zone', (clash) => (clash.from ? ground.zone(clash.room) : null)),
      column('acceptedBy', ({ accepted }) => accepted?.by ?? null),
      column('reason', ({ accepted }) => accepted?.reason ?? null),
    ],
    clashes,
  );
}
