/** A portrait as it is kept: small, upright, and without anything that the camera wrote beside it (place, time, device). */
import sharp from 'sharp';

/** Four to five, as it is shown; twice as many pixels as the largest place for it. */
const SIZE = { width: 480, height: 600 };
/** More pixels than any camera has are no picture of a person. */
const MOST_PIXELS = 120_000_000;

/** Beside a name: twice as many pixels as it is shown with. */
const SMALL = 96;

/** A square from the upper part of a portrait, where the face is, as WebP. */
export const smallPortraitOf = (portrait: Uint8Array): Promise<Uint8Array> =>
  sharp(portrait).resize({ width: SMALL, height: SMALL, fit: 'cover', position: 'top' }).webp({ quality: 80 }).toBuffer();

/** WebP of 480 × 600; `null` where the bytes cannot be read as a picture. */
export async function portraitOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ ...SIZE, fit: 'cover', position: sharp.strategy.attention })
      .webp({ quality: 82 })
      .toBuffer();
  } catch {
    return null;
  }
}
