/**
 * Plain text → blocks.
 */
import { type Block, block, squeeze } from './draft.ts'

const listItem = /^\s*(?:[-*•‣◦▪·–—]|\d{1,3}[.)])\s/
/** Widths, in characters, at which programs break lines. Longer lines are paragraphs, shorter ones verses or columns. */
const MIN_WIDTH = 40
const MAX_WIDTH = 100

/** A line is a block, unless the text is broken into lines at a fixed width: then they are put together again. */
export function textBlocks(text: string): readonly Block[] {
  const lines = text.split('\n')
  const width = lines.reduce((widest, line) => Math.max(widest, line.trimEnd().length), 0)
  const wrapped = width >= MIN_WIDTH && width <= MAX_WIDTH
  const blocks: Block[] = []
  let paragraph: string[] = []
  const end = () => {
    const joined = wrapped ? unwrap(paragraph, width) : paragraph
    joined.forEach((line, index) => {
      blocks.push(block(squeeze(line), { attached: index > 0 }))
    })
    paragraph = []
  }
  for (const line of lines) {
    if (line.trim() === '') end()
    else paragraph.push(line)
  }
  end()
  return blocks
}

/** Joins lines that end only because the next word would not have fitted. */
function unwrap(lines: readonly string[], width: number): readonly string[] {
  const joined: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before !== undefined && !listItem.test(line) && isFull(before, line, width) && !allEndSentences(lines))
      joined.push(`${joined.pop()} ${line}`)
    else joined.push(line)
  })
  return joined
}

function isFull(line: string, next: string, width: number): boolean {
  const word = /\S+/.exec(next)?.[0].length ?? 0
  return line.trimEnd().length + 1 + word > width
}

/** One sentence a line is a layout of its own. */
function allEndSentences(lines: readonly string[]): boolean {
  return lines.every((line) => /[.!?…:;]["'”’»)\]]*\s*$/.test(line))
}
