/** What a configuration file may say, and the flags set: names, ranges, descriptions, and what is said of what is wrong. */
import { iso6393 } from 'iso-639-3/iso6393.js'
import { z } from 'zod'
import { fieldNames } from './article.ts'
import { baseLanguage, parseLanguage } from './language.ts'

export const engineNames = ['auto', 'memory', 'libretranslate', 'bergamot', 'apertium', 'openai', 'command'] as const
export const formatNames = ['tmx', 'tsv', 'xliff', 'moses', 'parquet'] as const

/** Whether ISO 639 knows the language of a well-formed tag: 'zz-ZZ' is well-formed and is none. CLDR has the macrolanguages too. */
function isRegistered(tag: string): boolean {
  const base = baseLanguage(tag)
  const named = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(base)
  return named !== undefined || iso6393.some(({ iso6393: code }) => code === base)
}

const language = z.string().transform((tag, context) => {
  const parsed = parseLanguage(tag)
  if (parsed !== undefined && isRegistered(parsed)) return parsed
  const got = parsed === undefined ? `'${tag}'` : `'${tag}': no language has the code '${baseLanguage(parsed)}'`
  context.addIssue({ code: 'custom', message: `expected a BCP 47 tag such as 'de' or 'pt-BR', got ${got}` })
  return z.NEVER
})

const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`
  const error = ({ input }: { readonly input?: unknown }) => `expected a whole number ${range}, got '${String(input)}'`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: ({ input }) => `expected ${names.join(', ')}, got '${String(input)}'` })

const engineList = z
  .array(oneOf(engineNames), { error: ({ input }) => `expected a list of engines such as ["bergamot"], got ${JSON.stringify(input)}` })
  .min(1)

/** Which pairs a list of engines is for: 'es-ca', 'es-*', '*-ca', '*'. */
const route = z.string().regex(/^(\*|(\*|[a-z][\w-]*)-(\*|[a-z][\w-]*))$/u, {
  error: ({ input }) => `expected a pair such as 'es-ca', '*-en', or '*', got '${String(input)}'`,
})

const pairNames = z.array(z.string()).min(1).optional().meta({ description: "Pairs that it is asked for, such as 'de-en'. Default: any." })
const timeoutMs = wholeNumber(100).optional().meta({ description: 'Longest wait for one answer, in milliseconds.' })
const concurrency = wholeNumber(1, 64)
  .optional()
  .meta({ description: 'Requests under way at once, at most. Default: as many as are found to serve it best, up to 64.' })

const time = z.string().regex(/^\d+[smh]?$/, {
  error: ({ input }) => `expected a time such as 90s, 10m, 2h or 0, got '${String(input)}'`,
})

export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

export function notAnEncoding(label: string): string {
  return `expected a label of the WHATWG Encoding Standard such as 'windows-1251' or 'gb18030', got '${label}'`
}

const threshold = 'expected a score from 0.6 to 1, such as 0.9, or 1 for nothing but the very sentence, got'
const memoryThreshold = z
  .number({ error: ({ input }) => `${threshold} '${String(input)}'` })
  .min(0.6, { error: ({ input }) => `${threshold} '${String(input)}'` })
  .max(1, { error: ({ input }) => `${threshold} '${String(input)}'` })

const httpUrl = z.url({ protocol: /^https?$/, error: (issue) => `expected an http(s) URL, got '${issue.input}'` })

/** What a configuration file may say: everything optional, nothing unknown. */
export const settingsSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Path or URL of this schema, for editors.' }),
    input: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({ description: "Files and folders to read; '-' is standard input. Default: ['input']." }),
    encoding: z
      .string()
      .refine(isEncoding, { error: ({ input }) => notAnEncoding(String(input)) })
      .optional()
      .meta({ description: 'What all text of the input is in. Default: what each text says of itself, else UTF-8.' }),
    fields: z.partialRecord(oneOf(fieldNames), z.string().min(1)).optional().meta({
      description: 'What records of the input call the fields of an article, where they call them otherwise: {"text": "content"}.',
    }),
    limit: wholeNumber(1).optional().meta({ description: 'Articles to read of the input, at most. Default: all.' }),
    maxChars: wholeNumber(1000).optional().meta({
      description:
        'Characters of an article as it is read, at most; a longer one is rejected. Default: 5000000, a long novel and a half: with a translation it takes a minute of processor time and a gigabyte.',
    }),
    minChars: wholeNumber(1).optional().meta({ description: 'Characters of an article after cleaning, at least. Default: any.' }),
    onlyLanguages: z
      .array(language)
      .min(1)
      .optional()
      .meta({ description: 'BCP 47 tags of the languages whose articles are wanted. Default: all.' }),
    dropDuplicates: z
      .boolean()
      .optional()
      .meta({ description: 'Whether an article whose text is that of one before it is left out. Default: false: it is told.' }),
    output: z.string().min(1).optional().meta({ description: "Folder the results are written to. Default: 'output'." }),
    glossary: z.array(z.string()).optional().meta({
      description:
        "Glossaries (.csv, .tsv, .jsonl, .tbx) and translation memories (.tmx, .tmdb), or folders of them. Default: ['glossary'], if there is one.",
    }),
    to: z.array(language).min(1).optional().meta({ description: "BCP 47 tags of the languages to translate into. Default: ['en']." }),
    engines: z
      .union([engineList, z.record(route, engineList)])
      .optional()
      .meta({
        description:
          'Who translates, in order of preference: who cannot is passed over for the next. Or such lists by pair: {"es-ca": ["apertium"], "*-en": ["bergamot"], "*": ["libretranslate"]}. Default: [\'auto\'].',
      }),
    formats: z
      .array(oneOf(formatNames))
      .optional()
      .meta({ description: 'What aligned/ holds; parquet also makes texts.parquet. Default: tmx, tsv.' }),
    memoryThreshold: memoryThreshold.optional().meta({
      description:
        'Score from which on a unit of the memory is used that is nearly the sentence, 0.6 to 1; 1: only the very sentence is. Default: 0.9; below, every second one lost a word.',
    }),
    wait: time.optional().meta({
      description:
        "How long a server that is away may keep a run waiting, such as '90s', '10m' or '2h'; '0': not at all. Default: '10m'. After that its articles are left pending.",
    }),
    cache: z.string().min(1).optional().meta({
      description:
        "Folder that keeps what engines translated; several outputs may share one, one after the other. Default: the output's own.",
    }),
    keepSource: z
      .boolean()
      .optional()
      .meta({ description: 'Whether the corpus also holds each article as it was read, markup and all. Default: false.' }),
    compress: z.boolean().optional().meta({
      description:
        'Whether the corpus is compressed: corpus/NNNNN.jsonl.gz, a gzip member an article; a fifth of the size. Default: false.',
    }),
    compare: z.boolean().optional().meta({
      description:
        'Whether the engines are set side by side on up to 1,000 sentences of each pair, each asked by itself: in the report, and compare/ in the output. Default: false.',
    }),
    jobs: wholeNumber(1, 256).optional().meta({ description: 'Worker threads. Default: the number of processors.' }),
    libretranslate: z
      .strictObject({
        url: z
          .union([httpUrl, z.array(httpUrl).min(1)])
          .optional()
          .meta({ description: 'Where the server answers, or several that do. Default: the environment variable LIBRETRANSLATE_URL.' }),
        concurrency: wholeNumber(1, 64).optional().meta({
          description: 'Requests under way at once, at most. Default: as many as are found to serve the server best, up to 64.',
        }),
        timeoutMs: wholeNumber(100).optional().meta({ description: 'Longest wait for one answer, in milliseconds. Default: 60000.' }),
      })
      .optional(),
    bergamot: z
      .strictObject({
        models: z
          .string()
          .min(1)
          .optional()
          .meta({ description: "Folder of the built-in engine's models. Default: the user's cache folder." }),
        mirror: httpUrl.optional().meta({ description: "Address of a copy of Mozilla's models. Default: Mozilla's own." }),
        threads: wholeNumber(1, 256).optional().meta({
          description: 'Sentences translated at once; each takes up to 700 MB. Default: one a processor, as far as the memory goes.',
        }),
        timeoutMs: wholeNumber(100).optional().meta({ description: 'Longest time for one sentence, in milliseconds. Default: 60000.' }),
      })
      .optional(),
    apertium: z
      .strictObject({ url: httpUrl.meta({ description: 'Where an apertium-apy server answers.' }), concurrency, timeoutMs })
      .optional(),
    openai: z
      .strictObject({
        url: httpUrl.meta({
          description:
            'Where a server answers that speaks the chat protocol of OpenAI, with its prefix: http://localhost:11434/v1 is Ollama. The key is in the environment: OPENAI_API_KEY.',
        }),
        model: z.string().min(1).meta({ description: 'As the server names it.' }),
        formality: z.enum(['formal', 'informal']).optional().meta({ description: 'How readers are addressed.' }),
        pairs: pairNames,
        concurrency,
        timeoutMs,
      })
      .optional(),
    command: z
      .strictObject({
        run: z.array(z.string()).min(1).meta({
          description:
            'A program that reads lines and writes their translations, and its arguments; {from} and {to} stand for the languages.',
        }),
        pairs: pairNames,
        concurrency,
        timeoutMs,
      })
      .optional(),
    shardArticles: wholeNumber(1).optional().meta({ description: 'Articles in a shard, at most. Default: 1000.' }),
    shardBytes: wholeNumber(1024)
      .optional()
      .meta({ description: 'UTF-8 bytes of raw text in a shard, at most (a larger article stands alone). Default: 16777216.' }),
  })
  .meta({ title: 'Synoptic configuration', description: 'synoptic.config.json: flags win over it, it wins over the environment.' })

/** What synoptic.config.json may hold (docs/config.schema.json), and what the flags set: every part of it optional. */
export type Settings = z.input<typeof settingsSchema>
export type EngineName = (typeof engineNames)[number]
export type Format = (typeof formatNames)[number]
