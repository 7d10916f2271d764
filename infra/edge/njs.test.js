// Runs the function on njs, from which CloudFront's runtime stems, if there is one: NJS names it, or it is on the path.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { minify } from './minify.js';

const NJS = process.env.NJS ?? 'njs';
const VECTORS = fileURLToPath(new URL('../../docs/conformance/vectors.json', import.meta.url));
const absent = spawnSync(NJS, ['-v']).error ? `no ${NJS}` : false;
const source = readFileSync(new URL('viewer-request.js', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'njs-'));
after(() => rmSync(folder, { recursive: true }));

/** The function, and around it what calls it with every vector and prints the names of those that differ. */
const program = (code) => `
import fs from 'fs';
let vector = null;
const CLOUDFRONT = {
  kvs: () => ({
    get: async (key) => {
      const style = (vector.styles || {})[key.replace('style:', '')];
      if (!style) throw new Error('KeyNotFound');
      return JSON.stringify(style);
    },
  }),
  createRequestOriginGroup: () => {},
};
${code.replace(/^import (\w+) from ?['"]cloudfront['"];/, 'const $1 = CLOUDFRONT;')}
const agrees = (answer, expected) => {
  if (!expected.status) return !answer.statusCode && decodeURIComponent(answer.uri.slice(1)) === expected.key;
  return answer.statusCode === expected.status && JSON.parse(answer.body).code === expected.code;
};
const all = async () => {
  const vectors = JSON.parse(fs.readFileSync(${JSON.stringify(VECTORS)}, 'utf8')).vectors;
  for (let i = 0; i < vectors.length; i++) {
    vector = vectors[i];
    const headers = vector.accept ? { accept: { value: vector.accept } } : {};
    const query = vector.query;
    const request = { method: 'GET', uri: vector.path, headers: headers, rawQueryString: () => query };
    const answer = await handler({ context: { requestId: 'r1' }, request: request });
    if (!agrees(answer, vector.expect)) console.log(vector.name);
  }
  console.log('done');
};
all();
`;

for (const [kind, code] of [['as written', source], ['minified', await minify(source)]]) {
  test(`njs agrees with every vector, the function ${kind}`, { skip: absent }, () => {
    const file = join(folder, 'function.js');
    writeFileSync(file, program(code));
    assert.equal(spawnSync(NJS, [file], { encoding: 'utf8' }).stdout.trim(), 'done');
  });
}
