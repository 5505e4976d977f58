/**
 * Language detection beside franc: accuracy and macro-F1 by length of text, garbage, calibration, and two-language documents; speed.mjs has
 * the speeds.
 * eld and cld3-asm beside them, when SYNOPTIC_RIVALS names a folder where `npm install eld@2 cld3-asm@4` was run.
 *
 * SYNOPTIC_DATA=… jiti bench/detect/index.ts [every nth line]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baseLanguage } from '../../src/language.ts'
import type { Detection } from '../../src/stages/detect/detector.ts'
import { franc, modelDetector } from '../../src/stages/detect/index.ts'
import { reliabilityDiagram } from './diagram.ts'
import { garbage } from './garbage.ts'
import { mixedDocuments } from './mixed.ts'
import { posts, postsOf } from './posts.ts'
import { loadRivals } from './rivals.ts'
import { count, lettersRight, measure, merged, reliabilityOf } from './score.ts'
import { readSet, type TestSet, units } from './units.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('set SYNOPTIC_DATA to the folder that holds detect-dev/ and detect-ood/')
const step = Number(process.argv[2] ?? 1)

type Detect = (text: string, only?: readonly string[]) => Detection

const ours = modelDetector({ behind: franc() })
const detectors: Record<string, Detect> = {
  synoptic: (text, only) => ours.detect(text, { only }),
  franc: (text, only) => franc().detect(text, { only }),
}
if (process.env.SYNOPTIC_RIVALS !== undefined) {
  for (const [name, rival] of Object.entries(await loadRivals(process.env.SYNOPTIC_RIVALS))) {
    detectors[name] = (text) => ({ language: rival(text), confidence: 1 })
  }
}

const dev = readSet(join(data, 'detect-dev'), step)
const ood = readSet(join(data, 'detect-ood'), step)
const closed = [...dev.keys()]

accuracyTable(`detect-dev, ${dev.size} languages, only these may be answered`, dev, closed)
accuracyTable(`detect-dev, ${dev.size} languages, all may be answered`, dev)
accuracyTable(
  `detect-ood, the same ${closed.length} languages, all may be answered`,
  new Map([...ood].filter(([tag]) => dev.has(baseLanguage(tag)))),
)
accuracyTable(`detect-ood, ${ood.size} languages, all may be answered`, ood)
postsTable('posts made of detect-ood', posts(ood))
postsTable('posts of bench/names/sets', postsOf(new URL('../names/sets/posts-tune.txt', import.meta.url)))
worstLanguages()
garbageTable()
reliability()
mixed()

/** Accuracy and macro-F1, in %. Tags are compared by language, whatever their script. */
function accuracyTable(title: string, set: TestSet, only?: readonly string[]): void {
  console.log(`\n${title}\n${row('accuracy/macro-F1', Object.keys(units))}`)
  for (const [name, detect] of Object.entries(detectors)) {
    const cells = Object.values(units).map((cut) => {
      const { accuracy, f1 } = measure((text) => detect(text, only).language, set, cut)
      return `${(100 * accuracy).toFixed(2)}/${(100 * f1).toFixed(1)}`
    })
    console.log(row(name, cells))
  }
}

function postsTable(title: string, set: TestSet): void {
  console.log(`\n${title}, all may be answered\n${row('', ['right, %', 'und, %'])}`)
  const texts = [...set].flatMap(([tag, lines]) => lines.map((text) => ({ tag, text })))
  for (const [name, detect] of Object.entries(detectors)) {
    const answers = texts.map(({ tag, text }) => ({ tag: baseLanguage(tag), answer: baseLanguage(detect(text).language) }))
    const right = answers.filter(({ tag, answer }) => tag === answer).length
    const none = answers.filter(({ answer }) => answer === 'und').length
    console.log(row(name, [percent(right, texts.length), percent(none, texts.length)]))
  }
}

/** How often answers of a given confidence are right; drawn in reliability.svg. */
function reliability(): void {
  const measured = Object.fromEntries(Object.entries(units).map(([unit, cut]) => [unit, reliabilityOf(ours, dev, cut)]))
  writeFileSync(join(import.meta.dirname, 'reliability.svg'), reliabilityDiagram(measured))
  console.log('\nexpected calibration error of synoptic, points, all languages open; see reliability.svg')
  for (const [unit, { error }] of Object.entries(measured)) console.log(`${unit}: ${(100 * error).toFixed(2)}`)
}

function mixed(): void {
  const { all, foreign } = lettersRight(ours, mixedDocuments(dev, 200))
  console.log(
    `\n200 two-language documents: ${(100 * all).toFixed(1)} % of letters right, ${(100 * foreign).toFixed(1)} % inside the foreign part`,
  )
}

function worstLanguages(): void {
  const wrong = new Map<string, number>()
  const accuracies = [...dev].map(([tag, lines]) => {
    const answers = lines.map((line) => ours.detect(line).language)
    for (const answer of answers) if (baseLanguage(answer) !== tag) count(wrong, `${tag} → ${answer}`)
    return [tag, (100 * answers.filter((answer) => baseLanguage(answer) === tag).length) / lines.length] as const
  })
  const worst = accuracies.sort((a, b) => a[1] - b[1]).slice(0, 10)
  console.log(`\nworst languages, sentences: ${worst.map(([tag, accuracy]) => `${tag} ${accuracy.toFixed(1)}`).join(', ')}`)
  const pairs = [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 10)
  console.log(`confusions: ${pairs.map(([pair, count]) => `${pair} ${count}`).join(', ')}`)
  const { accuracy } = measure((text) => ours.detect(text).language, dev, units.sentence!, merged)
  console.log(`bs, hr and sr as one, id and ms as one: ${(100 * accuracy).toFixed(2)}`)
}

function garbageTable(): void {
  console.log(`\ngarbage labelled as a language, %\n${row('', Object.keys(garbage))}`)
  for (const [name, detect] of Object.entries(detectors)) {
    const cells = Object.values(garbage).map((texts) =>
      percent(texts.filter((text) => detect(text).language !== 'und').length, texts.length),
    )
    console.log(row(name, cells))
  }
  const sentences = [...dev.values()].flat()
  console.log(
    `sentences called 'und' by synoptic: ${percent(sentences.filter((line) => ours.detect(line).language === 'und').length, sentences.length)} %`,
  )
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(20), ...cells.map((cell) => cell.padStart(16))].join('')
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(1)
}
