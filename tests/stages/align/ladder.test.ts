import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileError } from '../../../src/errors.ts'
import { formatLadder, parseLadder } from '../../../src/stages/align/index.ts'

describe('ladder', () => {
  it('writes 0-based lists, empty ones for unaligned lines', () => {
    const alignments = [
      { source: [0, 1], target: [0], score: 0.93214 },
      { source: [], target: [1], score: 0 },
    ]
    expect(formatLadder(alignments)).toBe('[0,1]:[0]:0.9321\n[]:[1]:0.0000\n')
  })

  it('reads what others write: spaces, no score, comments, Windows line ends', () => {
    expect(parseLadder('# hand-made\r\n[0, 1]:[0]\r\n\r\n[]:[1]:0.5\r\n', 'gold.txt')).toEqual([
      { source: [0, 1], target: [0], score: 1 },
      { source: [], target: [1], score: 0.5 },
    ])
  })

  it.each(['[0]', '[0]:[1]:high', '[0]:[1]:2', '[]:[]', '[1,0]:[0]', '[0,,1]:[0]', '0:1'])('refuses %s, naming the line', (rung) => {
    expect(() => parseLadder(`[0]:[0]\n${rung}\n`, 'gold.txt')).toThrow(FileError)
    expect(() => parseLadder(`[0]:[0]\n${rung}\n`, 'gold.txt')).toThrow(/^gold\.txt:2: /)
  })

  it('reads back what it wrote', () => {
    const indexes = fc.uniqueArray(fc.nat(9999), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b))
    const alignment = fc
      .record({ source: indexes, target: indexes, score: fc.nat(10_000).map((n) => n / 10_000) })
      .filter(({ source, target }) => source.length + target.length > 0)
    fc.assert(
      fc.property(fc.array(alignment), (alignments) => {
        expect(parseLadder(formatLadder(alignments), 'x')).toEqual(alignments)
      }),
    )
  })
})
