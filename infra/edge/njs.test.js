// Runs the function on njs, from which CloudFront's runtime stems, if there is one: NJS names it, or it is on the path.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filledIn } from './deploy.js';
import { minify } from './minify.js';

const NJS = process.env.NJS ?? 'njs';
const conformance = (file) => JSON.parse(readFileSync(new URL(`../../docs/conformance/${file}`, import.meta.url), 'utf8'));
const absent = spawnSync(NJS, ['-v']).error ? `no ${NJS}` : false;
const source = readFileSync(new URL('viewer-request.js', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'njs-'));
after(() => rmSync(folder, { recursive: true }));

/** The function, and around it what calls it with every vector of a file and prints the names of those that differ. */
const program = (code, vectors) => `
import fs from 'fs';
let vector = null;
const CLOUDFRONT = {
  kvs: () => ({
    get: async (key) => {
      const id = key.slice(key.indexOf(':') + 1);
      const style = (vector.styles || {})[id];
      if (key === 'style:' + id && style) return JSON.stringify(style);
      if (key === 'key:' + id && vector.keys[id]) return vector.keys[id];
      throw new Error('KeyNotFound');
    },
  }),
  createRequestOriginGroup: () => {},
};
Date.now = () => vector.now * 1000;
${code.replace(/^import (\w+) from ?['"]cloudfront['"];/, 'const $1 = CLOUDFRONT;')}
const agrees = (answer, expected) => {
  if (!expected.status) return !answer.statusCode && decodeURIComponent(answer.uri.slice(1)) === expected.key;
  return answer.statusCode === expected.status && JSON.parse(answer.body).code === expected.code;
};
const all = async () => {
  const vectors = JSON.parse(fs.readFileSync(${JSON.stringify(vectors)}, 'utf8'));
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

/** Every vector of both files, by what is filled into the function for it. */
function deployments() {
  const signing = conformance('signing.json');
  const plain = conformance('vectors.json').vectors.map((vector) => ({ mode: 'off', ...vector }));
  const signed = signing.vectors.map((vector) => ({ now: signing.now, keys: signing.keys, ...vector }));
  const groups = {};
  for (const vector of [...plain, ...signed]) {
    (groups[JSON.stringify({ signing: vector.mode, forbidden: vector.forbidden })] ??= []).push(vector);
  }
  return groups;
}

for (const [kind, code] of [['as written', source], ['minified', await minify(source)]]) {
  for (const [constants, vectors] of Object.entries(deployments())) {
    test(`njs agrees with every vector, the function ${kind}, with ${constants}`, { skip: absent }, () => {
      const file = join(folder, 'function.js');
      const data = join(folder, 'vectors.json');
      writeFileSync(data, JSON.stringify(vectors));
      writeFileSync(file, program(filledIn(code, JSON.parse(constants)), data));
      assert.equal(spawnSync(NJS, [file], { encoding: 'utf8' }).stdout.trim(), 'done');
    });
  }
}
