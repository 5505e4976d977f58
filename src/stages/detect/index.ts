import type { Cleaned, Detected, Language } from '../../article.ts'
import { UNDETERMINED } from '../../language.ts'
import type { Stage } from '../../stage.ts'
import { agree, type Detection, type Detector } from './detector.ts'
import { franc } from './franc.ts'
import { modelDetector } from './model-detector.ts'
import { findPassages } from './passages.ts'

export type { Detection, Detector } from './detector.ts'
export { franc } from './franc.ts'
export { modelDetector } from './model-detector.ts'

export interface Options {
  /** @defaultValue `defaultDetector()` */
  readonly detector?: Detector | undefined
  /** The languages that may be answered. @defaultValue all the detector knows */
  readonly only?: readonly Language[] | undefined
}

/** Confidence from which a text that contradicts its metadata is worth a warning. */
const SURE = 0.9

/** The language of the article as a whole, and of each stretch of it. Metadata is a prior, not a truth. */
export function detect({ detector = defaultDetector(), only }: Options = {}): Stage<Cleaned, Detected> {
  return {
    name: 'detect',
    run: (article, { warn }) => {
      const claimed = article.metadata.language
      const { language, confidence } = detector.detect(article.text, { only, prior: claimed })
      if (claimed !== undefined && language !== UNDETERMINED && !agree(claimed, language) && confidence >= SURE) {
        warn('language-mismatch', `the input says '${claimed}', the text is '${language}' (confidence ${confidence.toFixed(2)})`)
      }
      return { ...article, language, confidence, passages: findPassages(article.text, language, detector, { only }) }
    },
  }
}

const shared = modelDetector({ behind: franc() })

/** The detector used where none is asked for: our model, and franc behind it. */
export function defaultDetector(): Detector {
  return shared
}

/** The language of one line of text on its own: what `detect --lines` prints. */
export function detectLine(text: string, { detector = defaultDetector(), only }: Options = {}): Detection {
  return detector.detect(text, { only })
}
