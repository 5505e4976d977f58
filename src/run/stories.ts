/**
 * The stories of a finished corpus: sketches of all shards are grouped, then the versions of each group are read, aligned and collated, and what
 * one has right mends another.
 */

import type { Aligned } from '../article.ts'
import type { Judgements } from '../glossary/index.ts'
import { collateStory, type Grouping, group, mend, versionOf } from '../stories/index.ts'
import type { Story } from '../story.ts'
import { fewAtOnce } from './files.ts'
import { articleAt, type Sketched, sketchesOf } from './sketches.ts'
import type { AssembledShard } from './store.ts'

/** One more is too much to hold side by side: a story of more versions shows these. */
const MOST_VERSIONS = 200

/** A story, and the articles in which it mends names. */
export interface Told {
  readonly story: Story
  readonly mended: readonly { readonly hash: string; readonly start: number; readonly article: Aligned }[]
}

/** Stories in the order of their first version; each is made when it is asked for, so that one is held at a time. */
export async function* storiesOf(shards: readonly AssembledShard[], judgements: Judgements, signal: AbortSignal): AsyncGenerator<Told> {
  const texts: (Sketched & { readonly hash: string; readonly file: string })[] = []
  for (const { hash, store } of shards) {
    signal.throwIfAborted()
    for (const sketched of await sketchesOf(store, hash)) texts.push({ ...sketched, hash, file: store.linesFile(hash) })
  }
  const { groups }: Grouping = group(texts.map(({ sketch }) => sketch))
  for (const { members, pairs } of groups) {
    signal.throwIfAborted()
    const shown = members.slice(0, MOST_VERSIONS)
    const articles = await fewAtOnce(shown, (text) => articleAt(texts[text]!.file, texts[text]!))
    const placeOf = new Map(shown.map((text, place) => [text, place]))
    const links = pairs.flatMap((link) => {
      const [a, b] = [placeOf.get(link.a), placeOf.get(link.b)]
      return a === undefined || b === undefined ? [] : [{ ...link, a, b }]
    })
    const story = collateStory(articles.map(versionOf), links)
    const mended = [...mend(articles, story.pairs, judgements)].map(([place, article]) => {
      const { hash, start } = texts[shown[place]!]!
      return { hash, start, article }
    })
    yield { story, mended }
  }
}
