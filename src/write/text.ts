import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Aligned, NormalizedText } from '../article.ts'
import { fileName } from './file.ts'
import type { Sink } from './sink.ts'

/**
 * text/<id>.<tag>.txt, with several shards text/<shard>/<id>.<tag>.txt: the cleaned text, names as the glossary writes them, in the article's
 * own language and in each language it is finished in. The title stands on top with a blank line below; an article without a title starts
 * with its text.
 */
export function textSink(folderNow: () => string): Sink {
  let made: string | undefined
  return {
    write(article) {
      const folder = folderNow()
      if (folder !== made) mkdirSync(folder, { recursive: true })
      made = folder
      // Small files by the thousand: handing each to a thread and back takes twice as long as writing it.
      for (const text of finishedTexts(article)) writeFileSync(join(folder, fileName(`${article.id}.${text.language}.txt`)), layOut(text))
    },
    close: () => Promise.resolve(),
  }
}

/** The article's own text and its finished translations. */
export function finishedTexts({ normalized, translations }: Aligned): readonly NormalizedText[] {
  return [normalized.source, ...normalized.translations.filter((_, at) => translations[at]?.status === 'done')]
}

function layOut({ title, text }: NormalizedText): string {
  return `${title === '' ? '' : `${title}\n\n`}${text}\n`
}
