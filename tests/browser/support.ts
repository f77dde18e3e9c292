/**
 * What browser tests share: one Chromium and one preview server for each test file, and the audits that every page must pass.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { browserOfProcess, company } from './company.ts';
import { startPreview, type History, type Preview } from '../../scripts/preview.ts';

const need = createRequire(import.meta.url);

export interface Stage {
  preview: Preview;
  browser: Browser;
  /** A page of its own context: nothing kept from any other. `path` is opened where given. */
  open(path?: string, options?: BrowserContextOptions & { at?: string }): Promise<Page>;
}

export interface StageOptions {
  history?: History;
  /** The clock of the server. */
  now?: Date;
}

/**
 * `const { journey } = stage(…)`, then `journey('name', async ({ open }) => …)`: a test with a fresh set of pages, closed at its end.
 * Server and browser start with the first journey and end with the file.
 */
export function stage(options: StageOptions = {}) {
  let preview: Preview | null = null;
  const together = company(
    async () => ({ preview: (preview = await startPreview(options)), browser: await browserOfProcess() }),
    async () => preview?.close(),
  );

  const journey = (name: string, run: (stage: Stage, t: TestContext) => Promise<void>) =>
    together(name, async ({ preview, browser }, t) => {
      const contexts: BrowserContext[] = [];
      const open: Stage['open'] = async (path, { at, ...given } = {}) => {
        const context = await browser.newContext({ baseURL: preview.url, viewport: { width: 1440, height: 1000 }, ...given });
        contexts.push(context);
        const page = await context.newPage();
        if (at) await page.clock.install({ time: new Date(at) });
        if (path) await page.goto(path);
        return page;
      };
      try {
        await run({ preview, browser, open }, t);
      } finally {
        await Promise.all(contexts.map((context) => context.close()));
      }
    });
  return { journey };
}

const axeSource = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Of long lists, what is like the rest: of siblings alike in tags, classes, attributes had and where there is text, all the way down, three
 * stay, of those alike but for their classes twelve. An audit of a thousand rows is that of a dozen, and takes as long. The others are
 * removed, or left out by axe and nothing else.
 */
const thinOut = (page: Page, how: 'remove' | 'leave out'): Promise<void> =>
  page.evaluate((removing) => {
    const shape = (element: Element, withClasses: boolean): string => {
      const had = element.getAttributeNames().filter((name) => name !== 'class' && name !== 'data-surplus');
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '');
      const within = [...new Set([...element.children].map((child) => shape(child, withClasses)))];
      return `${element.tagName}[${had.join()}].${withClasses ? element.getAttribute('class') : ''}${hasText ? '"' : ''}(${within.join()})`;
    };
    const surplus: Element[] = [];
    for (const parent of document.body.querySelectorAll('ul, ol, dl, tbody, section, div, select')) {
      if (parent.children.length <= 3) continue;
      const seen = new Map<string, number>();
      for (const child of parent.children) {
        const [alike, near] = [shape(child, true), shape(child, false)].map((like) => {
          seen.set(like, (seen.get(like) ?? 0) + 1);
          return seen.get(like)!;
        });
        if (alike! > 3 || near! > 12) surplus.push(child);
      }
    }
    for (const element of surplus) {
      if (removing) element.remove();
      else element.setAttribute('data-surplus', '');
    }
  }, how === 'remove');

/**
 * What axe finds on a page as it stands, as `rule: first place`, by every rule or by those whose answer hangs on colour; the page's context
 * needs `bypassCSP: true`.
 */
export async function axeFindings(page: Page, rules: 'all' | 'of colour' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  await thinOut(page, 'leave out');
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as {
        axe: { run(on: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
      };
      const { violations } = await axe.run({ exclude: [['[data-surplus]']] }, { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id} ×${nodes.length}: ${String(nodes[0]?.target)}`);
    },
    rules === 'all' ? tags : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  );
}

/** What is wrong with a page, which is of no use afterwards: what axe finds, in the other colours too; how far it scrolls sideways. */
export async function auditFindings(page: Page, other: 'light' | 'dark'): Promise<string[]> {
  const over = await sideways(page);
  await thinOut(page, 'remove');
  const findings = await axeFindings(page);
  await page.emulateMedia({ colorScheme: other });
  findings.push(...(await axeFindings(page, 'of colour')).map((finding) => `in ${other}, ${finding}`));
  await page.emulateMedia({ colorScheme: null });
  if (over > 0) findings.push(`scrolls ${over} px sideways`);
  return findings;
}

/** How far a page can be scrolled sideways, in px; 0 on a page that fits. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** What the rules of HTML find wrong with a page as served. */
export async function htmlFindings(html: string): Promise<string[]> {
  const { HtmlValidate } = await import('html-validate');
  const validate = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:document'],
    rules: {
      // Matters of taste, not of the standard.
      'no-trailing-whitespace': 'off',
      // Everything comes from our own address.
      'require-sri': 'off',
      'void-style': 'off',
      'no-inline-style': 'off',
      'attribute-boolean-style': 'off',
      'long-title': 'off',
      'prefer-native-element': 'off',
      'doctype-style': 'off',
    },
  });
  const { results } = await validate.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`));
}
