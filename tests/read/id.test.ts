import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IdSet, pathId, safeId } from '../../src/read/id.ts'

describe('safeId', () => {
  it.each(['wiki-42', 'Łódź 2020', '東京', 'a.b_c'])('leaves %s as it is', (id) => expect(safeId(id)).toBe(id))

  it.each(['../etc/passwd', 'a/b', '.hidden', 'CON', 'nul.txt', 'a\nb', 'x'.repeat(500), '名'.repeat(99), '', '..', 'end.', '\ud800'])(
    'makes a file name of %j',
    (raw) => expect(safeId(raw)).toMatch(/^[^/\\:*?"<>|\p{C}]{1,91}-[0-9a-f]{8}$/u),
  )

  it('is safe on every system, and keeps different ids apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 5 }), (a, b) => {
        const id = safeId(a)
        expect(id.length).toBeGreaterThan(0)
        expect(id.length).toBeLessThanOrEqual(100)
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(200)
        expect(id).not.toMatch(/[/\\:*?"<>|\p{C}]|^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu)
        if (a.normalize('NFC') !== b.normalize('NFC')) expect(safeId(b)).not.toBe(id)
      }),
    )
  })
})

describe('pathId', () => {
  it('joins folders, and marks names in which the joint could be read otherwise', () => {
    expect(pathId(['sub', 'story.de'])).toBe('sub--story.de')
    expect(pathId(['sub--story.de'])).toMatch(/^sub--story\.de-[0-9a-f]{8}$/)
  })
})

describe('IdSet', () => {
  it('knows what was added, over many growths', () => {
    const ids = new IdSet()
    for (let n = 0; n < 20_000; n += 1) expect(ids.add(`id-${n}`)).toBe(true)
    expect(ids.add('id-0')).toBe(false)
    expect(ids.add('ID-19999')).toBe(false)
  })
})
