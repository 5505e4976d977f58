import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shapes, toyModel } from '../../../scripts/toy-bergamot/index.ts'
import { BATCH_WORDS, type Reader, readerOf, type Spoken, speakAll } from '../../../src/engines/bergamot/batches.ts'
import { MOST, readLexicon, together } from '../../../src/engines/bergamot/lexicon.ts'
import { loadNative, type Native } from '../../../src/engines/bergamot/native.ts'
import type { InstalledModel } from '../../../src/engines/bergamot/store.ts'
import { readVocabulary } from '../../../src/engines/bergamot/vocabulary.ts'

let folder: string
let model: InstalledModel
let native: Native
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  const toy = toyModel(shapes.small, 1)
  const paths = { model: join(folder, 'model.bin'), lexicon: join(folder, 'lex.bin'), vocabularies: [join(folder, 'vocab.spm')] }
  await writeFile(paths.model, toy.model)
  await writeFile(paths.lexicon, toy.lexicon)
  await writeFile(paths.vocabularies[0]!, toy.vocabulary)
  const known = { architecture: 'tiny', version: '1', licence: 'MPL-2.0', bytes: 1, sha256: undefined }
  model = { from: 'de', to: 'en', folder, ...paths, ...known }
  native = await loadNative()
  await native.use([model])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const words = ['Haus', 'Hund', 'Katze', 'Buch', 'Stadt', 'Garten', 'Wasser', 'und', 'ist', 'alt', 'Xyz', 'Brücke', 'ünd', '7']
const sentences = (count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    Array.from({ length: 2 + (at % 4) }, (_, word) => words[(at * 5 + word * (3 + (at % 7))) % words.length]).join(' '),
  )

describe('sentences that go through together', () => {
  test('say what each says alone', () => {
    const texts = sentences(80)
    const sizes: number[] = []
    const answers = native.translate(texts, [model], (group) => sizes.push(group.length))
    expect(Math.max(...sizes)).toBeGreaterThan(2)
    expect(answers).toEqual(texts.map((text) => native.translate([text], [model], () => {})[0]))
    expect(new Set(answers).size).toBeGreaterThan(8)
  })

  test('are of as many pieces', async () => {
    const { reader, said } = await spying()
    speakAll(['Haus Hund', 'Haus', 'Katze Buch', 'Hund'], said.speak, reader, () => {})
    expect(said.batches.filter(({ length }) => length > 1)).toEqual([
      ['Haus Hund', 'Katze Buch'],
      ['Haus', 'Hund'],
    ])
  })

  test('are no more than have places for their words, and than the engine takes in one batch', async () => {
    const { reader, said } = await spying()
    for (const [pieces, most] of [
      [1, MOST],
      [99, Math.floor(BATCH_WORDS / 100)],
    ] as const) {
      said.batches.length = 0
      speakAll(Array(40).fill(Array(pieces).fill('Haus').join(' ')), said.speak, reader, () => {})
      expect(Math.max(...said.batches.map(({ length }) => length))).toBe(most)
    }
  })

  test('are asked for again, alone, where they say what only others may say', async () => {
    const { reader, said } = await spying((text) => (text === 'Haus' ? ' Katze' : undefined))
    const begun: (readonly number[])[] = []
    speakAll(['Haus', 'Katze', 'Hund'], said.speak, reader, (indices) => begun.push(indices))
    expect(begun).toEqual([[0, 1, 2], [0]])
    expect(reader).toMatchObject({ tried: 3, proven: 2 })
  })

  test('are asked for again, alone, where the engine has cut them otherwise, or does not tell', async () => {
    for (const asked of [[0, 2, 4, 4], undefined]) {
      const { reader, said } = await spying(() => undefined, { asked })
      expect(speakAll(['Haus', 'Buch'], said.speak, reader, () => {})).toEqual(['Haus', 'Buch'])
      expect(said.batches).toEqual([['Haus', 'Buch'], ['Haus'], ['Buch']])
    }
  })

  test('go alone where none of it has been of use', async () => {
    const { reader, said } = await spying()
    speakAll(['Haus', 'Buch'], said.speak, Object.assign(reader, { tried: 100, proven: 49 }), () => {})
    expect(said.batches).toEqual([['Haus'], ['Buch']])
  })
})

/** An engine that says the text again, or `instead`. */
async function spying(instead: (text: string) => string | undefined = () => undefined, more: Partial<Spoken> = {}) {
  const reader: Reader = await readerOf(model)
  const batches: (readonly string[])[] = []
  const speak = (texts: readonly string[]): readonly Spoken[] => {
    batches.push(texts)
    return texts.map((text) => {
      const starts = reader.source.cut(text)!.starts
      const asked = [...starts, Buffer.byteLength(text), Buffer.byteLength(text)]
      const other = texts.length > 1 ? instead(text) : undefined
      return other === undefined ? { text, asked, pieces: asked, ...more } : { text: other, asked, pieces: [0, other.length], ...more }
    })
  }
  return { reader, said: { batches, speak } }
}

describe('a vocabulary', () => {
  test('cuts as the engine does: whole words before letters, a space with its word', async () => {
    const { cut, find } = await readVocabulary(model.vocabularies[0]!)
    expect(cut('Haus Hund')).toEqual({ pieces: [find(' Haus'), find(' Hund')], starts: [0, 4] })
    expect(cut('ü Haus')!.starts).toEqual([0, 0, 2])
  })

  test.each(['Ha…', 'zwei  Haus', '名', 'a\tb', '▁'])('leaves %s to the engine', async (text) => {
    expect((await readVocabulary(model.vocabularies[0]!)).cut(text)).toBeUndefined()
  })
})

test('words are filled up to a multiple of eight, each sentence and all together', async () => {
  const { size, end } = await readVocabulary(model.vocabularies[0]!)
  const lexicon = await readLexicon(model.lexicon, size, end, true)
  const given = [lexicon.given([20, end]), lexicon.given([30, 40, end])]
  for (const { words, fill } of given) {
    expect(words.filter((word) => word === 1).length % 8).toBe(0)
    expect(fill.length).toBeLessThan(8)
  }
  const all = together(given)
  expect(given.every(({ words }) => words.every((word, piece) => word <= all[piece]!))).toBe(true)
})
