/** The package as its users get it: packed, installed in an empty folder, run there. Asks the package registry. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test.skipIf(process.env.SYNOPTIC_LIVE !== '1')('installs in an empty folder and runs there, as a program and as a library', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-installed-'))
  const shell = (program: string, ...words: string[]) => execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }),
  )
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  // No script of a package is run: nothing is built and nothing is fetched.
  shell('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed.filename))
  writeFileSync(join(folder, 'names.csv'), 'canonical,kind\nMaria Sibylla Merian,person\n')
  writeFileSync(join(folder, 'a.txt'), 'Maria Sibyla Meriann sailed to Suriname with her daughter. She drew what she saw there.\n')
  shell('npx', 'synoptic', 'run', 'a.txt', '--glossary', 'names.csv', '-o', 'out', '--engine', 'memory')
  expect(readFileSync(join(folder, 'out/text/a.en.txt'), 'utf8')).toContain('Maria Sibylla Merian sailed')
  expect(existsSync(join(folder, 'node_modules/synoptic/docs/corpus.schema.json'))).toBe(true)
  writeFileSync(
    join(folder, 'use.js'),
    "import { splitSentences } from 'synoptic'\nconsole.log(splitSentences('One. Two.', 'en').length)\n",
  )
  expect(shell('node', 'use.js')).toBe('2\n')
})
