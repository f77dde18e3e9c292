/** Chinese is written with Chinese punctuation: in every word of the screens and mails, in every text of the samples, and in the guides. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { halfWidthIn } from '#platform/punctuation.ts';
import { sampleHistory2022, sampleEditions } from '../samples/index.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

type Messages = Record<string, Record<string, string>>;

const messagesOf = (value: unknown): Messages | null =>
  value !== null && (typeof value === 'object' || typeof value === 'function') && 'messages' in value ? (value.messages as Messages) : null;

test('words of the screens and mails', async () => {
  // Tables of words are kept in files called words.ts, or named for what they are the words of.
  const files = globSync('src/**/{*words,names,mails}.ts', { cwd: root }).filter((file) => file !== join('src', 'platform', 'words.ts'));
  assert.ok(files.length > 0);
  let read = 0;
  const wrong: string[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const value of Object.values(module)) {
      for (const [key, message] of Object.entries(messagesOf(value) ?? {})) {
        read += 1;
        for (const { excerpt } of halfWidthIn(message['zh'] ?? '')) wrong.push(`${file} ${key}: ${excerpt}`);
      }
    }
  }
  assert.ok(read > 100, `only ${read} messages were found`);
  assert.deepEqual(wrong, []);
});

/** Every text of a value, with the way to it. */
function* chineseIn(value: unknown, path: string): Generator<[path: string, text: string]> {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* chineseIn(item, `${path}/${at}`);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'zh' && typeof item === 'string') yield [path, item];
      else yield* chineseIn(item, `${path}/${key}`);
    }
  }
}

test('texts of the samples, in every version', () => {
  const wrong = new Set<string>();
  let read = 0;
  for (const content of [...sampleEditions(), ...sampleHistory2022().map((version) => version.content)]) {
    for (const [path, text] of chineseIn(content, content.edition.slug)) {
      read += 1;
      for (const { excerpt } of halfWidthIn(text)) wrong.add(`${path}: ${excerpt}`);
    }
  }
  assert.ok(read > 5000, `only ${read} texts were found`);
  assert.deepEqual([...wrong], []);
});

/** Where the prose of a guide is spoilt. Left alone are indented blocks, which are code, and the marks of Markdown: the address of a link. */
const spoiltIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('    '))
    .flatMap((line) => halfWidthIn(line.replace(/\]\([^)\s]*\)/g, ']')).map(({ excerpt }) => excerpt));

test('guides in Chinese', () => {
  const guides = ['README.zh.md', ...globSync('docs/zh/*.md', { cwd: root })];
  assert.ok(guides.length > 5);
  const wrong = guides.flatMap((file) => spoiltIn(readFileSync(join(root, file), 'utf8')).map((excerpt) => `${file}: ${excerpt}`));
  assert.deepEqual(wrong, []);
  assert.equal(spoiltIn('先起草\u002c再发布。见[指南](zh/a.md)（`a,b`）\n\n    npx 命令\u002c 参数').length, 1);
});
