/** Articles full of garbled names, as the pipeline leaves them: made up, always the same. */
import type { Aligned, Mention, Segment } from '../../src/article.ts'
import { createArticle } from '../../src/read/index.ts'

const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'za', 'sch', 'gor', 'lin', 'dor', 'fel', 'hem']

/** A pseudo-random number below `limit` (Lehmer). */
function randomIn(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

const nameOf = (number: number): string => {
  const random = randomIn(number + 1)
  const name = Array.from({ length: 3 + random(2) }, () => syllables[random(syllables.length)]!).join('')
  return name[0]!.toUpperCase() + name.slice(1)
}

/** Each with `rows` rewritten names out of `names`, each name in one of `spellings` spellings. */
export function* garbled(
  articles: number,
  { rows, names, spellings }: { rows: number; names: number; spellings: number },
): Generator<Aligned> {
  const random = randomIn(1911)
  for (let at = 0; at < articles; at++) {
    const segments: Segment[] = []
    const mentions: Mention[] = []
    let text = ''
    for (let row = 0; row < rows; row++) {
      // Few names are in many articles.
      const number = Math.floor((random(1000) * random(1000) * names) / 1e6)
      const canonical = nameOf(number)
      const surface = `${canonical.slice(0, 4)}${syllables[random(spellings) % syllables.length]}${canonical.slice(4)}${random(spellings) < 16 ? '' : 'h'}`
      const head = `In the spring of the year `
      const sentence = `${head}${surface} came to the old town by the river and stayed there.`
      const start = text.length
      segments.push({ span: { start, end: start + sentence.length }, text: sentence, language: 'en', block: 0 })
      mentions.push({
        span: { start: start + head.length, end: start + head.length + surface.length },
        surface,
        suffix: '',
        kind: 'person',
        entry: `n${number}`,
        canonical: `Ada ${canonical}`,
        replacement: canonical,
        action: 'rewrite',
        confidence: 0.5 + random(500) / 1000,
        reason: 'spelling 0.87; family name',
      })
      text += `${sentence} `
    }
    yield articleOf(`article-${at}`, text, segments, mentions)
  }
}

function articleOf(id: string, text: string, segments: readonly Segment[], mentions: readonly Mention[]): Aligned {
  const title = `Article ${id}`
  return {
    ...createArticle({ id, title, body: '' }),
    text,
    blocks: [{ start: 0, end: text.length }],
    removed: [],
    language: 'en',
    confidence: 1,
    passages: [{ start: 0, end: text.length, language: 'en' }],
    segments,
    mentions,
    titleMentions: [],
    translations: [],
    normalized: { source: { language: 'en', title, titleMentions: [], text, segments, mentions }, translations: [] },
    alignments: [],
  }
}
