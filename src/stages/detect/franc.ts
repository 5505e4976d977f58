import { francAll } from 'franc'
import { iso6393To1 } from 'iso-639-3/iso6393-to-1.js'
import type { Language } from '../../article.ts'
import { chineseScript } from './chinese.ts'
import { admits, type Detection, type Detector, detectorFrom, withPrior } from './detector.ts'
import { type Letters, readLetters, scripts, wordsOf } from './letters.ts'

/** Languages franc knows as one member of a macrolanguage, and the two-letter code of the whole (ISO 639-3 macrolanguage mappings). */
const macrolanguage: Record<string, Language> = {
  ...{ arb: 'ar', azj: 'az', ayr: 'ay', ekk: 'et', khk: 'mn', knc: 'kr', kng: 'kg', lvs: 'lv', nob: 'nb', npi: 'ne', pbu: 'ps' },
  ...{ pes: 'fa', plt: 'mg', prs: 'fa', quy: 'qu', quz: 'qu', qug: 'qu', src: 'sc', swh: 'sw', uzn: 'uz', ydd: 'yi', zlm: 'ms' },
  ...{ als: 'sq', zyb: 'za' },
}

/** How fast a candidate's chance falls with its distance from the best, which franc gives as 0..1. */
const STEEPNESS = 40

/** Candidates handed back; those after them have next to no chance. */
const CANDIDATES = 8

/**
 * Trigram ranks of 187 languages (Cavnar & Trenkle 1994), by way of the franc library. Weak on short text; its chances are rough.
 */
export function franc(): Detector {
  return detectorFrom('franc', (text, { only, prior } = {}) => {
    const letters = readLetters(text)
    const weights = new Map<Language, number>()
    for (const [code, closeness] of francAll(wordsOf(letters), { minLength: 3 })) {
      const language = shortestTag(code, letters, text)
      if (code === 'und' || weights.has(language) || !admits(only, language)) continue
      weights.set(language, Math.exp(STEEPNESS * (closeness - 1)))
      if (weights.size === CANDIDATES) break
    }
    return withPrior(normalized(weights), prior)
  })
}

function normalized(weights: ReadonlyMap<Language, number>): Detection[] {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0)
  return [...weights].map(([language, weight]) => ({ language, confidence: weight / sum }))
}

/** 'deu' → 'de', 'cmn' → 'zh-Hans' or 'zh-Hant' and 'srp' → 'sr-Cyrl' or 'sr-Latn', as the text is written. */
function shortestTag(code: string, { script }: Letters, text: string): Language {
  if (code === 'cmn') return chineseScript(text)
  if (code === 'srp') return `sr-${scripts[script]}`
  return macrolanguage[code] ?? iso6393To1[code] ?? code
}
