// node deploy.js <function.js> [signing [forbidden]]: prints a function as it is deployed, minified and filled in.
//
// Whoever deploys in another way replaces the same two texts, in the function as written or minified, and makes sure
// that no `${` is left.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from './minify.js';

const SIGNING = ['off', 'ad-hoc', 'all'];
const KINDS = ['originals', 'styles', 'ad-hoc'];

/**
 * The code with its constants filled in.
 *
 * @param signing what needs a signature: off (nothing), ad-hoc (what a request itself spells out) or all
 * @param forbidden what is never served: any of originals, styles and ad-hoc
 */
export function filledIn(code, { signing = 'off', forbidden = [] } = {}) {
  if (!SIGNING.includes(signing)) throw new Error(`signing must be one of ${SIGNING} but is ${signing}`);
  const unknown = forbidden.filter((kind) => !KINDS.includes(kind));
  if (unknown.length > 0) throw new Error(`forbidden must be of ${KINDS} but has ${unknown}`);
  const filled = code.replaceAll('${signing}', signing).replaceAll('${forbidden}', forbidden.join(' '));
  if (filled.includes('${')) throw new Error('a constant is left that nothing is known of');
  return filled;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, signing, forbidden] = process.argv.slice(2);
  const minified = await minify(readFileSync(file, 'utf8'));
  process.stdout.write(filledIn(minified, { signing, forbidden: forbidden?.split(' ').filter((kind) => kind) }));
}
