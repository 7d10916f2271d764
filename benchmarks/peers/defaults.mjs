// Writes what sharp makes of a photograph if nobody says how: five widths, each as JPEG and WebP.
//
//   node defaults.mjs PHOTO FOLDER
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const [photo, folder] = process.argv.slice(2);
const file = readFileSync(photo);
for (const width of [1600, 800, 400, 200, 100]) {
  await sharp(file).resize({ width }).jpeg().toFile(`${folder}/${width}.jpg`);
  await sharp(file).resize({ width }).webp().toFile(`${folder}/${width}.webp`);
}
