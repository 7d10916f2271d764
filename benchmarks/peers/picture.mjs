// What a request asks for: w=WIDTH&q=QUALITY&e=EFFORT, or w=WIDTH alone for all of sharp's defaults.
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

export function rendered(file, asked) {
  const width = +asked.get('w');
  const picture = asked.has('q')
    ? sharp(file).resize({ width, fastShrinkOnLoad: false }).webp({ quality: +asked.get('q'), effort: +asked.get('e') })
    : sharp(file).resize({ width }).webp();
  return picture.toBuffer();
}

export const asked = request => new URL(request.url, 'http://localhost').searchParams;

export const answer = (response, body) =>
  response.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': body.length }).end(body);
