// sharp behind plain node:http, the photograph in memory: what a Node team would begin with.
//
//   node serve.mjs PHOTO PORT    GET /?w=WIDTH&q=QUALITY&e=EFFORT, or GET /?w=WIDTH for all defaults
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { answer, asked, rendered } from './picture.mjs';

const [photo, port] = process.argv.slice(2);
const file = readFileSync(photo);
createServer(async (request, response) => answer(response, await rendered(file, asked(request))))
  .listen(+port, '127.0.0.1');
