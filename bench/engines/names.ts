/**
 * Names through real engines, Apertium of Debian and LibreTranslate with its two word-for-word models: how many come back as the glossary writes
 * them when nothing is done, when what is lost is asked for again, when a word stands in each name's place from the start, and when `normalize` has
 * mended what it can. And which words come back as they went, of those that could stand there.
 */
import { readFileSync } from 'node:fs'
import { apertiumServer } from '../../src/engines/apertium/index.ts'
import { libreTranslateServer } from '../../src/engines/libretranslate/index.ts'
import { createMemory } from '../../src/engines/memory.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { createGlossary } from '../../src/glossary/index.ts'
import { Pipeline } from '../../src/stage.ts'
import { clean } from '../../src/stages/clean/index.ts'
import { detect } from '../../src/stages/detect/index.ts'
import { link } from '../../src/stages/link/index.ts'
import { normalize } from '../../src/stages/normalize/index.ts'
import { segment } from '../../src/stages/segment/index.ts'
import { translate } from '../../src/stages/translate/index.ts'
import { startApertium } from '../../tests/engines/local.ts'
import { start } from '../../tests/live/server.ts'
import { makeArticle } from '../../tests/make.ts'

const { signal } = new AbortController()

interface Row {
  readonly language: string
  readonly sentence: string
  readonly names: readonly string[]
}

const rows = readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [language = '', sentence = '', names = ''] = line.split('\t')
    return { language, sentence, names: names.split('|') }
  })
const glossary = createGlossary(
  [...new Set(rows.flatMap(({ names }) => names))].map((canonical) => ({ canonical, kind: 'person' as const })),
)

/** Words that could stand in the place of name number n. */
const marks: readonly ((number: number) => string)[] = [
  (n) => `Xq${n}`,
  (n) => `Xqz${'abcdefgh'[n]}`,
  (n) => `XQZ${n}`,
  (n) => `NAME${n}`,
  (n) => `__${n}__`,
  (n) => `{${n}}`,
  (n) => `[${n}]`,
  (n) => `#${n}`,
  (n) => `⟦${n}⟧`,
]

function withMarks({ sentence, names }: Row, mark: (number: number) => string): string {
  return names.reduce((text, name, at) => text.replace(name, mark(at + 1)), sentence)
}

const percent = (count: number, of: number): number => Math.round((count / of) * 1000) / 10
const wordsOf = (text: string, without: readonly string[]): readonly string[] =>
  (without.reduce((rest, name) => rest.replaceAll(name, ' '), text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase())

async function measured(translator: Translator, from: string, to: string): Promise<Record<string, unknown>> {
  const own = rows.filter(({ language }) => language === from)
  const count = own.flatMap(({ names }) => names).length
  let asked = 0
  const counting: Translator = {
    ...translator,
    translate: (texts, ...rest) => {
      asked += texts.length
      return translator.translate(texts, ...rest)
    },
  }
  const article = makeArticle({ body: own.map(({ sentence }) => sentence).join('\n\n'), metadata: { language: from } })
  const through = async (kept: boolean) => {
    const stages = Pipeline.from(clean())
      .use(detect())
      .use(segment())
      .use(link({ glossary }))
      .use(
        translate({
          translator: counting,
          memory: createMemory([]),
          to: [to],
          ...(kept && { glossary }),
          prepare: () => Promise.reject(new Error('no versions here')),
        }),
      )
      .use(normalize({ glossary }))
    asked = 0
    const outcome = await stages.run(article, signal)
    if (outcome.kind !== 'done') throw new Error(`${from}-${to}: ${outcome.kind}`)
    const { segments, translations, normalized } = outcome.article
    if (segments.length !== own.length) throw new Error(`${from}: ${segments.length} sentences of ${own.length}`)
    return { engine: translations[0]!.segments, after: normalized.translations[0]!.segments, asked }
  }
  const right = (texts: readonly { readonly text: string }[]): number =>
    percent(own.flatMap(({ names }, at) => names.filter((name) => texts[at]!.text.includes(name))).length, count)

  const plain = await through(false)
  const kept = await through(true)
  const survive: Record<string, number> = {}
  let always: readonly string[] = []
  for (const mark of marks) {
    const answers = await translator.translate(
      own.map((row) => withMarks(row, mark)),
      from,
      to,
      { signal },
    )
    const whole = answers.map(({ text }, at) => own[at]!.names.every((_, index) => text.split(mark(index + 1)).length === 2))
    survive[mark(1)] = percent(whole.filter(Boolean).length, own.length)
    if (mark === marks[0])
      always = answers.map(({ text }, at) => own[at]!.names.reduce((made, name, index) => made.replace(mark(index + 1), name), text))
  }
  // Words besides the names that are not those of the plain translation.
  const changed = (texts: readonly string[]): number => {
    const pairs = texts.map((text, at) => [wordsOf(text, own[at]!.names), wordsOf(plain.engine[at]!.text, own[at]!.names)] as const)
    const others = pairs.flatMap(([now, before]) => now.filter((word) => !before.includes(word)))
    return percent(others.length, pairs.flatMap(([now]) => now).length)
  }
  return {
    names: count,
    'right, % of names': {
      'nothing done': right(plain.engine),
      'asked again where lost': right(kept.engine),
      'a word in their place from the start': right(always.map((text) => ({ text }))),
      'nothing done, then normalized': right(plain.after),
      'asked again where lost, then normalized': right(kept.after),
    },
    'texts asked for, of those without': Math.round((kept.asked / plain.asked) * 100) / 100,
    'other words changed, %': {
      'asked again where lost': changed(kept.engine.map(({ text }) => text)),
      'a word in their place from the start': changed(always),
    },
    'worse than before': own.filter(({ names }, at) =>
      names.some((name) => plain.engine[at]!.text.includes(name) && !kept.engine[at]!.text.includes(name)),
    ).length,
    'comes back as it went, % of texts': survive,
  }
}

const results: Record<string, unknown> = {}
{
  await using server = await startApertium()
  const translator = apertiumServer({ url: server.url }, {})
  for (const [from, to] of [
    ['es', 'en'],
    ['en', 'es'],
    ['es', 'ca'],
    ['sv', 'da'],
    ['nb', 'nn'],
  ] as const)
    results[`apertium ${from}-${to}`] = await measured(translator, from, to)
}
{
  await using server = await start()
  results['libretranslate de-en'] = await measured(libreTranslateServer({ url: server.url }, {}), 'de', 'en')
}
console.log(JSON.stringify(results, null, 2))
process.send?.({ results })
