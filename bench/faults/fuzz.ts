/**
 * Inputs that nobody would write, by the hundred thousand, over readers, glossaries and all stages: each must come through or be refused with a
 * reason, within two seconds of processor time for 100 kB. Every input is made from its number alone, so that a fault can be repeated:
 * `jiti faults/index.ts fuzz 1 NUMBER`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { memoryOf } from '../../src/engines/memory.ts'
import { answersOf, type Translator } from '../../src/engines/translator.ts'
import { FileError, messageOf } from '../../src/errors.ts'
import { createGlossary, loadGlossary } from '../../src/glossary/index.ts'
import { pipeline } from '../../src/pipeline.ts'
import { createArticle, read } from '../../src/read/index.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import { formatArticle, parseArticle } from '../../src/write/corpus.ts'
import { randomNumbers } from '../random.mjs'

export interface FuzzResult {
  readonly inputs: Readonly<Record<string, number>>
  /** What came of them: 'read', 'loaded', 'done', or the code or kind of the refusal. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Part of the glossaries that are valid CSV, 0..1. */
  readonly validCsv: number
  readonly slowestCpuSeconds: number
  /** What nobody foresaw, and what took too long. */
  readonly faults: readonly { readonly number: number; readonly target: string; readonly what: string }[]
}

/** Seconds of processor time, and bytes for which they are the most; less text may take as long. */
const MOST_SECONDS = 2
const LARGE = 100_000
/** One input in so many is as large as that. */
const LARGE_EVERY = 2000

const root = new URL('../../', import.meta.url).pathname
const sample = readdirSync(join(root, 'input')).map((name) => readFileSync(join(root, 'input', name), 'utf8'))
const sentences = sample.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/u)).filter((text) => text.length > 10)

/** What has broken readers of texts before: halves of pairs, controls, marks that turn or pile up, ends of markup, numbers out of range. */
const hostile = [
  ...[
    '\0',
    '\u0001',
    '\ufeff',
    '\ufffe',
    '\ud800',
    '\udc00',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\u00ad',
    '\u0085',
    '\u2028',
    '\r',
    '\r\n',
  ],
  ...[
    '<',
    '>',
    '&',
    '&#x110000;',
    '&#0;',
    '&amp',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '</p>',
    '<script>',
    '<table><tr>',
    '<p lang="',
    '<br'.repeat(3),
  ],
  ...['{{', '}}', '[[', ']]', '{|', '|}', '|-', "'''", '<ref>', '</ref>', '-{', '}-', '{{{1|', '==', '* ', '# '],
  ...['"', '""', "'", '\\', '\\u', ',', ';', '\t', '|', '=HYPERLINK("', '{"id":', '[', '}', 'null', '1e999', '-0', '99999999999999999999'],
  ...[
    '\u0301'.repeat(30),
    '\u0e33',
    'ﬀ',
    'İ',
    'ß',
    '𝔄',
    '👩‍👩‍👧‍👦',
    '한',
    'が',
    'ـ',
    'אַ',
    '١٢',
    '½',
    'Ⅷ',
    '...',
    '…',
    '!?!?',
    '.'.repeat(200),
    'a'.repeat(300),
  ],
  ...[
    'Mr. ',
    'z. B. ',
    'Dr. ',
    'Marie Curie',
    'Curies',
    'Madame Kyuri',
    'Henri Bekkerel',
    "O'",
    'de la ',
    '-',
    '–',
    '(',
    ')',
    '«',
    '»',
    '「',
    '。',
  ],
] as const

const languages = ['de', 'en', 'ru', 'zh', 'ja', 'ar', 'th', 'und'] as const

type Random = () => number
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const below = (random: Random, most: number): number => Math.floor(random() * most)

/** @param size UTF-16 code units, about */
function textOf(random: Random, size: number): string {
  let text = ''
  while (text.length < size) {
    const kind = random()
    if (kind < 0.55) text += pick(random, sentences)
    else if (kind < 0.8) text += pick(random, hostile)
    else if (kind < 0.85) text += pick(random, hostile).repeat(1 + below(random, Math.min(1000, size)))
    else if (kind < 0.9) text += String.fromCharCode(...Array.from({ length: 8 }, () => below(random, 0x1_0000)))
    else text += pick(random, [' ', '\n', '\n\n', '. ', ' '])
    if (random() < 0.3) text += ' '
  }
  return text.slice(0, size)
}

/** Bytes taken out, put in or changed, in up to three places; or the end cut off. */
function damaged(random: Random, bytes: Buffer): Buffer {
  let result = bytes
  for (let left = below(random, 4); left > 0; left -= 1) {
    const at = below(random, result.length + 1)
    const insert = random() < 0.5 ? Buffer.from(pick(random, hostile)) : Buffer.from([below(random, 256)])
    result = Buffer.concat([result.subarray(0, at), insert, result.subarray(at + below(random, 20))])
  }
  return random() < 0.2 ? result.subarray(0, below(random, result.length + 1)) : result
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A file of articles, by its suffix. */
const formats: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  txt: (texts) => texts.join('\n\n'),
  md: (texts) => texts.map((text) => `# ${text.slice(0, 20)}\n\n${text}`).join('\n\n'),
  html: (texts) => `<!doctype html><title>${texts[0]}</title><article>${texts.map((text) => `<p>${text}</p>`).join('')}</article>`,
  jsonl: (texts) => texts.map((text, at) => `${JSON.stringify({ id: `a${at}`, text })}\n`).join(''),
  json: (texts) => JSON.stringify({ articles: texts.map((text) => ({ text })) }),
  csv: (texts) => `id,text\n${texts.map((text, at) => `${at},${cell(text)}\n`).join('')}`,
  tsv: (texts) => `id\ttext\n${texts.map((text, at) => `${at}\t${cell(text)}\n`).join('')}`,
  xml: (texts) =>
    `<mediawiki xml:lang="de">${texts.map((text, at) => `<page><title>${at}</title><ns>0</ns><id>${at}</id><revision><text>${escaped(text)}</text></revision></page>`).join('')}</mediawiki>`,
  rss: (texts) =>
    `<rss><channel>${texts.map((text) => `<item><title>T</title><description>${escaped(text)}</description></item>`).join('')}</channel></rss>`,
  warc: (texts) =>
    texts
      .map((text) => {
        const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${text}</p>`)
        return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
      })
      .join(''),
}

const { signal } = new AbortController()
const translator: Translator = { name: 'echo', languages: async () => [], translate: async (texts) => answersOf('echo', texts) }
const glossary = createGlossary([
  { canonical: 'Marie Skłodowska-Curie', kind: 'person', variants: ['Marie Curie', 'Madame Curie'] },
  { canonical: 'Henri Becquerel', kind: 'person' },
  { canonical: 'Warsaw', kind: 'place', forms: { de: 'Warschau', pl: 'Warszawa' } },
])
const stages = pipeline({ glossary, memory: memoryOf([]), translator, to: ['en'] })

const targets: Readonly<Record<string, (random: Random, size: number, folder: string) => Promise<readonly string[]>>> = {
  read: async (random, size, folder) => {
    const suffix = pick(random, Object.keys(formats))
    const content = formats[suffix]!(Array.from({ length: 1 + below(random, 3) }, () => textOf(random, size / 2)))
    const bytes = random() < 0.7 ? damaged(random, Buffer.from(content)) : Buffer.from(content)
    const isPacked = random() < 0.1
    const path = join(folder, `a.${suffix}${isPacked ? '.gz' : ''}`)
    writeFileSync(path, isPacked ? damaged(random, gzipSync(bytes)) : bytes)
    const outcomes: string[] = []
    const skipped = (): unknown => outcomes.push('skipped')
    for await (const item of read([path], signal, { skipped })) {
      if (item.kind === 'article') outcomes.push('read')
      else if (item.rejected.code === 'unreadable' || item.rejected.detail === '')
        throw new Error(`rejected for no reason: ${item.rejected.detail}`)
      else outcomes.push(item.rejected.code)
    }
    rmSync(path)
    return outcomes
  },
  glossary: async (random, size, folder) => {
    const isValid = random() < 0.6
    const suffix = isValid ? 'csv' : pick(random, ['csv', 'tsv', 'jsonl', 'tbx'])
    const names = Array.from({ length: 1 + below(random, 6) }, () => textOf(random, 4 + below(random, Math.min(60, size))))
    const rows: Readonly<Record<string, () => string>> = {
      csv: () =>
        `canonical,kind,variants,de\n${names.map((name) => `${cell(name)},${pick(random, ['person', 'place', 'term', ''])},${cell(pick(random, names))},${cell(pick(random, names))}\n`).join('')}`,
      tsv: () => `canonical\tnot\n${names.map((name) => `${name}\t${pick(random, names)}\n`).join('')}`,
      jsonl: () => names.map((canonical) => `${JSON.stringify({ canonical, [pick(random, hostile)]: canonical })}\n`).join(''),
      tbx: () =>
        `<tbx><text><body>${names.map((name) => `<conceptEntry><langSec xml:lang="de"><termSec><term>${escaped(name)}</term></termSec></langSec></conceptEntry>`).join('')}</body></text></tbx>`,
    }
    const path = join(folder, `names.${suffix}`)
    const content = Buffer.from(rows[suffix]!())
    writeFileSync(path, isValid ? content : damaged(random, content))
    try {
      const loaded = await loadGlossary([path])
      const text = textOf(random, size) + names.join(' ')
      for (const { span, surface } of findMentions(text, pick(random, languages), loaded)) {
        if (text.slice(span.start, span.end) !== surface) throw new Error(`a mention is not what stands there: ${surface}`)
      }
      return [isValid ? 'valid CSV, loaded' : 'loaded']
    } catch (thrown) {
      if (thrown instanceof FileError) return [isValid ? 'valid CSV, refused' : 'refused']
      throw thrown
    } finally {
      rmSync(path)
    }
  },
  stages: async (random, size) => {
    const text = textOf(random, size)
    const format = pick(random, ['text', 'text', 'html', 'wikitext'] as const)
    const body = format === 'html' ? formats.html!([text]) : text
    const outcome = await stages.run(createArticle({ id: 'a', title: text.slice(0, 40), body, format }), signal)
    if (outcome.kind === 'rejected') {
      if (outcome.rejected.code === 'stage-failed') throw new Error(`${outcome.rejected.stage}: ${outcome.rejected.detail}`)
      return [outcome.rejected.code]
    }
    const { article } = outcome
    for (const { span, text: said } of article.segments) {
      if (article.text.slice(span.start, span.end) !== said) throw new Error('a segment is not what stands there')
    }
    parseArticle(formatArticle(article), 'corpus', 1)
    return ['done']
  },
}

/** @param from number of the first input */
export async function fuzz(count: number, from = 1): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-fuzz-'))
  const inputs: Record<string, number> = {}
  const outcomes: Record<string, number> = {}
  const faults: { number: number; target: string; what: string }[] = []
  let slowest = 0
  const names = Object.keys(targets)
  // What is loaded once is no input's fault.
  for (const target of names) await targets[target]!(randomNumbers(0), 300, folder)
  try {
    for (let number = from; number < from + count; number += 1) {
      const random = randomNumbers(number)
      const target = names[number % names.length]!
      const size = number % LARGE_EVERY < names.length ? LARGE : 1 + below(random, 10 ** (1 + below(random, 3)))
      inputs[target] = (inputs[target] ?? 0) + 1
      const before = process.cpuUsage()
      try {
        for (const outcome of await targets[target]!(random, size, folder))
          outcomes[`${target}: ${outcome}`] = (outcomes[`${target}: ${outcome}`] ?? 0) + 1
      } catch (thrown) {
        faults.push({ number, target, what: messageOf(thrown) })
      }
      const { user, system } = process.cpuUsage(before)
      const seconds = (user + system) / 1e6
      slowest = Math.max(slowest, seconds)
      if (seconds > MOST_SECONDS) faults.push({ number, target, what: `${seconds.toFixed(1)} s of processor time for ${size} characters` })
      if (number % 10_000 === 0) console.error(`${number} inputs, ${faults.length} faults, slowest ${slowest.toFixed(2)} s`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const valid = Object.entries(outcomes).reduce((sum, [outcome, found]) => (outcome.includes('valid CSV') ? sum + found : sum), 0)
  return {
    inputs,
    outcomes: Object.fromEntries(Object.entries(outcomes).sort()),
    validCsv: Math.round((100 * valid) / (inputs.glossary ?? 1)) / 100,
    slowestCpuSeconds: Math.round(100 * slowest) / 100,
    faults,
  }
}
