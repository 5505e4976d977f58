/**
 * How many names a version that has them right mends in one that garbles them: passages of bench/names in Latin script, beside the same with its
 * names put right and a part of its other words changed; and, as traps, beside one in which a name of the glossary stands where the passage has a
 * stranger's. With `held` on the halves held back.
 *
 * npm run bench -- versions names [held]
 */
import { parseArgs } from 'node:util'
import type { Aligned, Detected, Mention } from '../../src/article.ts'
import { type Glossary, Judgements } from '../../src/glossary/index.ts'
import { similarity } from '../../src/names/compare/distance.ts'
import { plain, squeeze } from '../../src/names/compare/spelling.ts'
import { link } from '../../src/stages/link/index.ts'
import { normalize } from '../../src/stages/normalize/index.ts'
import { segment } from '../../src/stages/segment/index.ts'
import { collateStory, mend, versionOf } from '../../src/stories/index.ts'
import { hardSets, ownSets, type Passage } from '../names/sets.ts'
import { randomNumbers } from '../random.mjs'
import { reworded } from './edits.ts'

const half = parseArgs({ allowPositionals: true }).positionals.includes('held') ? 'held' : 'tune'
const sets = [...(half === 'tune' ? await ownSets() : []), ...(await hardSets(half))]
const context = { signal: new AbortController().signal, warn: () => {} }
const random = randomNumbers(4)

let [wanted, right, wrong, traps, fallen] = [0, 0, 0, 0, 0]
for (const { passages, glossary } of sets) {
  for (const [number, passage] of passages.entries()) {
    if (!/^[\p{Script=Latin}\P{L}]*$/u.test(passage.text)) continue
    const garbled = await articleOf('garbled', passage.text, passage.language, glossary)
    const rewritten = (article: Aligned) => article.normalized.source.mentions.filter(({ action }) => action === 'rewrite')
    const before = new Set(rewritten(garbled).map(({ span }) => span.start))
    const goldAt = ({ span }: Mention) => passage.gold.find(({ start, end }) => start < span.end && span.start < end)
    // What stays as it is, as 'Tolstoï' in French, is no mistake.
    const isKnown = ({ start, end }: Passage['gold'][number]) =>
      garbled.normalized.source.mentions.some(({ span, action }) => action !== 'suggest' && start < span.end && span.start < end)
    const isMissed = (gold: Passage['gold'][number]) => gold.misspelt && !isKnown(gold)
    wanted += passage.gold.filter(isMissed).length
    for (const mention of await mendedBy(garbled, corrected(passage), glossary, number)) {
      if (before.has(mention.span.start)) continue
      if (goldAt(mention)?.canonical === mention.canonical) right += 1
      else {
        wrong += 1
        console.error('wrong:', passage.language, mention.surface, '→', mention.replacement, mention.reason)
      }
    }
    for (const stranger of new Set(passage.strangers)) {
      const entry = [...glossary.entries][Math.floor(random() * glossary.entries.length)]!
      traps += 1
      const mended = await mendedBy(garbled, passage.text.replaceAll(stranger, entry.canonical), glossary, number)
      fallen += mended.some((mention) => !before.has(mention.span.start) && goldAt(mention) === undefined) ? 1 : 0
    }
  }
}
const share = (part: number, whole: number) => Number((part / whole).toFixed(3))
const result = { half, missedByThemselves: wanted, mended: share(right, wanted), right: share(right, right + wrong), traps, fallen }
console.log(JSON.stringify(result))
process.send?.(result)

/** What another version, of which about every seventh word is another, makes of the names of an article. */
async function mendedBy(article: Aligned, text: string, glossary: Glossary, seed: number): Promise<readonly Mention[]> {
  const words = 'and then some of what was said about it in those days'.split(' ')
  const changed = reworded(text, words, 0.15, randomNumbers(seed))
  const other = await articleOf('other', changed, article.language, glossary)
  const link = { a: 0, b: 1, kind: 'copy', similarity: 1 } as const
  const { pairs } = collateStory([versionOf(article), versionOf(other)], [link])
  return (
    mend([article, other], pairs, new Judgements())
      .get(0)
      ?.normalized.source.mentions.filter(({ action }) => action === 'rewrite') ?? []
  )
}

async function articleOf(id: string, text: string, language: string, glossary: Glossary): Promise<Aligned> {
  const detected: Detected = {
    ...{ id, origin: { file: '-', line: 1 }, title: '', body: text, format: 'text', metadata: {}, versions: [], warnings: [] },
    ...{ text, blocks: [{ start: 0, end: text.length }], removed: [], language, confidence: 1 },
    passages: [{ start: 0, end: text.length, language }],
  }
  const linked = await link({ glossary }).run(await segment().run(detected, context), context)
  return { ...(await normalize({ glossary }).run({ ...linked, translations: [] }, context)), alignments: [] }
}

/** The passage with its misspelt names, word by word, as the glossary has them. */
function corrected({ text, gold }: Passage): string {
  let out = ''
  let last = 0
  for (const { start, end, canonical, misspelt } of gold) {
    const likeness = (word: string, other: string) => similarity(plain(squeeze(word)), plain(squeeze(other)))
    const most = (word: string) =>
      canonical.split(' ').reduce((best, other) => (likeness(word, other) > likeness(word, best) ? other : best))
    out += text.slice(last, start)
    out += misspelt ? text.slice(start, end).split(' ').map(most).join(' ') : text.slice(start, end)
    last = end
  }
  return out + text.slice(last)
}
