import { speakerWords } from '#boards/programme/hosting/speakers/words.ts';
import type { ReceiveProblem } from '#platform/files/files.server.ts';
import type { PageLanguage } from '#registry/text.ts';

/** Why a file was not taken, in words; nothing for any other problem. */
export function fileTold(problem: unknown, language: PageLanguage): Record<string, string> {
  const say = speakerWords(language);
  const told = problem as ReceiveProblem | null | undefined;
  switch (told?.is) {
    case 'file-too-large':
      return { [told.is]: say('fileTooLarge', { most: Math.floor(told.most / 1_048_576) }) };
    case 'file-not-taken':
      return {
        [told.is]: say('fileNotTaken', { takes: told.takes.map((one) => one.toUpperCase()).join(language === 'zh' ? '、' : ', ') }),
      };
    case 'file-empty':
      return { [told.is]: say('fileEmpty') };
    case 'too-many-files':
      return { [told.is]: say('tooManyFiles') };
    default:
      return {};
  }
}
