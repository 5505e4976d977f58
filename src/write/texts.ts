import { ParquetFile } from './parquet.ts'
import type { Sink } from './sink.ts'
import { finishedTexts } from './text.ts'

/** texts.parquet: a row for each text that text/ holds, with what is known of its article. Missing values are ''. */
export function textsSink(path: string, version: string): Sink {
  const file = new ParquetFile(
    path,
    {
      id: 'text',
      language: 'text',
      original: 'text',
      title: 'text',
      byline: 'text',
      date: 'text',
      url: 'text',
      file: 'text',
      text: 'text',
    },
    `synoptic ${version}`,
  )
  return {
    async write(article) {
      const { id, origin, language: original, metadata } = article
      const { byline = '', date = '', url = '' } = metadata
      for (const { language, title, text } of finishedTexts(article)) {
        await file.write({ id, language, original, title, byline, date, url, file: origin.file, text })
      }
    },
    close: () => file.close(),
  }
}
