import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFaults } from '../scripts/planted-faults/faults.ts'

test.each(readFaults())('the fault $name still fits the source and its tests are there', ({ file, before, after, tests }) => {
  expect(readFileSync(file, 'utf8').split(before)).toHaveLength(2)
  expect(after).not.toBe(before)
  for (const path of tests.split(' ')) expect(existsSync(path), path).toBe(true)
})
