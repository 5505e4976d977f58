/**
 * Trains models/lines.json. `SYNOPTIC_DATA=… npm run train:lines`; with `--left-out` it only says what the model is worth on each hand's copies when it
 * was trained on those of the others.
 */
import { writeFileSync } from 'node:fs'
import { type Hand, hands, readCopies } from '../../bench/clean/copies.ts'
import { type Copied, type Decision, report, scoreCopies } from '../../bench/clean/score.ts'
import { kinds } from '../../src/stages/clean/lines/cues.ts'
import { packModel, weighLines } from '../../src/stages/clean/lines/model.ts'
import { type CopyLine, compose } from './compose.ts'
import { learn, type TrainingCopy } from './learn.ts'
import { pageCopies } from './pages.ts'
import { headline, madeLine, quoting, randomFrom, readLanguages } from './texts.ts'
import type { Example } from './train-cues.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('set SYNOPTIC_DATA to the folder that holds detect-dev/')

/** Copies made by rules, of each language. */
const COPIES = 50
/** Lines of each kind that are made of two parts, for each language. */
const MADE = 150
/** What a line of a copy that somebody wrote weighs beside one of a copy made by rules. */
const WRITTEN = 3
/**
 * Log-odds from which a line goes. `--left-out`: of the third hand's lines that go 100 % are rightly gone and 88 % of what should go goes, at 0.3 99.7
 * and 90 %, but a hundredth of the article with it, short texts as they are; of the blind hand's 100 and 87, 100 and 88 %.
 */
const THRESHOLD = 0.6

const languages = readLanguages(data)
/** Languages of which there are lines of every kind, so that whole copies can be made. */
const whole = languages.filter(({ lines }) => kinds.every((kind) => lines.some((line) => line.kind === kind)))
const random = randomFrom(5)
const examples: Example[] = languages.flatMap((language) => {
  const { tag, lines, sentences } = language
  return [
    ...lines.map(({ text, kind }) => ({ text, kind, weight: 1 })),
    ...(whole.includes(language) ? (['caption', 'related', 'comments', 'interface'] as const) : []).flatMap((kind) =>
      Array.from({ length: MADE }, (): Example => ({ text: madeLine(kind, language, random)!, kind, weight: 0.3 })),
    ),
    ...(whole.includes(language)
      ? Array.from({ length: MADE }, (): Example => ({ text: quoting(language, random), kind: 'body', weight: 0.4 }))
      : []),
    ...sentences.map((text): Example => ({ text, kind: 'body', weight: 0.4 })),
    ...sentences
      .filter((_, index) => index % 2 === 0)
      .map((text): Example => ({ text: headline(text, tag, random), kind: 'body', weight: 0.4 })),
  ]
})
const made: TrainingCopy[] = whole.flatMap((language, index) =>
  compose(language, COPIES, 100 + index).map((copy) => ({ ...copy, isReal: false, weight: 1 })),
)
const others = [...made, ...(await pageCopies())]
const written = (sets: readonly Hand[]): TrainingCopy[] =>
  sets.flatMap((hand) =>
    readCopies('tune', hand).map(({ id, lines }) => ({ id, lines: lines as readonly CopyLine[], isReal: true, weight: WRITTEN })),
  )

if (process.argv.includes('--left-out')) {
  for (const hand of hands) {
    const model = learn({ examples, copies: [...others, ...written(hands.filter((other) => other !== hand))] })
    const copies = readCopies('tune', hand)
    const logits = new Map(
      copies.map(({ id, lines }) => [
        id,
        weighLines(
          lines.map(({ text }) => text),
          model,
        ).logits,
      ]),
    )
    for (const threshold of [-0.5, 0, 0.3, 0.6, 0.9, 1.3]) {
      const decide = ({ id }: Copied): readonly Decision[] =>
        Array.from(logits.get(id)!, (logit) => (logit > threshold ? 'removed' : 'kept'))
      console.log(`${hand}, threshold ${threshold}\n${report(scoreCopies(copies, decide), threshold === THRESHOLD)}`)
    }
  }
} else {
  const model = { ...learn({ examples, copies: [...others, ...written(hands)] }), threshold: THRESHOLD }
  writeFileSync(new URL('../../models/lines.json', import.meta.url), packModel(model))
}
