/** Bundles the browser code, src/page/, into one classic script: browsers let a page from disk load no modules. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

await build({
  absWorkingDir: root,
  entryPoints: [join('src', 'page', 'index.ts')],
  outfile: join('dist', 'page', 'report.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
})
