import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import type { Fault, Instance, Plan } from '../engines/meetings/instance.ts';
import { readPlan } from '../engines/meetings/read.ts';
import { score } from '../engines/meetings/score.ts';
import { exitCodes, Failure } from './failure.ts';

/** Larger files are refused unread: parsed, each byte can become some thirty. The largest instance that is accepted has a third of it. */
const MOST_BYTES = 32 * 1024 * 1024;

export function readFile<T>(path: string, read: (json: unknown) => { ok: true; value: T } | { ok: false; faults: Fault[] }): T {
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Error(`has ${size} bytes; at most ${MOST_BYTES} are accepted`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`${path}: ${(error as Error).message}`, exitCodes.usage);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${path} is not JSON: ${(error as Error).message}`, exitCodes.usage);
  }
  const outcome = read(json);
  if (outcome.ok) return outcome.value;
  const lines = outcome.faults.map((fault) => `${fault.path}: ${fault.reason}`);
  throw new Failure(`${path} cannot be used:\n  ${lines.join('\n  ')}`, exitCodes.usage);
}

/** A plan of this instance that keeps its rules. */
export function readFeasible(json: unknown, instance: Instance): { ok: true; value: Plan } | { ok: false; faults: Fault[] } {
  const outcome = readPlan(json, instance);
  if (!outcome.ok) return outcome;
  const { problems } = score(instance, outcome.value);
  return problems.length === 0 ? outcome : { ok: false, faults: problems.map((reason) => ({ path: 'meetings', reason })) };
}

/** Never leaves half a plan behind. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    throw new Failure(`${path} could not be written: ${(error as Error).message}`);
  }
}
