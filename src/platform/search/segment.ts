/** Chinese word segmentation by dictionary. The dictionary (5 MB) is read at the first use, which takes a third of a second. */
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';

let jieba: Jieba | undefined;

/** Cuts a run of Chinese characters into words; put together again they are the run. */
export const segment = (run: string): string[] => (run.length < 2 ? [run] : (jieba ??= load()).cut(run, true));

function load(): Jieba {
  const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict') as { dict: Uint8Array };
  return Jieba.withDict(dict);
}
