import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, records, root, synoptic } from './synoptic.ts'

interface Proposed {
  readonly canonical: string
  readonly variants: readonly string[]
}

test('on the sample, with an empty glossary, proposes its persons with their garbled forms', async () => {
  const cwd = await folderOf({})
  const { code, stdout } = await synoptic(['glossary', 'suggest', join(root, 'input'), '--json'], { cwd })
  expect(code).toBe(0)
  const proposed = new Map(records<Proposed>(stdout).map(({ canonical, variants }) => [canonical, variants]))
  expect(proposed.get('Marie Skłodowska-Curie')).toEqual(expect.arrayContaining(['Skladovska-Kuri', 'Marie Sklodowska-Curie']))
  expect(proposed.get('Wilhelm Conrad Röntgen')).toContain('Rentgen')
  expect(proposed.get('Henri Becquerel')).toContain('Bekerel')
  expect(proposed.get('Paul Langevin')).toContain('Lanzhevin')
  expect(proposed.has('Pierre Curie')).toBe(true)
  expect([...proposed.keys()].slice(0, 8)).toEqual(expect.arrayContaining(['Marie Skłodowska-Curie', 'Pierre Curie', 'Henri Becquerel']))
})

test('suggest, judge, run: what was accepted is rewritten, what was refused is not proposed again; the output of a run serves too', async () => {
  const cwd = await folderOf({
    'in/a.txt': 'Brunhild Kasperczak left the harbour with Torvald Ekelöf. Nobody saw the lamp that Kasperczak had carried.\n',
    'in/b.txt':
      'Nobody saw Brunhild Kasperczak again, and Torvald Ekelöf kept the lamp. The old letters of Kasparchak were burnt in the kitchen.\n',
    'glossary/people.csv': 'canonical,kind\nIngrid Svensson,person\n',
  })
  const run = () => synoptic(['run', 'in', '-o', 'out', '--engine', 'memory'], { cwd })
  expect((await run()).code).toBe(0)
  expect((await synoptic(['glossary', 'suggest', 'out', '-o', 'proposals.csv'], { cwd })).code).toBe(0)
  const table = await readFile(join(cwd, 'proposals.csv'), 'utf8')
  await writeFile(
    join(cwd, 'proposals.csv'),
    table.replace(/^,(Brunhild Kasperczak,)/mu, 'accept,$1').replace(/^,(Torvald Ekelöf,)/mu, 'refuse,$1'),
  )
  const judged = await synoptic(['glossary', 'judge', 'proposals.csv'], { cwd })
  expect(judged.stderr).toContain('1 accepted, 1 refused, 0 known already → glossary/judgements.jsonl')
  expect((await synoptic(['glossary', 'judge', 'proposals.csv'], { cwd })).stderr).toContain('0 accepted, 0 refused, 2 known already')
  await run()
  expect(await readFile(join(cwd, 'out', 'text', 'b.en.txt'), 'utf8')).toContain('letters of Kasperczak were burnt')
  const { stdout } = await synoptic(['glossary', 'suggest', 'in'], { cwd })
  expect(stdout).not.toMatch(/^,(?:Brunhild|Torvald)/mu)
})

test('--least takes whole numbers from 1', async () => {
  const { code, stderr } = await synoptic(['glossary', 'suggest', '--least', 'some'], { cwd: await folderOf({ 'input/a.txt': 'Text.\n' }) })
  expect(stderr).toContain("--least: expected a whole number from 1, got 'some'")
  expect(code).toBe(2)
})
