import type { PageLanguage } from '#registry/text.ts';
import { boardLabel } from '#ui/words.ts';

const BOARDS = ['main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side'] as const;

/** The boards by their names. */
export const boardWords = (language: PageLanguage): Record<string, string> =>
  Object.fromEntries(BOARDS.map((board) => [board, boardLabel(language)(board)]));
