import { dirname } from 'node:path'
import type { Language } from '../article.ts'
import { parseLanguage } from '../language.ts'
import type { Format } from './formats/index.ts'
import type { Compression } from './open.ts'

export interface FoundFile {
  readonly path: string
  /** `path` with '/' between folders. */
  readonly file: string
  readonly id: string
  /** Without the suffixes of format and compression. */
  readonly stem: string
  /** Undefined: to be told from its first bytes. */
  readonly format: Format | undefined
  readonly compression: Compression | undefined
  /** Bytes as stored; of a member of an archive, unpacked. */
  readonly size: number
  /** Its bytes as they are stored. */
  readonly open: () => AsyncIterable<Buffer>
  /** From the name, when the file is one version of a story. */
  readonly language?: Language
}

/** Only formats of one article a file can be versions of each other. */
const versioned = new Set(['text', 'markdown', 'html'])
/** Knows which well-formed tags are languages: 'two' is well-formed, and 'chapter.two.txt' no translation. */
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * `story.de.txt` and `story.en.txt`, beside each other and of one format, are versions of one story.
 * Stories come in the order of their first file.
 */
export function stories(files: readonly FoundFile[]): readonly (readonly FoundFile[])[] {
  const groups = new Map<string, FoundFile[]>()
  for (const file of files) {
    const { key, language } = versionOf(file) ?? { key: file.path, language: undefined }
    const group = groups.get(key) ?? []
    group.push(language === undefined ? file : { ...file, language })
    groups.set(key, group)
  }
  return [...groups.values()].flatMap((group) => (new Set(group.map((file) => file.language)).size > 1 ? [group] : group.map(alone)))
}

function versionOf(file: FoundFile): { readonly key: string; readonly language: Language } | undefined {
  const dot = file.stem.lastIndexOf('.')
  if (dot <= 0 || file.format === undefined || !versioned.has(file.format)) return undefined
  const language = parseLanguage(file.stem.slice(dot + 1))
  if (language === undefined || languageNames.of(language) === undefined) return undefined
  return { key: [dirname(file.path), file.stem.slice(0, dot), file.format, 'version'].join('\0'), language }
}

/** One file of its name: its suffix may be a language or anything else, so nothing is made of it. */
function alone({ language, ...file }: FoundFile): readonly FoundFile[] {
  return [file]
}
