/**
 * Mozilla's list of models: which there are, of which quality, and where their files lie.
 * Its form is that which mozilla/translations writes (db/updater.py, PublicModelsJsonGenerator): {generated, baseUrl, models: {'es-en': [{architecture,
 * releaseStatus, sourceLanguage, targetLanguage, files: {model: {path, uncompressedSize, uncompressedHash}, lexicalShortlist: {path}, vocab: {path} or
 * srcVocab and trgVocab}, modelStatistics, metrics}]}}. Paths are below baseUrl, which is where the list itself lies; a model that was not found in
 * Firefox's Remote Settings (translations-models-v2) has the releaseStatus null. What is not used here is not looked at.
 */
import { z } from 'zod'
import type { Language } from '../../article.ts'
import { EngineError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import type { LanguagePair } from '../translator.ts'

/** Where Mozilla keeps its models. A mirror is a copy of it: the same paths at another address. */
export const MOZILLA = 'https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data'

/** The list, below that address. */
export const LIST = 'db/models.json'

/** The models are Mozilla's, under its public licence. */
export const LICENCE = 'MPL-2.0'

/** Names of a model's files in a folder of ours. Two vocabularies, or one for both languages. */
export type FileName = 'model.bin' | 'lex.bin' | 'vocab.spm' | 'srcvocab.spm' | 'trgvocab.spm'

/** A file of a model, as the list tells of it. */
export interface ListedFile {
  readonly name: FileName
  /** Below the address of the models; gzip when it ends in .gz. */
  readonly path: string
  /** Unpacked, where it is told. */
  readonly bytes?: number
  /** Hexadecimal, of the unpacked file, where it is told. */
  readonly sha256?: string
}

/** A model that can be had. */
export interface ListedModel extends LanguagePair {
  /** 'tiny', 'base-memory' or 'base'. */
  readonly architecture: string
  readonly files: readonly ListedFile[]
}

const file = z.object({
  path: z.string().min(1),
  uncompressedSize: z.number().int().min(1).nullish(),
  uncompressedHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/iu)
    .nullish(),
})

const model = z.object({
  architecture: z.string().nullish(),
  releaseStatus: z.string().nullish(),
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
  files: z.object({
    model: file,
    lexicalShortlist: file,
    vocab: file.nullish(),
    srcVocab: file.nullish(),
    trgVocab: file.nullish(),
  }),
})

const list = z.object({ baseUrl: z.string().nullish(), models: z.record(z.string(), z.array(z.unknown())) })

/** Best last. What is not known is worth least. The releases are for phones, for all but phones, and for both; 'Nightly' is none. */
const architectures = ['tiny', 'base-memory', 'base']
const releases = ['Release Android', 'Release Desktop', 'Release']

/**
 * The best released model of each pair.
 * @param where the list came from, for the message
 * @throws EngineError 'bad-answer' when that is no list of models
 */
export function parseRegistry(json: unknown, where: string): readonly ListedModel[] {
  const parsed = list.safeParse(json)
  if (!parsed.success) throw new EngineError('bad-answer', `${where} is not a list of models`)
  return Object.values(parsed.data.models).flatMap((candidates) => {
    const known = candidates.flatMap((candidate) => {
      // One that this program cannot use does not take the others along.
      const read = model.safeParse(candidate)
      return read.success && releases.includes(read.data.releaseStatus ?? '') ? [read.data] : []
    })
    const usable = known.sort((a, b) => rank(b) - rank(a)).flatMap((one) => listed(one) ?? [])
    return usable.slice(0, 1)
  })
}

function rank({ architecture, releaseStatus }: z.infer<typeof model>): number {
  return architectures.indexOf(architecture ?? '') * releases.length + releases.indexOf(releaseStatus ?? '')
}

function listed({ sourceLanguage, targetLanguage, architecture, files }: z.infer<typeof model>): ListedModel | undefined {
  const [from, to] = [tagOf(sourceLanguage), tagOf(targetLanguage)]
  const vocabularies =
    files.vocab != null
      ? [named('vocab.spm', files.vocab)]
      : files.srcVocab != null && files.trgVocab != null
        ? [named('srcvocab.spm', files.srcVocab), named('trgvocab.spm', files.trgVocab)]
        : undefined
  if (from === undefined || to === undefined || vocabularies === undefined) return undefined
  const others = [named('model.bin', files.model), named('lex.bin', files.lexicalShortlist)]
  return { from, to, architecture: architecture ?? 'unknown', files: [...others, ...vocabularies] }
}

function named(name: FileName, { path, uncompressedSize, uncompressedHash }: z.infer<typeof file>): ListedFile {
  return {
    name,
    path,
    ...(uncompressedSize != null && { bytes: uncompressedSize }),
    ...(uncompressedHash != null && { sha256: uncompressedHash.toLowerCase() }),
  }
}

/** Codes of Mozilla's that say less than they mean. */
const codes: Record<string, Language> = { zh: 'zh-Hans', zh_hant: 'zh-Hant', no: 'nb' }

function tagOf(code: string): Language | undefined {
  return codes[code.toLowerCase()] ?? parseLanguage(code.replaceAll('_', '-'))
}

/** Unpacked bytes of a model; files whose size is not told (word lists of a megabyte or two) are not counted. */
export function sizeOf({ files }: ListedModel): number {
  return files.reduce((sum, { bytes = 0 }) => sum + bytes, 0)
}
