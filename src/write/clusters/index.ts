/** review/: every spelling that is rewritten, proposed or judged, on cards in the order of risk, for `serve` to page through. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Aligned, Mention } from '../../article.ts'
import type { Sink } from '../sink.ts'
import { writeCards } from './cards.ts'
import { contextOf } from './context.ts'
import { Holders } from './holders.ts'
import { files, REVIEW } from './layout.ts'
import { Spellings } from './spellings.ts'
import { Spool } from './spool.ts'

/** Spellings on cards; 200 MB while the articles come. */
const LIMIT = 500_000

/**
 * Bounded, however large the corpus: contexts wait in a file, and so do the articles of each spelling.
 * @param folder the output
 * @param limit spellings on cards
 * @param names that a spelling may be near, besides those that are mentioned
 */
export function clustersSink(
  folder: string,
  { limit = LIMIT, names = [] }: { readonly limit?: number; readonly names?: readonly string[] | undefined } = {},
): Sink {
  const review = join(folder, REVIEW)
  mkdirSync(review, { recursive: true })
  const spellings = new Spellings(limit)
  const contexts = new Spool(join(review, 'contexts.tmp'))
  const pairs = new Spool(join(review, 'pairs.tmp'))
  const ids = new Spool(join(review, files.ids))
  const holders = new Holders(pairs)
  ids.add(Buffer.from('\n'))

  return {
    write(article: Aligned) {
      let place = 0
      const texts = [article.normalized.source, ...article.normalized.translations]
      let full: ReadonlySet<string> | undefined
      const count = (text: number, where: 'title' | 'text', mention: Mention): void => {
        if (mention.action === 'keep' && mention.judged === undefined) return
        const number = spellings.numberOf(texts[text]!.language, mention)
        if (number === undefined) return
        if (place === 0) place = ids.add(Buffer.from(`${article.id}\n`))
        full ??= namedInFull(texts.flatMap(({ titleMentions, mentions }) => [...titleMentions, ...mentions]))
        if (spellings.count(number, place, mention, !full.has(mention.entry))) holders.add(number, place)
        if (!spellings.wants(number, mention.confidence)) return
        const context = Buffer.from(JSON.stringify(contextOf(article, text, where, mention)))
        spellings.keep(number, { offset: contexts.add(context), length: context.length, confidence: mention.confidence })
      }
      for (const [text, { titleMentions, mentions }] of texts.entries()) {
        for (const mention of titleMentions) count(text, 'title', mention)
        for (const mention of mentions) count(text, 'text', mention)
      }
    },
    async close() {
      contexts.flush()
      writeCards(folder, { spellings, contexts, holders, names })
      contexts.close(false)
      pairs.close(false)
      ids.close(true)
    },
  }
}

/** Entries that are named with as many words as their name has. */
function namedInFull(mentions: readonly Mention[]): ReadonlySet<string> {
  const full = mentions.filter(({ replacement, canonical }) => replacement === canonical || words(replacement) >= words(canonical))
  return new Set(full.map(({ entry }) => entry))
}

function words(name: string): number {
  return name.split(/[\s·・=＝]+/u).length
}
