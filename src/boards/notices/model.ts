/**
 * A notice (公告) is official: numbered within its edition, and once issued it is replaced or withdrawn, never edited. Types, states and
 * rules; no database, no clock.
 */
import { done, type Outcome, refused } from '#platform/outcome.ts';
import type { Localised } from '#registry/text.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import type { Roads } from './roads.ts';

export const NOTICE_KINDS = ['announcement', 'postponement', 'programme-change', 'traffic-control', 'safety'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds that stand above every page of the edition while they are in force. */
const IN_THE_BANNER: readonly NoticeKind[] = ['safety', 'postponement', 'traffic-control'];

export type Audience = { is: 'everybody' } | { is: 'hosts' } | { is: 'board'; board: string } | { is: 'activity'; activity: string };

export interface NoticeText {
  kind: NoticeKind;
  /** In whose name it is issued. */
  issuer: Localised;
  title: Localised;
  /** Paragraphs, set apart by empty lines. */
  body: Localised;
  /** ISO 8601, UTC; `null`: from its issue. */
  validFrom: string | null;
  /** `null`: until further notice. */
  validUntil: string | null;
  audience: Audience;
  /** For traffic control: what is bound where, when and for whom. */
  roads: Roads | null;
}

export interface Draft extends NoticeText {
  state: 'draft';
  id: string;
  edition: string;
  /** The notice that this one takes the place of, once issued. */
  replaces: string | null;
  version: number;
  writtenBy: string;
  writtenAt: string;
  sample: boolean;
}

/** As the public reads it. */
export interface Issued extends NoticeText {
  state: 'issued' | 'replaced' | 'withdrawn';
  id: string;
  edition: string;
  number: number;
  issuedAt: string;
  replaces: number | null;
  replacedBy: number | null;
  endedAt: string | null;
  withdrawnBecause: Localised | null;
  sample: boolean;
}

export type IssueProblem =
  | { is: 'ended'; at: string }
  | { is: 'untranslated'; languages: string[] }
  | { is: 'no-roads' }
  /** What it was to replace is not in force any more. */
  | { is: 'already-ended' };

/** Whether a draft may be issued now. A notice must reach all readers, so it is needed in every language of the pages. */
export function mayIssue(draft: NoticeText, replaced: { state: Issued['state'] } | null, now: string): Outcome<null, IssueProblem> {
  if (draft.validUntil && Date.parse(draft.validUntil) <= Date.parse(now)) return refused({ is: 'ended', at: draft.validUntil });
  const lacks = (language: string) => [draft.title, draft.body, draft.issuer].some(({ texts }) => !texts[language]?.trim());
  const missing = PAGE_LANGUAGES.filter(lacks);
  if (missing.length > 0) return refused({ is: 'untranslated', languages: [...missing] });
  if (draft.kind === 'traffic-control' && (draft.roads?.features.length ?? 0) === 0) return refused({ is: 'no-roads' });
  if (replaced && replaced.state !== 'issued') return refused({ is: 'already-ended' });
  return done(null);
}

export const STANDINGS = ['coming', 'in-force', 'over', 'replaced', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How an issued notice stands at a moment. Its hours are half open: it holds from the first moment to before the last. */
export function standing(notice: Pick<Issued, 'state' | 'validFrom' | 'validUntil'>, now: string): Standing {
  if (notice.state !== 'issued') return notice.state;
  const at = Date.parse(now);
  if (notice.validFrom && at < Date.parse(notice.validFrom)) return 'coming';
  if (notice.validUntil && at >= Date.parse(notice.validUntil)) return 'over';
  return 'in-force';
}

/** What stands above every page: safety first, then the newest. */
export const bannerOf = (notices: readonly Issued[], now: string): Issued[] =>
  notices
    .filter((notice) => IN_THE_BANNER.includes(notice.kind) && standing(notice, now) === 'in-force')
    .sort((a, b) => Number(b.kind === 'safety') - Number(a.kind === 'safety') || b.number - a.number);

/** The next moment at which one of the notices begins or ends to hold; `null` where nothing is to come. */
export function nextTurn(notices: readonly Issued[], now: string): string | null {
  const at = Date.parse(now);
  const turns = notices
    .filter(({ state }) => state === 'issued')
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .filter((moment): moment is string => moment !== null && Date.parse(moment) > at);
  return turns.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
