import type { Language } from '../../article.ts'
import { nearestTag } from '../tags.ts'
import type { LanguagePair } from '../translator.ts'

/** What the pairs of Mozilla's models have in common. */
const PIVOT = 'en'

/** The models that lead from one language to another: one, or two by way of English; undefined when none do. */
export function chainOf<Model extends LanguagePair>(models: readonly Model[], from: Language, to: Language): readonly Model[] | undefined {
  const between = (a: Language, b: Language): Model | undefined => {
    const source = nearestTag(
      models.map((model) => model.from),
      a,
    )
    const targets = models.filter((model) => model.from === source)
    const target = nearestTag(
      targets.map((model) => model.to),
      b,
    )
    return targets.find((model) => model.to === target)
  }
  const direct = between(from, to)
  if (direct !== undefined) return [direct]
  const [first, second] = [between(from, PIVOT), between(PIVOT, to)]
  return first === undefined || second === undefined || first.from === second.to ? undefined : [first, second]
}

/** All pairs that `models` lead from and to. */
export function pairsOf(models: readonly LanguagePair[]): readonly LanguagePair[] {
  const sources = [...new Set(models.map(({ from }) => from))].sort()
  const targets = [...new Set(models.map(({ to }) => to))].sort()
  return sources.flatMap((from) => targets.flatMap((to) => (from !== to && chainOf(models, from, to) !== undefined ? [{ from, to }] : [])))
}
