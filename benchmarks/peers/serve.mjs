// sharp behind plain node:http, the photograph in memory: what a Node team would begin with.
//
//   node serve.mjs PHOTO PORT    GET /?w=WIDTH&q=QUALITY&e=EFFORT, or GET /?w=WIDTH for all defaults
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

const [photo, port] = process.argv.slice(2);
const file = readFileSync(photo);
createServer(async (request, response) => {
  const asked = new URL(request.url, 'http://localhost').searchParams;
  const width = +asked.get('w');
  const picture = asked.has('q')
    ? sharp(file).resize({ width, fastShrinkOnLoad: false }).webp({ quality: +asked.get('q'), effort: +asked.get('e') })
    : sharp(file).resize({ width }).webp();
  const body = await picture.toBuffer();
  response.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': body.length }).end(body);
}).listen(+port, '127.0.0.1');
