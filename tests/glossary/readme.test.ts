import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadEntries } from '../../src/glossary/index.ts'

const readme = await readFile('glossary/README.md', 'utf8')
const [, formats = ''] = /\n## Formats\n([\s\S]*?)\n## /.exec(readme) ?? []
const examples = [...formats.matchAll(/```(csv|json|xml)\n([\s\S]*?)```/g)].map(([, language, text]) => [language!, text!] as const)

test('the README has an example of each format', () => {
  expect(examples.map(([language]) => language)).toEqual(['csv', 'json', 'xml', 'csv', 'csv'])
})

test.each(examples.map(([language, text], at) => [at + 1, { csv: 'csv', json: 'jsonl', xml: 'tbx' }[language]!, text] as const))(
  'example %i is read: Cologne, in German Köln',
  async (_, suffix, text) => {
    const folder = await mkdtemp(join(tmpdir(), 'readme-'))
    const path = join(folder, `x.${suffix}`)
    await writeFile(path, text)
    const entries = await loadEntries({ paths: [path] })
    expect(entries.find(({ canonical }) => canonical === 'Cologne')?.forms).toMatchObject({ de: 'Köln' })
    await rm(folder, { recursive: true })
  },
)
