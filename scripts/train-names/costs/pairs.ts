import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ownLetters } from '../../../src/names/compare/own-letters.ts'
import { plain, squeeze } from '../../../src/names/compare/spelling.ts'
import { scriptOf } from '../../../src/names/scripts/index.ts'

/** A name in another script and in Latin letters. */
export interface Pair {
  /** As the file has it. */
  readonly written: string
  /** `ownLetters(written)`. */
  readonly source: string
  /** Letters a to z. */
  readonly latin: string
  /** How often it was seen; 1 where the source does not say. */
  readonly count: number
}

/** Files of translit/. */
const files = ['ru', 'ar', 'ar-wikipedia', 'he', 'katakana', 'ja', 'ko', 'zh', 'th-loanwords']

/** All pairs by the name of the script, each once, in the order of the files. */
export function readPairs(data: string): Map<string, Pair[]> {
  const pairs = new Map<string, Map<string, Pair>>()
  const add = (written: string, latin: string, count: number) => {
    const pair = pairOf(written, latin, count)
    if (pair === undefined) return
    const script = scriptOf(written)?.name
    if (script === undefined) return
    const known = pairs.get(script) ?? new Map<string, Pair>()
    pairs.set(script, known)
    const key = `${pair.source} ${pair.latin}`
    const before = known.get(key)
    known.set(key, before === undefined ? pair : { ...before, count: before.count + count })
  }
  for (const file of files)
    for (const [written = '', latin = '', count] of rows(join(data, 'translit', `${file}.tsv.gz`))) add(written, latin, Number(count) || 1)
  for (const [, forms = ''] of rows(join(data, 'given', 'equivalents.tsv.gz'))) {
    const all = forms.split('|')
    const latin = all.filter((form) => /^\p{Script=Latin}/u.test(form))
    // Han forms are mostly Japanese names, which no sound leads to.
    if (latin.length === 1) for (const form of all) if (/^[^\p{Script=Han}\p{Script=Latin}]+$/u.test(form)) add(form, latin[0]!, 2)
  }
  return new Map([...pairs].map(([script, known]) => [script, [...known.values()]]))
}

function pairOf(written: string, name: string, count: number): Pair | undefined {
  const source = ownLetters(written)
  const latin = plain(squeeze(name))
  if (!/^[a-z]+$/u.test(latin) || /[a-z]/u.test(source) || source.length < 2 || latin.length < 2) return undefined
  if (/[ -]/u.test(written) || /[ ]/u.test(name)) return undefined
  if (/\p{Script=Han}/u.test(written) && /[\p{Script=Katakana}\p{Script=Hiragana}]/u.test(written)) return undefined
  return { written, source, latin, count }
}

/** Rows of a gzipped table, without its head. */
function rows(file: string): string[][] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

/** Whether a name is held back from training: one in ten, by a hash (FNV-1a) of its letters, so that all pairs of a spelling are on one side. */
export function isHeld(source: string): boolean {
  let hash = 0x811c9dc5
  for (let at = 0; at < source.length; at++) hash = Math.imul(hash ^ source.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) % 10 === 0
}
