import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { filledIn } from './deploy.js';
import { early, violations } from './language.js';
import { minify, MOST_BYTES } from './minify.js';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { vectors } = JSON.parse(read('../../docs/conformance/vectors.json'));
const signing = JSON.parse(read('../../docs/conformance/signing.json'));
const require = createRequire(import.meta.url);
const source = read('viewer-request.js');
const minified = await minify(source);
const reserved = read('reserved.js');

/**
 * Runs a function's code with a stand-in for CloudFront; a group that it chose becomes the request's `origins`.
 * Of the vector: `mode` and `forbidden` are filled in, `styles` and `keys` are in the store, `now` is the time in
 * seconds.
 */
async function run(code, vector) {
  let group = null;
  const stored = { ...entries('style:', vector.styles, JSON.stringify), ...entries('key:', vector.keys, String) };
  const cloudfront = {
    kvs: () => ({
      get: async (key) => {
        if (!Object.hasOwn(stored, key)) throw new Error('KeyNotFound');
        return stored[key];
      },
    }),
    createRequestOriginGroup: (chosen) => {
      group = chosen;
    },
    selectRequestOriginById: (id) => {
      group = { originIds: [{ originId: id }] };
    },
  };
  const filled = filledIn(code, { signing: vector.mode, forbidden: vector.forbidden });
  const [, name, body] = /^(?:import (\w+) from ?['"]cloudfront['"];)?([^]*)$/.exec(filled);
  const make = new Function(name ?? 'unused', 'require', 'Date', `'use strict';${body};return handler`);
  const clock = { now: () => (vector.now ?? signing.now) * 1000 };
  const answer = await make(cloudfront, require, clock)({ context: { requestId: 'r1' }, request: request(vector) });
  return { answer, group };
}

const entries = (prefix, named, print) =>
  Object.fromEntries(Object.entries(named ?? {}).map(([name, value]) => [prefix + name, print(value)]));

const request = ({ path, query, accept }) => ({
  method: 'GET',
  uri: path,
  querystring: {},
  headers: accept ? { accept: { value: accept } } : {},
  rawQueryString: () => query || undefined,
});

const rewritten = (uri) => decodeURIComponent(uri.slice(1));

/** A canonical text as the last segment of a key. */
const variant = (canonical) => canonical.replace('image/', '').replaceAll('/', '~');

function check({ answer, group }, expected) {
  if (expected.status) {
    const problem = JSON.parse(answer.body);
    assert.equal(answer.statusCode, expected.status);
    assert.equal(answer.headers['cache-control'].value, 'no-store');
    assert.equal(problem.code, expected.code);
    if (expected.parameter) assert.equal(problem.parameter, expected.parameter);
    assert.equal(group, null);
    return;
  }
  assert.equal(answer.statusCode, undefined, answer.body);
  assert.equal(rewritten(answer.uri), expected.key);
  assert.doesNotMatch(answer.uri, /\+/);
  assert.deepEqual(answer.querystring, {});
  const origins = expected.origin === 'originals' ? undefined : [{ originId: 'derived' }, { originId: 'on-demand' }];
  assert.deepEqual(group?.originIds, origins);
  if (expected.canonical) assert.equal(expected.key.split('/').at(-1).split('.')[0], variant(expected.canonical));
}

for (const [kind, code] of [['as written', source], ['minified', minified]]) {
  describe(`the function ${kind}`, () => {
    for (const vector of vectors) {
      test(vector.name, async () => check(await run(code, vector), vector.expect));
    }

    for (const vector of signing.vectors) {
      test(`signing: ${vector.name}`, async () => check(await run(code, { ...signing, ...vector }), vector.expect));
    }

    test('serves nothing until it is filled in', async () => {
      const make = new Function('cf', 'require', `${code.replace(/^import[^;]*;/, '')};return handler`);
      const answer = await make({}, require)({ context: {}, request: request({ path: '/a.jpg', query: '' }) });
      assert.equal(answer.statusCode, 403);
    });

    test('is of the language of CloudFront Functions', () => {
      assert.deepEqual(violations(code), []);
      assert.match(code, /^import \w+ from ?['"]cloudfront['"]/);
      for (const mode of ['off', 'ad-hoc', 'all']) assert.doesNotMatch(filledIn(code, { signing: mode }), /\$\{/);
    });
  });
}

test('no name stands above where it is defined', () => {
  assert.deepEqual(early(source), []);
  assert.deepEqual(early('const a = () => b; const b = 1;'), ['b']);
});

test('a canonical text is its own canonical form', async () => {
  for (const { name, expect } of vectors.filter((vector) => vector.expect.canonical)) {
    const again = await run(source, { path: '/a', query: `x-oss-process=${expect.canonical}`, accept: '' });
    assert.equal(rewritten(again.answer.uri), `_r/x/a/${variant(expect.canonical)}`, name);
  }
});

test('one path has one spelling', async () => {
  for (const path of ['/caf%C3%A9/a+b,c%20d.jpg', '/caf%c3%a9%2Fa%2Bb%2Cc%20d.jpg', '/%63af%C3%A9/%61+b,c%20d.jpg']) {
    assert.equal((await run(source, { path, query: '', accept: '' })).answer.uri, '/caf%C3%A9/a%2Bb,c%20d.jpg');
  }
});

test('a refusal names the parameter, the token and what is allowed', async () => {
  const { answer } = await run(source, { path: '/a.jpg', query: 'x-oss-process=image/resize,w_0', accept: '' });
  assert.equal(answer.headers['content-type'].value, 'application/problem+json');
  assert.deepEqual(JSON.parse(answer.body), {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    code: 'InvalidArgument',
    parameter: 'resize.w',
    token: '0',
    allowed: '1..16384',
    requestId: 'r1',
  });
});

test('a token is cut to 64 characters', async () => {
  const { answer } = await run(source, { path: '/a.jpg', query: `x-oss-process=image/${'a'.repeat(65)}`, accept: '' });
  assert.equal(JSON.parse(answer.body).token, 'a'.repeat(64));
});

test('Accept in several lines is one list', async () => {
  const asked = request({ path: '/a.jpg', query: 'x-oss-process=image/format,auto', accept: 'text/html' });
  asked.headers.accept.multiValue = [{ value: 'text/html' }, { value: 'image/webp' }];
  const body = filledIn(source).replace(/^import.*/, '');
  const make = new Function('cf', 'require', `${body};return handler`);
  const handler = make({ createRequestOriginGroup: () => {} }, require);
  assert.equal((await handler({ context: {}, request: asked })).uri, '/_r/x/a.jpg/format,auto.webp');
});

test('an entry of the store that is damaged counts as none', async () => {
  const styles = { thumb: { toJSON: () => null } };
  const { answer } = await run(source, { path: '/a.jpg!thumb', query: '', accept: 'image/webp', styles });
  assert.equal(answer.uri, '/_r/s/a.jpg/thumb');
});

describe('the reserved prefix', () => {
  const asked = async (path, filled) => run(reserved, { path, query: 'x=1', accept: '', ...filled });

  for (const path of [
    '/_r/s/a.jpg/thumb', '/_r/x/a.jpg/grey,1', '/_r/', '/_r/m', '/_r/m/', '/_r/m//', '/_r/mm/a', '/_r//m/a', '//_r/m/a', '/./_r/m/a',
    '/%5Fr/m/a', '/_r%2Fm/a', '/_r/M/a', '/_r/m/../s/a/thumb', '/_r/m/%2e%2e/s/a/thumb', '/_r/m/a/%2E%2E%2F%2E%2E%2Fx', '/_r/m/a/./b',
    '/_r/m/_r/s/a/thumb', '/_r/m//_r/s/a/thumb', '/_r/m/%2F_r/s/a', '/_r/m/%ff', '/_r/m/%', '/_r/m/a%00', '/_r/m/a%0a', '/_r/m/a%C2%85',
    `/_r/m/${'k'.repeat(1020)}`, `/_r/m/${'%C3%BC'.repeat(510)}`,
  ]) {
    test(`is refused: ${path.slice(0, 40)}`, async () => {
      check(await asked(path), { status: 404, code: 'NoSuchKey' });
    });
  }

  test('lets manifests pass, in one spelling, to the derived bucket alone', async () => {
    for (const path of ['/_r/m/caf%C3%A9/a+b,c%20d.jpg', '/_r/m/caf%c3%a9%2Fa%2Bb%2Cc%20d.jpg']) {
      const { answer, group } = await asked(path);
      assert.equal(answer.uri, '/_r/m/caf%C3%A9/a%2Bb,c%20d.jpg');
      assert.deepEqual(answer.querystring, {});
      assert.deepEqual(group.originIds, [{ originId: 'derived' }]);
    }
    assert.equal((await asked(`/_r/m/${'k'.repeat(1019)}`)).answer.statusCode, undefined);
    assert.equal((await asked('/_r/m/%252e%252e/x')).answer.uri, '/_r/m/%252e%252e/x');
  });

  test('is refused as a whole where all is signed', async () => {
    assert.equal((await asked('/_r/m/a', { mode: 'ad-hoc' })).answer.statusCode, undefined);
    check(await asked('/_r/m/a', { mode: 'all' }), { status: 404, code: 'NoSuchKey' });
  });

  test('is refused as long as nothing is filled in', async () => {
    const code = `${reserved.replace(/^import[^;]*;/, '')};return handler`;
    const answer = new Function('cf', code)({})({ request: { uri: '/_r/m/a' } });
    assert.equal(answer.statusCode, 404);
  });

  test('is guarded by a function of the language', () => {
    assert.deepEqual(violations(reserved), []);
    assert.deepEqual(early(reserved), []);
  });
});

test('every refusal for who asks is one answer', async () => {
  const unknown = { name: 'a broken store', mode: 'all', path: '/a.jpg', query: '', keys: null, expect: { code: 'SignatureInvalid' } };
  const bodies = [];
  for (const vector of [...signing.vectors, unknown].filter((each) => each.expect.code === 'SignatureInvalid')) {
    bodies.push(JSON.stringify((await run(minified, { ...signing, ...vector })).answer));
  }
  assert.ok(bodies.length > 30);
  assert.equal(new Set(bodies).size, 1);
});

test('a constant that is not known is not filled in', () => {
  for (const wrong of [{ signing: 'on' }, { forbidden: ['everything'] }]) assert.throws(() => filledIn(source, wrong));
  assert.throws(() => filledIn('${other}'));
});

test('the functions are small enough', async () => {
  const forbidden = ['originals', 'styles', 'ad-hoc'];
  const largest = filledIn(minified, { signing: 'ad-hoc', forbidden });
  for (const [name, code] of [['viewer-request.js', largest], ['reserved.js', await minify(reserved)]]) {
    const bytes = Buffer.byteLength(code);
    console.log(`${name}: ${bytes} of ${MOST_BYTES} bytes, minified`);
    assert.ok(bytes <= MOST_BYTES, `${name} has ${bytes} bytes`);
  }
});

describe('the language refuses', () => {
  for (const code of [
    'for (const a of b) c(a);', 'f(...a);', 'const b = [...a];', 'const b = { ...a };', 'const { a } = b;',
    'const [a] = b;', 'const f = ({ a }) => a;', 'const f = (a = 1) => a;', 'class A {}', 'a?.b;', 'a ?? b;', 'a ??= b;', 'a ||= b;', 'a **= b;', 'a ** b;', 
    'new Map();', 'new Set();', 'new URL(a);', 'async function f() { g(await h()); }',
    'async function f() { return { a: await h() }; }',
    'const b = { a };', 'const b = { a() {} };', 'const b = { [a]: 1 };', 'try { a(); } catch { b(); }', 'function* f() {}',
    'a.replace(/(?<name>b)/, c);', 'const a = /b/u;', 'const a = 1n;', 'import("a");', 'export const a = 1;',
  ]) {
    test(code, () => assert.notDeepEqual(violations(code), []));
  }
});
