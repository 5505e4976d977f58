/** How golden rules are scored: a case counts when every boundary is right, wherever white space stands. */
export interface GoldenCase {
  readonly file: string
  readonly lang: string
  readonly golden: boolean
  readonly text: string
  readonly expected: readonly string[]
}

export type Segmenter = (text: string, language: string) => readonly string[]

/** 0..1 */
export function accuracy(cases: readonly GoldenCase[], segmenter: Segmenter): number {
  const right = cases.filter(({ text, lang, expected }) => boundaries(segmenter(text, lang)) === boundaries(expected))
  return right.length / cases.length
}

/** The ends of segments, counted in characters that are no white space. */
function boundaries(segments: readonly string[]): string {
  let end = 0
  const ends = segments.map((segment) => {
    end += segment.replace(/\s+/g, '').length
    return end
  })
  return ends.join(' ')
}
