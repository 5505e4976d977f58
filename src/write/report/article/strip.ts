import { doubtful } from '../../doubtful.ts'
import { type Html, html } from '../html.ts'
import { languageName } from '../language.ts'
import { counted } from '../page.ts'
import type { Beside, Side } from './sides.ts'

/** Of the picture, in its own units. */
const WIDTH = 40
const HEIGHT = 400

/** Bands drawn: more would be thinner than a pixel. */
const BANDS = 400

/**
 * How a translation lies beside the article, from top to bottom: left the article's sentences, right those of the translation, and a band where
 * they stand beside each other. Doubtful bands and sentences that stand alone have colours of their own.
 */
export function strip(besides: readonly Beside[], count: number, { language, segments }: Side): Html {
  const [left, right] = [HEIGHT / Math.max(1, count), HEIGHT / Math.max(1, segments.length)]
  const every = Math.ceil(besides.length / BANDS)
  const paths = { sure: '', doubt: '', alone: '' }
  let [doubts, alone] = [0, 0]
  for (const [at, beside] of besides.entries()) {
    const { source, target } = beside
    const doubt = doubtful(beside)
    if (doubt) doubts += 1
    if (source.length === 0 || target.length === 0) {
      alone += 1
      if (source.length > 0) paths.alone += stub(0, source, left)
      if (target.length > 0) paths.alone += stub(WIDTH - 6, target, right)
    } else if (doubt || at % every === 0) {
      paths[doubt ? 'doubt' : 'sure'] += band(source, left, target, right)
    }
  }
  const said = [
    counted(besides.length, 'pair'),
    ...(doubts > 0 ? [`${doubts} doubtful`] : []),
    ...(alone > 0 ? [`${alone} with nothing beside them`] : []),
  ].join(', ')
  return html`<svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${languageName(language)} beside the original: ${said}"><path class="sure" d="${paths.sure}"/><path class="alone" d="${paths.alone}"/><path class="doubt" d="${paths.doubt}"/></svg>`
}

function band(source: readonly number[], left: number, target: readonly number[], right: number): string {
  const [a, b] = [source[0]! * left, (source.at(-1)! + 1) * left]
  const [c, d] = [target[0]! * right, (target.at(-1)! + 1) * right]
  // A hair's breadth is left between bands, so that they can be told apart.
  const gap = Math.min(left, right) / 6
  return `M0 ${short(a)}L${WIDTH} ${short(c)}V${short(d - gap)}L0 ${short(b - gap)}Z`
}

function stub(x: number, indexes: readonly number[], height: number): string {
  return indexes.map((index) => `M${x} ${short(index * height)}h6v${short((height * 5) / 6)}h-6Z`).join('')
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
