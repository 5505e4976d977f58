import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinList, markFormula, splitList, unmarkFormula } from '../../src/files/cells.ts'

const awkward = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom("'", '=', '+', '|', '\\', 'a') }))

describe('markFormula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠A', "'=1"])('lets no spreadsheet take %s for a formula', (cell) => {
    expect(markFormula(cell)).toBe(`'${cell}`)
  })

  it.each(["'t Hooft", 'a=1', '', "'"])('leaves %s alone', (cell) => {
    expect(markFormula(cell)).toBe(cell)
  })

  it('is undone by unmarkFormula', () => {
    fc.assert(
      fc.property(awkward, (cell) => {
        expect(unmarkFormula(markFormula(cell))).toBe(cell)
      }),
    )
  })
})

describe('joinList', () => {
  it('is undone by splitList', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1 }), (items) => {
        expect(splitList(joinList(items))).toEqual(items)
      }),
    )
  })
})
