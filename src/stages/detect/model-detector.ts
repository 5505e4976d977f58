import { chancesOf, senseFeatures, senseOf } from './chances.ts'
import { admits, type Detector, detectorFrom, withPrior } from './detector.ts'
import { readLetters } from './letters.ts'
import { languagesIn, type Model, score, shippedModel } from './model.ts'

/** Candidates handed back; those after them have next to no chance. */
const CANDIDATES = 8

export interface ModelOptions {
  /** Asked about texts in a script of which the model knows no language. @defaultValue nobody: they are 'und' */
  readonly behind?: Detector
  /** @defaultValue the one that ships with the package */
  readonly model?: Model
}

/**
 * Our own model: what the n-grams of a text say about the languages of its script, as calibrated chances, and whether they look like
 * a language at all. Reads the model when first asked.
 */
export function modelDetector({ behind, model: given }: ModelOptions = {}): Detector {
  return detectorFrom('synoptic', (text, options = {}) => {
    const model = given ?? shippedModel()
    const letters = readLetters(text)
    const inScript = languagesIn(model, letters)
    if (inScript.length === 0) return behind?.rank(text, options) ?? []
    const scores = score(model, letters)
    const languages = options.only === undefined ? inScript : inScript.filter((number) => admits(options.only, model.languages[number]!))
    const candidates = chancesOf(languages, scores, letters, model.calibration).slice(0, CANDIDATES)
    const best = candidates[0]
    if (best === undefined) return []
    const sense = senseOf(senseFeatures(letters, scores, best.number, model.calibration), model.calibration.sense)
    if (sense < 0.5) return []
    const ranking = candidates.map(({ number, chance }) => ({ language: model.languages[number]!, confidence: chance * sense }))
    return withPrior(ranking, options.prior)
  })
}
