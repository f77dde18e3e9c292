/** What an activity needs beside its room: one line for each. The room's own wishes are the schedule's (`proposals/wishes.ts`). */
export const NEED_KINDS = ['accessibility', 'catering', 'equipment', 'staff', 'signs', 'transport', 'other'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];
export interface Need {
  kind: NeedKind;
  what: string;
  quantity: number | null;
}
