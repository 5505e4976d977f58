import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import type { Aligned, NormalizedText } from '../article.ts'
import { fileName } from './file.ts'
import type { Sink } from './sink.ts'

/** Files written at once: a corpus has thousands of small ones, and each waits for the disk. */
const FILES_AT_ONCE = 8

/**
 * text/<id>.<tag>.txt, with several shards text/<shard>/<id>.<tag>.txt: the cleaned text, names as the glossary writes them, in the article's
 * own language and in each language it is finished in. The title stands on top with a blank line below; an article without a title starts
 * with its text.
 */
export function textSink(folderNow: () => string): Sink {
  const limit = pLimit(FILES_AT_ONCE)
  const underWay = new Set<Promise<void>>()
  let made: string | undefined
  let failure: { readonly thrown: unknown } | undefined

  const begin = (path: string, content: string): void => {
    const one = limit(() => writeFile(path, content))
      .catch((thrown: unknown) => {
        failure ??= { thrown }
      })
      .finally(() => underWay.delete(one))
    underWay.add(one)
  }

  return {
    async write(article) {
      const folder = folderNow()
      if (folder !== made) await mkdir(folder, { recursive: true })
      made = folder
      for (const text of finishedTexts(article)) begin(join(folder, fileName(`${article.id}.${text.language}.txt`)), layOut(text))
      while (underWay.size >= FILES_AT_ONCE) await Promise.race(underWay)
      if (failure !== undefined) throw failure.thrown
    },
    async close() {
      await Promise.all(underWay)
      if (failure !== undefined) throw failure.thrown
    },
  }
}

/** The article's own text and its finished translations. */
export function finishedTexts({ normalized, translations }: Aligned): readonly NormalizedText[] {
  return [normalized.source, ...normalized.translations.filter((_, at) => translations[at]?.status === 'done')]
}

function layOut({ title, text }: NormalizedText): string {
  return `${title === '' ? '' : `${title}\n\n`}${text}\n`
}
