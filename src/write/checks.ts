import { createHash } from 'node:crypto'
import type { Aligned } from '../article.ts'
import { formatRow } from './cells.ts'
import { TextFile } from './file.ts'
import { segmentChecks } from './segment-checks.ts'
import type { Sink } from './sink.ts'

const columns = ['id', 'segment', 'from', 'to', 'origin', 'checks', 'other', 'source', 'target'] as const

/** Texts that are remembered to be compared with later ones, in each direction: about 60 MB. Those of a larger corpus are compared with these. */
const REMEMBERED = 300_000

/** Shorter ones say other things in other places: bytes of UTF-8, so that eight characters of Chinese are as much as 24 letters. */
const LONG = 24

/** What stood opposite a text where it came first, and where that was. */
interface First {
  readonly opposite: string
  readonly where: string
}

/**
 * checks.tsv: every translated segment that looks wrong, and why. Over all articles two more codes: `translated-otherwise`, the same source has
 * another translation elsewhere; `shared-translation`, another source has the same one. `other` says where: the article's id and the segment.
 */
export function checksSink(path: string): Sink {
  const file = new TextFile(path)
  const sources = new Map<string, First>()
  const targets = new Map<string, First>()
  let head = formatRow(columns)
  return {
    async write(article: Aligned) {
      const { id, language, segments, translations } = article
      const rows: string[] = []
      for (const [index, { language: to, engine, segments: made }] of translations.entries()) {
        if (engine === 'given') continue
        const found = segmentChecks(article, index)
        for (const [at, { text, origin, engine: maker = engine }] of made.entries()) {
          const source = segments[at]
          if (source === undefined || origin === 'missing') continue
          const where = `${id}:${at}`
          const [from, into] = [hashOf(`${language} ${to} ${fold(source.text)}`), hashOf(`${language} ${to} ${fold(text)}`)]
          const otherwise = Buffer.byteLength(source.text) < LONG ? undefined : conflict(sources, from, into, where)
          const shared = Buffer.byteLength(text) < LONG ? undefined : conflict(targets, into, from, where)
          const codes = [...found[at]!, ...(otherwise ? ['translated-otherwise'] : []), ...(shared ? ['shared-translation'] : [])]
          if (codes.length === 0) continue
          const others = [otherwise, shared].filter((each) => each !== undefined)
          rows.push(
            formatRow([id, at, language, to, origin === 'engine' ? maker : origin, codes.join(' '), others.join(' '), source.text, text]),
          )
        }
      }
      await file.write(head + rows.join(''))
      head = ''
    },
    async close() {
      await file.write(head)
      await file.close()
    },
  }
}

/** Where a text came first with something else opposite; undefined when it did not. Texts by their hashes. */
function conflict(seen: Map<string, First>, text: string, opposite: string, where: string): string | undefined {
  const first = seen.get(text)
  if (first !== undefined) return first.opposite === opposite ? undefined : first.where
  if (seen.size < REMEMBERED) seen.set(text, { opposite, where })
  return undefined
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** 96 bits. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 16)
}
