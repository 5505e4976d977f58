import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, similarity } from '../../../src/names/compare/distance.ts'
import { squeeze } from '../../../src/names/compare/spelling.ts'

const alike = (a: string, b: string) => similarity(squeeze(a), squeeze(b))

describe('similarity', () => {
  test.each([
    ['Chruschtschow', 'Khrushchev'],
    ['Горбачёв', 'Gorbachev'],
    ['Горбачёв', 'Gorbatschow'],
    ['Щедрин', 'Shchedrin'],
    ['Tschaikowski', 'Tchaikovsky'],
    ['Παπανδρέου', 'Papandreou'],
    ['Iouchtchenko', 'Yushchenko'],
    ['Bamard', 'Barnard'],
    ['Rutherf0rd', 'Rutherford'],
    ['Schimborska', 'Szymborska'],
    ['Piontek', 'Piątek'],
    ['Shahin', 'Şahin'],
    ['ラザフォード', 'Rutherford'],
    ['러더퍼드', 'Rutherford'],
    ['بولتزمان', 'Boltzmann'],
    ['מייטנר', 'Meitner'],
  ])('%s is %s', (a, b) => {
    expect(alike(a, b)).toBeGreaterThan(0.88)
  })

  test.each([
    ['Neumeier', 'Neumann'],
    ['Jović', 'Modrić'],
    ['Nina', 'Nikita'],
    ['Johns', 'Gabriel'],
    ['Daniels', 'Dan'],
  ])('%s is not %s', (a, b) => {
    expect(alike(a, b)).toBeLessThan(0.72)
  })
})

test('is 0 for the same and never negative; a limit only cuts off', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 15 }),
      fc.string({ unit: 'grapheme', maxLength: 15 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (a, b, limit) => {
        const whole = distance(a, b)
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(distance(a, a)).toBe(0)
        const cut = distance(a, b, limit)
        if (whole <= limit) expect(cut).toBe(whole)
        else expect(cut).toBe(Number.POSITIVE_INFINITY)
      },
    ),
  )
})
