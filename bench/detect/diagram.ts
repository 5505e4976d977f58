import type { Reliability } from './score.ts'

const SIZE = 320
const MARGIN = 44
/** Fewer answers say nothing of their share. */
const FEW = 20
const colours = ['#1b6ca8', '#c8553d', '#588157', '#8d6a9f', '#b08900']

/** A reliability diagram as SVG (DeGroot & Fienberg 1983): confidence to the right, share of right answers upwards, a line a unit. */
export function reliabilityDiagram(units: Readonly<Record<string, Reliability>>): string {
  const x = (share: number) => (MARGIN + share * SIZE).toFixed(1)
  const y = (share: number) => (MARGIN / 2 + (1 - share) * SIZE).toFixed(1)
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) => `<path d="M${x(share)} ${y(0)}V${y(1)}M${x(0)} ${y(share)}H${x(1)}" stroke="#ddd"/>
<text x="${x(share)}" y="${Number(y(0)) + 16}" text-anchor="middle">${share}</text>
<text x="${MARGIN - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share}</text>`,
  )
  const lines = Object.entries(units).map(([unit, { bins, error }], index) => {
    const colour = colours[index % colours.length]!
    const points = bins
      .filter(({ count }) => count >= FEW)
      .map(({ confidence, right, count }) => [x(confidence / count), y(right / count), count] as const)
    const dots = points.map(([left, top, count]) => `<circle cx="${left}" cy="${top}" r="3"><title>${count} answers</title></circle>`)
    const label = `${unit}: mean gap ${(100 * error).toFixed(1)} points`
    return `<g stroke="${colour}" fill="none"><path d="M${points.map(([left, top]) => `${left} ${top}`).join('L')}"/></g>
<g fill="${colour}">${dots.join('')}<text x="${SIZE + MARGIN - 8}" y="${SIZE - 70 + 18 * index}" text-anchor="end">${label}</text></g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE + 1.5 * MARGIN}" height="${SIZE + 1.8 * MARGIN}" font-family="sans-serif" font-size="12">
<title>Confidence of detection and share of right answers</title>
<rect width="100%" height="100%" fill="white"/>
${ticks.join('\n')}
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#888" stroke-dasharray="4"/>
${lines.join('\n')}
<text x="${x(0.5)}" y="${Number(y(0)) + 34}" text-anchor="middle">confidence</text>
<text transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">share of right answers</text>
</svg>
`
}
