import { once } from '../../names/memo.ts'
import { chancesOf, senseFeatures, senseOf } from './chances.ts'
import { admits, type Detection, type DetectOptions, type Detector, detectorFrom, withPrior } from './detector.ts'
import { readLetters, scripts } from './letters.ts'
import { type Calibration, languagesIn, type Model, shippedModel } from './model.ts'
import { score } from './score.ts'
import { LONGEST_POST, speakersPrior } from './speakers.ts'

/** Candidates handed back; those after them have next to no chance. */
const CANDIDATES = 8

/** Letters from which the detector behind is worth asking: trigram ranks need a sentence. */
const ENOUGH_TO_ASK = 50

/** The chance to be in a language at all from which a text is: at 0.5 of posts 1.2 % have none, at 0.4 .8 %; of random letters .5 and 2 % get one. */
const LEAST_SENSE = 0.4

/** Share of unknown n-grams from which a text is likely in a language that the model does not have; a text full of odd names has some 0.3. */
const STRANGE = 0.4

/** Scripts of which the model has one language, and no n-grams: Yiddish and Shan must be told from Hebrew and Burmese by others. */
const SHARED_UNSEEN = new Set(['Hebr', 'Mymr'])

export interface ModelOptions {
  /** Asked about texts in a script or a language that the model does not have. @defaultValue nobody */
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
    const isPost = letters.isNoisy && text.length <= LONGEST_POST
    const candidates = chancesOf(languages, scores, letters, isPost ? postCalibration(model) : model.calibration).slice(0, CANDIDATES)
    const best = candidates[0]
    if (best === undefined) return []
    const features = senseFeatures(letters, scores, best.number, model.calibration)
    const sense = senseOf(features, model.calibration.sense)
    if (sense < LEAST_SENSE) return []
    const isStrange = features[1]! > STRANGE || SHARED_UNSEEN.has(scripts[letters.script]!)
    if (behind !== undefined && isStrange && letters.letters >= ENOUGH_TO_ASK) {
      const elsewhere = askBehind(behind, model, text, options)
      if (elsewhere.length > 0) return elsewhere
    }
    const ranking = candidates.map(({ number, chance }) => ({ language: model.languages[number]!, confidence: chance * sense }))
    return withPrior(ranking, options.prior)
  })
}

/** As for other texts, but that a language of many people is likelier. */
const postCalibration = once(({ languages, calibration }: Model): Calibration => {
  const speakers = speakersPrior(languages)
  return { ...calibration, prior: speakers.map((nats, number) => nats + (calibration.prior[number] ?? 0)) }
})

/** What `behind` says, when that is a language of its own: where both know a language, the model knows it better. */
function askBehind(behind: Detector, model: Model, text: string, options: DetectOptions): readonly Detection[] {
  const ranking = behind.rank(text, options)
  const best = ranking[0]
  return best === undefined || model.languages.includes(best.language) ? [] : ranking
}
