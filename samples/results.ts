import type { Activity, Result, Uuid } from '../src/boards/programme/content.ts';
import { idOf } from './identity.ts';

export const resultId = (key: string): Uuid => idOf('result', key);

export const results2022 = (_activities: readonly Activity[]): Result[] => [];
