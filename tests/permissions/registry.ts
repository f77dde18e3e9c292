/** Every verb, every view and every door for people at work, found by looking: whoever adds one needs to tell nobody. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Permission } from '#platform/permissions.ts';
import { projectRoot } from '#platform/root.ts';

export interface Declared {
  kind: 'verb' | 'view';
  name: string;
  permission: Permission;
  /** As `verb()` and `view()` take it. */
  subject: unknown;
  input: { safeParse(value: unknown): { success: boolean; data?: unknown } };
  /** `src/boards/team/actions.server.ts` */
  file: string;
  exported: string;
}

export interface Route {
  /** `/[lang=lang]/desk/[edition]/team` */
  path: string;
  file: string;
  page: boolean;
  uses: Declared[];
}

const look = (pattern: string): string[] => globSync(pattern, { cwd: projectRoot }).sort();

export async function everythingDeclared(): Promise<Declared[]> {
  const found: Declared[] = [];
  for (const file of look('src/{platform,registry,boards}/**/*.server.ts')) {
    // What declares neither imports neither, and need not be loaded.
    if (!/(?:verb|view)\.server\.ts'/.test(readFileSync(join(projectRoot, file), 'utf8'))) continue;
    const module = (await import(pathToFileURL(join(projectRoot, file)).href)) as Record<string, unknown>;
    for (const [exported, value] of Object.entries(module)) {
      if (typeof value !== 'function' || !('permission' in value) || !('run' in value)) continue;
      const declared = value as unknown as Declared;
      found.push({ ...declared, name: declared.name, kind: declared.kind, file, exported });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** As `isPersonal` (src/platform/http/personal.ts), in the words of the folder of routes. */
const AT_WORK = /^\/(\[lang=lang\]\/(desk|sign-in|account|invitations|demo)|live|files|auth|api\/desk)(\/|$)/;

export function doorsForPeopleAtWork(declared: readonly Declared[]): Route[] {
  return look('src/routes/**/{+page,+layout,+server}*.ts').flatMap((file): Route[] => {
    const path = file.replace(/^src\/routes/, '').replace(/\/\+[^/]+$/, '');
    if (!/\+(page|layout)?\.?server\.ts$/.test(file.replace('+server.ts', '+.server.ts')) || !AT_WORK.test(path)) return [];
    const source = readFileSync(join(projectRoot, file), 'utf8');
    const uses = [...source.matchAll(/import\s*\{([^}]*)\}\s*from\s*'#([^']*\.server\.ts)'/g)].flatMap(([, names = '', from = '']) =>
      names.split(',').flatMap((one) => {
        const exported = one.trim().split(/\s+as\s+/)[0]!;
        return declared.find((each) => each.file === `src/${from}` && each.exported === exported) ?? [];
      }),
    );
    return [{ path, file, page: file.endsWith('+page.server.ts'), uses }];
  });
}

/** Doors that open no verb and no view, each with its reason. */
export const WITHOUT: Record<string, string> = {
  'src/routes/[lang=lang]/demo/outbox/+page.server.ts': 'a demo only (`demoOnly`): the mails that would have gone',
  'src/routes/[lang=lang]/desk/+layout.server.ts': 'leads whoever is not signed in to where that is done; shows nothing else',
  'src/routes/live/[edition]/+server.ts': 'for readers: the lines of the notices that are public already',
  'src/routes/auth/openid/+server.ts': 'the way to the identity provider; comes back by sign-in.provider',
};
