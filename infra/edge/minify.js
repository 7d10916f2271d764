// node minify.js <function.js>: prints a function as it is deployed.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify as terser } from 'terser';

/** The most bytes that CloudFront takes of a function's code. */
export const MOST_BYTES = 10_240;

/**
 * The code as short as it gets without leaving the language of CloudFront Functions: no newer syntax, and no await
 * moved into an argument, which collapsing variables would do.
 */
export async function minify(source) {
  const { code } = await terser(source, {
    ecma: 5,
    module: true,
    compress: {
      ecma: 5,
      passes: 3,
      collapse_vars: false,
      inline: 1,
      reduce_funcs: false,
      sequences: false,
      top_retain: ['handler'],
    },
    mangle: { toplevel: true, reserved: ['handler'] },
    format: { ecma: 5, ascii_only: true },
  });
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(await minify(readFileSync(process.argv[2], 'utf8')));
}
