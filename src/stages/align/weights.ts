import type { Calibration } from './calibration.ts'
import { FEATURES, type Feature } from './evidence.ts'
import type { Habits } from './habits.ts'

/** Learned by bench/align/train.ts: for texts compared in one language, and for texts in two. */
export const translated: Float64Array = vector({
  skip: -1.29,
  '1-1': 1.43,
  '1-2': 1.01,
  '1-3': -0.07,
  '1-4': -0.39,
  '1-5': -0.34,
  '1-6': -4.17,
  '2-2': 0.57,
  '2-3': -1.63,
  '3-3': -2.29,
  similarity: 1.79,
  'similarity²': 1.8,
  'similarity of each line': 1.76,
  'similarity² of each line': 1.79,
  'length z²': 0.67,
  'length ratio': 0.46,
  'weakest line': 2.15,
  'idle line': 2.98,
  'length of skipped': -0.72,
  'quality · skip': -0.88,
  'quality · 1-1': 1.31,
  'quality · similarity': 1.79,
  'quality · similarity of each line': 1.71,
  'quality · length z²': 0.6,
})
/** Learned by `bench/align/train.ts --habits`, with the weights above and below. */
export const translatedHabits: Habits = { alone: 0.88, aloneAndJoined: -0.49, joined: -1.23 }
export const untranslatedHabits: Habits = { alone: 1.03, aloneAndJoined: -1.99, joined: 0.27 }

/** Learned by bench/align/calibrate.ts, each from documents that it was not tried on. What a translation shows needs no look at the document. */
export const translatedCalibration: Calibration = { constant: -0.36, odds: 0.93, z2: 0, joined: 0, spread: 0 }
export const untranslatedCalibration: Calibration = { constant: 0.5, odds: 0.83, z2: -1.14, joined: -2.83, spread: 2.02 }

export const untranslated: Float64Array = vector({
  skip: -1.38,
  '1-1': 1.51,
  '1-2': 1.83,
  '1-3': 0.71,
  '1-4': -1.78,
  '1-5': -0.83,
  '1-6': -2.91,
  '2-2': 0.84,
  '2-3': -2.79,
  '3-3': -3.13,
  similarity: 1.95,
  'similarity²': 1.7,
  'similarity of each line': 1.47,
  'similarity² of each line': 0.96,
  'length z²': 0.55,
  'length ratio': 0.54,
  'weakest line': 1.45,
  'idle line': -0.74,
  'length of skipped': -0.74,
  'quality · skip': 1.37,
  'quality · 1-1': -1.45,
  'quality · similarity': -1.99,
  'quality · similarity of each line': -1.37,
  'quality · length z²': -0.43,
})

function vector(weights: Partial<Record<Feature, number>>): Float64Array {
  return Float64Array.from(FEATURES, (feature) => weights[feature] ?? 0)
}
