import {
  addPressPicture,
  putEditionLetter,
  putPressRecord,
  recordPressFigures,
  removeEditionLetter,
  removePressPicture,
  removePressRecord,
} from '#boards/preparation/press/actions.server.ts';
import { pressRoom } from '#boards/preparation/press/views.server.ts';
import { pressSheet } from '#boards/facts/press-sheet.ts';
import { form, shown } from '#ui/door.server.ts';
import { factsAsOf } from '#ui/facts.server.ts';
import { houseOf } from '#ui/load.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The figures that the public reads now, as the press room keeps them; `null` where nothing is published. */
async function figuresNow(event: Pick<RequestEvent, 'platform' | 'params'>) {
  const house = houseOf(event);
  const current = await house.current(event.params.edition);
  if (!current) return null;
  const { number, facts } = await factsAsOf(house, current);
  const sentences = (language: 'zh' | 'en') => pressSheet(facts, language).map(({ text }) => text);
  return {
    number,
    figures: facts.map(({ key, value }) => ({ key, value })),
    sentences: { zh: sentences('zh'), en: sentences('en') },
    letters: current.index.content.letters?.length ?? 0,
  };
}

export const load: PageServerLoad = async (event) => {
  const room = await shown(event, pressRoom, { edition: event.params.edition });
  const today = await figuresNow(event);
  return { ...room, today: today && { number: today.number, figures: today.figures, letters: today.letters } };
};

export const actions: Actions = {
  put: form(putPressRecord),
  remove: form(removePressRecord),
  picture: form(addPressPicture, { files: { picture: 'picture' } }),
  unpicture: form(removePressPicture),
  /** Figures are counted here and never taken from the form. */
  tell: async (event) => {
    const told = await figuresNow(event);
    return form(recordPressFigures, { input: (_, { record }) => ({ edition: event.params.edition, record, told }) })(event);
  },
  letter: form(putEditionLetter),
  unletter: form(removeEditionLetter),
};
