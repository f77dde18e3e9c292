/** For tests only: the published schemas, read from beside the project where they are, and sources made of contents. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { projectRoot } from '#platform/root.ts';
import type { EditionContent } from '../content.ts';
import { indexOf } from '../index-of.ts';
import type { Source } from './schedule.ts';

/** A file of the folder beside the project, or `null` where it is not there. */
export function shared(path: string): string | null {
  const file = join(projectRoot, '..', 'shared', 'data', path);
  return existsSync(file) ? file : null;
}

export const sourceOf = (content: EditionContent, language = 'zh', given: Partial<Source> = {}): Source => ({
  index: indexOf(content),
  version: 1,
  language,
  publicUrl: 'https://forum.example.org',
  ...given,
});

export async function xmlErrors(xml: string): Promise<readonly string[] | null> {
  const xsd = shared('formats/schedule.xml.xsd');
  if (!xsd) return null;
  const { errors } = await validateXML({
    xml: [{ fileName: 'schedule.xml', contents: xml }],
    schema: [readFileSync(xsd, 'utf8')],
    initialMemoryPages: 512,
    maxMemoryPages: 8192,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const validators = new Map<string, (value: unknown) => string[]>();

export function jsonErrors(json: string, schema: 'schema.json' | 'schema2.json'): string[] | null {
  const file = shared(`formats/${schema}`);
  if (!file) return null;
  let validate = validators.get(schema);
  if (!validate) {
    const { $schema: _draft, ...definition } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { color: true } });
    (addFormats as unknown as (ajv: Ajv) => void)(ajv);
    const compiled = ajv.compile(definition);
    validate = (value) => (compiled(value) ? [] : (compiled.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
    validators.set(schema, validate);
  }
  return validate(JSON.parse(json));
}
