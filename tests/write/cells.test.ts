import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRow, readCell } from '../../src/write/cells.ts'

const readRow = (row: string): string[] => row.slice(0, -1).split('\t').map(readCell)

describe('formatRow', () => {
  it('can be read back, whatever the text', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\t', '\n', '\r', '\\', "'", '"', '=', 'n', 't') }),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const row = formatRow(cells)
        expect(row.match(/\n/g)).toHaveLength(1)
        expect(readRow(row)).toEqual(cells)
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '"=1+1"', "'=1"])('lets no spreadsheet take %s for a formula', (text) => {
    expect(formatRow([text])).toBe(`'${text}\n`)
  })

  it('leaves a tab or carriage return in front of a formula no way in', () => {
    expect(formatRow(['\t=1', '\r=1'])).toBe('\\t=1\t\\r=1\n')
  })

  it('writes numbers as numbers', () => {
    expect(formatRow([-1, 0.5])).toBe('-1\t0.5\n')
  })
})
