import { describe, expect, it } from 'vitest'
import { habit } from '../../../src/stages/align/habits.ts'
import { SHAPES, shapeOf } from '../../../src/stages/align/shapes.ts'
import { translatedHabits } from '../../../src/stages/align/weights.ts'

const of = (alone: number, single: number, joined: number) => {
  const expected = new Float64Array(SHAPES.length)
  expected[shapeOf(1, 0)] = alone / 2
  expected[shapeOf(0, 1)] = alone / 2
  expected[shapeOf(1, 1)] = single
  expected[shapeOf(2, 1)] = joined
  return habit(expected, translatedHabits)
}

describe('what a document makes likely', () => {
  it('is nothing where it is as most are', () => {
    expect(of(13, 65, 22)).toBe(0)
    expect(of(0, 100, 0)).toBe(0)
  })

  it('is that lines stand alone where many seem to', () => {
    expect(of(40, 50, 10)).toBeGreaterThan(0.8)
    expect(of(60, 30, 10)).toBeGreaterThan(of(40, 50, 10))
  })

  it('is that none does where they only seem to because the translation is free', () => {
    expect(of(20, 30, 50)).toBeLessThan(-0.3)
  })

  it('is little where little was seen', () => {
    expect(of(0.8, 1, 0.2)).toBeLessThan(of(40, 50, 10))
  })
})
