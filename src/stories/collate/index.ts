/** A group of versions → a story: sentence rows, what differs in each, who follows whom, a text that most agree on. */
import { baseLanguage, sentenceJoiner } from '../../language.ts'
import type { Pair, Story } from '../../story.ts'
import { alignVersions, type Beside } from '../align.ts'
import type { Link } from '../group/index.ts'
import type { Version } from '../version.ts'
import { baseOf } from './base.ts'
import { consensusOf } from './consensus.ts'
import { descentOf } from './descent.ts'
import { factsOf } from './facts.ts'
import { namesOf } from './names.ts'
import { type Row, rowsOf } from './rows.ts'
import { alignWords, tokensOf } from './words.ts'

/**
 * @param versions of one story, at least two
 * @param links between them, by their places in `versions`
 */
export function collateStory(versions: readonly Version[], links: readonly Link[]): Story {
  const pairs = links.map((link) => ({ link, alignments: alignVersions(versions[link.a]!, versions[link.b]!) }))
  const base = baseOf(versions, links)
  const columns = versions.flatMap((version, at) =>
    at === base ? [] : [{ version: at, alignments: besideBase(version, at, pairs, versions[base]!, base) }],
  )
  const rows = rowsOf(base, versions[base]!.sentences.length, columns, versions.length)
  const texts = rows.map((row) => row.map((sentences, at) => textOf(versions[at]!, sentences)))
  const sameLanguage = versions.flatMap(({ language }, at) => (at !== base && isSame(language, versions[base]!.language) ? [at] : []))
  const compared = [base, ...sameLanguage]

  const read = texts.map((row, at) =>
    consensusOf(
      at,
      compared.map((version) => row[version]),
    ),
  )
  const deviations = read.flatMap((row) => row.deviations.map(({ version, key }) => ({ version: compared[version]!, key })))
  const follows = descentOf(compared, deviations)
  const idOf = (version: number) => versions[version]!.id

  return {
    id: idOf(0),
    base: idOf(base),
    versions: versions.map(({ id, language, title }, at) => {
      const following = follows.get(at) ?? nearest(at, base, links)
      return {
        ...{ id, language, title },
        ...(following && { follows: { id: idOf(following.version), shared: following.shared } }),
        deviations: deviations.filter(({ version }) => version === at).length,
        adds: rowsWhere(rows, (row) => row[at]!.length > 0 && row.every((cell, other) => other === at || cell.length === 0)),
        leavesOut: rowsWhere(rows, (row) => row[at]!.length === 0 && row.every((cell, other) => other === at || cell.length > 0)),
      }
    }),
    pairs: pairs.map(({ link, alignments }) => pairOf(link, alignments, idOf)),
    rows: rows.map((row, at) => ({
      cells: row.map((sentences, version) => ({ sentences: [...sentences], text: texts[at]![version] ?? '' })),
      differences: sameLanguage.flatMap((version) => differences(idOf(version), texts[at]![base], texts[at]![version])),
      facts: factsOf(row, versions).map((fact) => ({ ...fact, versions: fact.versions.map(idOf) })),
    })),
    names: namesOf(versions),
    consensus: {
      language: versions[base]!.language,
      // What one version adds to the others is not what most say.
      text: read
        .filter(
          (_, at) =>
            compared.filter((version) => texts[at]![version] !== undefined).length * 2 > compared.length || rows[at]![base]!.length > 0,
        )
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n'),
    },
  }
}

/** As `collate --json` and stories/ show a pair. */
export function pairOf({ a, b, kind, similarity }: Link, alignments: readonly Beside[], idOf: (version: number) => string): Pair {
  const shown = alignments.map((beside) => ({ a: [...beside.a], b: [...beside.b], score: rounded(beside.score) }))
  return { a: idOf(a), b: idOf(b), kind, similarity: rounded(similarity), alignments: shown }
}

/** Four decimals are more than any of these figures means. */
export function rounded(share: number): number {
  return Number(share.toFixed(4))
}

interface AlignedPair {
  readonly link: Link
  readonly alignments: readonly Beside[]
}

/** The alignment of the base with a version, base first: of a pair that has it, else made now. */
function besideBase(version: Version, at: number, pairs: readonly AlignedPair[], baseVersion: Version, base: number): readonly Beside[] {
  const known = pairs.find(({ link }) => (link.a === base && link.b === at) || (link.a === at && link.b === base))
  if (known === undefined) return alignVersions(baseVersion, version)
  return known.link.a === base ? known.alignments : known.alignments.map(({ a, b, score }) => ({ a: b, b: a, score }))
}

function textOf({ language, sentences }: Version, indexes: readonly number[]): string | undefined {
  return indexes.length === 0 ? undefined : indexes.map((index) => sentences[index]).join(sentenceJoiner(language))
}

/** What is not the same, with its place in either text. */
function differences(version: string, base: string | undefined, here: string | undefined) {
  if (base === undefined || here === undefined) return []
  const [a, b] = [tokensOf(base), tokensOf(here)]
  const span = (text: string, tokens: typeof a, [from, to]: readonly [number, number]) => {
    const start = tokens[from]?.start ?? text.length
    const end = from === to ? start : tokens[to - 1]!.end
    return { start, end, text: text.slice(start, end) }
  }
  const words = (tokens: typeof a) => tokens.map(({ text }) => text)
  return alignWords(words(a), words(b)).flatMap((step) =>
    step.kind === 'same' ? [] : [{ version, kind: step.kind, base: span(base, a, step.a), here: span(here, b, step.b) }],
  )
}

/** The version that one in another language has most in common with; the base has nobody to follow. */
function nearest(version: number, base: number, links: readonly Link[]): { version: number; shared: number } | undefined {
  if (version === base) return undefined
  const own = links.filter(({ a, b }) => a === version || b === version).sort((x, y) => y.similarity - x.similarity)
  return { version: own[0] === undefined ? base : own[0].a === version ? own[0].b : own[0].a, shared: 0 }
}

function rowsWhere(rows: readonly Row[], is: (row: Row) => boolean): number[] {
  return rows.flatMap((row, at) => (is(row) ? [at] : []))
}

function isSame(a: string, b: string): boolean {
  return baseLanguage(a) === baseLanguage(b)
}
