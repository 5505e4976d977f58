/** How copied pages are scored: which lines go and which stay. */
export interface Copied {
  readonly id: string
  readonly lang: string
  readonly lines: readonly { readonly text: string; readonly label: string; readonly trap?: boolean }[]
}

export type Decision = 'kept' | 'removed'

export interface CopyScore {
  readonly precision: number
  readonly recall: number
  readonly byKind: ReadonlyMap<string, Share>
  readonly byLanguage: ReadonlyMap<string, Share>
  /** Characters of body and titles that are lost, of all. 0..1 */
  readonly lost: number
  readonly traps: Share
  /** Lines of articles that go, and others that stay: 'de-03 body text'. */
  readonly wrong: readonly string[]
  readonly left: readonly string[]
}

interface Share {
  right: number
  of: number
}

/** @param decide what becomes of each line */
export function scoreCopies(copies: readonly Copied[], decide: (copy: Copied) => readonly Decision[]): CopyScore {
  const byKind = new Map<string, Share>()
  const byLanguage = new Map<string, Share>()
  const traps = { right: 0, of: 0 }
  const chars = { lost: 0, all: 0 }
  const wrong: string[] = []
  const left: string[] = []
  let [removed, rightly, all] = [0, 0, 0]
  const add = (map: Map<string, Share>, key: string, isRight: boolean) => {
    const share = map.get(key) ?? { right: 0, of: 0 }
    map.set(key, { right: share.right + Number(isRight), of: share.of + 1 })
  }
  for (const copy of copies) {
    const decisions = decide(copy)
    copy.lines.forEach(({ text, label, trap }, index) => {
      if (label === 'byline') return
      const goes = decisions[index] === 'removed'
      if (goes) removed += 1
      if (label === 'body' || label === 'title') {
        chars.all += text.length
        if (goes) chars.lost += text.length
        if (goes) wrong.push(`${copy.id} ${label}${trap ? ' (trap)' : ''}: ${text}`)
        if (trap) {
          traps.of += 1
          traps.right += Number(!goes)
        }
        return
      }
      all += 1
      rightly += Number(goes)
      if (!goes) left.push(`${copy.id} ${label}: ${text}`)
      add(byKind, label, goes)
      add(byLanguage, copy.lang, goes)
    })
  }
  return {
    precision: rightly / (removed || 1),
    recall: rightly / (all || 1),
    byKind,
    byLanguage,
    lost: chars.lost / (chars.all || 1),
    traps,
    wrong,
    left,
  }
}

export function report({ precision, recall, byKind, byLanguage, lost, traps, wrong, left }: CopyScore, inFull = false): string {
  const shares = (map: ReadonlyMap<string, Share>) =>
    [...map]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, { right, of }]) => `${key} ${right}/${of}`)
      .join(', ')
  return [
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; body characters lost ${(100 * lost).toFixed(2)} %; traps kept ${traps.right} of ${traps.of}`,
    shares(byKind),
    shares(byLanguage),
    ...(inFull ? ['wrongly removed:', ...wrong, 'left:', ...left] : []),
  ].join('\n')
}
