/** The decisions of the form in `Breaks.svelte`: what is chosen for all that are alike holds for each that has nothing chosen of its own. */
import type { Decision } from '#registry/rehearsals.server.ts';

/** What of a form that was refused is shown again. */
export interface SentForm {
  decisions?: Fields;
  alike?: Fields;
  reason?: Record<string, string>;
}

/** What one field of choice says where it goes with its group. */
export const asGroup = (group: string): string => `as ${group}`;

/** By key of a break, or of a group: as the browser sent them. */
export type Fields = Record<string, { choose?: string; reason?: string } | undefined>;

/** What has nothing chosen is left out: the verb asks for it. */
export function decisionsIn({ decisions, alike }: { decisions?: unknown; alike?: unknown }): Record<string, Decision> {
  const groups = fieldsOf(alike);
  return Object.fromEntries(
    Object.entries(fieldsOf(decisions)).flatMap(([key, own]) => {
      const [, group] = /^as (.+)$/.exec(textOf(own?.choose)) ?? [];
      const choose = textOf(group ? groups[group]?.choose : own?.choose);
      const reason = textOf(own?.reason) || (group ? textOf(groups[group]?.reason) : '');
      // The verb looks at what it is.
      return choose ? [[key, { choose: choose as Decision['choose'], reason }]] : [];
    }),
  );
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
