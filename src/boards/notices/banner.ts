/** The lines above every page of an edition, as a page is given them and as an open page hears of them. */
import type { Localised } from '#registry/text.ts';
import { bannerOf, type Issued, type NoticeKind } from './model.ts';

export interface BannerLine {
  number: number;
  kind: NoticeKind;
  title: Localised;
}

export const bannerLines = (notices: readonly Issued[], now: string): BannerLine[] =>
  bannerOf(notices, now).map(({ number, kind, title }) => ({ number, kind, title }));

/** When the public last read something new of it. */
export const changedAt = ({ issuedAt, endedAt }: Issued): string => endedAt ?? issuedAt;
