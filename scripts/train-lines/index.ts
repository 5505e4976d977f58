/**
 * Trains models/lines.json. `SYNOPTIC_DATA=… npm run train:lines`; with `--folds N` it only says what the model is worth on copies of
 * bench/clean/copies-tune.jsonl that were not trained on.
 */
import { writeFileSync } from 'node:fs'
import { readCopies } from '../../bench/clean/copies.ts'
import { type Copied, type Decision, report, scoreCopies } from '../../bench/clean/score.ts'
import { kinds } from '../../src/stages/clean/lines/cues.ts'
import { packModel, weighLines } from '../../src/stages/clean/lines/model.ts'
import { partOf } from '../train-pages/learn.ts'
import { type CopyLine, compose } from './compose.ts'
import { learn, type TrainingCopy } from './learn.ts'
import { headline, madeLine, quoting, randomFrom, readLanguages } from './texts.ts'
import type { Example } from './train-cues.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('set SYNOPTIC_DATA to the folder that holds detect-dev/')
const folds = Number(process.argv[process.argv.indexOf('--folds') + 1]) || 0

const COPIES = 100
/** Lines of each kind that are made of two parts, for each language. */
const MADE = 150
const THRESHOLD = 1.3

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
  compose(language, COPIES, 100 + index).map((copy) => ({ ...copy, isReal: false })),
)
const tune = readCopies('tune')
const real: TrainingCopy[] = tune.map(({ id, lines }) => ({ id, lines: lines as readonly CopyLine[], isReal: true }))

if (folds > 0) {
  const found = new Map<string, readonly { logit: number }[]>()
  for (let fold = 0; fold < folds; fold += 1) {
    const isIn = ({ id }: { id: string }) => partOf(`fold ${id}`, folds) === fold
    const model = learn({ examples, copies: [...made, ...real.filter((copy) => !isIn(copy))] })
    for (const copy of tune.filter(isIn)) {
      const { logits } = weighLines(
        copy.lines.map(({ text }) => text),
        model,
      )
      found.set(
        copy.id,
        Array.from(logits, (logit) => ({ logit })),
      )
    }
  }
  for (const threshold of [-0.5, 0, 0.4, 0.8, 1.2, 1.6, 2, 2.5]) {
    const decide = (copy: Copied): readonly Decision[] => found.get(copy.id)!.map(({ logit }) => (logit > threshold ? 'removed' : 'kept'))
    console.log(`threshold ${threshold}\n${report(scoreCopies(tune, decide), threshold === THRESHOLD)}`)
  }
} else {
  const model = { ...learn({ examples, copies: [...made, ...real] }), threshold: THRESHOLD }
  writeFileSync(new URL('../../models/lines.json', import.meta.url), packModel(model))
}
