// sharp, as a Node service would call it, with the settings of the cases. Reads `case,repeats` lines, answers `CPU-microseconds,bytes`.
//
//   node sharp.mjs CASES PICTURES
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

const [cases, pictures] = process.argv.slice(2);
const table = new Map();
for (const line of readFileSync(cases, 'utf8').trim().split('\n').slice(1)) {
  const [name, source, width, format, quality, effort] = line.split(',');
  table.set(name, { file: readFileSync(`${pictures}/${source}`), width: +width, format, quality: +quality, effort: +effort });
}
const WIDTHS = [1600, 800, 400, 200, 100];

const opened = (file, width) => sharp(file, { animated: true }).resize({ width, fastShrinkOnLoad: false });

function saved(picture, { format, quality, effort }) {
  switch (format) {
    case 'jpg': return picture.jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
    case 'webp': return picture.webp({ quality, effort }).toBuffer();
    case 'avif': return picture.avif({ quality, effort, chromaSubsampling: '4:2:0' }).toBuffer();
    case 'gif': return picture.gif({ reuse: true, keepDuplicateFrames: true }).toBuffer();
    default: throw new Error(format);
  }
}

async function eagerAlone() {
  const { file } = table.values().next().value;
  let bytes = 0;
  for (const width of WIDTHS) {
    bytes += (await saved(opened(file, width), { format: 'jpg', quality: 80 })).length;
    bytes += (await saved(opened(file, width), { format: 'webp', quality: 75, effort: width <= 400 ? 4 : 2 })).length;
  }
  return bytes;
}

async function eagerDefaults() {
  const { file } = table.values().next().value;
  let bytes = 0;
  for (const width of WIDTHS) {
    bytes += (await sharp(file).resize({ width }).jpeg().toBuffer()).length;
    bytes += (await sharp(file).resize({ width }).webp().toBuffer()).length;
  }
  return bytes;
}

async function run(name) {
  if (name === 'eager alone') return eagerAlone();
  if (name === 'eager defaults') return eagerDefaults();
  const wanted = table.get(name);
  return (await saved(opened(wanted.file, wanted.width), wanted)).length;
}

for await (const line of createInterface({ input: process.stdin })) {
  const comma = line.lastIndexOf(',');
  const name = line.slice(0, comma);
  const repeats = +line.slice(comma + 1);
  try {
    let bytes = 0;
    const before = process.cpuUsage();
    for (let i = 0; i < repeats; i++) bytes = await run(name);
    const used = process.cpuUsage(before);
    console.log(`${Math.round((used.user + used.system) / repeats)},${bytes}`);
  } catch (error) {
    console.log(`! ${name}: ${error.message}`);
  }
}
