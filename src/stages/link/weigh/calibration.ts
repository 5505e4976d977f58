/** What is measured → confidence: points in rising order. */
export type Curve = readonly (readonly [measure: number, confidence: number])[]

/**
 * Chances that a name is right, by what is measured of it. Fitted by bench/names/calibrate.ts, which writes this file: the share of right
 * mentions near each point on the sets of names, drawn towards a first guess where mentions are few, and made to rise.
 */
// biome-ignore format: a table reads better in rows
export const curves = {
  full: [[0.75, 0.3], [0.84, 0.6], [0.9, 0.633], [0.915, 0.917], [0.95, 0.973], [1, 0.975]],
  supported: [[0.78, 0.3], [0.85, 0.631], [0.91, 0.824], [0.95, 0.969], [1, 0.99]],
  supportedGiven: [[0.82, 0.3], [0.88, 0.745], [0.93, 0.9], [0.97, 0.9], [1, 0.9]],
  alone: [[6.2, 0.745], [7, 0.8], [7.5, 0.929], [10, 0.957]],
  wholeAlone: [[4.5, 0.745], [6.8, 0.8], [7.5, 0.909], [10, 0.94]],
  exactAlone: [[0, 0.4], [1, 0.94]],
  heardFull: [[0.7, 0.3], [0.76, 0.733], [0.82, 0.95], [0.9, 0.99], [1, 0.99]],
  heardSupported: [[0.72, 0.3], [0.78, 0.741], [0.87, 0.966], [1, 0.977]],
  heardAlone: [[0.82, 0.3], [0.87, 0.715], [0.93, 0.857], [1, 0.95]],
} as const satisfies Readonly<Record<string, Curve>>
