import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { learn, table } from '../../../scripts/train-names/costs/learn.ts'
import { isHeld, readPairs } from '../../../scripts/train-names/costs/pairs.ts'
import { heardDistance } from '../../../src/names/compare/heard.ts'
import { ownLetters } from '../../../src/names/compare/own-letters.ts'

const cost = (written: string, latin: string) => heardDistance(ownLetters(written), latin)!

describe('costs learned from pairs', () => {
  test.each([
    ['Руссо', 'rousseau', 'rosso'],
    ['Уошберн', 'washburn', 'osborne'],
    ['شوبان', 'chopin', 'shaaban'],
    ['וושינגטון', 'washington', 'wellington'],
    ['ヒューズ', 'hughes', 'hus'],
    ['조지', 'george', 'jojic'],
    ['乔治', 'george', 'chaucer'],
  ])('%s is %s rather than %s', (written, right, wrong) => {
    expect(cost(written, right)).toBeLessThan(cost(written, wrong))
  })

  test('the article that Arabic sets before a name costs nothing', () => {
    expect(cost('السيسي', 'sisi')).toBeLessThan(0.5)
  })

  test('of a script without pairs nothing is said', () => {
    expect(heardDistance('დავით', 'david')).toBeDefined()
    expect(heardDistance('დავითӿ', 'david', 0.01)).toBe(Number.POSITIVE_INFINITY)
    expect(heardDistance('دايفيد', 'david')).toBeDefined()
    expect(heardDistance('ദാവീദ്', 'david')).toBeUndefined()
  })
})

test('a made-up script is learned from a few pairs, the same each time', () => {
  const names = ['tam', 'mat', 'atam', 'tama', 'mata', 'amat', 'matam', 'tatam']
  const pairs = names.map((latin) => ({
    written: '',
    source: latin.replaceAll('t', 'τ').replaceAll('a', 'α').replaceAll('m', 'μ'),
    latin,
    count: 500,
  }))
  const costs = learn('made up', pairs)
  expect(costs).toContainEqual({ source: 'τ', latin: 't', cost: 0 })
  expect(costs.some(({ source, latin }) => source === 'τ' && latin === 'm')).toBe(false)
  expect(table(learn('made up', pairs))).toBe(table(costs))
})

const data = process.env.SYNOPTIC_DATA

test.skipIf(data === undefined)('the tables are what the data make', () => {
  const pairs = readPairs(join(data!, 'names-train'))
  for (const script of ['greek', 'thai', 'georgian', 'bengali']) {
    const file = join(import.meta.dirname, `../../../models/names/spelling/${script}.tsv`)
    const costs = learn(
      script,
      pairs.get(script)!.filter(({ source }) => !isHeld(source)),
    )
    expect(table(costs)).toBe(readFileSync(file, 'utf8'))
  }
})
