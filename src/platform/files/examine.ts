/** What a file is, by its content and never by its name: whether it is taken in, and under which type it is given out. */
import { fileTypeFromBuffer } from 'file-type';
import { done, type Outcome, refused } from '../outcome.ts';

const MB = 1024 * 1024;
const PICTURES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };
const KEYNOTE = 'application/vnd.apple.keynote';

/** What is asked for, how large it may be, and the types that it may have with the endings that they are given out with. */
export const FILE_KINDS = {
  slides: {
    most: 60 * MB,
    types: {
      'application/pdf': 'pdf',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
      'application/vnd.oasis.opendocument.presentation': 'odp',
      [KEYNOTE]: 'key',
    },
  },
  picture: { most: 12 * MB, types: PICTURES },
  /** Kept small and plain (`portrait.ts`). */
  portrait: { most: 12 * MB, types: PICTURES },
  document: {
    most: 20 * MB,
    types: {
      'application/pdf': 'pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
      'application/vnd.oasis.opendocument.text': 'odt',
      ...PICTURES,
    },
  },
} as const satisfies Record<string, { most: number; types: Record<string, string> }>;
export type FileKind = keyof typeof FILE_KINDS;

export type FileProblem =
  | { is: 'file-too-large'; bytes: number; most: number }
  | { is: 'file-empty' }
  /** `found`: what its content says that it is; `null` where that is not known. */
  | { is: 'file-not-taken'; found: string | null; takes: string[] };

/** `name` is kept for people and made harmless; its ending is the content's. */
export async function examine(
  bytes: Uint8Array,
  name: string,
  kind: FileKind,
): Promise<Outcome<{ type: string; name: string }, FileProblem>> {
  const { most, types }: { most: number; types: Record<string, string> } = FILE_KINDS[kind];
  if (bytes.length === 0) return refused({ is: 'file-empty' });
  if (bytes.length > most) return refused({ is: 'file-too-large', bytes: bytes.length, most });
  const found = await typeOf(bytes);
  const ending = found ? types[found] : undefined;
  if (!found || !ending) return refused({ is: 'file-not-taken', found, takes: [...new Set(Object.values(types))] });
  return done({ type: found, name: `${plainName(name)}.${ending}` });
}

async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  // A Keynote file is an archive like many; what lies in it tells it from others.
  if (found?.mime === 'application/zip' && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('Index/Document.iwa'))
    return KEYNOTE;
  return found?.mime ?? null;
}

/** Without path, ending, control characters or marks that turn the direction of writing. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}"<>|:*?]+/gu, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .replace(/^\.+/, '');
  return [...plain].slice(0, 120).join('') || 'file';
}
