import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  appendJudgements,
  type Judgement,
  Judgements,
  loadGlossary,
  logOf,
  type NameJudgement,
  readJudgements,
} from '../../src/glossary/index.ts'
import { folderOf } from '../cli/synoptic.ts'

const wrong: NameJudgement = { judgement: 'wrong', canonical: 'Lise Meitner', surface: 'Meitinger', article: 'a1' }

function inForce(...judgements: Judgement[]): Judgements {
  return new Judgements({ lines: judgements.map((judgement, at) => ({ judgement, line: at + 1 })) })
}

describe('of several judgements about one thing', () => {
  test('the last counts, and can be taken back', () => {
    expect(inForce(wrong).ofMention('Lise Meitner', 'Meitinger', 'a1')).toEqual({ verdict: 'wrong', everywhere: false })
    expect(inForce(wrong, { ...wrong, judgement: 'right' }).ofMention('Lise Meitner', 'Meitinger', 'a1')?.verdict).toBe('right')
    expect(inForce(wrong, { ...wrong, judgement: 'open' }).ofMention('Lise Meitner', 'Meitinger', 'a1')).toBeUndefined()
  })

  test('one article goes before everywhere, and says nothing of other articles, names and spellings', () => {
    const { article: _, ...everywhere } = wrong
    const judgements = inForce({ ...everywhere, judgement: 'right' }, wrong)
    expect(judgements.ofMention('Lise Meitner', 'Meitinger', 'a1')).toEqual({ verdict: 'wrong', everywhere: false })
    expect(judgements.ofMention('Lise Meitner', 'Meitinger', 'a2')).toEqual({ verdict: 'right', everywhere: true })
    expect(judgements.ofMention('Lise Meitner', 'Meitinger')).toEqual({ verdict: 'right', everywhere: true })
    expect(judgements.ofMention('Lise Meitner', 'Meitner', 'a1')).toBeUndefined()
    expect(judgements.ofMention('Otto Hahn', 'Meitinger', 'a1')).toBeUndefined()
  })

  test('what was said of an article is the same text whatever the order of the log', () => {
    const other: NameJudgement = { judgement: 'right', canonical: 'Otto Hahn', surface: 'Hann', article: 'a1' }
    expect(inForce(wrong, other).ofArticle('a1')).toHaveLength(2)
    expect(inForce(wrong, other).ofArticle('a1')).toEqual(inForce(other, wrong).ofArticle('a1'))
    expect(inForce(wrong).ofArticle('a2')).toEqual([])
    expect(inForce(wrong).ofArticle('')).toEqual([])
    expect(inForce(wrong, { ...wrong, judgement: 'open' }).ofArticle('a1')).toEqual([])
  })

  test('what holds is what is in force in that very place', () => {
    const { article: _, ...everywhere } = wrong
    expect(inForce(wrong).holds(wrong)).toBe(true)
    expect(inForce(wrong).holds(everywhere)).toBe(false)
    expect(inForce(wrong).holds({ ...wrong, judgement: 'open' })).toBe(false)
    expect(inForce().holds({ ...wrong, judgement: 'open' })).toBe(true)
  })
})

describe('the log', () => {
  test('lies in the first folder, or beside the first file', async () => {
    const folder = await folderOf({ 'people.csv': 'canonical\nLise Meitner\n' })
    expect(await logOf([folder])).toBe(join(folder, 'judgements.jsonl'))
    expect(await logOf([join(folder, 'people.csv')])).toBe(join(folder, 'judgements.jsonl'))
    expect(await logOf([])).toBeUndefined()
  })

  test('is only ever added to, and is empty when it is not there', async () => {
    const path = join(await folderOf({}), 'new', 'judgements.jsonl')
    expect(await readJudgements(path)).toEqual({ path, lines: [] })
    await appendJudgements(path, [wrong])
    const before = await readFile(path, 'utf8')
    await appendJudgements(path, [{ ...wrong, judgement: 'open' }])
    expect(await readFile(path, 'utf8')).toBe(`${before}${JSON.stringify({ ...wrong, judgement: 'open' })}\n`)
    expect((await readJudgements(path)).lines.map(({ line }) => line)).toEqual([1, 2])
  })

  test('a last line that a kill cut off, within a letter even, is left out and then cut away', async () => {
    const path = join(await folderOf({}), 'judgements.jsonl')
    await appendJudgements(path, [wrong])
    const torn = Buffer.from(JSON.stringify({ ...wrong, surface: 'Mäitner' }))
    await appendFile(path, torn.subarray(0, torn.indexOf(0xc3) + 1))
    const { lines, torn: cut } = await readJudgements(path)
    expect(lines).toHaveLength(1)
    expect(cut?.line).toBe(2)
    await appendJudgements(path, [{ ...wrong, judgement: 'right' }])
    const healed = await readJudgements(path)
    expect(healed.lines.map(({ judgement }) => judgement.judgement)).toEqual(['wrong', 'right'])
    expect(healed.torn).toBeUndefined()
  })

  test('a last line without an end is whole', async () => {
    const path = join(await folderOf({ 'judgements.jsonl': JSON.stringify(wrong) }), 'judgements.jsonl')
    await appendJudgements(path, [{ ...wrong, judgement: 'open' }])
    expect((await readJudgements(path)).lines).toHaveLength(2)
  })

  test.each([
    ['no JSON', '{"judgement"'],
    ['no judgement', '{"judgement": "maybe", "canonical": "A", "surface": "B"}'],
    ['an unknown key', '{"judgement": "wrong", "canonical": "A", "surface": "B", "artcle": "C"}'],
    ['no surface', '{"judgement": "wrong", "canonical": "A"}'],
  ])('%s is an error with its line', async (_, line) => {
    const path = join(await folderOf({ 'judgements.jsonl': `${JSON.stringify(wrong)}\n${line}\n` }), 'judgements.jsonl')
    await expect(readJudgements(path)).rejects.toThrow(`${path}:2: expected a judgement`)
  })
})

test('a proposal that was accepted is an entry, one that was refused later is none', async () => {
  const folder = await folderOf({ 'people.csv': 'canonical,kind\nLise Meitner,person\n' })
  const path = join(folder, 'judgements.jsonl')
  const accepted: Judgement = { judgement: 'accepted', canonical: 'Otto Hahn', kind: 'person', variants: ['Otto Hann'] }
  await appendJudgements(path, [accepted, { judgement: 'accepted', canonical: 'Lise Meitner', kind: 'person', variants: ['Meitnerin'] }])
  const { entries } = await loadGlossary([folder])
  expect([...entries].map(({ canonical, family, variants }) => [canonical, family, variants])).toEqual([
    ['Lise Meitner', 'Meitner', ['Meitnerin']],
    ['Otto Hahn', 'Hahn', ['Otto Hann']],
  ])
  await appendJudgements(path, [{ ...accepted, judgement: 'refused' }])
  expect((await loadGlossary([folder])).entries).toHaveLength(1)
})

test('an accepted proposal that can be no entry names its line', async () => {
  const folder = await folderOf({ 'people.csv': 'canonical\nLise Meitner\n' })
  await writeFile(join(folder, 'judgements.jsonl'), '{"judgement":"accepted","canonical":"—","variants":[]}\n')
  await expect(loadGlossary([folder])).rejects.toThrow(/judgements\.jsonl:1: expected a name/)
})
