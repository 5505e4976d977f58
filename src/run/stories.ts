/** The stories of a finished corpus: sketches of all shards are grouped, then the versions of each group are read, aligned and collated. */

import { collateStory, type Grouping, group, versionOf } from '../stories/index.ts'
import type { Story } from '../story.ts'
import { articleAt, type Sketched, sketchesOf } from './sketches.ts'
import type { AssembledShard } from './store.ts'

/** One more is too much to hold side by side: a story of more versions shows these. */
const MOST_VERSIONS = 200

/** Stories in the order of their first version; each is made when it is asked for, so that one is held at a time. */
export async function* storiesOf(shards: readonly AssembledShard[], signal: AbortSignal): AsyncGenerator<Story> {
  const texts: (Sketched & { readonly file: string })[] = []
  for (const { hash, store } of shards) {
    signal.throwIfAborted()
    for (const sketched of await sketchesOf(store, hash)) texts.push({ ...sketched, file: store.linesFile(hash) })
  }
  const { groups }: Grouping = group(texts.map(({ sketch }) => sketch))
  for (const { members, pairs } of groups) {
    signal.throwIfAborted()
    const shown = members.slice(0, MOST_VERSIONS)
    const versions = await Promise.all(shown.map(async (text) => versionOf(await articleAt(texts[text]!.file, texts[text]!))))
    const placeOf = new Map(shown.map((text, place) => [text, place]))
    const links = pairs.flatMap((link) => {
      const [a, b] = [placeOf.get(link.a), placeOf.get(link.b)]
      return a === undefined || b === undefined ? [] : [{ ...link, a, b }]
    })
    yield collateStory(versions, links)
  }
}
