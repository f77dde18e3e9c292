/** The OpenAPI 3.1 description of the read interface, generated from its operations and their shapes. */
import { z } from 'zod';
import { type Operation, OPERATIONS } from './operations.ts';
import { problem } from './shapes.ts';

type Json = Record<string, unknown>;

/** What other boards answer is described beside the programme's own operations. */
export function openApi(publicUrl: string, others: readonly Omit<Operation, 'run'>[] = []): Json {
  const schemas: Json = {};
  // Shapes that have a name stand once among the components.
  const schema = (shape: z.ZodType): Json => {
    const {
      $schema: _dialect,
      $defs = {},
      ...made
    } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'output' }) as Json & { $defs?: Json };
    for (const [name, definition] of Object.entries($defs)) schemas[name] = moved(definition);
    const name = made['id'] as string | undefined;
    if (!name) return moved(made) as Json;
    schemas[name] = moved(made);
    return { $ref: `#/components/schemas/${name}` };
  };
  const problemAnswer = (description: string) => ({ description, content: { 'application/problem+json': { schema: schema(problem) } } });
  const paths = Object.fromEntries(
    [...OPERATIONS, ...others].map(({ path, summary, query, answer }) => [
      path,
      {
        get: {
          operationId: path.replace(/[{}]/g, '').split('/').filter(Boolean).join('-') || 'root',
          summary,
          parameters: [
            ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
            ...Object.entries(query).map(([name, { description, schema: shape }]) => ({
              name,
              in: 'query',
              required: !shape.safeParse(undefined).success,
              description,
              schema: schema(shape),
            })),
          ],
          responses: {
            200: { description: 'The answer', content: { 'application/json': { schema: schema(answer) } } },
            304: { description: 'Not changed since the ETag or instant that was sent' },
            404: problemAnswer('Nothing is published there'),
          },
        },
      },
    ]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Everforum read interface',
      version: '1',
      description: 'Everything that is published, and nothing else. Texts come in every language that they are written in.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths,
    components: { schemas },
  };
}

/** References from where zod put the definitions to where OpenAPI keeps them; names that were only for that are taken out. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      if (key === 'id' && typeof item === 'string') return [];
      if (key === '$ref' && typeof item === 'string') return [[key, item.replace('#/$defs/', '#/components/schemas/')]];
      return [[key, moved(item)]];
    }),
  );
}
