import fc from 'fast-check'
import { expect, it } from 'vitest'
import { split } from '../../src/read/split.ts'

async function* chunks(parts: readonly string[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part)
}

it('cuts at delimiters, wherever the chunks end, and counts lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[<>a\n]{0,6}$/), { maxLength: 12 }),
      fc.constantFrom('\n', '<a>', '>>'),
      async (parts, delimiter) => {
        const whole = parts.join('')
        const expected = whole.split(delimiter)
        if (expected.at(-1) === '') expected.pop()
        let before = 0
        const found: string[] = []
        for await (const { bytes, line } of split(chunks(parts), delimiter)) {
          expect(line).toBe(whole.slice(0, before).split('\n').length)
          const text = bytes?.toString() ?? ''
          before += text.length + delimiter.length
          found.push(text)
        }
        expect(found).toEqual(expected)
      },
    ),
  )
})
