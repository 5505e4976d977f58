/**
 * Marks in square brackets that a wiki prints into its text: '[edit]', '[12]', '[note 3]', '[citation needed]'.
 */
import type { Removed } from '../../article.ts'
import type { Block } from './draft.ts'
import { editWords, requestWords } from './phrases.ts'
import { footnote, type Ruled } from './rules.ts'

const words = (phrases: typeof editWords) => Object.values(phrases).flat().join('|')
const edit = new RegExp(` ?\\[ ?(?:${words(editWords)}) ?\\]`, 'giu')
const request = new RegExp(` ?\\[(?:${words(requestWords)})\\]`, 'giu')
/** '[note 3]', '[nb 1]', '[Anm. 2]', '[注 1]': a word and a number. */
const note = / ?\[(?:note|nb|n|notes|fn|anm\.?|a|lower-alpha|注|注釈|註|nota|uwaga|прим\.?|комм\.?|к) \d{1,3}\]/giu
/** After a mark of punctuation or another reference, where prose has no brackets. */
const afterPunctuation = /(?<=[.,;:!?…)"'”’»。，、；：！？」』\]])(?:\[(?:\d{1,3}|[a-z])\]){1,20}/gu
/** After a word, where code and editors have them too: 'text[1]'. */
const afterWord = /(?<=[\p{L}\p{N}%°])(?:\[[1-9]\d{0,2}\]){1,20}(?! ?[=+(]|\p{L}|\p{N})/gu
const evidence = /[.,;:!?…)"”’»。，、；：！？」』](?:\[\d{1,3}\])/u
/** Indexing from zero is code's; footnotes begin with one. */
const code = /[\p{L}_]\[0\]/u

/** Numbers after a word go only from a text that shows elsewhere that it has footnotes, and no code. */
export function takeOutMarks(blocks: readonly Block[]): Ruled {
  const cited = blocks.some(({ text }) => footnote.test(text) || evidence.test(text)) && !blocks.some(({ text }) => code.test(text))
  const rules: readonly (readonly [string, RegExp])[] = [
    ['edit-link', edit],
    ['editor-request', request],
    ['reference-mark', note],
    ['reference-mark', afterPunctuation],
    ...(cited ? ([['reference-mark', afterWord]] as const) : []),
  ]
  const removed: Removed[] = []
  const kept = blocks.map((block) => {
    if (!block.text.includes('[')) return block
    let text = block.text
    for (const [rule, pattern] of rules) {
      text = text.replace(pattern, (mark) => {
        removed.push({ rule, text: mark.trim() })
        return ''
      })
    }
    return text === block.text ? block : { ...block, text: text.trim() }
  })
  return { blocks: kept.filter(({ text }) => text !== ''), removed }
}
