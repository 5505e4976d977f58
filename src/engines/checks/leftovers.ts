/** What of the source was left standing in its translation. */

/** Words in a row that no translation has in common with its source by chance; characters, in a script without spaces. */
const WORDS = 5
const CHARACTERS = 6

/** A stretch of the source that stands in the translation as it was, and is more than a name: two words of it are written small. */
export function leavesStretch(source: string, target: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(source)) return sharesCharacters(source, target)
  const [before = [], after = []] = [source, target].map((text): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  if (!sharesWords(before, after)) return false
  const runs = new Set(
    before.flatMap((_, at) =>
      at + WORDS <= before.length
        ? [
            before
              .slice(at, at + WORDS)
              .join(' ')
              .toLowerCase(),
          ]
        : [],
    ),
  )
  return after.some((_, at) => {
    const run = after.slice(at, at + WORDS)
    return run.length === WORDS && runs.has(run.join(' ').toLowerCase()) && run.filter((word) => /^\p{Ll}{2}/u.test(word)).length >= 2
  })
}

/** Whether as many words of `after` as make a stretch, one after the other, are in `before` at all: seldom, and quickly seen. */
function sharesWords(before: readonly string[], after: readonly string[]): boolean {
  if (before.length < WORDS || after.length < WORDS) return false
  const known = new Set(before.map((word) => word.toLowerCase()))
  let run = 0
  for (const word of after) {
    run = known.has(word.toLowerCase()) ? run + 1 : 0
    if (run === WORDS) return true
  }
  return false
}

function sharesCharacters(source: string, target: string): boolean {
  const runs =
    target.match(new RegExp(`[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]{${CHARACTERS},}`, 'gu')) ?? []
  return runs.some((run) => source.includes(run.slice(0, CHARACTERS)))
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai'] as const
const lettersOf = Object.fromEntries(scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')]))

const notLatin = new RegExp(
  `[${scripts
    .slice(1)
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]`,
  'u',
)

/** Letters of a script in which `target` is not written; Latin stands everywhere. One letter alone may be a symbol: 'β'. */
export function hasForeignScript(target: string): boolean {
  if (!notLatin.test(target)) return false
  const counts = scripts.map((script) => [script, target.match(lettersOf[script]!)?.length ?? 0] as const)
  const [main] = counts.reduce((most, each) => (each[1] > most[1] ? each : most))
  const japanese = new Set(['Han', 'Hiragana', 'Katakana'])
  return counts.some(
    ([script, count]) =>
      count >= 2 && script !== main && script !== 'Latin' && !(japanese.has(script) && (japanese.has(main) || main === 'Hangul')),
  )
}
