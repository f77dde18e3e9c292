/** Guides drift: every address in them leads somewhere, and the Chinese ones have the parts and pictures of their English twins. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const guides = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const twins = ['README.zh.md', ...globSync('docs/zh/*.md', { cwd: root })].map((zh) => ({
  zh,
  en: zh === 'README.zh.md' ? 'README.md' : join('docs', basename(zh)),
}));

/** The text without what is quoted from a program: fences, indented blocks, code spans. */
const prose = (text: string): string =>
  text
    .replace(/^```.*?^```/gms, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`\n]*`/g, '``');
const headings = (text: string): string[] => [...prose(text).matchAll(/^#{1,6}(?= )/gm)].map(([marks]) => marks);
const addresses = (text: string): string[] => [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!);
const pictures = (text: string): string[] => [...prose(text).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, address]) => address!);

/** Names of a file's headings as an address has them: in lower case, without punctuation, spaces as hyphens. */
const anchors = (text: string): string[] =>
  [...text.replace(/^```.*?^```/gms, '').matchAll(/^#{1,6} (.*)$/gm)].map(([, heading]) =>
    heading!
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );

/** What of a file's addresses leads nowhere. */
function lost(file: string): string[] {
  return addresses(read(file)).filter((address) => {
    if (/^[a-z]+:/.test(address)) return false;
    const [path = '', anchor] = decodeURIComponent(address).split('#');
    const target = path === '' ? file : join(dirname(file), path);
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchors(read(target)).includes(anchor));
  });
}

test('no link and no picture leads nowhere', () => {
  assert.ok(guides.flatMap((file) => addresses(read(file))).length > 50);
  assert.deepEqual(
    guides.flatMap((file) => lost(file).map((address) => `${file}: ${address}`)),
    [],
  );
});

test('every Chinese guide has the parts and as many pictures as its English twin, and each leads to the other', () => {
  assert.ok(twins.length > 5);
  for (const { zh, en } of twins) {
    const [chinese, english] = [read(zh), read(en)];
    assert.deepEqual(headings(chinese), headings(english), zh);
    assert.equal(pictures(chinese).length, pictures(english).length, zh);
    const leadsTo = (from: string, text: string, to: string) =>
      addresses(text.slice(0, 200)).some((one) => join(dirname(from), one) === to);
    assert.ok(leadsTo(zh, chinese, en), `${zh} begins with a link to ${en}`);
    assert.ok(leadsTo(en, english, zh), `${en} begins with a link to ${zh}`);
  }
});

test('no picture is kept that no guide shows', () => {
  const shown = new Set(guides.flatMap((file) => pictures(read(file)).map((address) => join(dirname(file), address))));
  assert.deepEqual(
    globSync('docs/pictures/*.png', { cwd: root }).filter((picture) => !shown.has(picture)),
    [],
  );
});

/** Messages of the screens in Chinese, as patterns: an argument stands for a number, and what follows a colon may be left out. */
async function saidOnScreens(): Promise<RegExp[]> {
  const said: RegExp[] = [];
  for (const file of globSync('src/**/{*words,names}.ts', { cwd: root })) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const table of Object.values(module)) {
      const messages = (table as { messages?: Record<string, { zh?: string }> } | null)?.messages ?? {};
      for (const { zh = '' } of Object.values(messages)) {
        const pattern = zh
          .split(/\{[^{}]*\}/)
          .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
          .join('\\d+')
          .replace(/：(.*)$/, '(?:：$1)?');
        said.push(new RegExp(`^${pattern}$`));
      }
    }
  }
  return said;
}

test('every label that a Chinese guide quotes stands on a screen', async () => {
  const said = await saidOnScreens();
  const quoted = twins.flatMap(({ zh }) => [...read(zh).matchAll(/「([^」]+)」/g)].map(([, label]) => `${zh}: ${label}`));
  assert.ok(said.length > 1000 && quoted.length > 80);
  const unsaid = (label: string): boolean => !said.some((pattern) => pattern.test(label.slice(label.indexOf(': ') + 2)));
  assert.deepEqual(quoted.filter(unsaid), []);
  assert.ok(unsaid('x: 保存并退出'));
});
